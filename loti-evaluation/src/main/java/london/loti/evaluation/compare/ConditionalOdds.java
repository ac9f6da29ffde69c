package london.loti.evaluation.compare;

import java.util.function.DoubleUnaryOperator;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Roots;

/**
 * The chances of the first cell of a two-by-two table, given its margins, for any odds ratio: the noncentral
 * hypergeometric distribution (Fisher 1935; Cornfield 1956). It is worked on a logarithmic scale, against the likeliest cell,
 * so that large tables neither overflow nor lose digits.
 */
final class ConditionalOdds {
    /** As R does: chances that differ by less are the same. */
    private static final double SAME = 1 + 1e-7;

    private static final double FARTHEST = 700;

    private final int least;
    private final int seen;
    private final double[] logCentral;

    /** From the four cells, by row. */
    ConditionalOdds(int a, int b, int c, int d) {
        int row = a + b;
        int column = a + c;
        least = Math.max(0, column - (c + d));
        int most = Math.min(row, column);
        seen = a - least;
        logCentral = new double[most - least + 1];
        for (int i = 1; i < logCentral.length; i++) {
            double cell = least + i;
            double up = (row - cell + 1) * (column - cell + 1);
            double down = cell * (c + d - column + cell);
            logCentral[i] = logCentral[i - 1] + Math.log(up / down);
        }
    }

    double pValue(Alternative alternative) {
        double[] mass = mass(0);
        return switch (alternative) {
            case GREATER -> sum(mass, seen, mass.length);
            case LESS -> sum(mass, 0, seen + 1);
            case TWO_SIDED -> {
                double sum = 0;
                for (double chance : mass) {
                    sum += chance <= mass[seen] * SAME ? chance : 0;
                }
                yield Math.min(1, sum);
            }
        };
    }

    /** The odds ratio under which the cell that was seen is the one to expect: the conditional maximum likelihood. */
    double estimate() {
        int last = logCentral.length - 1;
        if (last == 0) {
            return Double.NaN; // the margins leave one table only
        }
        if (seen == 0) {
            return 0;
        }
        if (seen == last) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.exp(Roots.between(
                log -> {
                    double[] mass = mass(log);
                    double excess = 0;
                    for (int i = 0; i <= last; i++) {
                        excess += (i - seen) * mass[i];
                    }
                    return excess;
                },
                -FARTHEST,
                FARTHEST));
    }

    /** All odds ratios that one-sided exact tests do not reject. */
    Interval interval(Inference inference) {
        boolean both = inference.alternative() == Alternative.TWO_SIDED;
        double outside = both ? (1 - inference.level()) / 2 : 1 - inference.level();
        int last = logCentral.length - 1;
        double lower = seen == 0 || inference.alternative() == Alternative.LESS
                ? 0
                : solve(log -> sum(mass(log), seen, last + 1), outside);
        double upper = seen == last || inference.alternative() == Alternative.GREATER
                ? Double.POSITIVE_INFINITY
                : solve(log -> sum(mass(log), 0, seen + 1), outside);
        return new Interval(lower, upper, inference.level());
    }

    private static double solve(DoubleUnaryOperator chance, double wanted) {
        return Math.exp(Roots.between(log -> chance.applyAsDouble(log) - wanted, -FARTHEST, FARTHEST));
    }

    private static double sum(double[] mass, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += mass[i];
        }
        return Math.min(1, sum);
    }

    private double[] mass(double logOdds) {
        double[] mass = new double[logCentral.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = logCentral[i] + i * logOdds;
            highest = Math.max(highest, mass[i]);
        }
        double whole = 0;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = Math.exp(mass[i] - highest);
            whole += mass[i];
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= whole;
        }
        return mass;
    }
}
