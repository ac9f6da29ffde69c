package london.loti.evaluation.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.numeric.OrderStatistics;

/**
 * A funnel of shares: which units lie further from the target than their size allows by chance.
 *
 * <pre>{@code
 * List<FunnelUnit> unusual = FunnelPlot.withDefaults().of(partners, successes, referrals).outside998();
 * }</pre>
 *
 * <p><b>Target:</b> the share of all units together, unless one is given. <b>Limits:</b> exact binomial, interpolated
 * between the two counts around the quantile; the normal approximation on request. <b>Overdispersion:</b> where units
 * differ for many small reasons, the variance is multiplied by φ, the mean of the squared z scores after the lowest and
 * the highest 10 per cent were drawn in to the 10th and 90th percentile (R's type 7), but not by less than 1; limits are
 * normal then. Units outside are worth a look, and not ranked by it. Source: Spiegelhalter 2005,
 * <a href="https://doi.org/10.1002/sim.1970">doi:10.1002/sim.1970</a>. Immutable and thread-safe.
 */
public final class FunnelPlot {
    private static final double OUTER = 0.001;
    private static final double INNER = 0.025;
    private static final double WINSORISED = 0.1;
    private static final String SOURCE = "funnel";

    private final boolean normal;
    private final boolean overdispersed;
    private final @Nullable Double givenTarget;

    private FunnelPlot(boolean normal, boolean overdispersed, @Nullable Double givenTarget) {
        this.normal = normal;
        this.overdispersed = overdispersed;
        this.givenTarget = givenTarget;
    }

    /** {@return a funnel with exact limits around the share of all units together} */
    public static FunnelPlot withDefaults() {
        return new FunnelPlot(false, false, null);
    }

    /** {@return the same with limits by the normal approximation} */
    public FunnelPlot withNormalLimits() {
        return new FunnelPlot(true, overdispersed, givenTarget);
    }

    /** {@return the same with normal limits that allow for overdispersion} */
    public FunnelPlot withOverdispersion() {
        return new FunnelPlot(true, true, givenTarget);
    }

    /**
     * {@return the same around a given target}
     *
     * @param share above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public FunnelPlot withTarget(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "a target must be a share between 0 and 1, but was " + share + "\nMaybe divide per cent by 100.");
        }
        return new FunnelPlot(normal, overdispersed, share);
    }

    /**
     * {@return the funnel of units}
     *
     * @param names the units' names, each once
     * @param cases how many people of each unit are cases
     * @param sizes how many people each unit has, 1 or more
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException with every name that is blank or comes twice, every count and
     *     size that is none, fewer than 2 units, or where no person or every person is a case and no target was given
     */
    public FunnelResult of(List<String> names, int[] cases, int[] sizes) {
        SeriesCheck.requireSameLength("names", names.size(), "cases", cases.length);
        SeriesCheck.requireSameLength("names", names.size(), "sizes", sizes.length);
        double[] counts = Arrays.stream(cases).asDoubleStream().toArray();
        double[] denominators = Arrays.stream(sizes).asDoubleStream().toArray();
        double allCases = Arrays.stream(counts).sum();
        double all = Arrays.stream(denominators).sum();
        check(names, counts, denominators, allCases, all);

        double target = givenTarget == null ? allCases / all : givenTarget;
        double[] z = new double[cases.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (counts[i] / denominators[i] - target) / Math.sqrt(target * (1 - target) / denominators[i]);
        }
        double phi = overdispersed ? overdispersion(z) : 1;
        List<FunnelUnit> units = new ArrayList<>(z.length);
        for (int i = 0; i < z.length; i++) {
            FunnelLimits limits = limits(target, phi, sizes[i]);
            double share = counts[i] / denominators[i];
            units.add(new FunnelUnit(
                    names.get(i), cases[i], sizes[i], share, z[i], limits, FunnelPosition.of(share, limits)));
        }
        String hash = DataHash.start().add(names).add(cases).add(sizes).finish();
        return new FunnelResult(this, target, phi, units, effect((long) all, hash, target, phi, units));
    }

    FunnelLimits limits(double target, double phi, int size) {
        if (!normal) {
            BinomialDistribution binomial = BinomialDistribution.of(size, target);
            return new FunnelLimits(
                    interpolated(binomial, INNER),
                    interpolated(binomial, 1 - INNER),
                    interpolated(binomial, OUTER),
                    interpolated(binomial, 1 - OUTER));
        }
        double error = Math.sqrt(phi * target * (1 - target) / size);
        double inner = error * NormalDistribution.of(0, 1).inverseSurvivalProbability(INNER);
        double outer = error * NormalDistribution.of(0, 1).inverseSurvivalProbability(OUTER);
        return new FunnelLimits(target - inner, target + inner, target - outer, target + outer);
    }

    private static double interpolated(BinomialDistribution binomial, double p) {
        int count = binomial.inverseCumulativeProbability(p);
        double part = (binomial.cumulativeProbability(count) - p) / binomial.probability(count);
        return (count - part) / binomial.getNumberOfTrials();
    }

    /**
     * {@return φ, the factor by which variances are multiplied where units differ for many small reasons, 1 or more: the mean
     * of the squared z scores after the lowest and the highest 10 per cent were drawn in}
     *
     * @param z how many standard errors each unit is away from what is expected of it; at least one
     */
    public static double overdispersion(double[] z) {
        return Math.max(1, winsorisedMeanSquare(z));
    }

    static double winsorisedMeanSquare(double[] z) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = OrderStatistics.quantile(sorted, WINSORISED);
        double high = OrderStatistics.quantile(sorted, 1 - WINSORISED);
        double sum = 0;
        for (double score : sorted) {
            double drawnIn = Math.max(low, Math.min(high, score));
            sum += drawnIn * drawnIn;
        }
        return sum / z.length;
    }

    private void check(List<String> names, double[] counts, double[] denominators, double allCases, double all) {
        SeriesCheck check = new SeriesCheck(SOURCE);
        if (names.size() < SeriesCheck.FEWEST) {
            check.whole(ChartProblem.TOO_FEW_POINTS, "a funnel must have 2 units or more, but has " + names.size());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank() || !seen.add(names.get(i))) {
                check.row(ChartProblem.UNIT_NAME, i, "name", "a unit's name must be there and come once");
            }
        }
        check.counts(counts, denominators, true);
        if (givenTarget == null && (allCases == 0 || allCases == all)) {
            check.whole(
                    ChartProblem.NO_VARIATION,
                    "cases must vary, but no person or every person is a case\nMaybe give a target.");
        }
        check.orElseThrow();
    }

    private Effect effect(long all, String hash, double target, double phi, List<FunnelUnit> units) {
        long outer = units.stream().filter(u -> u.position().isOutside998()).count();
        long inside = units.stream()
                .filter(u -> u.position() == FunnelPosition.WITHIN)
                .count();
        return Effect.builder("funnel", all)
                .convention("limits", normal ? "normal" : "exact binomial, interpolated")
                .convention("overdispersion", overdispersed ? "multiplicative, winsorised 10 %" : "none")
                .convention("target", givenTarget == null ? "all units together" : "given")
                .dataHash(hash)
                .estimate(Estimate.of("target", target))
                .diagnostic("units", units.size())
                .diagnostic("units outside 95 %", (double) (units.size() - inside))
                .diagnostic("units outside 99.8 %", (double) outer)
                .diagnostic("phi", phi)
                .assumes(
                        overdispersed
                                ? "Units differ by chance and by many small causes that widen all limits alike."
                                : "Units differ by chance only, unless one is unusual.")
                .build();
    }
}
