package london.loti.workbench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/**
 * A published table held against a recomputed one, cell by cell. Numbers may differ by a billionth of their size: the
 * last digit of a logarithm is the platform's own.
 *
 * @param values how many cells were compared
 * @param greatestDifference between two numbers
 * @param differences a finding a cell that differs
 */
record ScoresComparison(int values, double greatestDifference, List<Finding> differences) {
    private static final double TOLERANCE = 1e-9;

    ScoresComparison {
        differences = List.copyOf(differences);
    }

    static ScoresComparison of(Path published, String recomputed) {
        try (CsvReader file = CsvReader.open(published);
                CsvReader again = CsvReader.open(
                        "recomputed", new ByteArrayInputStream(recomputed.getBytes(StandardCharsets.UTF_8)))) {
            if (file.header().isEmpty()) {
                return new ScoresComparison(0, 0, file.findings());
            }
            Findings findings = new Findings();
            if (!file.header().equals(again.header()) && file.findings().isEmpty()) {
                findings.error(
                        BadInput.Code.OTHER_VALUE,
                        "the columns must be " + again.header() + ", but are " + file.header(),
                        Where.line(file.source(), 1));
            }
            ScoresComparison comparison = compare(file, again, findings);
            file.findings().forEach(findings::add);
            return new ScoresComparison(comparison.values, comparison.greatestDifference, findings.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScoresComparison compare(CsvReader file, CsvReader again, Findings findings) {
        int values = 0;
        double greatest = 0;
        List<String> columns = new ArrayList<>(findings.hasErrors() ? List.of() : again.header());
        boolean more = file.next();
        while (again.next()) {
            if (!more) {
                findings.error(BadInput.Code.OTHER_VALUE, "areas are absent from here on", Where.file(file.source()));
                return new ScoresComparison(values, greatest, List.of());
            }
            for (int column = 0; column < columns.size(); column++) {
                values++;
                String here = file.text(column);
                String there = again.text(column);
                if (!here.equals(there)) {
                    double difference = difference(here, there);
                    greatest = Math.max(greatest, difference);
                    if (!(difference <= TOLERANCE)) {
                        findings.error(
                                BadInput.Code.OTHER_VALUE,
                                "the recomputed value differs: " + (there.isEmpty() ? "(empty)" : there)
                                        + " instead of " + (here.isEmpty() ? "(empty)" : here),
                                file.where(column));
                    }
                }
            }
            more = file.next();
        }
        if (more) {
            findings.error(
                    BadInput.Code.OTHER_VALUE,
                    "areas follow that were not in the inputs",
                    Where.line(file.source(), file.line()));
        }
        return new ScoresComparison(values, greatest, List.of());
    }

    /** Relative to the size for large numbers; infinite for texts that are no numbers. */
    private static double difference(String here, String there) {
        try {
            double a = Double.parseDouble(here);
            double b = Double.parseDouble(there);
            return Math.abs(a - b) / Math.max(1, Math.abs(b));
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
