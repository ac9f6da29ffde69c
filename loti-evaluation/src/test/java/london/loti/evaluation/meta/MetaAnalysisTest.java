package london.loti.evaluation.meta;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Matrices;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MetaAnalysisTest {
    private static final double[] VALUES = {.3, -.1, .5, .9, .2};
    private static final double[] ERRORS = {.1, .2, .15, .3, .12};

    /** Logarithms of risk ratios and their errors. */
    private static MetaAnalysis bcg() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("data/evaluation/metafor_dat_bcg.csv"));
        double[] values = new double[lines.size() - 1];
        double[] errors = new double[lines.size() - 1];
        for (int i = 0; i < values.length; i++) {
            String[] cells = lines.get(i + 1).replaceAll("\"[^\"]*\"", "x").split(",", -1);
            double a = Double.parseDouble(cells[3]);
            double b = Double.parseDouble(cells[4]);
            double c = Double.parseDouble(cells[5]);
            double d = Double.parseDouble(cells[6]);
            values[i] = Math.log(a / (a + b) / (c / (c + d)));
            errors[i] = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
        }
        return MetaAnalysis.of(values, errors);
    }

    private static Interval interval(Estimate estimate) {
        Interval interval = estimate.interval();
        assertThat(interval).isNotNull();
        return interval;
    }

    @Test
    void agreesWithMetafor() throws IOException {
        Cases expected = Cases.of("meta.bcg");
        Effect reml = bcg().pool();
        expected.check("reml", reml.headline().value());
        expected.check("reml_se", reml.headline().standardError());
        expected.check("tau2", reml.diagnostics().get("tau2"));
        expected.check("I2", reml.diagnostics().get("I2 per cent"));
        expected.check("H2", reml.diagnostics().get("H2"));
        expected.check("Q", reml.diagnostics().get("Q"));
        assertThat(reml.diagnostics().get("Q p value") / expected.number("Qp")).isCloseTo(1, within(1e-9));
        expected.check("pi_lo", interval(reml.estimate("prediction")).lower());
        expected.check("pi_hi", interval(reml.estimate("prediction")).upper());
        Effect dl = bcg().withHeterogeneity(Heterogeneity.DERSIMONIAN_LAIRD).pool();
        expected.check("dl", dl.headline().value());
        expected.check("dl_se", dl.headline().standardError());
        expected.check("dl_tau2", dl.diagnostics().get("tau2"));
        expected.check("dl_I2", dl.diagnostics().get("I2 per cent"));
        Effect fixed = bcg().withHeterogeneity(Heterogeneity.NONE).pool();
        expected.check("fe", fixed.headline().value());
        expected.check("fe_se", fixed.headline().standardError());
        Effect hksj = bcg().withError(PooledError.HARTUNG_KNAPP).pool();
        expected.check("hksj_se", hksj.headline().standardError());
        expected.check("hksj_lo", interval(hksj.headline()).lower());
        expected.check("hksj_hi", interval(hksj.headline()).upper());
        // the reference's text: .18070 with the tau² of DerSimonian and Laird
        assertThat(bcg().withError(PooledError.HARTUNG_KNAPP)
                        .withHeterogeneity(Heterogeneity.DERSIMONIAN_LAIRD)
                        .pool()
                        .headline()
                        .standardError())
                .isCloseTo(.18070, within(5e-6));
    }

    /** The restricted log-likelihood, from its definition. */
    private static double likelihood(double tauSquared) {
        double weights = 0;
        double sum = 0;
        double logs = 0;
        for (int i = 0; i < VALUES.length; i++) {
            double w = 1 / (ERRORS[i] * ERRORS[i] + tauSquared);
            weights += w;
            sum += w * VALUES[i];
            logs += Math.log(w);
        }
        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < VALUES.length; i++) {
            squares += (VALUES[i] - mean) * (VALUES[i] - mean) / (ERRORS[i] * ERRORS[i] + tauSquared);
        }
        return (logs - Math.log(weights) - squares) / 2;
    }

    @Test
    void remlIsWhereTheRestrictedLikelihoodIsHighest() {
        double low = 0;
        double high = 5;
        for (int i = 0; i < 200; i++) { // golden section
            double a = high - (high - low) * .618033988749895;
            double b = low + (high - low) * .618033988749895;
            if (likelihood(a) > likelihood(b)) {
                high = b;
            } else {
                low = a;
            }
        }
        double tauSquared = MetaAnalysis.of(VALUES, ERRORS).pool().diagnostics().get("tau2");
        assertThat(tauSquared).isPositive().isCloseTo(low, within(1e-7)); // flat at the top: half the digits
    }

    @Test
    void estimatesThatAgreeHaveNoHeterogeneity() {
        MetaAnalysis alike = MetaAnalysis.of(new double[] {.3, .31, .29}, new double[] {.1, .2, .15});
        for (Heterogeneity method : Heterogeneity.values()) {
            Effect effect = alike.withHeterogeneity(method).pool();
            assertThat(effect.diagnostics()).containsEntry("tau2", 0.0).containsEntry("I2 per cent", 0.0);
        }
        double normal = alike.pool().headline().standardError();
        assertThat(alike.withError(PooledError.HARTUNG_KNAPP).pool().headline().standardError())
                .isLessThan(normal);
        assertThat(alike.withError(PooledError.HARTUNG_KNAPP_AT_LEAST_NORMAL)
                        .pool()
                        .headline()
                        .standardError())
                .isEqualTo(normal);
    }

    @Test
    void scaleShiftAndOrderMoveTheResultWithThem() {
        Effect before = MetaAnalysis.of(VALUES, ERRORS).pool();
        double[] turned = {.2, .9, .5, -.1, .3};
        double[] turnedErrors = {.12, .3, .15, .2, .1};
        Effect after = MetaAnalysis.of(
                        Arrays.stream(turned).map(v -> 100 * v + 7).toArray(),
                        Arrays.stream(turnedErrors).map(v -> 100 * v).toArray())
                .pool();
        assertThat(after.headline().value()).isCloseTo(100 * before.headline().value() + 7, within(1e-9));
        assertThat(after.headline().standardError())
                .isCloseTo(100 * before.headline().standardError(), within(1e-9));
        assertThat(after.diagnostics().get("I2 per cent"))
                .isCloseTo(before.diagnostics().get("I2 per cent"), within(1e-9));
    }

    @Test
    void thePredictionByStudentIsWider() {
        // by hand: t(3) .975 is 3.182446 for 1.959964
        MetaAnalysis analysis = MetaAnalysis.of(VALUES, ERRORS);
        Interval normal = interval(analysis.pool().estimate("prediction"));
        Interval student =
                interval(analysis.withPrediction(Prediction.STUDENT).pool().estimate("prediction"));
        assertThat((student.upper() - student.lower()) / (normal.upper() - normal.lower()))
                .isCloseTo(3.182446 / 1.959964, within(1e-6));
    }

    @Test
    void eggersTestIsTheWeightedRegressionOnTheStandardErrors() {
        // slow: (X'WX)^-1 X'Wy with weights 1 / se²
        double[][] cross = new double[2][2];
        double[] right = new double[2];
        for (int i = 0; i < VALUES.length; i++) {
            double w = 1 / (ERRORS[i] * ERRORS[i]);
            double[] row = {1, ERRORS[i]};
            for (int a = 0; a < 2; a++) {
                right[a] += w * row[a] * VALUES[i];
                for (int b = 0; b < 2; b++) {
                    cross[a][b] += w * row[a] * row[b];
                }
            }
        }
        double[] solved = Matrices.solve(Matrices.cholesky(cross), right);
        double squares = 0;
        for (int i = 0; i < VALUES.length; i++) {
            double rest = (VALUES[i] - solved[0] - solved[1] * ERRORS[i]) / ERRORS[i];
            squares += rest * rest;
        }
        double error = Math.sqrt(squares / 3 * Matrices.inverse(Matrices.cholesky(cross))[1][1]);
        Effect egger = MetaAnalysis.of(VALUES, ERRORS).eggerTest();
        assertThat(egger.estimate("slope").value()).isCloseTo(solved[1], within(1e-12));
        assertThat(egger.estimate("limit").value()).isCloseTo(solved[0], within(1e-12));
        assertThat(egger.estimate("slope").statistic()).isCloseTo(solved[1] / error, within(1e-12));
        assertThat(egger.estimate("slope").degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void leavingOneOutIsPoolingTheRest() {
        List<Estimate> without = MetaAnalysis.of(VALUES, ERRORS).leaveOneOut();
        assertThat(without).hasSize(5);
        Estimate rest = MetaAnalysis.of(new double[] {.3, .5, .9, .2}, new double[] {.1, .15, .3, .12})
                .pool()
                .headline();
        assertThat(without.get(1).as(rest.term())).isEqualTo(rest);
    }

    @Test
    void missingEstimatesAreLeftOutAndCounted() {
        Effect effect = MetaAnalysis.of(new double[] {.3, Double.NaN, .1, .4}, new double[] {.1, .1, Double.NaN, .2})
                .withInference(Inference.usual().withLevel(.9))
                .pool();
        assertThat(effect.n()).isEqualTo(2);
        assertThat(effect.diagnostics()).containsEntry("estimates left out", 2.0);
        assertThat(interval(effect.headline()).level()).isEqualTo(.9);
    }

    @Test
    void remlSettlesForManySets() {
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 200; trial++) {
            int k = 2 + random.nextInt(20);
            double[] values = random.doubles(k).map(v -> 3 * v).toArray();
            double[] errors = random.doubles(k).map(v -> .02 + v * v).toArray();
            assertThat(MetaAnalysis.of(values, errors).pool().diagnostics().get("tau2"))
                    .isNotNegative();
        }
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> MetaAnalysis.of(new double[] {1, 2}, new double[] {0, -1}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a standard error must be above 0, but was 0.0")
                .hasMessageContaining("but was -1.0");
        assertThatThrownBy(() -> MetaAnalysis.of(new double[] {1, Double.NaN}, new double[] {1, 1}))
                .hasMessageContaining("two estimates or more, but had 1");
        assertThatThrownBy(() -> MetaAnalysis.of(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("as many, but were 2 and 1");
        assertThatThrownBy(() -> MetaAnalysis.of(new double[] {1, 2, 3}, new double[] {1, 1, 1})
                        .eggerTest())
                .hasMessageContaining("all are alike");
    }
}
