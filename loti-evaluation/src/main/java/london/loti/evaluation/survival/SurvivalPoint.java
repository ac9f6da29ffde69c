package london.loti.evaluation.survival;

/**
 * One step of a survival curve: a row of its table. {@code NaN} stands for what is not defined, as an interval is not
 * once the curve has reached 0.
 *
 * @param time when somebody had the event
 * @param atRisk how many still waited just before
 * @param events how many had the event then
 * @param survival the share that still waits just after
 * @param standardError its standard error by Greenwood's formula
 * @param lower the lower end of its interval
 * @param upper the upper end of its interval
 * @param cumulativeHazard the Nelson-Aalen estimate, Σ events / at risk
 * @param cumulativeHazardError its standard error, √Σ events / at risk²
 */
public record SurvivalPoint(
        double time,
        int atRisk,
        int events,
        double survival,
        double standardError,
        double lower,
        double upper,
        double cumulativeHazard,
        double cumulativeHazardError) {}
