package london.loti.evaluation.proposal;

import london.loti.evaluation.estimate.Estimate;

/**
 * One area: people in need who were seen, over those whom the index expects.
 *
 * @param area its code
 * @param observed how many were seen, as shown
 * @param expected how many the index expects, rescaled so that all areas together have as many as were seen
 * @param ratio the first over the second, with the exact Poisson interval; its test allows for overdispersion
 * @param far whether it lies outside the limits that hold 99.8 per cent of areas
 */
public record AreaRatio(String area, long observed, double expected, Estimate ratio, boolean far) {}
