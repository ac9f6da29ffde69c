package london.loti.evaluation.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.economics.Uncertain.Shape;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class UncertainTest {
    @Test
    void refusesWhatCouldNotBeAddedUp() {
        for (Uncertain.Shape shape : List.of(Uncertain.Shape.LOGNORMAL, Uncertain.Shape.NORMAL)) {
            assertThatThrownBy(() -> new Uncertain(shape, List.of(800.0, 1e300)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must keep its mean and every draw at most 1e15 in size");
        }
        assertThatThrownBy(() -> Uncertain.lognormal(-1e6, 1e5)).hasMessageContaining("at most 1e15");
        assertThatThrownBy(() -> Uncertain.fixed(-2e15)).hasMessageContaining("at most 1e15");
        assertThat(Uncertain.lognormal(-800, 1).mean()).isZero();
        assertThat(Uncertain.fixed(-1e15).mean()).isEqualTo(-1e15);
    }

    @Test
    void trianglesAndPertsAreThoseOfR() {
        Uncertain triangle = Uncertain.triangular(10, 20, 50);
        Uncertain pert = Uncertain.pert(10, 20, 50);
        Cases expected = Cases.of("mc.triangular");
        expected.check("tri_mean", triangle.mean());
        expected.check("tri_p05", triangle.quantile(0.05));
        expected.check("tri_p50", triangle.quantile(0.5));
        expected.check("tri_p95", triangle.quantile(0.95));
        expected.check("pert_mean", pert.mean());
        expected.check("pert_p05", pert.quantile(0.05));
        expected.check("pert_p95", pert.quantile(0.95));
    }

    @Test
    void drawsFollowTheDistribution() {
        Cases expected = Cases.of("mc.triangular");
        double[] triangle = Simulation.of(Map.of("x", Uncertain.triangular(10, 20, 50)))
                .withDraws(100_000)
                .run(in -> in.get("x"));
        Distribution drawn = Distribution.of(triangle);
        // four standard errors of the mean, and as much of the variance
        assertThat(drawn.mean()).isCloseTo(expected.number("tri_mean"), within(0.11));
        assertThat(drawn.deviation() * drawn.deviation()).isCloseTo(expected.number("tri_var"), within(1.0));
        Distribution pert = Distribution.of(Simulation.of(Map.of("x", Uncertain.pert(10, 20, 50)))
                .withDraws(100_000)
                .run(in -> in.get("x")));
        assertThat(pert.p05()).isCloseTo(expected.number("pert_p05"), within(0.15));
        assertThat(pert.p95()).isCloseTo(expected.number("pert_p95"), within(0.25));
    }

    @Test
    void theTableOfABetaIsAsGoodAsTheSearch() {
        Uncertain pert = Uncertain.pert(10, 20, 50);
        Sampler sampler = new Sampler("x", pert, 9);
        Sampler uniform = new Sampler("x", Uncertain.triangular(0, 1, 1), 9); // its quantile is √p
        for (int i = 0; i < 2_000; i++) {
            double root = uniform.draw(i);
            assertThat(sampler.draw(i)).isCloseTo(pert.quantile(root * root), within(2e-3));
        }
    }

    @Test
    void anEffectBecomesNormalWithTheErrorThatItsIntervalImplies() {
        Estimate estimate = Estimate.of("difference", 2).withInterval(new Interval(1, 3, 0.95));
        // 1 / 1.959964
        assertThat(Uncertain.of(estimate).parameters().get(1)).isCloseTo(0.510_213, within(1e-6));
        assertThat(Uncertain.of(Estimate.of("difference", 2).withStandardError(0.5)))
                .isEqualTo(Uncertain.normal(2, 0.5));
        assertThatThrownBy(() -> Uncertain.of(Estimate.of("difference", 2))).hasMessageContaining("but has neither");
    }

    @Test
    void aRatioIsLognormalAndItsIntervalDecides() {
        // exp(0.4 ± 1.959964·0.2)
        double lower = Math.exp(0.4 - 1.959_963_984_540_054 * 0.2);
        double upper = Math.exp(0.4 + 1.959_963_984_540_054 * 0.2);
        Uncertain risk =
                Uncertain.of(Estimate.of("risk ratio", Math.exp(0.4)).withInterval(new Interval(lower, upper, 0.95)));
        assertThat(risk.shape()).isEqualTo(Shape.LOGNORMAL);
        assertThat(risk.parameters().get(0)).isCloseTo(0.4, within(1e-12));
        assertThat(risk.parameters().get(1)).isCloseTo(0.2, within(1e-12));
        double[] draws = Simulation.of(Map.of("x", risk)).run(in -> in.get("x"));
        Distribution drawn = Distribution.of(draws);
        assertThat(drawn.median()).isCloseTo(Math.exp(0.4), within(0.02));
        assertThat(drawn.p025()).isCloseTo(lower, within(0.03));
        assertThat(drawn.p975()).isCloseTo(upper, within(0.06));
        assertThat(Arrays.stream(draws).min().orElseThrow()).isPositive();
        // the same from rounded digits: 1.49 (1.01 to 2.21)
        assertThat(Uncertain.ratio(1.49, 1.01, 2.21, 0.95).shape()).isEqualTo(Shape.LOGNORMAL);
        // a ratio by linearisation has a symmetric interval, and is normal
        assertThat(Uncertain.of(Estimate.of("ratio", 2).withInterval(new Interval(1.5, 2.5, 0.95)))
                        .shape())
                .isEqualTo(Shape.NORMAL);
    }

    @Test
    void anIntervalThatIsNeitherKeepsItsMedianAndItsEnds() {
        Interval interval = new Interval(-1, 2, 0.9);
        Uncertain difference = Uncertain.of(Estimate.of("difference", 0.1).withInterval(interval));
        assertThat(difference.shape()).isEqualTo(Shape.TWO_PIECE_NORMAL);
        assertThat(difference.quantile(0.05)).isCloseTo(-1, within(1e-12));
        assertThat(difference.quantile(0.5)).isCloseTo(0.1, within(1e-12));
        assertThat(difference.quantile(0.95)).isCloseTo(2, within(1e-12));
        Uncertain exact =
                Uncertain.of(Estimate.of("conditional odds ratio", 2).withInterval(new Interval(0.5, 30, 0.9)));
        assertThat(exact.shape()).isEqualTo(Shape.TWO_PIECE_LOGNORMAL);
        assertThat(exact.quantile(0.05)).isCloseTo(0.5, within(1e-12));
        assertThat(exact.quantile(0.5)).isCloseTo(2, within(1e-12));
        assertThat(exact.quantile(0.95)).isCloseTo(30, within(1e-11));
        for (Uncertain quantity : List.of(difference, Uncertain.ratio(2, 1.2, 5, 0.95))) {
            Distribution drawn = Distribution.of(
                    Simulation.of(Map.of("x", quantity)).withDraws(200_000).run(in -> in.get("x")));
            assertThat(drawn.mean()).isCloseTo(quantity.mean(), within(4 * drawn.deviation() / Math.sqrt(200_000)));
        }
        // both halves alike are one normal or lognormal
        assertThat(new Uncertain(Shape.TWO_PIECE_NORMAL, List.of(3.0, 2.0, 2.0)).mean())
                .isEqualTo(3);
        assertThat(new Uncertain(Shape.TWO_PIECE_LOGNORMAL, List.of(1.0, 0.5, 0.5)).mean())
                .isCloseTo(Uncertain.lognormal(1, 0.5).mean(), within(1e-12));
    }

    @Test
    void refusesWhatNoDistributionCanBeToldFrom() {
        assertThatThrownBy(() -> Uncertain.of(Estimate.of("odds ratio", 2).withInterval(new Interval(0, 9, 0.95))))
                .hasMessageContaining("must lie above 0, because it is a ratio");
        assertThatThrownBy(() -> Uncertain.of(Estimate.of("rate ratio", 2).withStandardError(0.3)))
                .hasMessageContaining("a closed interval, because it is a ratio");
        assertThatThrownBy(() -> Uncertain.of(Estimate.of("difference", 2).withInterval(new Interval(2, 2, 0.95))))
                .hasMessageContaining("between its ends");
        assertThatThrownBy(() -> Uncertain.ratio(1, 2, 3, 0.95)).hasMessageContaining("between its ends");
        assertThatThrownBy(() -> Uncertain.ratio(2, 1, 3, 95)).hasMessageContaining("must lie between 0 and 1");
        // a log odds ratio is no ratio
        assertThat(Uncertain.of(Estimate.of("log odds ratio", 0.4).withStandardError(0.3)))
                .isEqualTo(Uncertain.normal(0.4, 0.3));
    }

    @Test
    void meansAreThoseOfTheFormulas() {
        assertThat(Uncertain.beta(2, 6).mean()).isEqualTo(0.25);
        assertThat(Uncertain.lognormal(0, 1).mean()).isCloseTo(Math.exp(0.5), within(1e-12));
        assertThat(Uncertain.lognormal(2, 1).quantile(0.5)).isCloseTo(Math.exp(2), within(1e-9));
        assertThat(Uncertain.empirical(3, 1, 2).mean()).isEqualTo(2);
        assertThat(Uncertain.empirical(3, 1, 2).quantile(0.5)).isEqualTo(2);
        assertThat(Uncertain.fixed(4).quantile(0.1)).isEqualTo(4);
    }

    @Test
    void parametersMustFitTheShape() {
        assertThatThrownBy(() -> Uncertain.triangular(3, 2, 4)).hasMessageContaining("in ascending order");
        assertThatThrownBy(() -> Uncertain.normal(3, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Uncertain(Shape.FIXED, List.of(1.0, 2.0))).hasMessageContaining("the value");
        assertThatThrownBy(() -> Uncertain.empirical(1)).hasMessageContaining("two draws or more");
        assertThatThrownBy(() -> Uncertain.fixed(1).quantile(1)).hasMessageContaining("between 0 and 1");
    }
}
