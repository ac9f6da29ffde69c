/**
 * A match asks which persona a set of answers is nearest to, and says so only where enough is known, the persona is near
 * enough and the call is not too close. {@link london.loti.persona.match.PersonaMatcher} matches one set of answers with
 * an exact explanation, or a whole {@link london.loti.persona.attribute.Sample} in columns.
 *
 * <p><b>It suggests questions and help; it decides nothing.</b> An outcome carries the safeguards of UK GDPR Articles
 * 22A to 22D, and only a {@link london.loti.model.governance.DecisionRecord} closes it, which has no field for a persona.
 * Outcomes can't be written as JSON, do not show the persona in {@code toString()}, and know no resident: what is kept
 * of a conversation are needs and an access package. Batches leave as disclosed counts.
 */
@NullMarked
package london.loti.persona.match;

import org.jspecify.annotations.NullMarked;
