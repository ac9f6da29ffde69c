package london.loti.evaluation.economics;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CascadeReachTest {
    private static final CascadeReach CASCADE = CascadeReach.of(
            Uncertain.fixed(40),
            Uncertain.beta(14, 6),
            Uncertain.pert(2, 5, 12),
            Uncertain.triangular(3, 6, 10),
            Uncertain.beta(30, 10));

    @Test
    void whereAllIsCertainItIsTheProduct() {
        CascadeReach.Result result = CascadeReach.of(
                        Uncertain.fixed(40),
                        Uncertain.fixed(0.75),
                        Uncertain.fixed(5),
                        Uncertain.fixed(6),
                        Uncertain.fixed(0.5))
                .simulate(100, 1);
        assertThat(result.people().mean()).isEqualTo(450);
        assertThat(result.people().interval().lower()).isEqualTo(450);
        assertThat(result.people().interval().upper()).isEqualTo(450);
        assertThat(result.product()).isEqualTo(450);
        assertThat(result.tornado()).isEmpty();
    }

    @Test
    void ofIndependentInputsMeanAndVarianceAreThoseOfTheProduct() {
        CascadeReach.Result result = CASCADE.simulate(200_000, 3);
        // E[x²] of each: a beta has variance ab/((a+b)²(a+b+1)), a PERT is a beta over its width, a triangle by its
        // formula
        double retained = 0.7 * 0.7 + 14.0 * 6 / (400 * 21);
        double alpha = 1 + 4 * 3.0 / 10;
        double beta = 1 + 4 * 7.0 / 10;
        double mean = 2 + 10 * alpha / 6;
        double sessions = mean * mean + 100 * alpha * beta / (36 * 7);
        double attendees = 19.0 / 3 * (19.0 / 3) + (9 + 36 + 100 - 18 - 30 - 60) / 18.0;
        double completing = 0.75 * 0.75 + 30.0 * 10 / (1600 * 41);
        double product = 40 * 0.7 * mean * 19 / 3 * 0.75;
        double deviation = Math.sqrt(1600 * retained * sessions * attendees * completing - product * product);
        assertThat(result.product()).isCloseTo(product, within(1e-9));
        assertThat(result.people().mean()).isCloseTo(product, within(4 * deviation / Math.sqrt(200_000)));
        assertThat(result.people().deviation()).isCloseTo(deviation, within(0.01 * deviation));
        assertThat(result.people().interval().lower()).isLessThan(product);
        assertThat(result.people().interval().upper()).isGreaterThan(product);
        assertThat(result.tornado()).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b.size(), a.size()));
        assertThat(result.tornado().get(0).input()).isEqualTo(CascadeReach.SESSIONS);
    }

    @Test
    void sessionsThatAreSmallerWhereTheyAreManyNarrowTheReach() {
        double alone = CASCADE.simulate(20_000, 3).people().deviation();
        double together = CASCADE.withRankCorrelations(
                        List.of(new RankCorrelation(CascadeReach.SESSIONS, CascadeReach.ATTENDEES, -0.6)))
                .simulate(20_000, 3)
                .people()
                .deviation();
        assertThat(together).isLessThan(0.9 * alone);
        assertThat(CASCADE.simulate(1_000, 3)).isEqualTo(CASCADE.simulate(1_000, 3));
    }

    @Test
    void tellsEveryInputThatIsOutOfRange() {
        assertThatThrownBy(() -> CascadeReach.of(
                        Uncertain.normal(5, 5),
                        Uncertain.fixed(70),
                        Uncertain.fixed(5),
                        Uncertain.fixed(5),
                        Uncertain.normal(0.9, 0.2)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("the count 'trainers' must not lie below 0")
                .hasMessageContaining("the share 'retained' must lie from 0 to 1")
                .hasMessageContaining("the share 'completing' must lie from 0 to 1");
    }
}
