package london.loti.evaluation.economics;

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
