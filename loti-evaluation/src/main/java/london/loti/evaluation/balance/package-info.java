/**
 * Balance: two groups are comparable in what was measured before when its values are distributed alike in both. Where
 * nobody drew lots, units are matched or weighted until they are, and only then is the outcome looked at; what was not
 * measured stays as it was. Start at {@link london.loti.evaluation.balance.Comparison}.
 */
@NullMarked
package london.loti.evaluation.balance;

import org.jspecify.annotations.NullMarked;
