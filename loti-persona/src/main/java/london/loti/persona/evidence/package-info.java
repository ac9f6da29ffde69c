/**
 * Evidence is what a persona's claims rest on: cases and interviews that people have read and put into categories. Two
 * people who read the same case do not always choose the same category; how far they agree says how much the
 * categories can carry. {@link london.loti.persona.evidence.Ratings} holds who chose what, and
 * {@link london.loti.persona.evidence.Agreement} says how far the raters agree beyond chance.
 *
 * <p>Interviews are read segment by segment: a {@link london.loti.persona.evidence.Codebook} says what coders may say,
 * {@link london.loti.persona.evidence.Codings} what they said, and {@link london.loti.persona.evidence.Adjudication}
 * what stands in the end.
 *
 * <p>It is about the categories and their definitions, not about the raters, and never about a resident.
 */
@NullMarked
package london.loti.persona.evidence;

import org.jspecify.annotations.NullMarked;
