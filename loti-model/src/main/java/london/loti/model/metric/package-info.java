/**
 * A metric is what a column of numbers measures: its name, its unit, what it is a share of, and who published it.
 * Whether a high value means more or less need is not said here: that is a recipe's choice.
 */
@NullMarked
package london.loti.model.metric;

import org.jspecify.annotations.NullMarked;
