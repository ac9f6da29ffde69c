package london.loti.evaluation.claims;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Estimate;
import london.loti.model.outcome.OutcomeMeasure;

/** Whether an estimate is a ratio, for which no change is 1 and not nought, and what its unit is, by its term. */
public final class HeadlineScale {
    /** A whole word: a concentration index is none. */
    private static final Pattern RATIO = Pattern.compile("\\bratio\\b|\\brelative index\\b", Pattern.CASE_INSENSITIVE);

    private static final String STANDARD_DEVIATIONS = "standard deviations";

    private static final Set<String> STANDARDISED =
            Set.of("Cohen's d", "Hedges' g", "Glass' delta", "d_z", "g_z", "d_av", "d_rm", "d_pre", "SMCC", "SMCR");

    private HeadlineScale() {}

    /**
     * {@return the unit of an estimate that is no ratio: that of the measure, or standard deviations where the estimate is
     * divided by one}
     *
     * @param estimate the estimate
     * @param measure what it is on; null for the balance of groups, which is told in standard deviations
     */
    public static String unit(Estimate estimate, @Nullable OutcomeMeasure measure) {
        return measure == null || STANDARDISED.contains(estimate.term()) ? STANDARD_DEVIATIONS : measure.unit();
    }

    /**
     * {@return whether no change is 1}
     *
     * @param estimate the estimate
     */
    public static boolean isRatio(Estimate estimate) {
        return RATIO.matcher(estimate.term()).find();
    }
}
