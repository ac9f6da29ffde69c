package london.loti.mapping.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.mapping.recipe.Base;
import london.loti.mapping.recipe.Indicator;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.metric.Metric;

import static london.loti.mapping.index.Samples.NONE;
import static london.loti.mapping.index.Samples.abc;
import static london.loti.mapping.index.Samples.overall;
import static london.loti.mapping.index.Samples.ranks;
import static london.loti.mapping.index.Samples.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class IndexBuilderTest {
    private static final String MIN_MAX = "{\"method\": \"MIN_MAX\", \"from\": 0, \"to\": 10}";
    private static final String AS_PUBLISHED = "{\"method\": \"AS_PUBLISHED\"}";
    private static final String REFUSE = "{\"policy\": \"REFUSE\"}";
    private static final String PROPAGATE = "{\"policy\": \"PROPAGATE\"}";

    private static String renormalise(double share) {
        return String.format(Locale.ROOT, "{\"policy\": \"RENORMALISE\", \"minimumShare\": %s}", share);
    }

    private static AreaIndex build(Recipe recipe, AreaTable table) {
        return IndexBuilder.of(recipe).build(table).orElseThrow();
    }

    private static String messages(Checked<?> built) {
        return String.join(
                "\n", built.findings().stream().map(Finding::toString).toList());
    }

    // By hand: a is 0, 5, 10; b is 0, 10, 5; c is reversed: 10, 5, 0. pair = (3b + c) / 4; all = (2a + 2 pair) / 4.
    @Test
    void arithmeticMeansAreThoseOfTheHand() {
        Recipe recipe = recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", REFUSE, "LOWER_IS_MORE_NEED");
        AreaIndex index = build(recipe, abc(new double[] {2, 3, 4}, new double[] {0, 20, 10}, new double[] {1, 2, 3}));
        assertThat(index.score(0, "pair")).isEqualTo(2.5);
        assertThat(overall(index)).containsExactly(1.25, 6.875, 6.875);
        assertThat(ranks(index)).containsExactly(3, 1, 1);
        assertThat(index.averageRank(1)).isEqualTo(1.5);
        assertThat(index.decile(0)).hasValue(10);
        assertThat(index.rowsByRank()).containsExactly(1, 2, 0);
    }

    // By hand: pair = (8^3 * 1)^(1/4) = 4.7568…; all = sqrt(4 * pair).
    @Test
    void geometricMeansAreThoseOfTheHandAndNoughtStaysNought() {
        Recipe recipe = recipe(AS_PUBLISHED, "GEOMETRIC_MEAN", "NORMALISED", REFUSE);
        AreaIndex index = build(recipe, abc(new double[] {4, 4}, new double[] {8, 0}, new double[] {1, 5}));
        assertThat(index.score(0, "pair")).isCloseTo(Math.pow(512, 0.25), within(1e-12));
        assertThat(index.score(0)).isCloseTo(Math.sqrt(4 * Math.pow(512, 0.25)), within(1e-12));
        assertThat(index.score(1)).isZero();
    }

    @Test
    void weightsAsPublishedAreNotBroughtToASumOfOne() {
        Recipe recipe = recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "AS_PUBLISHED", REFUSE);
        AreaIndex index = build(recipe, abc(new double[] {1, 0}, new double[] {1, 0}, new double[] {1, 1}));
        assertThat(overall(index)).containsExactly(2 * 1 + 2 * (3 + 1), 2 * 1);
    }

    @Test
    void missingValuesFollowThePolicy() {
        AreaTable table = abc(new double[] {1, 2, NONE}, new double[] {NONE, 4, 4}, new double[] {6, 8, 8});
        assertThat(messages(IndexBuilder.of(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", REFUSE))
                        .build(table)))
                .contains("a: the recipe refuses missing values, but 1 areas have none, first E01000003")
                .contains("b: the recipe refuses missing values, but 1 areas have none, first E01000001");
        assertThat(overall(build(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE), table)))
                .containsExactly(NONE, 3.5, NONE);
        // a quarter of the pair's weight is there: 6; then (2 * 1 + 2 * 6) / 4. In the third row only the pair: 5.
        assertThat(overall(build(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", renormalise(0.25)), table)))
                .containsExactly(3.5, 3.5, 5);
        // Less than half of the pair's weight is there, so it is missing too; half of the total is enough.
        assertThat(overall(build(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", renormalise(0.5)), table)))
                .containsExactly(1, 3.5, 5);
        // As published: what is there is scaled up to the whole weight. Row 1: pair 1 * 6 * 4 / 1, all 2 * 1 + 2 * 24.
        assertThat(overall(build(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "AS_PUBLISHED", renormalise(0.25)), table)))
                .containsExactly(50, 44, 80);
    }

    @Test
    void areasWithoutScoreAreToldAndHaveNoRank() {
        AreaTable table = abc(new double[] {1, 2, NONE}, new double[] {3, 4, 4}, new double[] {6, 8, 8});
        Checked<AreaIndex> built = IndexBuilder.of(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE))
                .build(table);
        assertThat(messages(built)).contains("1 of 3 areas have no overall score", "first E01000003");
        AreaIndex index = built.orElseThrow();
        assertThat(index.rank(2)).isEmpty();
        assertThat(index.decile(2)).isEmpty();
        assertThat(index.rankedCount()).isEqualTo(2);
        AreaExplanation none = index.explain(new AreaCode("E01000003")).orElseThrow();
        assertThat(none.words()).contains("has no score");
        assertThat(index.explain(new AreaCode("E01009999"))).isEmpty();
    }

    @Test
    void aConstantIndicatorIsRefusedAndNamed() {
        AreaTable table = abc(new double[] {7, 7, 7}, new double[] {1, 2, 3}, new double[] {NONE, NONE, NONE});
        assertThat(messages(IndexBuilder.of(recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE))
                        .build(table)))
                .contains("the table, a: an indicator must tell areas apart", "'c' are equal or missing");
    }

    @Test
    void everyAbsentColumnIsNamed() {
        AreaTable table = Samples.table(new String[] {"a", "cc"}, new double[] {1, 2}, new double[] {1, 2});
        assertThat(messages(IndexBuilder.of(recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", REFUSE))
                        .build(table)))
                .contains("the table, b: the recipe sample needs the column", "the table, c: ", "does not have it");
    }

    @Test
    void comparesWithinParentsWhereTheRecipeSaysSo() {
        String[] names = {"a", "b", "c"};
        double[] rising = {0, 5, 10, 100, 200, 7};
        AreaTable table = Samples.builder(names, rising, rising, rising)
                .parents(Samples.boroughs(1, 1, 1, 2, 2, 0))
                .build();
        Recipe recipe =
                recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE).withBase(Base.LTLA);
        assertThat(overall(build(recipe, table))).containsExactly(0, 5, 10, 0, 10, NONE);
        assertThat(messages(IndexBuilder.of(recipe.withBase(Base.WARD)).build(table)))
                .contains("compared within WARD, but the table has no column of these codes");
    }

    @Test
    void anIndicatorThatIsConstantInOneBaseHasNoScoreThere() {
        String[] names = {"a", "b", "c"};
        double[] rising = {0, 10, 4, 4};
        AreaTable table = Samples.builder(names, rising, rising, rising)
                .parents(Samples.boroughs(1, 1, 2, 2))
                .build();
        Checked<AreaIndex> built = IndexBuilder.of(recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE)
                        .withBase(Base.LTLA))
                .build(table);
        assertThat(messages(built)).contains("in 1 of 2 groups of areas (LTLA)");
        assertThat(overall(built.orElseThrow())).containsExactly(0, 10, NONE, NONE);
    }

    @Test
    void aCountIsDividedByItsDenominator() {
        Recipe recipe = Samples.parse("""
                {"id": "count", "version": "1", "title": "T", "description": "D", "date": "2026-11-23",
                 "base": "TABLE", "normalisation": {"method": "AS_PUBLISHED"},
                 "missing": {"policy": "REFUSE"},
                 "sources": [{"id": "s", "title": "T", "publisher": "P", "date": "2026", "licence": "OGL-UK-3.0"}],
                 "indicators": [{"id": "old", "label": "Old", "count": "n_old", "denominator": "n", "unit": "PERCENT",
                   "polarity": "HIGHER_IS_MORE_NEED", "source": "s", "reason": "R"}],
                 "components": [{"id": "overall", "label": "All", "aggregation": "ARITHMETIC_MEAN",
                   "weighting": "NORMALISED", "parts": [{"of": "old", "weight": 1}], "reason": "R"}]}
                """);
        String[] names = {"n_old", "n"};
        assertThat(overall(build(recipe, Samples.table(names, new double[] {1, 3}, new double[] {4, 4}))))
                .containsExactly(25, 75);
        assertThat(messages(
                        IndexBuilder.of(recipe).build(Samples.table(names, new double[] {1, 5}, new double[] {4, 4}))))
                .contains("n: a denominator must be above nought and at least the count, but is not for E01000002");
        assertThat(messages(
                        IndexBuilder.of(recipe).build(Samples.table(names, new double[] {0, 1}, new double[] {0, 4}))))
                .contains("is not for E01000001");
    }

    @Test
    void refusesATableOfAnotherVintage() {
        AreaTable table = AreaTable.builder(AreaVintage.parse("lsoa21"))
                .codes(Samples.codes(1))
                .build();
        assertThat(messages(
                        IndexBuilder.of(Recipe.bundled("deri-1.6-components")).build(table)))
                .contains("wants a table of LSOA 2011, but this one is of LSOA 2021");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIN_MAX", "Z_SCORE", "RANK", "PERCENTILE_RANK", "IOD_EXPONENTIAL", "HIGHEST_SHARE"})
    void aPositiveLinearChangeOfUnitsChangesNoScore(String method) {
        for (long seed = 1; seed <= 20; seed++) {
            double[][] columns = random(seed, 60);
            double[][] moved = Arrays.stream(columns)
                    .map(column -> Arrays.stream(column).map(v -> 8 * v - 24).toArray())
                    .toArray(double[][]::new);
            Recipe recipe = recipe("{\"method\": \"" + method + "\"}", "ARITHMETIC_MEAN", "NORMALISED", PROPAGATE);
            assertThat(overall(build(recipe, abc(moved[0], moved[1], moved[2]))))
                    .as("seed %d", seed)
                    .containsExactly(overall(build(recipe, abc(columns[0], columns[1], columns[2]))), within(1e-9));
        }
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        for (long seed = 1; seed <= 20; seed++) {
            double[][] columns = random(seed, 60);
            List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
            Collections.shuffle(order, new Random(seed));
            AreaTable.Builder shuffled = AreaTable.builder(AreaVintage.parse("lsoa21"))
                    .codes(order.stream().map(Samples.codes(60)::get).toList());
            for (int i = 0; i < 3; i++) {
                double[] column = columns[i];
                shuffled.column(
                        abc(columns[0], columns[1], columns[2]).metrics().get(i),
                        order.stream().mapToDouble(row -> column[row]).toArray());
            }
            Recipe recipe =
                    recipe("{\"method\": \"PERCENTILE_RANK\"}", "ARITHMETIC_MEAN", "NORMALISED", renormalise(0.5));
            assertThat(overall(build(recipe, shuffled.build())))
                    .as("seed %d", seed)
                    .containsExactly(overall(build(recipe, abc(columns[0], columns[1], columns[2]))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARITHMETIC_MEAN", "GEOMETRIC_MEAN"})
    void contributionsAddUpToTheScoreWhateverIsMissing(String aggregation) {
        for (String weighting : new String[] {"NORMALISED", "AS_PUBLISHED"}) {
            double[][] columns = random(5, 200);
            Recipe recipe = recipe(
                    MIN_MAX, aggregation, aggregation.startsWith("G") ? "NORMALISED" : weighting, renormalise(0.25));
            AreaIndex index = build(recipe, abc(columns[0], columns[1], columns[2]));
            for (int row = 0; row < 200; row++) {
                AreaExplanation explanation =
                        index.explain(index.table().codes().get(row)).orElseThrow();
                double sum = explanation.contributions().stream()
                        .mapToDouble(Contribution::points)
                        .sum();
                assertThat(explanation.contributions()).hasSize(3);
                if (Double.isNaN(index.score(row))) {
                    assertThat(explanation.rank()).isNull();
                } else {
                    assertThat(sum).isCloseTo(index.score(row), within(1e-9));
                }
            }
        }
    }

    @Test
    void whatLiesBelowAMissingComponentAddsNothing() {
        AreaTable table = abc(new double[] {4, 2}, new double[] {NONE, 4}, new double[] {6, 8});
        AreaIndex index = build(recipe(AS_PUBLISHED, "ARITHMETIC_MEAN", "NORMALISED", renormalise(0.5)), table);
        assertThat(index.explain(new AreaCode("E01000001")).orElseThrow().contributions())
                .extracting(Contribution::points)
                .containsExactly(4.0, 0.0, 0.0);
    }

    @Test
    void ranksAgreeWithCountingHowManyAreHigher() {
        double[][] columns = random(9, 300);
        AreaIndex index = build(
                recipe("{\"method\": \"HIGHEST_SHARE\"}", "ARITHMETIC_MEAN", "AS_PUBLISHED", PROPAGATE),
                abc(columns[0], columns[1], columns[2]));
        double[] scores = overall(index);
        for (int row = 0; row < scores.length; row++) {
            double score = scores[row];
            long higher = Arrays.stream(scores).filter(other -> other > score).count();
            if (!Double.isNaN(score)) {
                assertThat(index.rank(row)).hasValue((int) higher + 1);
                assertThat(index.decile(row)).hasValue((int) Math.ceil(10.0 * (higher + 1) / index.rankedCount()));
            }
        }
    }

    @Test
    void theResultAsATableHoldsValuesScoresComponentsRankAndDecile() {
        AreaIndex index = build(
                recipe(MIN_MAX, "ARITHMETIC_MEAN", "NORMALISED", REFUSE),
                abc(new double[] {2, 3, 4}, new double[] {0, 20, 10}, new double[] {1, 2, 3}));
        AreaTable table = index.toTable();
        assertThat(table.metrics())
                .extracting(Metric::id)
                .containsExactly(
                        "value_a",
                        "value_b",
                        "value_c",
                        "score_a",
                        "score_b",
                        "score_c",
                        "component_pair",
                        "overall",
                        "rank",
                        "decile");
        assertThat(table.copyColumn(1)).containsExactly(0, 20, 10);
        assertThat(table.copyColumn(8)).containsExactly(3, 2, 1);
    }

    /** DERI's documented method, invented areas: by hand, with a value at its greatest everywhere and at its least. */
    @Test
    void deriMethodScoresTheExtremesAtTenAndNought() {
        Recipe deri = Recipe.bundled("deri-method");
        AreaTable.Builder table = AreaTable.builder(AreaVintage.parse("lsoa21")).codes(Samples.codes(3));
        for (Indicator indicator : deri.indicators()) {
            boolean reversed = indicator.id().equals("download_speed");
            table.column(
                    deri.columns().stream()
                            .filter(m -> m.id().equals(indicator.column()))
                            .findFirst()
                            .orElseThrow(),
                    reversed ? new double[] {80, 20, 50} : new double[] {2, 10, 4});
        }
        AreaIndex index = build(deri, table.build());
        // The third area: every score is 10 * (4 - 2) / 8 = 2.5, and the speed 10 * (80 - 50) / 60 = 5.
        assertThat(overall(index)).containsExactly(new double[] {0, 10, (10.0 / 3 + 2.5 + 2.5) / 3}, within(1e-12));
    }

    /** Three columns with ties and a tenth missing. */
    private static double[][] random(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[3][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = random.nextInt(10) == 0 ? NONE : random.nextInt(40) / 4.0;
            }
        }
        return columns;
    }
}
