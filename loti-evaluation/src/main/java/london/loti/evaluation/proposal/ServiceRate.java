package london.loti.evaluation.proposal;

import london.loti.evaluation.estimate.Estimate;

/**
 * How often one service succeeds.
 *
 * @param service its id
 * @param people of how many people it is counted, as shown
 * @param share of how many of them it succeeded, from 0 to 1, as counted
 * @param rate the same, steadied by all services, with the interval that holds it by the level's probability; where services
 *     do not differ it is the rate of all, without an interval
 * @param probabilityBelow the probability that its rate is below the threshold; {@code NaN} where services do not differ
 * @param lookAt whether that is above the limit
 */
public record ServiceRate(
        String service, long people, double share, Estimate rate, double probabilityBelow, boolean lookAt) {}
