package london.loti.persona.fit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ProportionTest {
    @Test
    void wilsonsIntervalOfSevenCases() {
        List<Map<String, String>> cases = Samples.oracle("wilson95_results.csv");
        assertThat(cases).hasSize(7);
        for (Map<String, String> line : cases) {
            int total = Integer.parseInt(line.get("n"));
            Proportion share = Proportion.of(Integer.parseInt(line.get("x")), total);
            assertThat(share.low()).isCloseTo(Samples.number(line, "lower"), within(1e-12));
            assertThat(share.high()).isCloseTo(Samples.number(line, "upper"), within(1e-12));
            assertThat(share.estimate()).isEqualTo(share.count() / (double) total);
        }
    }

    /** The ends are where the score test just does not reject: |p − π| = z·√(π(1 − π)/n). */
    @Test
    void endsAreWhereTheScoreTestTurns() {
        double z = 1.959963984540054; // the 0.975 quantile of the standard normal distribution
        for (int total = 1; total <= 40; total++) {
            for (int count = 0; count <= total; count++) {
                Proportion share = Proportion.of(count, total);
                for (double end : new double[] {share.low(), share.high()}) {
                    double distance = Math.abs(share.estimate() - end);
                    double reach = z * Math.sqrt(end * (1 - end) / total);
                    assertThat(distance).as("%d of %d", count, total).isCloseTo(reach, within(1e-7));
                }
            }
        }
    }

    @Test
    void staysWithinNoughtAndOneAndMirrors() {
        for (int total = 1; total <= 200; total++) {
            for (int count = 0; count <= total; count++) {
                Proportion share = Proportion.of(count, total, 0.9);
                Proportion rest = Proportion.of(total - count, total, 0.9);
                assertThat(share.low()).isBetween(0.0, share.estimate());
                assertThat(share.high()).isBetween(share.estimate(), 1.0);
                assertThat(share.low()).isCloseTo(1 - rest.high(), within(1e-12));
            }
        }
    }

    @Test
    void moreConfidenceAndFewerPeopleMakeItWider() {
        assertThat(Proportion.of(30, 100, 0.99).low())
                .isLessThan(Proportion.of(30, 100).low());
        assertThat(Proportion.of(3, 10).high())
                .isGreaterThan(Proportion.of(30, 100).high());
    }

    @Test
    void ofNobodyThereIsNoEstimate() {
        Proportion none = Proportion.of(0, 0);
        assertThat(none.hasEstimate()).isFalse();
        assertThat(none.estimate()).isNaN();
        assertThat(none.low()).isNaN();
        assertThat(none.high()).isNaN();
        assertThat(none.words()).isEqualTo("0 of 0: no estimate");
        assertThat(none).isEqualTo(Proportion.of(0, 0));
    }

    @Test
    void saysItInWords() {
        assertThat(Proportion.of(3, 10).words()).isEqualTo("3 of 10: 30 % (95 % interval 10.8 to 60.3 %)");
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(11, 10))
                .withMessage("a count must be from 0 to its total, but was 11 of 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(-1, 10))
                .withMessageContaining("from 0 to its total");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proportion.of(1, 10, 1))
                .withMessage("confidence must be above 0 and below 1, but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 10, 0.4, 0.1, 0.6, 0.95))
                .withMessageContaining("count over its total")
                .withMessageContaining("Maybe call Proportion.of");
    }
}
