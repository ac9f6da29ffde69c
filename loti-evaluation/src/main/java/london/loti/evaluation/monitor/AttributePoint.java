package london.loti.evaluation.monitor;

import java.time.LocalDate;

/**
 * One point of a p or u chart: a row of its table.
 *
 * @param date when it was taken
 * @param count how many cases or events there were
 * @param denominator how many people there were, or how much exposure
 * @param value the count for one of the denominator
 * @param lowerLimit the lower limit for this denominator, 0 or more
 * @param upperLimit the upper limit for this denominator; at most 1 in a p chart
 * @param outside whether the value lies outside its limits
 */
public record AttributePoint(
        LocalDate date,
        double count,
        double denominator,
        double value,
        double lowerLimit,
        double upperLimit,
        boolean outside) {}
