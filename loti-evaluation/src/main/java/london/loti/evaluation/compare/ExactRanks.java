package london.loti.evaluation.compare;

import java.util.Arrays;

import london.loti.evaluation.estimate.Alternative;

/**
 * How totals of scores fall out by chance, by convolution: the chance of each total, of as many as all ways together.
 * Scores are whole numbers, such as twice the ranks.
 */
final class ExactRanks {
    private ExactRanks() {}

    /** The chance of each total where every score counts or does not, as a coin falls. */
    static double[] signed(int[] scores) {
        double[] mass = new double[Arrays.stream(scores).sum() + 1];
        mass[0] = 1;
        int reach = 0;
        for (int score : scores) {
            reach += score;
            for (int total = reach; total >= 0; total--) {
                mass[total] = (mass[total] + (total >= score ? mass[total - score] : 0)) / 2;
            }
        }
        return mass;
    }

    /** The chance of each total of some of the scores, drawn without replacement. */
    static double[] drawn(int[] scores, int draws) {
        int[] sorted = scores.clone();
        Arrays.sort(sorted);
        int most = 0;
        for (int i = 0; i < draws; i++) {
            most += sorted[sorted.length - 1 - i];
        }
        double[][] mass = new double[draws + 1][most + 1];
        mass[0][0] = 1;
        for (int seen = 0; seen < sorted.length; seen++) {
            int score = sorted[seen];
            // chances, not counts, so that nothing overflows: k of the seen scores are drawn, all choices alike
            for (int k = Math.min(draws, seen + 1); k >= 0; k--) {
                double out = (seen + 1.0 - k) / (seen + 1);
                double in = (double) k / (seen + 1);
                for (int total = most; total >= 0; total--) {
                    double with = k > 0 && total >= score ? mass[k - 1][total - score] : 0;
                    mass[k][total] = out * mass[k][total] + in * with;
                }
            }
        }
        return mass[draws];
    }

    /** How many steps {@link #drawn} takes for twice the ranks of so many values. */
    static double stepsOfDrawn(int values, int draws) {
        return (double) values * draws * (2.0 * draws * values);
    }

    /**
     * The chance of a total as far out as one that was seen; for both sides, as far from what is expected.
     *
     * @param expectedOver the divisor of the expectation
     * @param expected the expected total times the divisor
     */
    static double pValue(double[] mass, long seen, long expected, long expectedOver, Alternative alternative) {
        double sum = 0;
        long distance = Math.abs(seen * expectedOver - expected);
        for (int total = 0; total < mass.length; total++) {
            boolean counts = switch (alternative) {
                case GREATER -> total >= seen;
                case LESS -> total <= seen;
                case TWO_SIDED -> Math.abs(total * expectedOver - expected) >= distance;
            };
            if (counts) {
                sum += mass[total];
            }
        }
        return Math.min(1, sum);
    }

    /** The ranks 1 to n. */
    static int[] untied(int n) {
        int[] ranks = new int[n];
        Arrays.setAll(ranks, i -> i + 1);
        return ranks;
    }
}
