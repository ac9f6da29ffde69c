package london.loti.evaluation.missing;

import java.util.stream.IntStream;

import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** The outcomes of one group: those that are known, and how many began. */
final class Arm {
    private final double[] known;
    private final int began;

    private Arm(double[] known, int began) {
        this.known = known;
        this.began = began;
    }

    static Arm of(double[] outcome, boolean[] treated, boolean which, String name) {
        if (outcome.length != treated.length) {
            throw new IllegalArgumentException(
                    "outcome and treated must be as long, but were " + outcome.length + " and " + treated.length);
        }
        int[] rows = IntStream.range(0, outcome.length)
                .filter(i -> treated[i] == which)
                .toArray();
        double[] known = IntStream.of(rows)
                .mapToDouble(i -> outcome[i])
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        for (double value : known) {
            if (Double.isInfinite(value)) {
                throw problem(StudyProblem.OUT_OF_RANGE, "an outcome must be finite, but one was " + value);
            }
        }
        if (known.length < 2) {
            throw problem(
                    StudyProblem.TOO_FEW,
                    "each group must have two known values or more, but the " + name + " had " + known.length);
        }
        return new Arm(known, rows.length);
    }

    static FindingsException problem(StudyProblem code, String message) {
        return FindingsException.error(code, message, Where.column("data", "outcome"));
    }

    /** The known outcomes, rising. */
    double[] known() {
        return known;
    }

    int size() {
        return known.length;
    }

    int began() {
        return began;
    }

    /** The share of which the outcome is known. */
    double retained() {
        return (double) known.length / began;
    }

    double mean() {
        return Sums.mean(known);
    }

    double variance() {
        return Sums.variance(known);
    }
}
