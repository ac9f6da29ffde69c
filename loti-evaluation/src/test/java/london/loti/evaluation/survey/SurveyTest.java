package london.loti.evaluation.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SurveyTest {
    private final double[] weights = new double[60];
    private final double[] values = new double[60];
    private final boolean[] young = new boolean[60];
    private final Categories clusters;
    private final Categories strata;
    private final Categories ages;
    private final Categories wards;

    SurveyTest() {
        SplittableRandom random = new SplittableRandom(6);
        List<String> cluster = new ArrayList<>();
        List<String> stratum = new ArrayList<>();
        List<String> age = new ArrayList<>();
        List<String> ward = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            weights[i] = 1 + random.nextInt(4);
            int hub = i / 6;
            values[i] = 10 * random.nextDouble() + hub;
            young[i] = random.nextInt(3) == 0;
            cluster.add("c" + hub);
            stratum.add(i < 24 ? "north" : "south");
            age.add(young[i] ? "young" : "old");
            ward.add("w" + random.nextInt(3));
        }
        clusters = Categories.of(cluster);
        strata = Categories.of(stratum);
        ages = Categories.of(age);
        wards = Categories.of(ward);
    }

    private SurveyDesign design() {
        return SurveyDesign.of(weights).withStrata(strata).withClusters(clusters);
    }

    @Test
    void theStratifiedMeanAgreesWithTheReference() {
        Cases expected = Cases.of("survey.strat");
        StudyTable table = StudyReader.create()
                .numbers("api00", "enroll", "pw", "fpc")
                .categories("stype")
                .read(SharedData.file("data/evaluation/survey_apistrat.csv"))
                .orElseThrow();
        SurveyDesign design = SurveyDesign.of(table.numbers("pw"))
                .withStrata(table.categories("stype"))
                .withPopulationSizes(table.numbers("fpc"));
        for (String column : List.of("api00", "enroll")) {
            Effect mean = design.mean(table.numbers(column));
            expected.check("mean/" + column, mean.headline().value());
            expected.check("se/" + column, mean.headline().standardError());
        }
        expected.check("deff", design.mean(table.numbers("api00")).diagnostics().get("design effect"));
    }

    @Test
    void theErrorIsThatOfTheClustersSums() {
        // slow: 4 and 6 clusters of 6 people each, in their order
        double sum = Arrays.stream(weights).sum();
        double mean = 0;
        for (int i = 0; i < 60; i++) {
            mean += weights[i] * values[i] / sum;
        }
        double[] totals = new double[10];
        for (int i = 0; i < 60; i++) {
            totals[i / 6] += weights[i] * (values[i] - mean) / sum;
        }
        double north = Arrays.stream(totals, 0, 4).average().orElseThrow();
        double south = Arrays.stream(totals, 4, 10).average().orElseThrow();
        double variance = 0;
        for (int c = 0; c < 10; c++) {
            variance += c < 4
                    ? (1 - 4 / 20.0) * 4 / 3 * (totals[c] - north) * (totals[c] - north)
                    : (1 - 6 / 15.0) * 6 / 5 * (totals[c] - south) * (totals[c] - south);
        }
        double[] sizes = new double[60];
        Arrays.setAll(sizes, i -> i < 24 ? 20 : 15);
        Effect effect = design().withPopulationSizes(sizes).mean(values);
        assertThat(effect.headline().value()).isCloseTo(mean, within(1e-12));
        assertThat(effect.headline().standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(effect.headline().degreesOfFreedom()).isEqualTo(8);
        assertThat(effect.clusters()).isEqualTo(10);
    }

    @Test
    void aDomainMeanIsTheRatioOfItsTotals() {
        double[] inside = new double[60];
        double[] product = new double[60];
        for (int i = 0; i < 60; i++) {
            inside[i] = young[i] ? 1 : 0;
            product[i] = inside[i] * values[i];
        }
        Effect domain = design().domainMean(values, young);
        Effect ratio = design().ratio(product, inside);
        assertThat(domain.headline().value()).isCloseTo(ratio.headline().value(), within(1e-12));
        assertThat(domain.headline().standardError()).isCloseTo(ratio.headline().standardError(), within(1e-12));
        double[] gaps = values.clone();
        for (int i = 0; i < 60; i++) {
            gaps[i] = young[i] ? values[i] : Double.NaN;
        }
        assertThat(design().mean(gaps).headline().standardError())
                .isCloseTo(domain.headline().standardError(), within(1e-12));
    }

    @Test
    void weightsTimesAConstantScaleTotalsOnly() {
        double[] larger = Arrays.stream(weights).map(w -> 5 * w).toArray();
        SurveyDesign scaled = SurveyDesign.of(larger).withStrata(strata).withClusters(clusters);
        assertThat(scaled.mean(values).headline().standardError())
                .isCloseTo(design().mean(values).headline().standardError(), within(1e-12));
        assertThat(scaled.total(values).headline().value())
                .isCloseTo(5 * design().total(values).headline().value(), within(1e-9));
        assertThat(scaled.total(values).headline().standardError())
                .isCloseTo(5 * design().total(values).headline().standardError(), within(1e-9));
    }

    @Test
    void withoutDesignTheMeanHasItsUsualError() {
        double[] ones = new double[60];
        Arrays.fill(ones, 1);
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 59;
        Effect effect = SurveyDesign.of(ones).mean(values);
        assertThat(effect.headline().standardError()).isCloseTo(Math.sqrt(variance / 60), within(1e-12));
        assertThat(effect.diagnostics())
                .containsEntry("Kish's design effect", 1.0)
                .doesNotContainKey("design effect");
    }

    private static SortedMap<String, Double> population(Map<String, Double> people) {
        return new TreeMap<>(people);
    }

    private static double sum(double[] weights, Categories categories, String label) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += categories.labels().get(categories.code(i)).equals(label) ? weights[i] : 0;
        }
        return sum;
    }

    @Test
    void postStratificationMeetsTheCellsAndKeepsRatiosWithin() {
        Weighting weighting =
                SurveyWeights.of(weights).postStratify(ages, population(Map.of("young", 400.0, "old", 600.0)));
        double[] after = weighting.weights();
        assertThat(sum(after, ages, "young")).isCloseTo(400, within(1e-9));
        assertThat(sum(after, ages, "old")).isCloseTo(600, within(1e-9));
        double factor = 400 / sum(weights, ages, "young");
        for (int i = 0; i < 60; i++) {
            if (young[i]) {
                assertThat(after[i]).isCloseTo(weights[i] * factor, within(1e-12));
            }
        }
    }

    @Test
    void rakingMeetsEveryMarginAndKeepsTheOddsOfTheSample() {
        List<Margin> margins = List.of(
                new Margin("age", ages, population(Map.of("young", 500.0, "old", 500.0))),
                new Margin("ward", wards, population(Map.of("w0", 200.0, "w1", 300.0, "w2", 500.0))));
        Weighting weighting = SurveyWeights.of(weights).rake(margins);
        double[] after = weighting.weights();
        assertThat(sum(after, ages, "young")).isCloseTo(500, within(1e-6));
        assertThat(sum(after, wards, "w1")).isCloseTo(300, within(1e-6));
        assertThat(weighting.largestMiss()).isLessThan(1e-10);
        assertThat(weighting.trimmed()).isZero();
        // the optimum has factors of age times ward: the odds ratio of two by two factors is 1
        double[][] factor = new double[2][3];
        for (int i = 0; i < 60; i++) {
            factor[ages.code(i)][wards.code(i)] = after[i] / weights[i];
        }
        assertThat(factor[0][0] * factor[1][1] / (factor[0][1] * factor[1][0])).isCloseTo(1, within(1e-9));
        assertThat(factor[0][0] * factor[1][2] / (factor[0][2] * factor[1][0])).isCloseTo(1, within(1e-9));
        // by hand: n Σw² / (Σw)²
        assertThat(weighting.designEffect())
                .isCloseTo(60 * Arrays.stream(after).map(w -> w * w).sum() / 1e6, within(1e-6));
    }

    @Test
    void trimmedWeightsAreToldAndKeepTheirSum() {
        Weighting weighting = SurveyWeights.of(weights)
                .trimmedTo(1.5)
                .postStratify(ages, population(Map.of("young", 500.0, "old", 500.0)));
        double[] after = weighting.weights();
        assertThat(weighting.trimmed()).isPositive();
        assertThat(weighting.largestMiss()).isGreaterThan(1e-6);
        assertThat(Arrays.stream(after).sum()).isCloseTo(1000, within(1e-6));
        assertThat(Arrays.stream(after).max().orElseThrow()).isLessThan(1.5 * 1000 / 60 + 1e-6);
    }

    @Test
    void badInputIsToldByItsWords() {
        assertThatThrownBy(() -> SurveyWeights.of(new double[] {1, -2, Double.NaN}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a weight must be above 0, but was -2.0")
                .hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> SurveyWeights.of(weights)
                        .postStratify(ages, population(Map.of("young", 1.0, "old", 2.0, "older", 3.0))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'older' has none\nMaybe merge it");
        assertThatThrownBy(() -> SurveyWeights.of(weights).postStratify(ages, population(Map.of("young", 1.0))))
                .hasMessageContaining("a category of the population, but this one has none");
        assertThatThrownBy(() -> SurveyWeights.of(weights)
                        .rake(List.of(
                                new Margin("age", ages, population(Map.of("young", 1.0, "old", 2.0))),
                                new Margin("ward", wards, population(Map.of("w0", 2.0, "w1", 3.0, "w2", 5.0))))))
                .hasMessageContaining("the same population, but were 3.0 and 10.0");
        Categories alone = Categories.of(List.of("a", "a", "b"));
        double[] three = {1, 2, 3};
        assertThatThrownBy(() -> SurveyDesign.of(three).withStrata(alone).mean(three))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("one has 1\nMaybe merge");
        assertThatThrownBy(() -> SurveyDesign.of(three)
                        .withPopulationSizes(new double[] {.1, .1, .1})
                        .mean(three))
                .hasMessageContaining("Maybe these are shares");
        assertThatThrownBy(() -> SurveyDesign.of(three).mean(new double[2]))
                .hasMessageContaining("3 people, but was of 2");
        assertThatThrownBy(() -> SurveyDesign.of(three).mean(new double[] {1, Double.NaN, Double.NaN}))
                .hasMessageContaining("two people or more must have a value, but 1 had");
    }
}
