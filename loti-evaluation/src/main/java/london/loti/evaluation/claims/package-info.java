/**
 * A claim is what may be said of an effect. How far it may go follows from how the study was made and from how well it
 * went, never from how big the number is: the design gives a level on the Maryland scale, faults of the study lower it, and
 * the level decides the strongest verb. Start at {@link london.loti.evaluation.claims.ClaimsGuard}.
 */
@NullMarked
package london.loti.evaluation.claims;

import org.jspecify.annotations.NullMarked;
