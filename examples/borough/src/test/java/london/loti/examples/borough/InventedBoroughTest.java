package london.loti.examples.borough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage.Geography;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class InventedBoroughTest {
    private static final InventedBorough BOROUGH = InventedBorough.withSeed(2021);

    @Test
    void givesTheSameBytesForTheSameSeedOnEveryMachine() {
        // Our own output of 2026, so that a change is noticed: whoever changes the drawing writes the new ones here.
        assertThat(sha256(BOROUGH.tableCsv()))
                .isEqualTo("a0ab600c35fc62ef8b3db5aa93a78a74294474a423a1b9f30afe26dd32503e73");
        assertThat(sha256(BOROUGH.boundariesGeoJson()))
                .isEqualTo("aa52b6db02af1053181d849f11a5ad5e53d13ac024a483849f4ccdddb4547462");
    }

    @Test
    void isDrawnAnewAndNotRemembered() {
        InventedBorough again = InventedBorough.withSeed(2021);
        assertThat(again.tableCsv()).isEqualTo(BOROUGH.tableCsv());
        assertThat(again.boundariesGeoJson()).isEqualTo(BOROUGH.boundariesGeoJson());
    }

    @Test
    void differsForAnotherSeed() {
        InventedBorough other = InventedBorough.withSeed(2022);
        assertThat(other.tableCsv()).isNotEqualTo(BOROUGH.tableCsv());
        assertThat(other.boundariesGeoJson()).isNotEqualTo(BOROUGH.boundariesGeoJson());
    }

    @Test
    void numbersItsAreasOutsideTheBlocksInUse() {
        assertThat(BOROUGH.code().value()).isEqualTo("E09990001");
        assertThat(BOROUGH.areas()).hasSize(150).allSatisfy(area -> {
            assertThat(area.code().value()).matches("E0199[0-9]{4}");
            assertThat(area.wardCode().value()).matches("E0599[0-9]{4}");
            assertThat(area.name()).matches("Hollowbrook 0[0-9]{2}[A-J]");
        });
        assertThat(BOROUGH.areas())
                .extracting(InventedArea::code)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(BOROUGH.areas())
                .extracting(InventedArea::name)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void saysInItsNameThatItIsInvented() {
        assertThat(BOROUGH.name()).contains("invented");
        assertThat(BOROUGH.table().metrics()).allSatisfy(metric -> {
            Source source = Objects.requireNonNull(metric.source());
            assertThat(source.title()).isEqualTo("Invented for this example");
            assertThat(source.licence().id()).isEqualTo("CC0-1.0");
        });
    }

    @Test
    void tellsTheWardAndBoroughOfEveryArea() {
        AreaTable table = BOROUGH.table();
        assertThat(table.vintage()).hasToString("LSOA 2021");
        assertThat(table.codes())
                .isEqualTo(BOROUGH.areas().stream().map(InventedArea::code).toList());
        assertThat(table.names())
                .isEqualTo(BOROUGH.areas().stream().map(InventedArea::name).toList());
        assertThat(table.parents(Geography.LTLA).orElseThrow().codes()).containsExactly(BOROUGH.code());
        List<AreaCode> wards = table.parents(Geography.WARD).orElseThrow().codes();
        assertThat(wards).hasSize(12);
        for (int row = 0; row < table.rowCount(); row++) {
            int ward = table.parents(Geography.WARD).orElseThrow().of(row).orElseThrow();
            assertThat(wards.get(ward)).isEqualTo(BOROUGH.areas().get(row).wardCode());
        }
    }

    @Test
    void makesWardsOfAboutOneSize() {
        for (Ward ward : Ward.all()) {
            assertThat(BOROUGH.areas().stream().filter(area -> area.wardCode().equals(ward.code())))
                    .as(ward.name())
                    .hasSizeBetween(6, 20);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    pop, 1000, 3000
                    pct65plus, 1, 45
                    pct75plus, 0.2, 30
                    pct_disabled, 4, 30
                    pct_hh_social_rented, 0, 95
                    pct_hh_overcrowded, 0, 60
                    pct_hh_deprived_2plus_dims, 2, 60
                    pct_main_language_not_english, 1, 80
                    pct_routine_elementary_occ, 0.5, 60
                    pct_unemployed, 0.5, 12
                    iod25_adult_skills_english, 0, 0.7
                    iod25_digital_connectivity, -4, 4
                    iod25_IMD_score, 0.5, 90
                    iod25_Income_score, 0, 1
                    iod25_Education_score, 0, 90
                    iod25_Health_score, -4, 4
                    dpi_online_response_pct, 70, 100
                    """)
    void keepsEveryColumnInItsRange(String metric, double low, double high) {
        double[] column = column(BOROUGH, metric);
        assertThat(column).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(column)).allMatch(value -> value >= low && value <= high);
        assertThat(Arrays.stream(column).distinct()).hasSizeGreaterThan(30);
    }

    @Test
    void countsNoPersonTwiceAndNoneInParts() {
        double[] residents = column(BOROUGH, "pop");
        double[] sixtyFive = column(BOROUGH, "pct65plus");
        double[] seventyFive = column(BOROUGH, "pct75plus");
        for (int row = 0; row < residents.length; row++) {
            assertThat(seventyFive[row]).isLessThan(sixtyFive[row]);
            double people = sixtyFive[row] / 100 * residents[row];
            assertThat(people).isCloseTo(Math.rint(people), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    pct65plus, pct75plus, 0.9, 1
                    pct65plus, pct_disabled, 0.05, 0.7
                    pct65plus, pct_hh_overcrowded, -0.9, -0.3
                    pct65plus, pct_main_language_not_english, -0.9, -0.3
                    iod25_Income_score, iod25_IMD_score, 0.85, 1
                    iod25_Income_score, pct_hh_social_rented, 0.5, 0.95
                    iod25_Income_score, pct_unemployed, 0.45, 0.95
                    iod25_Income_score, iod25_adult_skills_english, 0.5, 0.95
                    iod25_Income_score, iod25_Health_score, 0.5, 0.95
                    iod25_Education_score, iod25_adult_skills_english, 0.75, 1
                    pct_routine_elementary_occ, iod25_adult_skills_english, 0.75, 1
                    pct_hh_overcrowded, pct_main_language_not_english, 0.45, 0.95
                    pct_disabled, pct_hh_deprived_2plus_dims, 0.1, 0.8
                    pct_disabled, pct_main_language_not_english, -0.7, 0.1
                    dpi_online_response_pct, pct_disabled, -0.95, -0.4
                    dpi_online_response_pct, pct65plus, -0.9, -0.3
                    dpi_online_response_pct, pct_main_language_not_english, -0.1, 0.7
                    """)
    void correlatesAsARealBoroughDoesWhateverTheSeed(String one, String other, double low, double high) {
        for (long seed : new long[] {2021, 7, 8}) {
            InventedBorough borough = seed == 2021 ? BOROUGH : InventedBorough.withSeed(seed);
            assertThat(correlation(column(borough, one), column(borough, other)))
                    .as("seed %d", seed)
                    .isBetween(low, high);
        }
    }

    @Test
    void hasTheColumnsOfTheRealLondon() throws IOException {
        assertThat(realLondon().get(0)).isEqualTo(lines(BOROUGH.tableCsv()).get(0));
    }

    @Test
    void sharesNoCodeAndNoNameWithTheRealLondon() throws IOException {
        String real = String.join("\n", realLondon());
        assertThat(real).doesNotContain(",E0599", ",E0199", ",E0999", "Hollowbrook");
        assertThat(Ward.all()).allSatisfy(ward -> assertThat(real).doesNotContain(ward.name()));
    }

    @Test
    void writesTheTableThatItHolds() {
        List<String> lines = lines(BOROUGH.tableCsv());
        assertThat(lines).hasSize(151);
        assertThat(lines.get(1)).startsWith("Hollowbrook 001A,E01990001,");
        AreaTable table = BOROUGH.table();
        for (int row = 0; row < table.rowCount(); row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            assertThat(cells).hasSize(6 + table.metrics().size());
            for (int column = 0; column < table.metrics().size(); column++) {
                assertThat(Double.parseDouble(cells[6 + column])).isEqualTo(table.value(row, column));
                assertThat(cells[6 + column]).matches("-?[0-9]+(\\.[0-9]{1,6})?");
            }
        }
        assertThat(table.metrics().get(0).unit()).isEqualTo(MetricUnit.PEOPLE);
        assertThat(new HashSet<>(table.metrics())).hasSize(17);
    }

    static double[] column(InventedBorough borough, String metric) {
        return borough.table().copyColumn(borough.table().column(metric).orElseThrow());
    }

    private static List<String> realLondon() throws IOException {
        Path london = Path.of(System.getProperty("loti.shared", ""), "data", "london", "lsoa21_indicators.csv");
        assumeTrue(Files.isRegularFile(london), "shared data absent: " + london);
        return Files.readAllLines(london, UTF_8);
    }

    private static List<String> lines(String csv) {
        return csv.lines().toList();
    }

    private static String sha256(String document) {
        return Dataset.of("document", document.getBytes(UTF_8)).sha256();
    }

    /** Pearson's, as in a textbook. */
    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
        double xx = Arrays.stream(x).map(v -> (v - meanX) * (v - meanX)).sum();
        double yy = Arrays.stream(y).map(v -> (v - meanY) * (v - meanY)).sum();
        return xy / Math.sqrt(xx * yy);
    }
}
