package london.loti.evaluation.monitor;

import london.loti.model.finding.Finding;

/** What can be wrong with the data of a chart or a funnel. */
public enum ChartProblem implements Finding.Code {
    /** There are fewer points than the chart needs. */
    TOO_FEW_POINTS,
    /** A value is missing or not finite. */
    NO_NUMBER,
    /** A date is before the one above it. */
    DATE_ORDER,
    /** A date comes twice. */
    DUPLICATE_DATE,
    /** New limits are to begin at a date or position without a point, or so that a phase has one point only. */
    REBASE,
    /** A count is negative, not whole, or more than its denominator. */
    COUNT,
    /** A denominator is not above nought, or not whole where it counts. */
    DENOMINATOR,
    /** No unit or every unit is a case, so that chance has nothing to vary. */
    NO_VARIATION,
    /** A unit has no name, or one that comes twice. */
    UNIT_NAME,
    /** There are so few points that the limits will still move (a warning). */
    TRIAL_LIMITS
}
