package london.loti.evaluation.compare;

import java.util.Locale;

import org.apache.commons.statistics.distribution.BetaDistribution;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The intervals of a share. None goes below 0 or above 1. Newcombe 1998, Statistics in Medicine 17, pages 857 to 872;
 * Brown, Cai and DasGupta 2001, doi:10.1214/ss/1009213286.
 */
public enum ProportionInterval {
    /** The share and its standard error: too short for few people, and empty where all or none say yes. */
    WALD,
    /** All shares that a score test does not reject; good for few people too. */
    WILSON,
    /** Wilson's with a continuity correction, wider. */
    WILSON_CORRECTED,
    /** All shares that exact one-sided tests do not reject: never holds the truth less often than it says. */
    CLOPPER_PEARSON,
    /** Wald's after some yeses and noes are added. */
    AGRESTI_COULL,
    /** Of the beta posterior after Jeffreys' prior; it reaches to the end where all or none say yes. */
    JEFFREYS;

    /** With so many yeses among n, on the side that is asked for. */
    Interval of(int yes, int n, Inference inference) {
        double z = inference.normalReach();
        double share = (double) yes / n;
        double weight = n + z * z;
        double shifted = (yes + z * z / 2) / weight;
        double outside =
                inference.alternative() == Alternative.TWO_SIDED ? (1 - inference.level()) / 2 : 1 - inference.level();
        return switch (this) {
            case WALD -> around(share, z * Math.sqrt(share * (1 - share) / n), inference);
            case AGRESTI_COULL -> around(shifted, z * Math.sqrt(shifted * (1 - shifted) / weight), inference);
            case WILSON -> within(wilson(share, n, z, -1), wilson(share, n, z, 1), inference);
            case WILSON_CORRECTED ->
                within(
                        yes == 0 ? 0 : wilson(share - 0.5 / n, n, z, -1),
                        yes == n ? 1 : wilson(share + 0.5 / n, n, z, 1),
                        inference);
            case CLOPPER_PEARSON ->
                within(
                        yes == 0 ? 0 : BetaDistribution.of(yes, n - yes + 1.0).inverseCumulativeProbability(outside),
                        yes == n ? 1 : BetaDistribution.of(yes + 1.0, n - yes).inverseSurvivalProbability(outside),
                        inference);
            case JEFFREYS -> {
                BetaDistribution posterior = BetaDistribution.of(yes + 0.5, n - yes + 0.5);
                yield within(
                        yes == 0 ? 0 : posterior.inverseCumulativeProbability(outside),
                        yes == n ? 1 : posterior.inverseSurvivalProbability(outside),
                        inference);
            }
        };
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double wilson(double share, int n, double z, int side) {
        double half = z * z / (2 * n);
        return (share + half + side * z * Math.sqrt(share * (1 - share) / n + half / (2 * n))) / (1 + 2 * half);
    }

    private static Interval around(double centre, double reach, Inference inference) {
        return within(centre - reach, centre + reach, inference);
    }

    private static Interval within(double lower, double upper, Inference inference) {
        Interval open = inference.open(lower, upper);
        return new Interval(Math.max(0, open.lower()), Math.min(1, open.upper()), open.level());
    }
}
