package london.loti.evaluation.regression;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class GeneralisedLinearModelTest {
    private static final int N = 300;

    private static double[] x(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(N).map(v -> 20 + 40 * v).toArray();
    }

    private static double[] yes(double[] x, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Arrays.stream(x)
                .map(v -> random.nextDouble() < 1 / (1 + Math.exp(2 - v / 20)) ? 1 : 0)
                .toArray();
    }

    private static double[] counts(double[] x, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Arrays.stream(x)
                .map(v -> Math.floor(6 * random.nextDouble() * v / 30))
                .toArray();
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    private static Interval interval(Estimate estimate) {
        return java.util.Objects.requireNonNull(estimate.interval());
    }

    @Test
    void logitAgreesWithR() {
        Cases expected = Cases.of("logit.infert");
        StudyTable table = StudyReader.create()
                .numbers("case", "spontaneous", "induced")
                .read(SharedData.file("data/evaluation/datasets_infert.csv"))
                .orElseThrow();
        Design design = Design.withIntercept()
                .number("spontaneous", table.numbers("spontaneous"))
                .number("induced", table.numbers("induced"));
        GeneralisedLinearModel model = GeneralisedLinearModel.logit(design, table.numbers("case"));
        GeneralisedLinearFit fit = model.fit();
        Effect wald = fit.effect();
        Effect profile = model.withProfileIntervals().fit().effect();
        for (String name : design.names()) {
            Estimate estimate = wald.estimate(name);
            expected.check("coef/" + name, estimate.value());
            expected.check("se/" + name, estimate.standardError());
            expected.check("p/" + name, estimate.pValue());
            expected.check("wald_lo/" + name, interval(estimate).lower());
            expected.check("wald_hi/" + name, interval(estimate).upper());
            // the note of the case: R interpolates these two by a spline
            expected.check(
                    "profile_lo/" + name, interval(profile.estimate(name)).lower(), 2e-5);
            expected.check(
                    "profile_hi/" + name, interval(profile.estimate(name)).upper(), 2e-5);
        }
        for (Estimate ratio : fit.ratios()) {
            expected.check("or/" + ratio.term(), ratio.value());
        }
        expected.check("deviance", fit.deviance());
        expected.check("null_dev", fit.nullDeviance());
        expected.check("aic", fit.aic());
    }

    @Test
    void countsAgreeWithR() {
        Cases expected = Cases.of("its.sicily.step");
        StudyTable table = StudyReader.create()
                .numbers("aces", "stdpop", "smokban", "time", "month")
                .read(SharedData.file("data/evaluation/lopezbernal_sicily.csv"))
                .orElseThrow();
        double[] offset = Arrays.stream(table.numbers("stdpop")).map(Math::log).toArray();
        double[] month = table.numbers("month");
        Design step = Design.withIntercept()
                .number("smokban", table.numbers("smokban"))
                .number("time", table.numbers("time"));
        double[] aces = table.numbers("aces");
        GeneralisedLinearFit poisson =
                GeneralisedLinearModel.poisson(step, aces).withOffset(offset).fit();
        Estimate ratio = poisson.ratios().get(0);
        expected.check("rr_poisson", new double[] {
            ratio.value(), interval(ratio).lower(), interval(ratio).upper()
        });
        GeneralisedLinearFit quasi = GeneralisedLinearModel.quasiPoisson(step, aces)
                .withOffset(offset)
                .fit();
        expected.check("rr_quasi", byNormal(quasi));
        expected.check("disp2", quasi.dispersion());
        Design seasonal = step;
        for (int k = 1; k <= 2; k++) {
            double turn = 2 * Math.PI * k / 12;
            seasonal = seasonal.number(
                            "s" + k,
                            Arrays.stream(month).map(m -> Math.sin(turn * m)).toArray())
                    .number(
                            "c" + k,
                            Arrays.stream(month).map(m -> Math.cos(turn * m)).toArray());
        }
        GeneralisedLinearFit adjusted = GeneralisedLinearModel.quasiPoisson(seasonal, aces)
                .withOffset(offset)
                .fit();
        expected.check("rr_seasonal", byNormal(adjusted));
        expected.check("disp3", adjusted.dispersion());
        expected.check("coef3", adjusted.coefficients());
        expected.check(
                "se3",
                seasonal.names().stream()
                        .mapToDouble(name -> adjusted.effect().estimate(name).standardError())
                        .toArray());
    }

    private static double[] byNormal(GeneralisedLinearFit fit) { // the case takes z, where this method takes t
        Estimate estimate = fit.effect().headline();
        double reach = Inference.usual().normalReach() * estimate.standardError();
        return new double[] {
            Math.exp(estimate.value()), Math.exp(estimate.value() - reach), Math.exp(estimate.value() + reach)
        };
    }

    @Test
    void oneBinaryColumnGivesTheOddsRatioOfTheTable() {
        // by hand: 3 of 10 against 6 of 10, odds ratio (6/4)/(3/7) = 3.5; Woolf's variance 1/3 + 1/7 + 1/6 + 1/4
        double[] group = IntStream.range(0, 20).mapToDouble(i -> i < 10 ? 0 : 1).toArray();
        double[] outcome = IntStream.range(0, 20)
                .mapToDouble(i -> i < 3 || (i >= 10 && i < 16) ? 1 : 0)
                .toArray();
        Estimate estimate = GeneralisedLinearModel.logit(Design.withIntercept().number("group", group), outcome)
                .fit()
                .effect()
                .headline();
        assertThat(estimate.term()).isEqualTo("group");
        assertThat(estimate.value()).isCloseTo(Math.log(3.5), within(1e-14));
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(1 / 3.0 + 1 / 7.0 + 1 / 6.0 + 1 / 4.0), within(1e-13));
    }

    @Test
    void aicOfCountsIsThatOfTheDensity() {
        // by hand: the mean of 1, 2, 3 and 6 is 3; log densities are y·log 3 - 3 - log y!
        double[] outcome = {1, 2, 3, 6};
        double[] balanced = {-1, 1, 1, -1}; // uncorrelated with the residuals only by chance: compare with intercept
        GeneralisedLinearFit fit = GeneralisedLinearModel.poisson(
                        Design.withIntercept().number("x", balanced), outcome)
                .fit();
        double saturated = 0;
        double[] means = {3.5, 2.5, 2.5, 3.5};
        double[] factorials = {1, 2, 6, 720};
        for (int i = 0; i < 4; i++) {
            saturated += outcome[i] * Math.log(means[i]) - means[i] - Math.log(factorials[i]);
        }
        assertThat(fit.fitted()).containsExactly(means, within(1e-13));
        assertThat(fit.aic()).isCloseTo(-2 * saturated + 4, within(1e-12));
    }

    @Test
    void profileEndsAreWhereTheDevianceHasRisenEnough() {
        double[] x = x(1);
        double[] y = counts(x, 2);
        Design both = Design.withIntercept().number("x", x);
        GeneralisedLinearFit fit =
                GeneralisedLinearModel.poisson(both, y).withProfileIntervals().fit();
        double lower = interval(fit.effect().headline()).lower();
        Design other = Design.withIntercept().number("constant apart", counts(x(5), 9));
        GeneralisedLinearFit three = GeneralisedLinearModel.poisson(both.number("other", counts(x(5), 9)), y)
                .withProfileIntervals()
                .fit();
        double end = interval(three.effect().estimate("x")).lower();
        double held = GeneralisedLinearModel.poisson(other, y)
                .withOffset(times(x, end))
                .fit()
                .deviance();
        double z = 1.959963984540054; // R: qnorm(.975)
        assertThat(held - three.deviance()).isCloseTo(z * z, within(1e-9));
        assertThat(lower).isLessThan(fit.coefficients()[1]);
    }

    @Test
    void neitherUnitNorOriginNorOrderOfRowsMatters() {
        double[] x = x(3);
        double[] y = yes(x, 4);
        double[] moved = Arrays.stream(x).map(v -> 1e6 + v / 1000).toArray();
        GeneralisedLinearFit fit = GeneralisedLinearModel.logit(
                        Design.withIntercept().number("x", x), y)
                .fit();
        GeneralisedLinearFit other = GeneralisedLinearModel.logit(
                        Design.withIntercept().number("x", moved), y)
                .fit();
        assertThat(other.fitted()).containsExactly(fit.fitted(), within(1e-7)); // x itself lost 7 digits
        assertThat(other.coefficients()[1]).isCloseTo(1000 * fit.coefficients()[1], within(1e-4));
        int[] turned = IntStream.range(0, N).map(i -> (i * 7) % N).toArray();
        double[] xTurned = Arrays.stream(turned).mapToDouble(i -> x[i]).toArray();
        double[] yTurned = Arrays.stream(turned).mapToDouble(i -> y[i]).toArray();
        assertThat(GeneralisedLinearModel.logit(Design.withIntercept().number("x", xTurned), yTurned)
                        .fit()
                        .coefficients())
                .containsExactly(fit.coefficients(), within(1e-13));
    }

    @Test
    void weightsCountRowsSoManyTimes() {
        double[] x = x(6);
        double[] y = yes(x, 7);
        double[] twice = IntStream.range(0, 2 * N).mapToDouble(i -> x[i / 2]).toArray();
        double[] yTwice = IntStream.range(0, 2 * N).mapToDouble(i -> y[i / 2]).toArray();
        double[] two = new double[N];
        Arrays.fill(two, 2);
        GeneralisedLinearModel model =
                GeneralisedLinearModel.logit(Design.withIntercept().number("x", x), y);
        GeneralisedLinearFit weighted = model.withWeights(two).fit();
        GeneralisedLinearFit doubled = GeneralisedLinearModel.logit(
                        Design.withIntercept().number("x", twice), yTwice)
                .fit();
        assertThat(weighted.coefficients()).containsExactly(doubled.coefficients(), within(1e-13));
        assertThat(weighted.covariance()[1][1]).isCloseTo(doubled.covariance()[1][1], within(1e-15));
        assertThat(weighted.deviance()).isCloseTo(doubled.deviance(), within(1e-10));
        assertThat(model.withWeights(times(two, 17)).fit().coefficients())
                .containsExactly(model.fit().coefficients(), within(1e-13));
    }

    @Test
    void robustErrorsAreTheSandwich() {
        double[] x = x(8);
        double[] y = counts(x, 9);
        Design design = Design.withIntercept().number("x", x);
        GeneralisedLinearModel model = GeneralisedLinearModel.poisson(design, y);
        GeneralisedLinearFit fit = model.fit();
        double[] mean = fit.fitted();
        double[][] meat = new double[2][2];
        for (int i = 0; i < N; i++) {
            double[] row = {1, x[i]};
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    meat[a][b] += row[a] * row[b] * (y[i] - mean[i]) * (y[i] - mean[i]);
                }
            }
        }
        double[] bread = fit.covariance()[1];
        double slow = 0;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                slow += bread[a] * meat[a][b] * bread[b];
            }
        }
        double hc0 = model.withErrors(GeneralisedLinearModel.Errors.HC0).fit().covariance()[1][1];
        double hc1 = model.withErrors(GeneralisedLinearModel.Errors.HC1).fit().covariance()[1][1];
        assertThat(hc0).isCloseTo(slow, within(1e-12 * slow));
        assertThat(hc1).isCloseTo(slow * N / (N - 2), within(1e-12 * slow));
        List<String> own = IntStream.range(0, N).mapToObj(Integer::toString).toList();
        GeneralisedLinearFit clustered = model.withClusters(Categories.of(own)).fit();
        // every row a cluster of its own: N / (N - 1) · (N - 1) / (N - 2)
        assertThat(clustered.covariance()[1][1]).isCloseTo(slow * N / (N - 2), within(1e-12 * slow));
        assertThat(clustered.effect().clusters()).isEqualTo(N);
    }

    @Test
    void aRowThatLacksSomethingIsLeftOutYetPredicted() {
        double[] x = x(10);
        double[] y = yes(x, 11);
        y[5] = Double.NaN;
        x[6] = Double.NaN;
        GeneralisedLinearFit fit = GeneralisedLinearModel.logit(
                        Design.withIntercept().number("x", x), y)
                .fit();
        assertThat(fit.effect().n()).isEqualTo(N - 2);
        assertThat(fit.fitted()[5]).isBetween(0.0, 1.0);
        assertThat(fit.fitted()[6]).isNaN();
    }

    @Test
    void aColumnThatTellsTheOutcomeIsNamed() {
        double[] x = x(12);
        double[] y = yes(x, 13);
        double[] flag = IntStream.range(0, N)
                .mapToDouble(i -> y[i] == 1 && i % 3 == 0 ? 1 : 0)
                .toArray();
        Design quasi = Design.withIntercept().number("x", x).number("flag", flag);
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> GeneralisedLinearModel.logit(quasi, y).fit());
        assertThat(thrown.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(StudyProblem.SEPARATION);
            assertThat(finding.message()).contains("but flag does").contains("Maybe");
        });
        double[] perfect = Arrays.stream(x).map(v -> v > 40 ? 1 : 0).toArray();
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(
                                Design.withIntercept().number("x", x).number("other", x(14)), perfect)
                        .fit())
                .hasMessageContaining("perfectly")
                .hasMessageContaining("x");
        double[] noneThere =
                IntStream.range(0, N).mapToDouble(i -> i < 30 ? 0 : 1 + i % 4).toArray();
        double[] start = IntStream.range(0, N).mapToDouble(i -> i < 30 ? 1 : 0).toArray();
        assertThatThrownBy(() -> GeneralisedLinearModel.poisson(
                                Design.withIntercept().number("x", x).number("start", start), noneThere)
                        .fit())
                .hasMessageContaining("but start does");
    }

    @Test
    void aStrongButFiniteColumnIsNoSeparation() {
        double[] x = IntStream.range(0, 20_000).mapToDouble(i -> i % 2).toArray();
        double[] y = IntStream.range(0, 20_000)
                .mapToDouble(i -> i < 2 ? 1 - i : i % 2)
                .toArray();
        double coefficient = GeneralisedLinearModel.logit(Design.withIntercept().number("x", x), y)
                .fit()
                .coefficients()[1];
        // by hand: one of 10 000 differs in each group
        assertThat(coefficient).isCloseTo(2 * Math.log(9_999), within(1e-9));
    }

    @Test
    void badInputIsTold() {
        double[] x = x(15);
        double[] y = yes(x, 16);
        Design repeated = Design.withIntercept().number("x", x).number("again", times(x, 2));
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(repeated, y).fit())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'again' must not be a combination");
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(
                                Design.withIntercept().number("x", x), x)
                        .fit())
                .hasMessageContaining("an outcome must be 0 or 1");
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(
                                Design.withIntercept().number("x", x), new double[N])
                        .fit())
                .hasMessageContaining("the outcome must vary");
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(
                                Design.withIntercept().number("x", x), y)
                        .withWeights(times(x, -1))
                        .fit())
                .hasMessageContaining("a weight must be nought or more");
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(
                                Design.withIntercept().number("x", x), y)
                        .withProfileIntervals()
                        .withErrors(GeneralisedLinearModel.Errors.HC0)
                        .fit())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> GeneralisedLinearModel.logit(Design.withIntercept(4), new double[] {0, 1, 0, 1})
                        .withClusters(Categories.of(List.of("a", "a", "b", "b")))
                        .withErrors(GeneralisedLinearModel.Errors.HC0)
                        .fit())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clustered errors are of one kind");
        assertThatThrownBy(() ->
                        GeneralisedLinearModel.logit(Design.withIntercept().number("x", x), new double[3]))
                .hasMessageContaining("as many rows");
    }

    @Test
    void anIntervalOnOneSideIsOpenOnTheOther() {
        double[] x = x(17);
        Estimate estimate = GeneralisedLinearModel.quasiPoisson(
                        Design.withIntercept().number("x", x), counts(x, 18))
                .withInference(Inference.usual().withAlternative(Alternative.GREATER))
                .withProfileIntervals()
                .fit()
                .effect()
                .headline();
        assertThat(interval(estimate).upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval(estimate).lower()).isLessThan(estimate.value());
        assertThat(estimate.degreesOfFreedom()).isEqualTo(N - 2);
    }
}
