package london.loti.evaluation.equity;

import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** The checks that indices share. */
final class EquityData {
    private EquityData() {}

    static void requireSame(int length, int other) {
        if (length != other) {
            throw new IllegalArgumentException("columns must be as long, but were " + length + " and " + other);
        }
    }

    static FindingsException problem(StudyProblem code, String message, String column) {
        return FindingsException.error(code, message, Where.column("data", column));
    }
}
