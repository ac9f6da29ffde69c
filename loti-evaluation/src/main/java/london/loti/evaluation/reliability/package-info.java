/**
 * Reliability says how far a measurement would come out the same again: over the items of an instrument (alpha), over
 * people who rate (intraclass correlation, kappa), and over time for one person, where only a change larger than chance
 * counts (reliable change).
 */
@NullMarked
package london.loti.evaluation.reliability;

import org.jspecify.annotations.NullMarked;
