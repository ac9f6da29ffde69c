package london.loti.workbench;

import java.util.Arrays;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;

/** What each person had before and after: from two columns, or from one column with a person's waves below each other. */
final class Pairs {
    private final StudyTable table;
    private final int[] before;
    private final int[] after;
    private final String beforeColumn;
    private final String afterColumn;

    private Pairs(StudyTable table, int[] before, int[] after, String beforeColumn, String afterColumn) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.beforeColumn = beforeColumn;
        this.afterColumn = afterColumn;
    }

    static final String USAGE =
            "One row a person: --outcome (after) and --convention before=COLUMN. One row a person and"
                    + " wave: --outcome, --id, --time with two values (after=VALUE names the later).";

    static Pairs of(StudyInput input, boolean numbers) {
        String beforeColumn = input.text("before");
        StudyReader reader = StudyReader.create();
        reader = numbers ? reader.numbers(input.outcome()) : reader.either(input.outcome());
        if (beforeColumn != null) {
            StudyTable table = input.table(numbers ? reader.numbers(beforeColumn) : reader.either(beforeColumn));
            int[] rows = new int[table.rows()];
            Arrays.setAll(rows, row -> row);
            return new Pairs(table, rows, rows, beforeColumn, input.outcome());
        }
        StudyTable table = input.table(reader.categories(input.id()).either(input.time()));
        TwoValues times = TwoValues.of(table, input.time(), input.text("after"), StudyProblem.ONE_GROUP);
        Categories people = table.categories(input.id());
        int[][] rows = new int[2][people.labels().size()];
        Arrays.fill(rows[0], -1);
        Arrays.fill(rows[1], -1);
        Findings findings = new Findings();
        for (int row = 0; row < table.rows(); row++) {
            if (people.code(row) < 0 || times.flag(row) < 0) {
                findings.error(
                        StudyProblem.MISSING_VALUE,
                        "each row must tell the person and the wave, but this one does not",
                        table.where(row, people.code(row) < 0 ? input.id() : input.time()));
            } else if (rows[times.flag(row)][people.code(row)] >= 0) {
                findings.error(
                        StudyProblem.DUPLICATE_ROW,
                        "a person and wave must come once, but this one stands on "
                                + table.where(rows[times.flag(row)][people.code(row)], input.id()) + " already",
                        table.where(row, input.id()));
            } else {
                rows[times.flag(row)][people.code(row)] = row;
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new Pairs(table, rows[0], rows[1], input.outcome(), input.outcome());
    }

    StudyTable table() {
        return table;
    }

    double[] before() {
        return pick(before, beforeColumn);
    }

    double[] after() {
        return pick(after, afterColumn);
    }

    private double[] pick(int[] rows, String column) {
        double[] values = table.numbers(column);
        return Arrays.stream(rows)
                .mapToDouble(row -> row < 0 ? Double.NaN : values[row])
                .toArray();
    }

    /** Yes or no before and after, as counts: both, lost, gained, neither. */
    int[] yesAndNo(StudyInput input) {
        String yes = input.text("yes");
        TwoValues first = TwoValues.answers(table, beforeColumn, yes, afterColumn);
        TwoValues second = TwoValues.answers(table, afterColumn, yes, beforeColumn);
        int[] counts = new int[4];
        for (int person = 0; person < before.length; person++) {
            int was = before[person] < 0 ? -1 : first.flag(before[person]);
            int is = after[person] < 0 ? -1 : second.flag(after[person]);
            if (was >= 0 && is >= 0) {
                counts[was == 1 ? (is == 1 ? 0 : 1) : is == 1 ? 2 : 3]++;
            }
        }
        return counts;
    }
}
