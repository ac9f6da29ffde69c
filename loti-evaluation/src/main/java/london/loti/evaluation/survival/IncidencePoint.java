package london.loti.evaluation.survival;

/**
 * One step of an incidence curve: a row of its table.
 *
 * @param time when somebody had an event, of this cause or another
 * @param atRisk how many still waited just before
 * @param events how many had an event of this cause then
 * @param incidence the share that had an event of this cause by then
 * @param standardError its standard error
 * @param lower the lower end of its interval; {@code NaN} where the scale has none
 * @param upper the upper end of its interval; {@code NaN} where the scale has none
 */
public record IncidencePoint(
        double time, int atRisk, int events, double incidence, double standardError, double lower, double upper) {}
