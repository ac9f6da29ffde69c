package london.loti.evaluation.proposal;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import london.loti.evaluation.numeric.Roots;

/**
 * The likelihood of counts whose rates are drawn from one beta distribution with the mean {@code m} and the strength
 * {@code a + b = 1/t}. In {@code m} and {@code t} it has a limit where all rates are the same, {@code t = 0}.
 */
final class BetaBinomial {
    /** Weaker priors than this, as a + b, are not sought. */
    static final double WEAKEST = 0.01;

    /** With a stronger prior than this, as a + b, the rates differ by nothing that could matter. */
    static final double STRONGEST = 1e7;

    private static final int STEPS_A_DECADE = 4;
    private static final int DECADES = 9;
    private static final double EDGE = 1e-12;

    /** Less of a gain in the log-likelihood is an error of rounding. */
    private static final double GAIN = 1e-9;

    private static final double ROUNDING = 1e-12;

    /** How many units have more yeses, more noes, and more people than each number from 0 on. */
    private final int[] yeses;

    private final int[] noes;
    private final int[] people;

    /** The prior's mean a/(a + b) and its spread 1/(a + b), which is nought where all rates are the same. */
    record Fit(double mean, double spread, double logLikelihood) {}

    BetaBinomial(int[] yes, int[] size) {
        yeses = tails(yes);
        people = tails(size);
        int[] no = new int[yes.length];
        Arrays.setAll(no, i -> size[i] - yes[i]);
        noes = tails(no);
    }

    private static int[] tails(int[] counts) {
        int[] tails = new int[Arrays.stream(counts).max().orElse(0)];
        for (int count : counts) {
            if (count > 0) {
                tails[count - 1]++;
            }
        }
        for (int k = tails.length - 2; k >= 0; k--) {
            tails[k] += tails[k + 1];
        }
        return tails;
    }

    /** The mean and spread of the greatest likelihood; the spread is nought where the rates differ by no more than chance. */
    Fit fit() {
        if (yeses.length == 0 || noes.length == 0) {
            return new Fit(yeses.length == 0 ? 0 : 1, 0, 0);
        }
        Fit same = at(0);
        Fit best = same;
        int bestStep = -1;
        int steps = STEPS_A_DECADE * DECADES;
        for (int step = 0; step <= steps; step++) {
            Fit tried = at(spread(step));
            if (tried.logLikelihood > best.logLikelihood) {
                best = tried;
                bestStep = step;
            }
        }
        if (best.logLikelihood - same.logLikelihood < Math.max(GAIN, ROUNDING * Math.abs(same.logLikelihood))) {
            return same;
        }
        DoubleUnaryOperator slope = log -> {
            double spread = Math.exp(log);
            return slopeBySpread(mean(spread), spread);
        };
        double low = Math.log(spread(Math.max(0, bestStep - 1)));
        double high = Math.log(spread(Math.min(steps, bestStep + 1)));
        if (!(slope.applyAsDouble(low) > 0 && slope.applyAsDouble(high) < 0)) {
            return best;
        }
        return at(Math.exp(Roots.between(slope, low, high)));
    }

    private static double spread(int step) {
        return Math.pow(10, (double) step / STEPS_A_DECADE) / STRONGEST;
    }

    private Fit at(double spread) {
        double mean = mean(spread);
        return new Fit(mean, spread, logLikelihood(mean, spread));
    }

    /** The log-likelihood but for a constant that no mean or spread changes. */
    double logLikelihood(double mean, double spread) {
        double sum = 0;
        for (int k = 0; k < yeses.length; k++) {
            sum += yeses[k] * Math.log(mean + k * spread);
        }
        for (int k = 0; k < noes.length; k++) {
            sum += noes[k] * Math.log(1 - mean + k * spread);
        }
        for (int k = 1; k < people.length; k++) {
            sum -= people[k] * Math.log1p(k * spread);
        }
        return sum;
    }

    /** The likeliest mean: the log-likelihood is concave in it. */
    private double mean(double spread) {
        if (spread == 0) {
            double yes = Arrays.stream(yeses).asLongStream().sum();
            return yes / Arrays.stream(people).asLongStream().sum();
        }
        return Roots.between(mean -> slopeByMean(mean, spread), EDGE, 1 - EDGE);
    }

    private double slopeByMean(double mean, double spread) {
        double sum = 0;
        for (int k = 0; k < yeses.length; k++) {
            sum += yeses[k] / (mean + k * spread);
        }
        for (int k = 0; k < noes.length; k++) {
            sum -= noes[k] / (1 - mean + k * spread);
        }
        return sum;
    }

    private double slopeBySpread(double mean, double spread) {
        double sum = 0;
        for (int k = 1; k < yeses.length; k++) {
            sum += (double) yeses[k] * k / (mean + k * spread);
        }
        for (int k = 1; k < noes.length; k++) {
            sum += (double) noes[k] * k / (1 - mean + k * spread);
        }
        for (int k = 1; k < people.length; k++) {
            sum -= (double) people[k] * k / (1 + k * spread);
        }
        return sum;
    }
}
