package london.loti.evaluation.numeric;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NoncentralTTest {
    @Test
    void agreesWithQuadratureInFortyDigits() {
        // mpmath 1.3, mp.dps = 40: quad of the density of the root times ncdf(t s - ncp)
        double[][] known = {
            {2, 38, 3.16, 0.12640856583335},
            {-2, 38, 3.16, 2.5487246821243e-7},
            {1.5, 3, 0.5, 0.77569497358694},
            {-4, 1, 2, 0.0016825091243106},
            {10, 5, 12, 0.21692954466713},
            {2, 1000, 2.5, 0.30853734117782},
            {60, 20, 50, 0.83467706095903},
            {0, 7, 1.3, 0.09680048458561}
        };
        for (double[] row : known) {
            assertThat(NoncentralT.cumulative(row[0], row[1], row[2])).isCloseTo(row[3], within(1e-13));
        }
    }

    @Test
    void turnsRoundWithItsSign() {
        assertThat(NoncentralT.cumulative(1.2, 4, 0.7))
                .isCloseTo(1 - NoncentralT.cumulative(-1.2, 4, -0.7), within(1e-14));
    }

    @Test
    void meetsStudentAndTheNormal() {
        assertThat(NoncentralT.cumulative(1.2, 4, 1e-9)).isCloseTo(NoncentralT.cumulative(1.2, 4, 0), within(1e-9));
        assertThat(NoncentralT.cumulative(1.2, 1e9, 1))
                .isCloseTo(NoncentralT.cumulative(1.2, Double.POSITIVE_INFINITY, 1), within(1e-8));
    }

    @Test
    void wantsDegreesOfFreedom() {
        assertThatThrownBy(() -> NoncentralT.cumulative(1, 0, 1)).hasMessageContaining("df 0.0");
    }
}
