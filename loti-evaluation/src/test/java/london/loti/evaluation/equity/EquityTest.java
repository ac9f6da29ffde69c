package london.loti.evaluation.equity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EquityTest {
    private static final Inference USUAL = Inference.usual();
    private static final double[] OUTCOME = {3, 5, 2, 8, 7, 9, 6, 10, 4, 12};
    private static final double[] ORDER = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void slopeAndRelativeIndexAgreeWithTheReference() {
        Cases expected = Cases.of("sii.rii");
        Effect effect = InequalityIndex.of(
                new double[] {2000, 2100, 1900, 2050, 1950}, new double[] {60, 64, 70, 73, 79}, USUAL);
        expected.check("sii", effect.headline().value());
        expected.check("se", effect.headline().standardError());
        expected.check("rii", effect.estimate("relative index").value());
        expected.check("rii_mean", effect.estimate("relative index to the mean").value());
    }

    @Test
    void groupsOfTheSameSizeOnALineHaveItsSlope() {
        // ridits .125, .375, .625, .875: from 10 to 13 by 1 is 4 over the whole order
        Effect effect = InequalityIndex.of(new double[] {5, 5, 5, 5}, new double[] {10, 11, 12, 13}, USUAL);
        assertThat(effect.headline().value()).isCloseTo(4, within(1e-12));
        assertThat(effect.estimate("relative index").value()).isCloseTo(13.5 / 9.5, within(1e-12));
        Effect more = InequalityIndex.of(new double[] {50, 50, 50, 50}, new double[] {1, 1.1, 1.2, 1.3}, USUAL);
        assertThat(more.estimate("relative index").value()).isCloseTo(13.5 / 9.5, within(1e-12));
    }

    @Test
    void theConcentrationIndexAgreesWithTheReference() {
        Cases.of("concentration.index")
                .check(
                        "ci",
                        ConcentrationIndex.of(OUTCOME, ORDER).index().headline().value());
    }

    @Test
    void theIndexIsTheSumOverAllPairs() {
        // slow: Σ Σ (y_i − y_j) sign(x_i − x_j) / (2 n² μ), ties included
        double[] order = {1, 2, 2, 4, 5, 5, 5, 8, 9, 10};
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                sum += (OUTCOME[i] - OUTCOME[j]) * Math.signum(order[i] - order[j]);
            }
        }
        double index = ConcentrationIndex.of(OUTCOME, order).index().headline().value();
        assertThat(index).isCloseTo(sum / (2 * 100 * 6.6), within(1e-12));
    }

    @Test
    void scaleAndOrderOfRowsDoNotChangeTheIndexAndASwappedOrderTurnsIt() {
        double[] order = {1, 2, 2, 4, 5, 5, 5, 8, 9, 10};
        Estimate before = ConcentrationIndex.of(OUTCOME, order).index().headline();
        double[] turned = new double[10];
        double[] turnedOrder = new double[10];
        for (int i = 0; i < 10; i++) {
            turned[i] = 5 * OUTCOME[9 - i];
            turnedOrder[i] = order[9 - i];
        }
        Estimate after = ConcentrationIndex.of(turned, turnedOrder).index().headline();
        assertThat(after.value()).isCloseTo(before.value(), within(1e-14));
        assertThat(after.standardError()).isCloseTo(before.standardError(), within(1e-14));
        double[] negative = Arrays.stream(order).map(v -> -v).toArray();
        assertThat(ConcentrationIndex.of(OUTCOME, negative).index().headline().value())
                .isCloseTo(-before.value(), within(1e-14));
    }

    @Test
    void theStandardErrorIsNearThatOfTheJackknife() {
        int n = 300;
        double[] outcome = new double[n];
        double[] order = new double[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            outcome[i] = 5 + i / 100.0 + 3 * Math.sin(i * 12.9898);
        }
        double[] without = new double[n];
        for (int i = 0; i < n; i++) {
            int left = i;
            int[] rows = IntStream.range(0, n).filter(r -> r != left).toArray();
            without[i] = ConcentrationIndex.of(
                            Arrays.stream(rows).mapToDouble(r -> outcome[r]).toArray(),
                            Arrays.stream(rows).mapToDouble(r -> order[r]).toArray())
                    .index()
                    .headline()
                    .value();
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double jackknife = Math.sqrt((n - 1.0)
                / n
                * Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum());
        double error = ConcentrationIndex.of(outcome, order).index().headline().standardError();
        assertThat(error / jackknife).isCloseTo(1, within(.03));
    }

    @Test
    void correctedIndicesMirrorIllness() {
        double[] ill = Arrays.stream(OUTCOME).map(v -> 12 - v).toArray();
        Effect health = ConcentrationIndex.of(OUTCOME, ORDER).bounded(0, 12);
        Effect illness = ConcentrationIndex.of(ill, ORDER).bounded(0, 12);
        // by hand: 4·6.6·(1/6)/12 and (1/6)·6.6·12/(5.4·6.6)
        assertThat(health.estimate("Erreygers").value()).isCloseTo(4 * 6.6 / 72, within(1e-12));
        assertThat(health.estimate("Wagstaff").value()).isCloseTo(2 / 5.4, within(1e-12));
        assertThat(illness.estimate("Erreygers").value())
                .isCloseTo(-health.estimate("Erreygers").value(), within(1e-12));
        assertThat(illness.estimate("Wagstaff").value())
                .isCloseTo(-health.estimate("Wagstaff").value(), within(1e-12));
    }

    @Test
    void theInteractionIsThatOfLeastSquares() {
        boolean[] treated = {true, false, true, false, true, true, false, false, true, false};
        Categories groups = Categories.of(List.of("a", "a", "a", "a", "b", "b", "b", "b", "b", "b"));
        Effect effect = SubgroupEffects.of(OUTCOME, treated, groups, USUAL);
        double[][] design = new double[4][10];
        for (int i = 0; i < 10; i++) {
            design[0][i] = 1;
            design[1][i] = treated[i] ? 1 : 0;
            design[2][i] = groups.code(i);
            design[3][i] = design[1][i] * design[2][i];
        }
        LeastSquares fit = LeastSquares.solve(design, OUTCOME);
        double error = Math.sqrt(fit.residualSquares() / 6 * fit.crossInverse()[3][3]);
        Estimate contrast = effect.estimate("b against a");
        assertThat(contrast.value()).isCloseTo(fit.coefficients()[3], within(1e-12));
        assertThat(contrast.standardError()).isCloseTo(error, within(1e-12));
        assertThat(effect.headline().statistic()).isCloseTo(contrast.statistic() * contrast.statistic(), within(1e-12));
        assertThat(effect.headline().pValue()).isCloseTo(contrast.pValue(), within(1e-12));
        assertThat(effect.estimate("effect in a").value()).isCloseTo(fit.coefficients()[1], within(1e-12));
        assertThat(effect.estimate("effect in a").pValue()).isNaN();
        assertThat(effect.estimate("effect in a").interval()).isNotNull();
    }

    @Test
    void aRelativeIndexNeedsALineAboveNought() {
        double[] people = {10, 10, 10, 10};
        Effect above = InequalityIndex.of(people, new double[] {1, 2.1, 2.9, 4}, USUAL);
        assertThat(above.estimates()).extracting(Estimate::term).contains("relative index");
        Effect through = InequalityIndex.of(people, new double[] {-1, .1, .9, 2}, USUAL);
        assertThat(through.estimates())
                .extracting(Estimate::term)
                .containsExactly("slope index", "relative index to the mean");
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> InequalityIndex.of(new double[] {1, 2}, new double[] {1, 2}, USUAL))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("three groups or more, but had 2");
        assertThatThrownBy(() -> InequalityIndex.of(new double[] {-1, 2, 3}, new double[] {1, 2, 3}, USUAL))
                .hasMessageContaining("0 people or more, but had -1.0");
        assertThatThrownBy(() -> ConcentrationIndex.of(new double[] {-1, 2, 3}, new double[] {1, 2, 3}))
                .hasMessageContaining("0 or above and finite, but one is not");
        assertThatThrownBy(() -> ConcentrationIndex.of(new double[] {1, 2, 3}, new double[] {1, 1, 1})
                        .index())
                .hasMessageContaining("all tie");
        assertThatThrownBy(() -> ConcentrationIndex.of(OUTCOME, ORDER).bounded(0, 10))
                .hasMessageContaining("between 0.0 and 10.0");
        assertThatThrownBy(() -> SubgroupEffects.of(
                        new double[] {1, 2, 3},
                        new boolean[] {true, false, true},
                        Categories.of(List.of("a", "a", "b")),
                        USUAL))
                .hasMessageContaining("group 2 in the order of their names has only one of them");
        assertThatThrownBy(() -> SubgroupEffects.of(
                        new double[] {1, 2, 3},
                        new boolean[] {true, false, true},
                        Categories.of(List.of("a", "a", "a")),
                        USUAL))
                .hasMessageContaining("needs two groups, but had 1");
    }
}
