/**
 * What an evaluation found: an effect. It is never a bare number: it carries its interval, how many people it is from,
 * the method and its convention, what the method takes for granted, the seed where chance was used, and the hash of the
 * data. Start at {@link london.loti.evaluation.estimate.Effect}.
 */
@NullMarked
package london.loti.evaluation.estimate;

import org.jspecify.annotations.NullMarked;
