package london.loti.evaluation.compare;

import java.util.SplittableRandom;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.numeric.Sums;

/** How often chance alone would give a total as far out as the one that was seen. */
final class Permutations {
    static final int MOST_SIGNED = 20;

    static final long MOST_DRAWN = 1_000_000;

    /** Sums of the same numbers in another order differ by rounding; those that agree to so many are the same. */
    private static final double SAME = 1e-12;

    /** A p value and how many arrangements it is from, and how many of those were as far out. */
    record Result(double pValue, long arrangements, long asFar, boolean exact) {
        void describe(Effect.Builder effect, ComparisonOptions options) {
            effect.diagnostic("arrangements", (double) arrangements)
                    .diagnostic("arrangements as far out", (double) asFar);
            if (exact) {
                effect.convention("p", "exact: every arrangement");
            } else {
                effect.convention("p", "monte carlo: (b + 1) / (m + 1)").seed(options.seed());
            }
        }
    }

    private final double seen;
    private final double tolerance;
    private final Alternative alternative;
    private long asFar;

    private Permutations(double seen, double tolerance, Alternative alternative) {
        this.seen = seen;
        this.tolerance = tolerance;
        this.alternative = alternative;
    }

    /** Of changes whose signs fall as a coin does. */
    static Result signed(double[] changes, ComparisonOptions options) {
        double[] sizes = new double[changes.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(changes[i]);
        }
        Permutations permutations = new Permutations(
                Sums.sum(changes), SAME * Sums.sum(sizes), options.inference().alternative());
        return sizes.length <= MOST_SIGNED
                ? permutations.everySign(sizes)
                : permutations.randomSigns(sizes, new SplittableRandom(options.seed()), options.draws());
    }

    /** Of the total of the first values, of all centred on their mean, where any as many could be the first. */
    static Result drawn(double[] centred, int first, ComparisonOptions options) {
        double seen = 0;
        double size = 0;
        for (int i = 0; i < centred.length; i++) {
            seen += i < first ? centred[i] : 0;
            size += Math.abs(centred[i]);
        }
        Permutations permutations =
                new Permutations(seen, SAME * size, options.inference().alternative());
        long ways = ways(centred.length, first);
        return ways <= MOST_DRAWN
                ? permutations.everyChoice(centred, first, ways)
                : permutations.randomChoices(centred, first, new SplittableRandom(options.seed()), options.draws());
    }

    private Result everySign(double[] sizes) {
        long ways = 1L << sizes.length;
        for (long signs = 0; signs < ways; signs++) {
            double total = 0;
            for (int i = 0; i < sizes.length; i++) {
                total += (signs >> i & 1) == 0 ? sizes[i] : -sizes[i];
            }
            count(total);
        }
        return new Result((double) asFar / ways, ways, asFar, true);
    }

    private Result randomSigns(double[] sizes, SplittableRandom random, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            double total = 0;
            long bits = 0;
            for (int i = 0; i < sizes.length; i++) {
                bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
                total += (bits & 1) == 0 ? sizes[i] : -sizes[i];
            }
            count(total);
        }
        return new Result((asFar + 1.0) / (draws + 1.0), draws, asFar, false);
    }

    private Result everyChoice(double[] values, int first, long ways) {
        int[] chosen = ExactRanks.untied(first);
        for (boolean more = true; more; more = next(chosen, values.length)) {
            double total = 0;
            for (int position : chosen) {
                total += values[position - 1];
            }
            count(total);
        }
        return new Result((double) asFar / ways, ways, asFar, true);
    }

    private Result randomChoices(double[] values, int first, SplittableRandom random, int draws) {
        double[] shuffled = values.clone();
        for (int draw = 0; draw < draws; draw++) {
            double total = 0;
            for (int i = 0; i < first; i++) {
                int other = i + random.nextInt(shuffled.length - i);
                double value = shuffled[other];
                shuffled[other] = shuffled[i];
                shuffled[i] = value;
                total += value;
            }
            count(total);
        }
        return new Result((asFar + 1.0) / (draws + 1.0), draws, asFar, false);
    }

    private void count(double total) {
        boolean counts = switch (alternative) {
            case GREATER -> total >= seen - tolerance;
            case LESS -> total <= seen + tolerance;
            case TWO_SIDED -> Math.abs(total) >= Math.abs(seen) - tolerance;
        };
        if (counts) {
            asFar++;
        }
    }

    /** The next choice of positions from 1 to n, in the order of a dictionary; false after the last. */
    private static boolean next(int[] chosen, int n) {
        int i = chosen.length - 1;
        while (i >= 0 && chosen[i] == n - chosen.length + i + 1) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        chosen[i]++;
        for (int j = i + 1; j < chosen.length; j++) {
            chosen[j] = chosen[j - 1] + 1;
        }
        return true;
    }

    /** The number of choices, or one more than the most that are tried one by one. */
    private static long ways(int n, int k) {
        long ways = 1;
        int fewer = Math.min(k, n - k);
        for (int i = 1; i <= fewer; i++) {
            ways = ways * (n - fewer + i) / i;
            if (ways > MOST_DRAWN) {
                return MOST_DRAWN + 1;
            }
        }
        return ways;
    }
}
