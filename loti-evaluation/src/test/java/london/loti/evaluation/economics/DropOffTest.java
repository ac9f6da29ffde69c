package london.loti.evaluation.economics;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DropOffTest {
    @Test
    void twoFollowUpsHaveAClosedForm() {
        DropOff found = DropOff.fitted(new double[] {0.5, 2}, new double[] {4, 3}, new double[] {0.4, 0.6});
        // rate ln(4/3)/1.5; its variance ((0.4/4)² + (0.6/3)²)/1.5²
        assertThat(found.rate()).isCloseTo(Math.log(4.0 / 3) / 1.5, within(1e-12));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(0.01 + 0.04) / 1.5, within(1e-12));
        assertThat(found.yearly()).isCloseTo(1 - Math.pow(0.75, 1 / 1.5), within(1e-12));
        assertThat(found.firstEffect()).isCloseTo(4, within(1e-12));
        assertThat(found.misfit()).isZero();
        assertThat(found.interval().upper() - found.rate())
                .isCloseTo(1.959_963_984_540_054 * found.standardError(), within(1e-12));
        assertThat(found.yearlyInterval().lower())
                .isCloseTo(-Math.expm1(-found.interval().lower()), within(1e-12));
        assertThat(found.words()).anyMatch(words -> words.contains("Two follow-ups fit any curve"));
    }

    @Test
    void effectsOnACurveGiveItsRateWhateverTheWeightsUnitsAndOrder() {
        double[] years = {3, 0, 1, 5, 2.5};
        double[] effects = new double[5];
        double[] minus = new double[5];
        double[] errors = {0.1, 0.5, 0.2, 0.3, 0.05};
        for (double rate : new double[] {0.02, 0.3, 1.1, -0.2}) {
            for (int i = 0; i < 5; i++) {
                effects[i] = 12 * Math.exp(-rate * years[i]);
                minus[i] = -effects[i];
            }
            assertThat(DropOff.fitted(years, effects, errors).rate()).isCloseTo(rate, within(1e-9));
            assertThat(DropOff.fitted(years, minus, errors).rate()).isCloseTo(rate, within(1e-9));
            assertThat(DropOff.fitted(years, effects, errors).misfit()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void noRateOfATrialFitsBetter() {
        double[] years = {0, 1, 2, 4};
        double[] effects = {5, 3.1, 2.9, -0.1};
        double[] errors = {0.5, 0.4, 0.6, 0.8};
        DropOff found = DropOff.fitted(years, effects, errors);
        double least = Double.POSITIVE_INFINITY;
        for (double rate = -1; rate < 2; rate += 1e-4) {
            double above = 0;
            double below = 0;
            for (int i = 0; i < 4; i++) {
                above += effects[i] * Math.exp(-rate * years[i]) / (errors[i] * errors[i]);
                below += Math.exp(-2 * rate * years[i]) / (errors[i] * errors[i]);
            }
            double squares = 0;
            for (int i = 0; i < 4; i++) {
                double residual = (effects[i] - above / below * Math.exp(-rate * years[i])) / errors[i];
                squares += residual * residual;
            }
            least = Math.min(least, squares);
        }
        assertThat(found.misfit()).isLessThanOrEqualTo(least + 1e-12).isCloseTo(least, within(1e-6));
    }

    @Test
    void overManyStudiesTheRateIsRightAndTheIntervalHoldsIt() {
        double[] years = {0, 0.5, 1, 2, 3};
        double[] errors = {0.3, 0.3, 0.35, 0.4, 0.4};
        SplittableRandom random = new SplittableRandom(5);
        int runs = 4_000;
        int held = 0;
        double[] rates = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] effects = new double[5];
            for (int i = 0; i < 5; i++) {
                effects[i] = 5 * Math.exp(-0.3 * years[i])
                        + errors[i] * Uncertain.normal(0, 1).quantile(1e-12 + (1 - 2e-12) * random.nextDouble());
            }
            DropOff found = DropOff.fitted(years, effects, errors);
            rates[run] = found.rate();
            held += found.interval().contains(0.3) ? 1 : 0;
        }
        assertThat(Sums.mean(rates)).isCloseTo(0.3, within(0.01));
        // 0.95 and four standard errors of a share
        assertThat((double) held / runs).isBetween(0.935, 0.965);
    }

    @Test
    void asAQuantityItLiesFromNoughtToOneAroundTheYearlyShare() {
        DropOff found =
                DropOff.fitted(new double[] {0, 1, 2}, new double[] {1, 0.8, 0.6}, new double[] {0.01, 0.1, 0.1});
        Uncertain quantity = found.quantity();
        assertThat(quantity.quantile(0.5)).isCloseTo(found.yearly(), within(0.001));
        assertThat(quantity.quantile(1e-9)).isBetween(0.0, 1.0);
        assertThat(quantity.quantile(1 - 1e-9)).isLessThan(1);
        assertThat(quantity.quantile(0.975)).isCloseTo(found.yearlyInterval().upper(), within(0.005));
        Line benefit = Line.benefit("b", "NHS", ValueKind.CASHABLE, 0, 100, 100, 100)
                .source(2026, "invented")
                .dropOffInput("fades")
                .build();
        Line cost = Line.cost("c", "council", 150).source(2026, "invented").build();
        CostBenefit analysis = CostBenefit.of(2026, List.of(cost, benefit))
                .withSchedule(DiscountSchedule.flat(0))
                .withInput("fades", quantity);
        double kept = 1 - quantity.mean();
        assertThat(analysis.assess().benefits()).isCloseTo(100 * (1 + kept + kept * kept), within(1e-9));
        CostBenefitUncertainty uncertainty = analysis.simulate(2_000, 1, 1);
        assertThat(uncertainty.netPresentValue().deviation()).isPositive();
        assertThat(uncertainty.tornado()).extracting(Simulation.Swing::input).containsExactly("fades");
        assertThat(uncertainty.tornado().get(0).resultAtLow())
                .isGreaterThan(uncertainty.tornado().get(0).resultAtHigh());
        assertThatThrownBy(() -> CostBenefit.of(2026, List.of(cost, benefit))
                        .withInput("fades", Uncertain.normal(0.2, 0.1))
                        .assess())
                .hasMessageContaining("must lie between 0 and 1 in every draw");
    }

    @Test
    void growthIsToldAndNoDropOff() {
        DropOff found =
                DropOff.fitted(new double[] {0, 1, 2}, new double[] {1, 1.2, 1.5}, new double[] {0.1, 0.1, 0.1});
        assertThat(found.grows()).isTrue();
        assertThat(found.yearly()).isNegative();
        assertThat(found.words()).anyMatch(words -> words.contains("The effect grew between follow-ups"));
        assertThatThrownBy(found::quantity)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the effect grew");
    }

    @Test
    void refusesWhatIsNoDecay() {
        double[] one = {1};
        double[] two = {1, 2};
        assertThatThrownBy(() -> DropOff.fitted(one, one, one)).hasMessageContaining("two follow-ups or more");
        assertThatThrownBy(() -> DropOff.fitted(two, two, new double[] {1, 0})).hasMessageContaining("above 0");
        assertThatThrownBy(() -> DropOff.fitted(new double[] {1, 1}, two, two)).hasMessageContaining("its own year");
        assertThatThrownBy(() -> DropOff.fitted(two, new double[] {1, -1}, two))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("vanish or turn");
        // far from a curve: up and down again
        assertThat(DropOff.fitted(
                                new double[] {0, 1, 2, 3}, new double[] {1, 3, 0.5, 2}, new double[] {0.1, 0.1, 0.1, 0.1
                                })
                        .words())
                .anyMatch(words -> words.contains("do not lie on an exponential curve"));
    }
}
