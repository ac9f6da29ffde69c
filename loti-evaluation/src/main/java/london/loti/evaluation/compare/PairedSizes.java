package london.loti.evaluation.compare;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;

/** Changes in standard deviations: of the changes, of the averaged waves, or of the first wave. */
final class PairedSizes {
    private PairedSizes() {}

    static Effect.Builder effect(
            double @Nullable [] before, double @Nullable [] after, double[] changes, Inference inference) {
        int n = changes.length;
        double df = n - 1.0;
        double mean = Sums.mean(changes) - inference.underTest();
        double spread = Sums.standardDeviation(changes);
        double statistic = mean / spread * Math.sqrt(n);
        double correction = StandardisedSize.correction(df);
        double perRoot = 1 / Math.sqrt(n);
        double dz = mean / spread;
        Effect.Builder effect = Effect.builder("paired-effect-sizes", n)
                .convention("d_z, g_z", "divided by the standard deviation of the changes; noncentral t")
                .convention("g", "exact correction for small samples")
                .estimate(Estimate.of("d_z", dz)
                        .withInterval(StandardisedSize.noncentral(statistic, df, perRoot, inference)))
                .estimate(Estimate.of("g_z", correction * dz)
                        .withInterval(
                                n < 3
                                        ? null
                                        : StandardisedSize.noncentral(statistic, df, correction * perRoot, inference)));
        double changeScore = correction * dz;
        effect.estimate(StandardisedSize.normal(
                        "SMCC", changeScore, 1.0 / n + changeScore * changeScore / (2.0 * n), inference))
                .convention("SMCC", "g_z with the variance 1/n + g^2/2n; normal");
        if (before != null && after != null) {
            addOfWaves(effect, before, after, new Change(mean, spread, statistic), inference);
        }
        return effect.assumes("Changes are about normal.");
    }

    private record Change(double mean, double spread, double statistic) {}

    private static void addOfWaves(
            Effect.Builder effect, double[] before, double[] after, Change change, Inference inference) {
        int n = before.length;
        double df = n - 1.0;
        double first = Sums.variance(before);
        double second = Sums.variance(after);
        if (!(first > 0) || !(second > 0)) {
            throw Screening.noVariation(
                    "values must vary within both waves, but in one all are the same\nMaybe t() or wilcoxon(), which"
                            + " compare the changes alone.",
                    first > 0 ? "after" : "before");
        }
        double covariance = Sums.covariance(before, after);
        double r = Sums.correlation(before, after);
        double average = (first + second) / 2;
        double byAverage = change.mean() / Math.sqrt(average);
        double variance = (change.spread() * change.spread() / average
                        + byAverage
                                * byAverage
                                * (first * first + second * second + 2 * covariance * covariance)
                                / (8 * average * average))
                / df;
        effect.estimate(StandardisedSize.normal("d_av", byAverage, variance, inference))
                .convention("d_av", "divided by the root of the mean variance of both waves; Bonett 2008, normal");
        double toRaw = Math.sqrt(2 * (1 - r));
        effect.estimate(Estimate.of("d_rm", change.mean() / change.spread() * toRaw)
                        .withInterval(
                                StandardisedSize.noncentral(change.statistic(), df, toRaw / Math.sqrt(n), inference)))
                .convention("d_rm", "d_z times the root of 2 (1 - r); noncentral t, r taken as known");
        double byFirst = change.mean() / Math.sqrt(first);
        double rawScore = StandardisedSize.correction(df) * byFirst;
        effect.estimate(StandardisedSize.normal("d_pre", byFirst, (2 * (1 - r) + byFirst * byFirst / 2) / n, inference))
                .convention("d_pre", "divided by the standard deviation before; not corrected for small samples")
                .estimate(StandardisedSize.normal(
                        "SMCR", rawScore, (2 * (1 - r) + rawScore * rawScore / 2) / n, inference))
                .convention("SMCR", "d_pre corrected; variance 2 (1 - r)/n + g^2/2n, normal")
                .diagnostic("correlation", r);
    }
}
