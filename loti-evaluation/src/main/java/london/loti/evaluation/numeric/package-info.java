/**
 * Arithmetic that keeps its digits. Sums and products are carried as the unevaluated sum of two {@code double}s, about
 * 32 digits, so that cancellation in means, variances and least squares costs nothing that the input still held. Start
 * at {@link london.loti.evaluation.numeric.Sums} and {@link london.loti.evaluation.numeric.LeastSquares}. The package is
 * for the other packages of this module, which is why it is not exported.
 */
@NullMarked
package london.loti.evaluation.numeric;

import org.jspecify.annotations.NullMarked;
