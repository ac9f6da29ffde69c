package london.loti.evaluation.compare;

import java.util.Arrays;

import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** Collects all that is wrong with the columns that a comparison is given. */
final class Screening {
    private static final String DATA = "data";

    private final Findings findings = new Findings();

    /** The numbers that are there. */
    static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    Screening finite(String column, double[] values) {
        long infinite = Arrays.stream(values).filter(Double::isInfinite).count();
        if (infinite > 0) {
            findings.error(
                    StudyProblem.OUT_OF_RANGE,
                    "values must be finite, but " + infinite + " are infinite\nMaybe they were divided by nought; a"
                            + " value that is not known is NaN.",
                    Where.column(DATA, column));
        }
        return this;
    }

    Screening atLeast(int least, String units, String column, int found) {
        if (found < least) {
            findings.error(
                    StudyProblem.TOO_FEW,
                    "at least " + least + " " + units + " are needed, but there are " + found
                            + "\nMaybe describe them in words, or wait until more people have answered.",
                    Where.column(DATA, column));
        }
        return this;
    }

    Screening that(boolean fine, StudyProblem problem, String message, String column) {
        if (!fine) {
            findings.error(problem, message, Where.column(DATA, column));
        }
        return this;
    }

    /** Throws where something is wrong. */
    void done() {
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /** Throws because values that should vary do not. */
    static FindingsException noVariation(String message, String column) {
        return FindingsException.error(StudyProblem.NO_VARIATION, message, Where.column(DATA, column));
    }

    /** That two columns belong together row by row. */
    static void sameLength(String first, int length, String second, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(first + " and " + second + " must have as many values, but they have "
                    + length + " and " + otherLength + "\nMaybe pair them by person, with NaN where one is missing.");
        }
    }

    /** A count that must not be below nought. */
    static int count(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " must be a count of 0 or more, but was " + count);
        }
        return count;
    }
}
