package london.loti.mapping.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Aggregation;
import london.loti.mapping.recipe.Normalisation;
import london.loti.mapping.recipe.Normalisation.Method;
import london.loti.mapping.recipe.Recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Expected values: R package COINr 1.1.14 on its ASEM example; Normalise(), Aggregate(), get_results(). */
class CoinrOracleTest {
    private static final double DIGITS = 1e-9; // COINr writes 15 digits; scores are of the order of 100

    @Test
    void minMaxAgrees() {
        assertNormalised(Normalisation.of(Method.MIN_MAX), "n_minmax");
    }

    @Test
    void zScoreAgrees() {
        assertNormalised(Normalisation.of(Method.Z_SCORE), "n_zscore");
    }

    @Test
    void rankAgrees() {
        assertNormalised(Normalisation.of(Method.RANK), "n_rank");
    }

    @Test
    void percentileRankAgrees() {
        assertNormalised(new Normalisation(Method.PERCENTILE_RANK, 0.0, 1.0, null), "n_prank");
    }

    private static void assertNormalised(Normalisation normalisation, String expected) {
        Map<String, List<String>> oracle = Asem.columns("expected_normalisations_long.csv");
        double[] raw = Asem.numbers(oracle.get("x"));
        double[] wanted = Asem.numbers(oracle.get(expected));
        Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
        List<String> indicators = oracle.get("iCode");
        for (int row = 0; row < raw.length; row++) {
            rowsOf.computeIfAbsent(indicators.get(row), of -> new ArrayList<>()).add(row);
        }
        assertThat(rowsOf).hasSize(49);
        if (expected.endsWith("rank")) {
            // Two of its values are the same fifteen digits in the file and differ in the sixteenth in R.
            rowsOf.remove("TolMin");
        }
        rowsOf.forEach((indicator, rows) -> {
            int[] at = rows.stream().mapToInt(Integer::intValue).toArray();
            double[] values = Arrays.stream(at).mapToDouble(row -> raw[row]).toArray();
            double[] expectedValues =
                    Arrays.stream(at).mapToDouble(row -> wanted[row]).toArray();
            new Normaliser(normalisation, new Order(values.length))
                    .apply(values, IntStream.range(0, values.length).toArray());
            assertThat(values).as(indicator).containsExactly(expectedValues, within(DIGITS));
        });
    }

    @Test
    void threeLevelsOfArithmeticMeansAndRanksAgree() {
        Recipe recipe = Asem.recipe(Normalisation.of(Method.MIN_MAX), Aggregation.ARITHMETIC_MEAN, true);
        AreaIndex index = IndexBuilder.of(recipe)
                .build(Asem.table("expected_dset_Treated.csv"))
                .orElseThrow();
        Map<String, List<String>> expected = Asem.columns("expected_dset_Aggregated.csv");
        assertScores(index, expected);
        assertRanks(index, expected);
    }

    private static void assertRanks(AreaIndex index, Map<String, List<String>> scores) {
        Map<String, List<String>> results = Asem.columns("expected_results_scores.csv");
        for (int row = 0; row < scores.get("uCode").size(); row++) {
            String country = scores.get("uCode").get(row);
            int at = results.get("uCode").indexOf(country);
            assertThat(index.rank(row))
                    .as(country)
                    .hasValue(Integer.parseInt(results.get("Rank").get(at)));
        }
    }

    @Test
    void arithmeticMeansOfNormalisedScoresAgree() {
        assertAggregated(Aggregation.ARITHMETIC_MEAN, "expected_aggregate_a_amean.csv");
    }

    @Test
    void geometricMeansOfNormalisedScoresAgree() {
        assertAggregated(Aggregation.GEOMETRIC_MEAN, "expected_aggregate_a_gmean.csv");
    }

    private static void assertAggregated(Aggregation aggregation, String file) {
        Recipe recipe = Asem.recipe(Normalisation.of(Method.AS_PUBLISHED), aggregation, false);
        AreaIndex index = IndexBuilder.of(recipe).build(Asem.table(file)).orElseThrow();
        assertScores(index, Asem.columns(file));
    }

    private static void assertScores(AreaIndex index, Map<String, List<String>> expected) {
        for (Component component : index.recipe().components()) {
            String column = expected.keySet().stream()
                    .filter(name -> Asem.id(name).equals(component.id()))
                    .findFirst()
                    .orElseThrow();
            double[] wanted = Asem.numbers(expected.get(column));
            double[] found = IntStream.range(0, wanted.length)
                    .mapToDouble(row -> index.score(row, component.id()))
                    .toArray();
            assertThat(found).as(column).containsExactly(wanted, within(DIGITS));
        }
    }
}
