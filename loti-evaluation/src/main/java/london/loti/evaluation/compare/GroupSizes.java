package london.loti.evaluation.compare;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/** Differences between two groups in standard deviations, and as chances. */
final class GroupSizes {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private GroupSizes() {}

    static Effect.Builder effect(
            double[] treated, double[] control, MeanTests.Difference pooled, GroupRanks ranks, Inference inference) {
        double n1 = treated.length;
        double n2 = control.length;
        double perRoot = Math.sqrt(1 / n1 + 1 / n2);
        double shifted = pooled.value() - inference.underTest();
        double statistic = shifted / pooled.error();
        double correction = StandardisedSize.correction(pooled.df());
        double d = statistic * perRoot;
        Estimate cohen = Estimate.of("Cohen's d", d)
                .withInterval(StandardisedSize.noncentral(statistic, pooled.df(), perRoot, inference));
        Estimate rank = ranks.rankBiserial();
        return Effect.builder("effect-sizes", treated.length + control.length)
                .estimate(cohen)
                .estimate(Estimate.of("Hedges' g", correction * d)
                        .withInterval(
                                StandardisedSize.noncentral(statistic, pooled.df(), correction * perRoot, inference)))
                .estimate(glass(treated, control, shifted, inference))
                .estimate(rank)
                .estimate(Estimate.of("probability of superiority", (rank.value() + 1) / 2)
                        .withInterval(halved(rank.interval())))
                .estimate(Estimate.of("common-language effect size", chance(d)).withInterval(chances(cohen.interval())))
                .convention("Cohen's d, Hedges' g", "pooled standard deviation; noncentral t; exact correction")
                .convention("Glass' delta", "standard deviation of the control group; noncentral t")
                .convention("rank-biserial correlation", "Cliff's delta; normal after atanh")
                .convention("probability of superiority", "by ranks, ties count half")
                .convention("common-language effect size", "by d, normal with equal variances")
                .assumes("For all but the ranks: both groups are about normal.");
    }

    /** Its factor allows for a treated group that varies otherwise. */
    private static Estimate glass(double[] treated, double[] control, double shifted, Inference inference) {
        double n1 = treated.length;
        double n2 = control.length;
        double variance = Sums.variance(control);
        if (!(variance > 0)) {
            throw Screening.noVariation(
                    "values of the control group must vary, but all are equal\nMaybe mannWhitney() or permutation().",
                    "control");
        }
        double delta = shifted / Math.sqrt(variance);
        double factor = Math.sqrt(1 / n2 + Sums.variance(treated) / (n1 * variance));
        return Estimate.of("Glass' delta", delta)
                .withInterval(StandardisedSize.noncentral(delta / factor, n2 - 1, factor, inference));
    }

    private static double chance(double d) {
        return NORMAL.cumulativeProbability(d / Math.sqrt(2));
    }

    private static @Nullable Interval chances(@Nullable Interval of) {
        return of == null ? null : new Interval(chance(of.lower()), chance(of.upper()), of.level());
    }

    private static @Nullable Interval halved(@Nullable Interval of) {
        return of == null ? null : new Interval((of.lower() + 1) / 2, (of.upper() + 1) / 2, of.level());
    }
}
