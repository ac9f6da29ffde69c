package london.loti.persona.segment;

import java.util.List;
import java.util.Locale;

/**
 * How far the segments come back when other people of the same kind are asked: 1 if every time, about 0 if no more than
 * by chance.
 *
 * <p>Rows are drawn with replacement, segments are looked for among them with the same method, every row of the sample
 * is put into the nearest of these, and the {@linkplain AdjustedRand adjusted Rand index} says how far the result agrees
 * with the segments of the whole sample. Of the ideas of Hennig 2007, <a
 * href="https://doi.org/10.1016/j.csda.2006.11.025">doi:10.1016/j.csda.2006.11.025</a>, and of Dolnicar and Leisch 2010,
 * <a href="https://doi.org/10.1007/s11002-009-9083-4">doi:10.1007/s11002-009-9083-4</a>, who compare the draws with each
 * other. <b>Limits:</b> few segments often come back although they are of no use; what is not stable is certainly none.
 *
 * @param agreements the adjusted Rand index of each replicate that had one, in their order
 * @param replicates how often rows were drawn; a draw with fewer different rows than segments has no index
 * @param seed the seed of the draws
 */
public record Stability(List<Double> agreements, int replicates, long seed) {
    /** Steinley 2004, doi:10.1037/1082-989X.9.3.386: below it an adjusted Rand index is poor. */
    static final double POOR_BELOW = 0.65;

    /**
     * Checks that there are not more agreements than replicates.
     *
     * @param agreements the adjusted Rand index of each replicate that had one
     * @param replicates how often rows were drawn
     * @param seed the seed of the draws
     * @throws IllegalArgumentException if there are
     */
    public Stability {
        agreements = List.copyOf(agreements);
        if (agreements.size() > replicates) {
            throw new IllegalArgumentException("there must be at most one agreement a replicate, but there are "
                    + agreements.size() + " for " + replicates);
        }
    }

    /** {@return the mean of the agreements, at most 1; {@code NaN} where fewer than half of the replicates have one} */
    public double mean() {
        return 2 * agreements.size() < replicates || agreements.isEmpty()
                ? Double.NaN
                : agreements.stream().mapToDouble(Double::doubleValue).sum() / agreements.size();
    }

    /** {@return the lowest of the agreements; {@code NaN} where the mean is} */
    public double lowest() {
        return Double.isNaN(mean())
                ? Double.NaN
                : agreements.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * {@return whether the mean is 0.65 or more} Below it, an adjusted Rand index is poor (Steinley 2004, <a
     * href="https://doi.org/10.1037/1082-989X.9.3.386">doi:10.1037/1082-989X.9.3.386</a>).
     */
    public boolean isFair() {
        return mean() >= POOR_BELOW;
    }

    /** {@return for example {@code a mean agreement of 0.81 over 50 replicates, the lowest 0.44}} */
    public String words() {
        if (Double.isNaN(mean())) {
            return "no agreement over " + replicates + " replicates: too few rows differ";
        }
        String words = String.format(
                Locale.ROOT,
                "a mean agreement of %.2f over %d replicates, the lowest %.2f",
                mean(),
                agreements.size(),
                lowest());
        int without = replicates - agreements.size();
        return without == 0 ? words : words + "; " + without + " more had too few different rows";
    }
}
