package london.loti.mapping.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.source.TableReader.Code;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.table.CsvReader;

/** The columns of one kind of larger areas, and what was read of them so far: one entry a row. */
record ParentColumns(
        AreaVintage vintage, int code, int name, List<@Nullable AreaCode> codes, List<@Nullable String> names) {
    void read(CsvReader csv) {
        String text = csv.text(code);
        boolean known = AreaCode.isCode(text) && vintage.geography().covers(new AreaCode(text).type());
        if (!known && !text.isEmpty()) {
            csv.error(
                    Code.UNKNOWN_AREA,
                    "the code of an area of " + vintage + " is wanted, or nothing, but the cell holds another text",
                    csv.where(code));
        }
        codes.add(known ? new AreaCode(text) : null);
        String label = csv.text(name);
        names.add(label.isEmpty() ? null : label);
    }
}
