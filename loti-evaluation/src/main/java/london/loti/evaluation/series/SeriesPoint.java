package london.loti.evaluation.series;

/**
 * One period of an interrupted time series.
 *
 * @param period the period
 * @param observed what was seen
 * @param fitted what the model says
 * @param withoutProgramme what the model says would have been without the interruption; as fitted before it
 */
public record SeriesPoint(int period, double observed, double fitted, double withoutProgramme) {}
