package london.loti.evaluation.planning;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much of the level of significance may be used up by the time that a share of the information is in (Lan and DeMets
 * 1983, doi:10.1093/biomet/70.3.659).
 */
public enum Spending {
    /** Hardly anything early, nearly all at the end: like O'Brien and Fleming's bounds. */
    OBRIEN_FLEMING,
    /** More evenly, so that early looks can stop a study: like Pocock's bounds. */
    POCOCK;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Of one tail's alpha. */
    double spent(double alpha, double share) {
        return switch (this) {
            case OBRIEN_FLEMING ->
                2 * NORMAL.survivalProbability(NORMAL.inverseSurvivalProbability(alpha / 2) / Math.sqrt(share));
            case POCOCK -> alpha * Math.log1p((Math.E - 1) * share);
        };
    }
}
