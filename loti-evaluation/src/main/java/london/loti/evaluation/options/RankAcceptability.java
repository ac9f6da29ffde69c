package london.loti.evaluation.options;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How often options take each rank, over weights drawn evenly from all that sum to 1. */
final class RankAcceptability {
    private final double[][] values;

    RankAcceptability(double[][] values) {
        this.values = values;
    }

    /** {@code [option][rank]}; rows and columns sum to 1. */
    double[][] over(int draws, long seed) {
        int options = values.length;
        int criteria = values[0].length;
        double[][] counts = new double[options][options];
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[criteria];
        double[] totals = new double[options];
        for (int draw = 0; draw < draws; draw++) {
            for (int c = 0; c < criteria; c++) {
                weights[c] = -Math.log1p(-random.nextDouble()); // exponentials, which need no division for a ranking
            }
            for (int o = 0; o < options; o++) {
                totals[o] = 0;
                for (int c = 0; c < criteria; c++) {
                    totals[o] += weights[c] * values[o][c];
                }
            }
            count(totals, counts);
        }
        for (double[] row : counts) {
            for (int rank = 0; rank < options; rank++) {
                row[rank] /= draws;
            }
        }
        return counts;
    }

    private static void count(double[] totals, double[][] counts) {
        for (int o = 0; o < totals.length; o++) {
            double own = totals[o];
            int above = (int) Arrays.stream(totals).filter(total -> total > own).count();
            int equal =
                    (int) Arrays.stream(totals).filter(total -> total == own).count();
            for (int rank = above; rank < above + equal; rank++) {
                counts[o][rank] += 1.0 / equal;
            }
        }
    }
}
