/**
 * How an outcome goes with other columns, taken together. An ordinary or weighted regression comes with the standard
 * errors that its design needs: those of equal spread, robust ones, those that allow for clusters or for neighbours in
 * time. A generalised linear model does the same for outcomes that are yes or no, or counts. Start at
 * {@link london.loti.evaluation.regression.Regression}.
 */
@NullMarked
package london.loti.evaluation.regression;

import org.jspecify.annotations.NullMarked;
