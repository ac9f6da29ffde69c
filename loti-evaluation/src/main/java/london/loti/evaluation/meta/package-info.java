/**
 * Meta-analysis pools what several councils found. Where each has only an estimate and its error, it weighs the
 * estimates; where each can export sums, it fits one regression to the data of all without any person's row leaving a
 * council. Start at {@link london.loti.evaluation.meta.MetaAnalysis} and
 * {@link london.loti.evaluation.meta.FederatedPooling}.
 */
@NullMarked
package london.loti.evaluation.meta;

import org.jspecify.annotations.NullMarked;
