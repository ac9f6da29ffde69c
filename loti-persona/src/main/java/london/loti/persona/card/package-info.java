/**
 * A persona card is a persona as people read it: one page to talk about when a service is designed, with everything
 * that the persona says and what each claim rests on. {@link london.loti.persona.card.PersonaCards} writes all cards of
 * a bank as one HTML file, to read on a screen and to print.
 */
@NullMarked
package london.loti.persona.card;

import org.jspecify.annotations.NullMarked;
