/**
 * Disclosure is what happens when a published number lets a reader learn something about a person. A
 * {@link london.loti.model.disclosure.DisclosureRule} decides what may leave; a
 * {@link london.loti.model.disclosure.DisclosedTable} is the proof that it was asked, and only it can be drawn.
 */
@NullMarked
package london.loti.model.disclosure;

import org.jspecify.annotations.NullMarked;
