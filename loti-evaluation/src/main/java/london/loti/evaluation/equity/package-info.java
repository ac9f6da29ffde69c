/**
 * Equity asks who gained: whether an outcome follows deprivation, and whether an effect differs between groups. A
 * gradient index tells the outcome of the top of a social order from that of its bottom, all groups counted. Start at
 * {@link london.loti.evaluation.equity.InequalityIndex} for groups,
 * {@link london.loti.evaluation.equity.ConcentrationIndex} for people and
 * {@link london.loti.evaluation.equity.SubgroupEffects} for effects.
 */
@NullMarked
package london.loti.evaluation.equity;

import org.jspecify.annotations.NullMarked;
