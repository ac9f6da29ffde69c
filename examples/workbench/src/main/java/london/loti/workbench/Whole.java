package london.loti.workbench;

import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;

/** Columns of whole numbers. */
final class Whole {
    private Whole() {}

    /** A column of whole numbers; every cell that is none, or is missing, is told. */
    static int[] of(StudyTable table, String column) {
        double[] values = table.numbers(column);
        int[] whole = new int[values.length];
        Findings findings = new Findings();
        for (int row = 0; row < values.length; row++) {
            if (values[row] != Math.rint(values[row]) || Math.abs(values[row]) > Integer.MAX_VALUE) {
                findings.error(
                        Double.isNaN(values[row]) ? StudyProblem.MISSING_VALUE : StudyProblem.OUT_OF_RANGE,
                        "a whole number is wanted, but the cell holds "
                                + (Double.isNaN(values[row]) ? "none" : "another"),
                        table.where(row, column));
            }
            whole[row] = (int) values[row];
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return whole;
    }
}
