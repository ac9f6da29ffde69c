/**
 * The bootstrap says how far an estimate would move if the study were done again, by drawing from the study's own units
 * with replacement. Units may be people, pairs, or whole clusters, drawn within strata. Chance is a pure function of the
 * seed, the replicate and the draw, so that the bits are the same for any number of threads. Start at
 * {@link london.loti.evaluation.bootstrap.Bootstrap}.
 */
@NullMarked
package london.loti.evaluation.bootstrap;

import org.jspecify.annotations.NullMarked;
