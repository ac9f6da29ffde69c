package london.loti.evaluation.monitor;

import java.time.LocalDate;

/**
 * One point of an XmR chart: a row of its table. All numbers are in the unit of the values.
 *
 * @param date when it was taken
 * @param value the figure
 * @param phase which set of limits it is held against, counted from 1; a rebase begins a new one
 * @param mean the mean of its phase
 * @param lowerLimit the lower process limit
 * @param upperLimit the upper process limit
 * @param nearLower two thirds of the way from the mean to the lower limit
 * @param nearUpper two thirds of the way from the mean to the upper limit
 * @param cause the rule by which it shows a special cause
 * @param type whether that is good or bad
 */
public record XmrPoint(
        LocalDate date,
        double value,
        int phase,
        double mean,
        double lowerLimit,
        double upperLimit,
        double nearLower,
        double nearUpper,
        SpecialCause cause,
        PointType type) {}
