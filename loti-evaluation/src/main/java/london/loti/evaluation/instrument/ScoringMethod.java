package london.loti.evaluation.instrument;

/** How the coded answers of a score's items become one number, before a factor, an offset or a table is applied. */
public enum ScoringMethod {
    /** The one item's answer itself: an item that stands alone, or a score that was computed elsewhere. */
    ITEM,
    /** Their sum; with answers that are scored 0 or 1 it is a count. */
    SUM,
    /** The mean of those that were answered. */
    MEAN,
    /**
     * 1 where every item has its highest answer, else 0. One that has not settles it, whatever else is missing.
     */
    ALL,
    /**
     * 1 where every subscale has an item with its highest answer, else 0. A subscale that surely has none settles it,
     * whatever else is missing.
     */
    ANY_PER_SUBSCALE
}
