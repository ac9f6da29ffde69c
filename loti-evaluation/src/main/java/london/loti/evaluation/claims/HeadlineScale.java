package london.loti.evaluation.claims;

import java.util.regex.Pattern;

import london.loti.evaluation.estimate.Estimate;

/** Whether an estimate is a ratio, for which no change is 1 and not nought, by the words of its term. */
public final class HeadlineScale {
    /** A whole word: a concentration index is none. */
    private static final Pattern RATIO = Pattern.compile("\\bratio\\b|\\brelative index\\b", Pattern.CASE_INSENSITIVE);

    private HeadlineScale() {}

    /**
     * {@return whether no change is 1}
     *
     * @param estimate the estimate
     */
    public static boolean isRatio(Estimate estimate) {
        return RATIO.matcher(estimate.term()).find();
    }
}
