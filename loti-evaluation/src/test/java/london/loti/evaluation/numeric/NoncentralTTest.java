package london.loti.evaluation.numeric;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NoncentralTTest {
    /** t, df, ncp, probability up to t: mpmath 1.x, quad of the density of the scale, 30 digits. */
    private static final double[][] EXPECTED = {
        {1, 3, 0.5, 0.651528333010128},
        {2, 10, 1, 0.8076115625303752},
        {-1, 10, 1, 0.026801856769479545},
        {2, 1, 0.5, 0.7484855842392901},
        {30, 5, 20, 0.816197205014214},
        {0.5, 2.5, -1, 0.9226440475764485},
        {60, 30, 50, 0.8909736759609549},
        {12, 4, 45, 3.5576200606612436E-11},
        {-3, 8, 2, 2.079270631447253E-5},
        {2.1, 10000, 1.5, 0.7257073492636952},
        {-3, 17.776, 4, 1.269216871646954E-10},
        {-20, 6, 0, 5.07127637584979E-7},
    };

    @Test
    void agreesWithThirtyDigits() {
        for (double[] e : EXPECTED) {
            String what = "t " + e[0] + ", df " + e[1] + ", ncp " + e[2];
            assertThat(NoncentralT.cumulative(e[0], e[1], e[2])).as(what).isCloseTo(e[3], within(1e-11 * e[3]));
            assertThat(NoncentralT.survival(e[0], e[1], e[2])).as(what).isCloseTo(1 - e[3], within(1e-13));
            assertThat(NoncentralT.survival(-e[0], e[1], -e[2])).as(what).isCloseTo(e[3], within(1e-11 * e[3]));
        }
    }

    @Test
    void agreesWithASlowIntegration() {
        for (double df : new double[] {2, 7, 40, 300}) {
            for (double ncp : new double[] {-6, -1, 0, 2.5, 17}) {
                for (double t : new double[] {-2, 0, 1, 4, 20}) {
                    assertThat(NoncentralT.cumulative(t, df, ncp))
                            .as("t " + t + ", df " + df + ", ncp " + ncp)
                            .isCloseTo(slow(t, df, ncp), within(1e-7));
                }
            }
        }
    }

    /** The mean over equally likely chi-squared values. */
    private static double slow(double t, double df, double ncp) {
        ChiSquaredDistribution square = ChiSquaredDistribution.of(df);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double low = Math.sqrt(square.inverseCumulativeProbability(1e-13));
        double high = Math.sqrt(square.inverseSurvivalProbability(1e-13));
        int steps = 20_000;
        double step = (high - low) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double root = low + (i + 0.5) * step;
            double given = normal.cumulativeProbability(t * root / Math.sqrt(df) - ncp);
            sum += given * square.density(root * root) * 2 * root;
        }
        return sum * step;
    }

    @Test
    void isStudentsWithoutNoncentralityAndNormalWithManyDegrees() {
        for (double t : new double[] {-8, -1.5, 0, 0.3, 4}) {
            assertThat(NoncentralT.cumulative(t, 5, 0))
                    .isCloseTo(TDistribution.of(5).cumulativeProbability(t), within(1e-14));
            assertThat(NoncentralT.cumulative(t, Double.POSITIVE_INFINITY, 1))
                    .isEqualTo(NormalDistribution.of(1, 1).cumulativeProbability(t));
            assertThat(NoncentralT.cumulative(t, 1e9, 1))
                    .isCloseTo(NormalDistribution.of(1, 1).cumulativeProbability(t), within(1e-8));
        }
        assertThat(NoncentralT.cumulative(Double.POSITIVE_INFINITY, 3, 1)).isOne();
        assertThat(NoncentralT.cumulative(Double.NEGATIVE_INFINITY, 3, 1)).isZero();
    }

    @Test
    void bothWaysOfIntegratingMeet() {
        // the way changes at a noncentrality of 40, and there the probability must not jump
        for (double df : new double[] {3, 25, 120}) {
            double below = NoncentralT.cumulative(42, df, 40);
            double above = NoncentralT.cumulative(42, df, Math.nextUp(40.0));
            assertThat(above).as("df " + df).isCloseTo(below, within(1e-13));
        }
    }

    @Test
    void noncentralityTurnsTheProbabilityRound() {
        for (double t : new double[] {-30, -1.8, 0, 0.4, 5, 200}) {
            for (double df : new double[] {1, 9, 17.776, 430, Double.POSITIVE_INFINITY}) {
                for (double p : new double[] {0.005, 0.025, 0.5, 0.975}) {
                    double ncp = NoncentralT.noncentrality(t, df, p);
                    assertThat(NoncentralT.cumulative(t, df, ncp))
                            .as("t " + t + ", df " + df + ", p " + p)
                            .isCloseTo(p, within(1e-12));
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThatThrownBy(() -> NoncentralT.cumulative(Double.NaN, 3, 0)).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> NoncentralT.cumulative(1, 0, 0)).hasMessageContaining("degrees of freedom above 0");
        assertThatThrownBy(() -> NoncentralT.survival(1, 2, Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> NoncentralT.noncentrality(1, 2, 1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Roots.between(x -> x * x + 1, -1, 1)).hasMessageContaining("change its sign");
    }

    @Test
    void rootsAreFoundToTheLastDigit() {
        assertThat(Roots.between(x -> x * x - 2, 0, 5)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Roots.between(x -> Math.exp(x) - 1e-30, -700, 700)).isCloseTo(Math.log(1e-30), within(1e-12));
        assertThat(Roots.between(x -> x < 3 ? -1 : 1, 0, 10)).isCloseTo(3, within(1e-14)); // a step
        assertThat(Roots.between(x -> x, 0, 1)).isZero();
    }
}
