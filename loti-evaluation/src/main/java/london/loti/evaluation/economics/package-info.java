/**
 * Was it worth it: a cost-benefit analysis sets what a programme brought beside what it cost, each in pounds of one
 * price year and discounted to one date. The benefits are those that would not have come without it, and each is valued
 * once. A whole-life cost does the same for options that differ in what they cost, such as open source software that
 * several councils share and a supplier's product. Every number can carry its uncertainty, so that the answer is a
 * distribution and the chance of being wrong. A ratio of benefits to costs is never called a pass or a fail.
 *
 * <p>Start at {@link london.loti.evaluation.economics.CostBenefit}, or at
 * {@link london.loti.evaluation.economics.WholeLifeCostModel} for the choice between options. Amounts are pounds,
 * costs and benefits alike are positive, and year 0 is the year of the decision.
 */
@NullMarked
package london.loti.evaluation.economics;

import org.jspecify.annotations.NullMarked;
