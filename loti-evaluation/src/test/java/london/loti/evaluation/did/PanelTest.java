package london.loti.evaluation.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class PanelTest {
    /** Units and periods come in any order, some are before nought, and about half of the tables are wrong. */
    @Test
    void agreesWithReadingRowByRow() {
        SplittableRandom random = new SplittableRandom(3);
        int wrong = 0;
        for (int i = 0; i < 400; i++) {
            int n = 1 + random.nextInt(12);
            int units = 1 + random.nextInt(40);
            int[] unit = random.ints(n, random.nextInt(20) == 0 ? -1 : 0, units).toArray();
            double[] period = random.ints(n, -9, 10)
                    .mapToDouble(value -> random.nextInt(100) == 0 ? Double.NaN : value)
                    .toArray();
            StudyTable table = StudyTable.builder("panel.csv", n)
                    .categories("unit", Categories.of(unit, labels(units)))
                    .numbers("period", period)
                    .build();
            List<Finding> expected = slow(table, unit, period);
            if (expected.isEmpty()) {
                Panel panel = Panel.of(table, "unit", "period");
                TreeSet<Integer> periods = new TreeSet<>();
                Arrays.stream(period).forEach(value -> periods.add((int) value));
                assertThat(panel.periods()).containsExactlyElementsOf(periods);
                for (int row = 0; row < n; row++) {
                    assertThat(panel.periodAt(panel.periodOf(row))).isEqualTo((int) period[row]);
                }
            } else {
                wrong++;
                FindingsException problems =
                        catchThrowableOfType(FindingsException.class, () -> Panel.of(table, "unit", "period"));
                assertThat(problems.findings())
                        .extracting(Finding::code, Finding::where)
                        .containsExactlyElementsOf(expected.stream()
                                .map(finding -> tuple(finding.code(), finding.where()))
                                .toList());
            }
        }
        assertThat(wrong).isBetween(50, 350);
    }

    private static List<String> labels(int units) {
        return IntStream.range(0, units).mapToObj(u -> "u" + u).toList();
    }

    private static List<Finding> slow(StudyTable table, int[] unit, double[] period) {
        List<Finding> findings = new ArrayList<>();
        Map<List<Object>, Integer> first = new HashMap<>();
        for (int row = 0; row < unit.length; row++) {
            if (unit[row] < 0 || Double.isNaN(period[row])) {
                String column = unit[row] < 0 ? "unit" : "period";
                findings.add(Finding.error(StudyProblem.MISSING_VALUE, "missing", table.where(row, column)));
            } else if (first.putIfAbsent(List.of(unit[row], period[row]), row) != null) {
                findings.add(Finding.error(StudyProblem.DUPLICATE_ROW, "twice", table.where(row, "unit")));
            }
        }
        return findings;
    }

    @Test
    void aRowThatComesAgainPointsToTheFirstOfThem() {
        StudyTable table = StudyTable.builder("panel.csv", 4)
                .categories("unit", Categories.of(List.of("b", "a", "b", "b")))
                .numbers("period", new double[] {-1, -1, -1, -1})
                .build();
        FindingsException problems =
                catchThrowableOfType(FindingsException.class, () -> Panel.of(table, "unit", "period"));
        assertThat(problems.findings())
                .extracting(Finding::message)
                .hasSize(2)
                .allSatisfy(
                        message -> assertThat(message).contains("stands on " + table.where(0, "unit") + " already"));
    }
}
