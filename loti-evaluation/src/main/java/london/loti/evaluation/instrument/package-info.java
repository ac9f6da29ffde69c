/**
 * A survey instrument is a set of questions with fixed answers and a fixed rule that turns the answers of one person
 * into scores. Nearly all of its mistakes are made in that rule: an item that is not turned round, a missing answer
 * counted as nought, raw sums averaged before they are converted, items added up that must stand alone. So the rule is
 * data here, versioned and with its source, and is applied to one person at a time.
 *
 * <p>Many instruments are somebody's property. Their wording is not in loti, and they open only to those who say under
 * which licence they use them. Start at {@link london.loti.evaluation.instrument.InstrumentRegistry}.
 */
@NullMarked
package london.loti.evaluation.instrument;

import org.jspecify.annotations.NullMarked;
