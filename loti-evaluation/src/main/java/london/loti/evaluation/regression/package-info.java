/**
 * A regression says how an outcome goes with several columns at once: by how much it changes with one of them while the
 * others stay as they are. Counts and yes-or-no outcomes go by a generalised linear model. Start at
 * {@link london.loti.evaluation.regression.Design} for the columns and at
 * {@link london.loti.evaluation.regression.GeneralisedLinearModel}.
 */
@NullMarked
package london.loti.evaluation.regression;

import org.jspecify.annotations.NullMarked;
