package london.loti.mapping.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.ColumnMapping;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/** Finds the columns of codes, names and parents by what a header says, or by what a mapping says. */
final class HeaderColumns {
    private final CsvReader csv;
    private final @Nullable AreaVintage wanted;
    private final ColumnMapping mapping;

    HeaderColumns(CsvReader csv, @Nullable AreaVintage wanted, ColumnMapping mapping) {
        this.csv = csv;
        this.wanted = wanted;
        this.mapping = mapping;
    }

    /** The column of area codes, and the vintage that it tells. */
    record Code(String name, AreaVintage vintage) {}

    /** The column of area codes; empty, with a finding, where it can't be told. */
    Optional<Code> code() {
        String given = mapping.code();
        if (given != null) {
            if (csv.column(given) < 0) {
                return Optional.empty();
            }
            Optional<AreaVintage> told = AreaVintage.fromHeader(given).or(() -> Optional.ofNullable(wanted));
            if (told.isEmpty()) {
                csv.error(
                        TableReader.Code.NO_VINTAGE,
                        "the header does not tell the year of the geography\nMaybe give it, for example as lsoa21.",
                        Where.column(csv.source(), given));
            }
            return told.flatMap(v -> asWanted(new Code(given, v)));
        }
        List<Code> told = csv.header().stream()
                .filter(HeaderColumns::isCodeColumn)
                .map(h -> new Code(h, AreaVintage.fromHeader(h).orElseThrow()))
                .sorted((a, b) -> a.vintage().geography().compareTo(b.vintage().geography()))
                .toList();
        if (told.isEmpty() && csv.header().size() == 1) {
            csv.error(
                    TableReader.Code.NO_CODE_COLUMN,
                    "the first line must name the columns, with commas between them, but names only one"
                            + "\nMaybe the file has semicolons or tabs in their place, or a title above its header.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        if (told.isEmpty()) {
            csv.error(
                    TableReader.Code.NO_CODE_COLUMN,
                    "a column of area codes is needed whose name tells geography and year, for example lsoa21_code, but"
                            + " the header has none\nMaybe name the column of codes and its vintage.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        Optional<Code> exact =
                told.stream().filter(c -> c.vintage().equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        Code finest = told.get(0);
        List<String> rivals = told.stream()
                .filter(c -> c.vintage().geography() == finest.vintage().geography())
                .map(Code::name)
                .toList();
        if (wanted == null && rivals.size() > 1) {
            csv.error(
                    TableReader.Code.NO_CODE_COLUMN,
                    "one column of area codes is needed, but there are " + rivals
                            + "\nMaybe give the vintage that is meant.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        if (wanted != null && wanted.geography() != finest.vintage().geography()) {
            csv.error(
                    TableReader.Code.NO_CODE_COLUMN,
                    "a column with codes of " + wanted + " is needed, for example " + wanted.key()
                            + "_code, but there are only "
                            + told.stream().map(Code::name).toList()
                            + "\nMaybe name the column of codes.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        return asWanted(finest);
    }

    private Optional<Code> asWanted(Code column) {
        if (wanted == null || wanted.equals(column.vintage())) {
            return Optional.of(column);
        }
        csv.error(
                TableReader.Code.OTHER_VINTAGE,
                "a table of " + wanted + " is wanted, but this one is of " + column.vintage()
                        + "\nMaybe convert it first: equal codes may be other land.",
                Where.column(csv.source(), column.name()));
        return Optional.empty();
    }

    private static boolean isCodeColumn(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith("nm") || lower.endsWith("name");
        return !named && AreaVintage.fromHeader(header).isPresent();
    }

    /** The column of the areas' names; below 0 where there is none. */
    int name(AreaVintage vintage) {
        return Optional.ofNullable(mapping.name())
                .or(() -> nameColumn(vintage))
                .map(csv::column)
                .orElse(-1);
    }

    private Optional<String> nameColumn(AreaVintage vintage) {
        return csv.header().stream()
                .filter(h -> !isCodeColumn(h))
                .filter(h -> AreaVintage.fromHeader(h).equals(Optional.of(vintage)))
                .findFirst();
    }

    /** The columns of larger areas than those of this vintage. */
    List<ParentColumns> parents(AreaVintage vintage) {
        List<ParentColumns> parents = new ArrayList<>();
        for (ColumnMapping.Parent parent : mapping.parents()) {
            int name = Optional.ofNullable(parent.name()).map(csv::column).orElse(-1);
            parents.add(new ParentColumns(
                    parent.vintage(), csv.column(parent.code()), name, new ArrayList<>(), new ArrayList<>()));
        }
        for (String header : csv.header()) {
            Optional<AreaVintage> told = AreaVintage.fromHeader(header).filter(v -> isCodeColumn(header));
            boolean coarser = told.isPresent()
                    && told.get().geography().compareTo(vintage.geography()) > 0
                    && parents.stream().noneMatch(p -> p.vintage().equals(told.get()));
            if (coarser) {
                int name = nameColumn(told.get()).map(csv::column).orElse(-1);
                parents.add(
                        new ParentColumns(told.get(), csv.column(header), name, new ArrayList<>(), new ArrayList<>()));
            }
        }
        return parents;
    }
}
