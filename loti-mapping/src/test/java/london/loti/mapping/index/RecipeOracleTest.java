package london.loti.mapping.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.mapping.SharedData;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.source.TableReader;
import london.loti.model.area.AreaCode;
import london.loti.model.table.CsvReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The bundled recipes on real data, against what their publishers published. */
class RecipeOracleTest {

    /** Greater Manchester Combined Authority, DERI 1.6, published to nine decimals. */
    @Test
    void deriOverallFollowsFromItsPublishedComponents() throws IOException {
        Path file = SharedData.file("data/deri/DERI_v1.6_nation_level_components_england_lsoa11.csv");
        AreaIndex index = build("deri-1.6-components", file);
        assertThat(index.rankedCount()).isEqualTo(32_844);
        Map<AreaCode, Double> published = column(file, "lsoa11_code", "deri_score_national");
        for (int row = 0; row < index.table().rowCount(); row++) {
            assertThat(index.score(row))
                    .isCloseTo(published.get(index.table().codes().get(row)), within(1e-8));
        }
    }

    /** MHCLG, English Indices of Deprivation 2025, scores published to three decimals. */
    @Test
    void imdFollowsFromItsDomainRanksWithEveryRankAndDecile() throws IOException {
        Path file = SharedData.file("data/deprivation/IoD2025_england_lsoa21_scores_ranks_deciles.csv");
        AreaIndex index = build("iod-2025", file);
        assertThat(index.rankedCount()).isEqualTo(33_755);
        Map<AreaCode, Double> scores = column(file, "lsoa21_code", "IMD_score");
        Map<AreaCode, Double> ranks = column(file, "lsoa21_code", "IMD_rank");
        Map<AreaCode, Double> deciles = column(file, "lsoa21_code", "IMD_decile");
        double greatest = 0;
        int otherRanks = 0;
        int otherDeciles = 0;
        for (int row = 0; row < index.table().rowCount(); row++) {
            AreaCode code = index.table().codes().get(row);
            greatest = Math.max(greatest, Math.abs(index.score(row) - scores.get(code)));
            otherRanks += index.rank(row).orElseThrow() == ranks.get(code) ? 0 : 1;
            otherDeciles += index.decile(row).orElseThrow() == deciles.get(code) ? 0 : 1;
        }
        assertThat(greatest).isLessThan(0.0005);
        assertThat(otherRanks).isZero();
        assertThat(otherDeciles).isZero();
    }

    /** Every area's contributions add up to its score, on real data and with every bundled recipe that has some. */
    @Test
    void contributionsAddUpToEveryScore() {
        Path london = SharedData.file("data/london/lsoa21_indicators.csv");
        for (String recipe : new String[] {"loti-london", "london-key-groups"}) {
            AreaIndex index = build(recipe, london);
            assertThat(index.rankedCount()).isEqualTo(4_994);
            for (int row = 0; row < index.table().rowCount(); row++) {
                AreaExplanation explanation =
                        index.explain(index.table().codes().get(row)).orElseThrow();
                double sum = explanation.contributions().stream()
                        .mapToDouble(Contribution::points)
                        .sum();
                assertThat(sum).isCloseTo(index.score(row), within(1e-9));
            }
        }
    }

    /** By its own definition: ranks of up to a fifth of 4,994 areas, so 998 where no values are equal. */
    @Test
    void keyGroupsFlagAFifthOfLondon() {
        AreaIndex index = build("london-key-groups", SharedData.file("data/london/lsoa21_indicators.csv"));
        index.recipe().indicators().forEach(indicator -> {
            long flagged = 0;
            for (int row = 0; row < index.table().rowCount(); row++) {
                flagged += index.score(row, indicator.id()) == 1 ? 1 : 0;
            }
            assertThat(flagged).as(indicator.id()).isBetween(980L, 1020L);
        });
    }

    private static AreaIndex build(String name, Path table) {
        Recipe recipe = Recipe.bundled(name);
        return IndexBuilder.of(recipe)
                .build(TableReader.forRecipe(recipe).read(table).orElseThrow())
                .orElseThrow();
    }

    private static Map<AreaCode, Double> column(Path file, String code, String column) throws IOException {
        Map<AreaCode, Double> values = new HashMap<>();
        try (CsvReader csv = CsvReader.open(file)) {
            int codes = csv.column(code);
            int numbers = csv.column(column);
            while (csv.next()) {
                values.put(new AreaCode(csv.text(codes)), csv.number(numbers));
            }
        }
        return values;
    }
}
