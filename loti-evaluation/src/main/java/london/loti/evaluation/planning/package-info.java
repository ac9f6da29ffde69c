/**
 * Planning a study: how many people or clusters it takes to see an effect, how small an effect those at hand can show,
 * and what several tests at once do to a p value. A power is the probability of a significant result where the effect is
 * as large as supposed. Start at {@link london.loti.evaluation.planning.TTestPower} for means,
 * {@link london.loti.evaluation.planning.ProportionsPower} for shares,
 * {@link london.loti.evaluation.planning.ClusterDesign} where people come in clusters,
 * {@link london.loti.evaluation.planning.Multiplicity} for several tests, and
 * {@link london.loti.evaluation.planning.InterimLooks} for several looks at one study while it runs.
 */
@NullMarked
package london.loti.evaluation.planning;

import org.jspecify.annotations.NullMarked;
