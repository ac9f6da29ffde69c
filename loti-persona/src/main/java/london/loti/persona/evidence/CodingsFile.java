package london.loti.persona.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;
import london.loti.persona.evidence.Codings.Code;
import london.loti.persona.evidence.Codings.Coding;

/** One reading of one file of codings, in either form. */
final class CodingsFile {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");
    private static final List<String> LONG = List.of("segment", "coder", "code");

    private final CsvReader csv;
    private final Codebook codebook;
    private final List<Coding> rows = new ArrayList<>();
    private final Set<Coding> seen = new HashSet<>();
    private final Map<List<String>, Boolean> saidNone = new HashMap<>();

    private CodingsFile(CsvReader csv, Codebook codebook) {
        this.csv = csv;
        this.codebook = codebook;
    }

    static Checked<Codings> read(Path file, Codebook codebook) {
        try (CsvReader csv = CsvReader.open(file)) {
            CodingsFile reading = new CodingsFile(csv, codebook);
            if (csv.header().contains("coder") || csv.header().contains("code")) {
                reading.readLong();
            } else {
                reading.readWide();
            }
            if (reading.rows.isEmpty() && csv.findings().isEmpty()) {
                csv.error(Code.NO_CODE, "a file must hold a code, but holds none", Where.file(csv.source()));
            }
            boolean failed = csv.findings().stream().anyMatch(finding -> finding.isError());
            return failed ? Checked.failed(csv.findings()) : csv.check(Codings.of(codebook, reading.rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readLong() {
        int[] column = LONG.stream().mapToInt(csv::column).toArray();
        while (csv.next()) {
            String coder = csv.text(column[1]);
            if (coder.isEmpty() && column[1] >= 0) {
                csv.error(Code.NO_CODER, "a row must name its coder, but the cell is empty", csv.where(column[1]));
            }
            add(segment(column[0]), coder, csv.text(column[2]), column[2]);
        }
    }

    private void readWide() {
        List<String> header = csv.header();
        if (header.size() < 2 && !header.isEmpty()) {
            csv.error(
                    Code.TOO_FEW_COLUMNS,
                    "the columns must be " + LONG + ", or a segment and one for every coder, but there is one column",
                    Where.line(csv.source(), 1));
        }
        for (int i = 0; i < header.size(); i++) {
            if (csv.column(header.get(i)) != i) {
                csv.error(
                        Code.NO_CODER, "every column must have a name, but one has none", Where.line(csv.source(), 1));
                return;
            }
        }
        Map<String, Integer> lineOf = new HashMap<>();
        while (csv.next()) {
            String segment = segment(0);
            Integer before = lineOf.putIfAbsent(segment, csv.line());
            if (before != null && !segment.isEmpty()) {
                csv.error(
                        Code.DUPLICATE_SEGMENT,
                        "a segment must come once, but this one stands in line " + before + " too",
                        csv.where(0));
                continue;
            }
            for (int column = 1; column < header.size(); column++) {
                if (!csv.text(column).isEmpty()) {
                    for (String code : csv.text(column).split(";", -1)) {
                        add(segment, header.get(column), code.strip(), column);
                    }
                }
            }
        }
    }

    /** The id of the segment of this line; empty, and a finding, where it is none. */
    private String segment(int column) {
        String segment = csv.text(column);
        if (column >= 0 && !SEGMENT.matcher(segment).matches()) {
            csv.error(
                    Code.NOT_AN_ID,
                    "a segment must be an opaque id of at most 64 letters, digits, full stops, colons, hyphens and"
                            + " underscores, but this is " + (segment.isEmpty() ? "empty" : "something else")
                            + "\nMaybe the column holds the text of the segment, which has no place here.",
                    csv.where(column));
            return "";
        }
        return segment;
    }

    private void add(String segment, String coder, String code, int column) {
        if (column < 0) {
            return;
        }
        if (code.isEmpty()) {
            csv.error(
                    Code.NO_CODE,
                    "a code must be there, but is not\nMaybe '" + Codebook.NONE + "', where none applies.",
                    csv.where(column));
            return;
        }
        boolean none = code.equals(Codebook.NONE);
        if (!none && codebook.find(code).isEmpty()) {
            List<String> known = new ArrayList<>(codebook.names());
            known.add(Codebook.NONE);
            csv.error(
                    Code.UNKNOWN_CODE,
                    "a code must be one of the " + codebook.codes().size() + " of codebook " + codebook.id() + " "
                            + codebook.version() + ", but this is none" + Nearest.hint(code, known),
                    csv.where(column));
            return;
        }
        if (segment.isEmpty() || coder.isEmpty()) {
            return;
        }
        Boolean before = saidNone.putIfAbsent(List.of(segment, coder), none);
        if (before != null && before != none) {
            csv.error(
                    Code.NONE_AND_SOME,
                    "a coder must say '" + Codebook.NONE + "' of a segment or name codes, but here does both",
                    csv.where(column));
            return;
        }
        Coding row = new Coding(segment, coder, code);
        if (seen.add(row)) {
            rows.add(row);
        } else {
            csv.warning(Code.DUPLICATE_ROW, "the code comes twice for this coder and segment", csv.where(column));
        }
    }
}
