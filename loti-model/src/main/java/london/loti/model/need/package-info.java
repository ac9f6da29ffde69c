/**
 * A need is what keeps somebody offline, or would help. This package holds the words for it, as codelists that a
 * council may replace, and what a resident said in a conversation: {@link london.loti.model.need.NeedsSnapshot} over a
 * {@link london.loti.model.need.NeedsGrid}, and the {@link london.loti.model.need.AccessPackage} that would bring them
 * online.
 *
 * <p>Two snapshots of one resident are compared by {@link london.loti.model.need.NeedsComparison};
 * {@link london.loti.model.need.AlsoAskRules} say what else to ask, and why;
 * {@link london.loti.model.need.NeedsToServiceTypes} leads from needs to kinds of service by way of
 * {@link london.loti.model.need.Crosswalk}s, and tells what is lost; a {@link london.loti.model.need.CrisisEvent} is
 * recorded so that what was prevented can be counted.
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
