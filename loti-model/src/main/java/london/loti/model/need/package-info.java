/**
 * A need is what keeps somebody offline, or would help. This package holds the words for it, as codelists that a
 * council may replace, and what a resident said in a conversation: {@link london.loti.model.need.NeedsSnapshot} over a
 * {@link london.loti.model.need.NeedsGrid}, and the {@link london.loti.model.need.AccessPackage} that would bring them
 * online.
 *
 * <p><b>Unknown is not no:</b> every answer is one of {@link london.loti.model.need.Answer}. <b>No persona:</b> a
 * persona is an invented resident who stands for many. It serves design, survey samples, validation and disclosed
 * counts, and is never stored on a resident: there is no field for it here, because what fits many people may be wrong
 * for this one, and because a label outlives the reason it was given for. <b>Pseudonymous:</b> a resident is a
 * {@link london.loti.model.need.ResidentRef}, which means nothing outside the council's own system.
 */
@NullMarked
package london.loti.model.need;

import org.jspecify.annotations.NullMarked;
