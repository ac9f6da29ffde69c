package london.loti.evaluation.planning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusts the p values of tests that are read together, as R's {@code p.adjust}: an adjusted value below 0.05 is
 * significant at 0.05 for the whole family. {@link #HOLM} needs no assumption; those of Hochberg, Hommel and
 * {@link #BENJAMINI_HOCHBERG} hold for tests that are independent or positively dependent.
 */
public enum Multiplicity {
    /** Times the number of tests. Keeps the probability of any false finding; Holm is never worse. */
    BONFERRONI {
        @Override
        double[] ofSorted(double[] p) {
            return Arrays.stream(p).map(v -> p.length * v).toArray();
        }
    },
    /** Step down: Holm 1979. Keeps the probability of any false finding. */
    HOLM {
        @Override
        double[] ofSorted(double[] p) {
            double[] adjusted = new double[p.length];
            double most = 0;
            for (int i = 0; i < p.length; i++) {
                most = Math.max(most, (p.length - i) * p[i]);
                adjusted[i] = most;
            }
            return adjusted;
        }
    },
    /** Step up: Hochberg 1988, doi:10.1093/biomet/75.4.800. Keeps the probability of any false finding. */
    HOCHBERG {
        @Override
        double[] ofSorted(double[] p) {
            return stepUp(p, i -> p.length - i);
        }
    },
    /**
     * By closing Simes' test: Hommel 1988, doi:10.1093/biomet/75.2.383. Keeps the probability of any false finding; never
     * worse than Hochberg.
     */
    HOMMEL {
        @Override
        double[] ofSorted(double[] p) {
            return hommel(p);
        }
    },
    /** Benjamini and Hochberg 1995. Keeps the share of false findings among the findings (false discovery rate). */
    BENJAMINI_HOCHBERG {
        @Override
        double[] ofSorted(double[] p) {
            return stepUp(p, i -> p.length / (i + 1.0));
        }
    },
    /** Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998: the same under any dependence. */
    BENJAMINI_YEKUTIELI {
        @Override
        double[] ofSorted(double[] p) {
            double harmonic = 0;
            for (int i = p.length; i > 0; i--) {
                harmonic += 1.0 / i;
            }
            double factor = harmonic;
            return stepUp(p, i -> factor * p.length / (i + 1.0));
        }
    };

    /** The factor of the p value at a place in their order. */
    @FunctionalInterface
    private interface Factor {
        double at(int position);
    }

    /** Adjusts p values that rise; those above 1 are cut afterwards. */
    abstract double[] ofSorted(double[] p);

    /**
     * {@return the adjusted p values, in the order of the tests; {@code NaN} stays {@code NaN} and does not count as a
     * test}
     *
     * @param pValues p values from 0 to 1; {@code NaN} where a test has none
     * @throws IllegalArgumentException if a p value is below 0 or above 1
     */
    public double[] adjust(double[] pValues) {
        for (double p : pValues) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("a p value must be from 0 to 1, but was " + p);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
        double[] ofSorted = ofSorted(sorted);
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = Math.min(1, ofSorted[i]);
        }
        return adjusted;
    }

    private static double[] stepUp(double[] p, Factor factor) {
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            least = Math.min(least, factor.at(i) * p[i]);
            adjusted[i] = least;
        }
        return adjusted;
    }

    /** By Wright's algorithm 1992, doi:10.2307/2532694. */
    private static double[] hommel(double[] p) {
        int n = p.length;
        double[] adjusted = p.clone();
        for (int m = n; m > 1; m--) {
            double simes = Double.POSITIVE_INFINITY;
            for (int i = n - m + 1; i < n; i++) {
                simes = Math.min(simes, m * p[i] / (i - (n - m) + 1));
            }
            for (int i = 0; i < n; i++) {
                double bound = i <= n - m ? Math.min(simes, m * p[i]) : Math.min(simes, m * p[n - m]);
                adjusted[i] = Math.max(adjusted[i], bound);
            }
        }
        return adjusted;
    }
}
