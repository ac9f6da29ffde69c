package london.loti.evaluation.economics;

/** When in its year an amount falls due. */
public enum Timing {
    /** A year after the year before, so that year 1 is discounted by a whole year: the Green Book's convention. */
    YEAR_END,
    /** Half a year earlier, because most amounts are spread over their year; year 0 stays undiscounted. */
    MID_YEAR
}
