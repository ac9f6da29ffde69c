package london.loti.evaluation.planning;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class InterimLooksTest {
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8, 1};

    private static double[] bounds(InterimLooks looks) {
        return looks.looks().stream().mapToDouble(Look::bound).toArray();
    }

    /** Published for five even looks at 0.05, two-sided: Reboussin and others 2000, doi:10.1016/S0197-2456(00)00057-X. */
    @Test
    void boundsAreThePublishedOnes() {
        assertThat(bounds(InterimLooks.at(FIFTHS)))
                .containsExactly(new double[] {4.877, 3.357, 2.680, 2.290, 2.031}, within(6e-4));
        assertThat(bounds(InterimLooks.at(FIFTHS).withSpending(Spending.POCOCK)))
                .containsExactly(new double[] {2.438, 2.427, 2.410, 2.397, 2.386}, within(6e-4));
    }

    /** R: qnorm(0.975), qnorm(0.95). */
    @Test
    void oneLookAtTheEndIsTheUsualTest() {
        assertThat(bounds(InterimLooks.at(1))).containsExactly(new double[] {1.959964}, within(1e-6));
        assertThat(bounds(InterimLooks.at(1).oneSided())).containsExactly(new double[] {1.644854}, within(1e-6));
        Look look = InterimLooks.at(1).looks().get(0);
        assertThat(look.nominalLevel()).isCloseTo(0.05, within(1e-12));
        assertThat(look.spent()).isCloseTo(0.05, within(1e-12));
    }

    /** A one-sided test at half the level is nearly the two-sided: it differs by paths that leave below and come back. */
    @Test
    void sidesDifferByPathsThatLeaveAndComeBack() {
        assertThat(bounds(InterimLooks.at(FIFTHS).withAlpha(0.025).oneSided()))
                .containsExactly(bounds(InterimLooks.at(FIFTHS)), within(1e-5));
    }

    /** Of 40,000 studies without an effect, five in a hundred cross a bound; with the usual one at each look, 14 do. */
    @Test
    void theLevelIsKeptOverAllLooks() {
        double[] shares = {0.1, 0.35, 0.5, 0.52, 1};
        for (Spending spending : Spending.values()) {
            double[] bounds = bounds(InterimLooks.at(shares).withSpending(spending));
            assertThat(crossed(shares, bounds)).isCloseTo(0.05, within(0.004));
        }
        assertThat(crossed(FIFTHS, new double[] {1.96, 1.96, 1.96, 1.96, 1.96})).isCloseTo(0.142, within(0.006));
    }

    private static double crossed(double[] shares, double[] bounds) {
        SplittableRandom random = new SplittableRandom(17);
        int crossed = 0;
        int studies = 40_000;
        for (int i = 0; i < studies; i++) {
            double sum = 0;
            double before = 0;
            boolean out = false;
            for (int k = 0; k < shares.length; k++) {
                sum += Math.sqrt(shares[k] - before) * random.nextGaussian();
                before = shares[k];
                out |= Math.abs(sum) / Math.sqrt(shares[k]) >= bounds[k];
            }
            crossed += out ? 1 : 0;
        }
        return (double) crossed / studies;
    }

    @Test
    void aLookSaysWhetherToStopAndHowFarTheTruthMayLie() {
        List<Look> looks = InterimLooks.at(0.5).looks();
        Look half = looks.get(0);
        assertThat(half.bound()).isCloseTo(2.963, within(5e-4));
        Estimate small = Estimate.of("change", 2).withStandardError(1);
        assertThat(half.isCrossed(small)).isFalse();
        assertThat(half.isCrossed(Estimate.of("change", -3).withStandardError(1)))
                .isTrue();
        Interval interval = half.interval(small);
        assertThat(interval.lower()).isCloseTo(2 - half.bound(), within(1e-12));
        assertThat(interval.level()).isEqualTo(0.95);
        Look oneSided = InterimLooks.at(0.5).oneSided().looks().get(0);
        assertThat(oneSided.isCrossed(Estimate.of("change", -9).withStandardError(1)))
                .isFalse();
        assertThat(oneSided.interval(small).upper()).isInfinite();
    }

    @Test
    void looksThatCannotBeAreRefused() {
        assertThatThrownBy(InterimLooks::at).hasMessageContaining("there must be a look");
        assertThatThrownBy(() -> InterimLooks.at(0.5, 0.5)).hasMessageContaining("0.5 follows 0.5");
        assertThatThrownBy(() -> InterimLooks.at(50)).hasMessageContaining("up to 1");
        assertThatThrownBy(() -> InterimLooks.at(Double.NaN)).hasMessageContaining("NaN follows");
        assertThatThrownBy(() -> InterimLooks.at(1).withAlpha(0)).hasMessageContaining("above 0 and below 1");
        Look look = InterimLooks.at(1).looks().get(0);
        assertThatThrownBy(() -> look.isCrossed(Estimate.of("change", 1)))
                .hasMessageContaining("standard error above 0");
    }
}
