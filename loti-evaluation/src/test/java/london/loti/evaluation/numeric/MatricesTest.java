package london.loti.evaluation.numeric;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MatricesTest {
    private static final int SIZE = 5;

    /** {@code B'B} of a random B, which is positive definite. */
    private static double[][] positive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] b = new double[SIZE][SIZE];
        for (double[] row : b) {
            for (int j = 0; j < SIZE; j++) {
                row[j] = random.nextDouble() - .5;
            }
        }
        return Matrices.multiply(transposed(b), b);
    }

    private static double[][] transposed(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    private static void assertNear(double[][] found, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(1e-9));
        }
    }

    private static double[][] identity() {
        double[][] identity = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    @Test
    void aFactorGivesBackItsMatrixItsInverseAndItsSolutions() {
        double[][] a = positive(1);
        double[][] lower = Matrices.cholesky(a);
        assertNear(Matrices.multiply(lower, transposed(lower)), a);
        assertNear(Matrices.multiply(Matrices.inverse(lower), a), identity());
        double[] b = {1, -2, 3, 0, 5};
        assertThat(Matrices.multiply(a, Matrices.solve(lower, b))).containsExactly(b, within(1e-9));
    }

    @Test
    void powersMultiplyAsPowersDo() {
        double[][] a = positive(2);
        double[][] root = Matrices.power(a, .5);
        assertNear(Matrices.multiply(root, root), a);
        assertNear(Matrices.multiply(Matrices.power(a, -.5), root), identity());
        assertNear(Matrices.power(a, 1), a);
    }

    @Test
    void aMatrixThatIsNotPositiveHasNoFactor() {
        assertThat(Matrices.cholesky(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Matrices.cholesky(new double[][] {{1, 1}, {1, 1}})).isEmpty();
    }

    @Test
    void aSandwichIsThreeProducts() {
        double[][] bread = positive(3);
        double[][] meat = positive(4);
        assertNear(Matrices.sandwich(bread, meat), Matrices.multiply(bread, Matrices.multiply(meat, bread)));
    }
}
