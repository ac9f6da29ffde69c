package london.loti.persona.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;
import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.fit.PersonaBounds.Code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class PersonaBoundsTest {
    private static final AreaVintage LSOA = AreaVintage.parse("lsoa21");
    private static final AreaCode FIRST = code(1);
    private static final Metric PEOPLE = Metric.of("pop", "Residents", MetricUnit.PEOPLE);
    private static final Metric HOUSEHOLDS = Metric.of("homes", "Households", MetricUnit.HOUSEHOLDS);
    private static final Metric OLDER = share("older", MetricUnit.PROPORTION);
    private static final Metric LANGUAGE = share("language", MetricUnit.PROPORTION);
    private static final Source CENSUS =
            new Source("census21", "Census 2021", "ONS", "2021-03-21", null, Licence.OGL_3, null);

    private static AreaCode code(int number) {
        return new AreaCode("E010%05d".formatted(number));
    }

    private static Metric share(String id, MetricUnit unit) {
        return Metric.of(id, id, unit).withDenominator("pop");
    }

    /** A builder of as many areas as there are numbers. */
    private static AreaTable.Builder areas(int count) {
        List<AreaCode> codes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            codes.add(code(i));
        }
        return AreaTable.builder(LSOA).codes(codes);
    }

    private static AreaTable.Builder one(Map<Metric, Double> shares) {
        AreaTable.Builder table = areas(1).column(PEOPLE, new double[] {1_500});
        shares.forEach((metric, share) -> table.column(metric, new double[] {share}));
        return table;
    }

    private static Map<Metric, Double> shares(Metric a, double p, Metric b, double q) {
        Map<Metric, Double> shares = new LinkedHashMap<>();
        shares.put(a, p);
        shares.put(b, q);
        return shares;
    }

    private static PersonaBounds bounds(AreaTable table, String... columns) {
        Checked<PersonaBounds> bounds = PersonaBounds.of("rose", table, List.of(columns));
        assertThat(bounds.findings()).isEmpty();
        return bounds.orElseThrow();
    }

    @Test
    void sixCasesAndTheLinearProgrammesOfEach() {
        for (Map<String, String> line : Samples.oracle("frechet_bounds.csv")) {
            Map<Metric, Double> shares = new LinkedHashMap<>();
            Map<Metric, Double> percent = new LinkedHashMap<>();
            List<String> ids = new ArrayList<>();
            for (String p : line.get("marginals").split(" ", -1)) {
                ids.add("trait_" + ids.size());
                shares.put(share(ids.get(ids.size() - 1), MetricUnit.PROPORTION), Double.parseDouble(p));
                percent.put(share(ids.get(ids.size() - 1), MetricUnit.PERCENT), Double.parseDouble(p) * 100);
            }
            AreaTable result =
                    bounds(one(shares).build(), ids.toArray(String[]::new)).table();
            AreaTable hundred =
                    bounds(one(percent).build(), ids.toArray(String[]::new)).table();
            String[] expected = {"lower", "independence", "upper"};
            for (int column = 0; column < 3; column++) {
                double value = Samples.number(line, expected[column]);
                assertThat(result.value(0, column)).as(line.get("case")).isCloseTo(value, within(1e-12));
                assertThat(hundred.value(0, column)).isCloseTo(100 * value, within(1e-11));
            }
            assertThat(result.value(0, 0)).isCloseTo(Samples.number(line, "lp_lower"), within(1e-9));
            assertThat(result.value(0, 2)).isCloseTo(Samples.number(line, "lp_upper"), within(1e-9));
        }
    }

    @Test
    void saysItForOneArea() {
        PersonaBounds bounds = bounds(one(shares(OLDER, 0.2, LANGUAGE, 0.15)).build(), "older", "language");
        assertThat(bounds.words(FIRST))
                .isEqualTo("between 0 and 15 % of residents; the census cannot say more; 3 % if the traits had nothing"
                        + " to do with each other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.words(code(9)))
                .withMessage("an area must be one of the table's (LSOA 2021), but was E01000009");
        assertThat(bounds).hasToString("PersonaBounds of 2 traits in 1 areas");
    }

    @Test
    void roundsTheEndsOutwards() {
        // 0.9512 + 0.9511 − 1 = 0.9023; min 0.9511; product 0.90468632
        assertThat(bounds(one(shares(OLDER, 0.9512, LANGUAGE, 0.9511)).build(), "older", "language")
                        .words(FIRST))
                .startsWith("between 90.2 and 95.2 % of residents")
                .contains("; 90.5 % if");
        assertThat(bounds(one(shares(OLDER, 0.01, LANGUAGE, 0.01)).build(), "older", "language")
                        .words(FIRST))
                .startsWith("between 0 and 1 % ")
                .contains("; less than 0.1 % if");
    }

    @Test
    void oneTraitIsItsPublishedShare() {
        Metric odd = share("odd", MetricUnit.PERCENT);
        // 7 / 100 * 100 is not 7 in binary
        PersonaBounds bounds = bounds(one(Map.of(odd, 7.0)).build(), "odd");
        for (int column = 0; column < 3; column++) {
            assertThat(bounds.table().value(0, column)).isEqualTo(7);
        }
        assertThat(bounds.words(FIRST)).isEqualTo("7 % of residents, as published: it is one trait only");
    }

    @Test
    void aMissingShareLeavesNoBounds() {
        AreaTable table = areas(2).column(PEOPLE, new double[] {1_500, 1_600})
                .column(OLDER, new double[] {0, 0.3})
                .column(LANGUAGE, new double[] {Double.NaN, 0.9})
                .build();
        PersonaBounds bounds = bounds(table, "older", "language");
        for (int column = 0; column < 3; column++) {
            assertThat(bounds.table().isMissing(0, column)).isTrue();
            assertThat(bounds.table().isMissing(1, column)).isFalse();
        }
        assertThat(bounds.words(FIRST)).isEqualTo("no bounds: the share of a trait is missing");
    }

    @Test
    void resultsSayWhatTheyAre() {
        AreaParents wards =
                AreaParents.of(AreaVintage.parse("ward24"), List.of(new AreaCode("E05000001")), List.of("Westfield"));
        AreaTable table = areas(1).names(List.of("Westfield 001A"))
                .parents(wards)
                .column(OLDER.withSource(CENSUS), new double[] {0.2})
                .column(LANGUAGE.withSource(CENSUS), new double[] {0.15})
                .build();
        AreaTable result = bounds(table, "older", "language").table();
        assertThat(result.metrics())
                .extracting(Metric::id)
                .containsExactly("rose_lower", "rose_independent", "rose_upper");
        assertThat(result.metrics()).extracting(Metric::unit).containsOnly(MetricUnit.PROPORTION);
        assertThat(result.metrics()).extracting(Metric::denominator).containsOnly("pop");
        assertThat(result.metrics()).extracting(Metric::source).containsOnly(CENSUS);
        assertThat(result.metrics().get(2).label()).isEqualTo("At most: language and older");
        assertThat(result.metrics().get(0).definition())
                .isEqualTo("Lower bound of the share with all of: language, older");
        assertThat(result.names()).containsExactly("Westfield 001A");
        assertThat(result.parents()).hasSize(1);
        assertThat(result.vintage()).isEqualTo(LSOA);
    }

    @Test
    void sourcesThatDifferAreNotMadeOne() {
        AreaTable result = bounds(
                        one(shares(OLDER.withSource(CENSUS), 0.2, LANGUAGE, 0.15))
                                .build(),
                        "older",
                        "language")
                .table();
        assertThat(result.metrics()).extracting(Metric::source).containsOnlyNulls();
    }

    @Test
    void passADisclosureRuleWithTheirDenominator() {
        AreaTable table = areas(2).column(PEOPLE, new double[] {1_500, 40})
                .column(OLDER, new double[] {0.5, 0.2})
                .column(LANGUAGE, new double[] {0.9, 0.9})
                .build();
        AreaTable counts = areas(2).column(PEOPLE, new double[] {1_500, 40}).build();
        DisclosedTable disclosed = DisclosureRule.withDefaults()
                .apply(bounds(table, "older", "language").table().join(counts));
        assertThat(disclosed.unchecked()).isEmpty();
        assertThat(disclosed.table().value(0, 2)).isEqualTo(0.5);
        assertThat(disclosed.table().isMissing(1, 2)).isTrue(); // 8 of 40 people
    }

    @Test
    void mixedUnitsBecomeProportions() {
        AreaTable result = bounds(
                        one(shares(share("older", MetricUnit.PERCENT), 80, LANGUAGE, 0.7))
                                .build(),
                        "older",
                        "language")
                .table();
        assertThat(result.metrics().get(0).unit()).isEqualTo(MetricUnit.PROPORTION);
        assertThat(result.value(0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(result.value(0, 1)).isCloseTo(0.56, within(1e-12));
        assertThat(result.value(0, 2)).isEqualTo(0.7);
    }

    @Test
    void orderOfColumnsDoesNotMatterAndUnrelatedLiesBetween() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            AreaTable.Builder table = areas(40).column(PEOPLE, new double[40]);
            List<String> columns = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                double[] values = random.doubles(40).toArray();
                values[random.nextInt(40)] = Double.NaN;
                columns.add("trait_" + k);
                table.column(share("trait_" + k, MetricUnit.PROPORTION), values);
            }
            AreaTable areas = table.build();
            AreaTable result =
                    PersonaBounds.of("rose", areas, columns).orElseThrow().table();
            Collections.shuffle(columns, new Random(seed));
            AreaTable shuffled =
                    PersonaBounds.of("rose", areas, columns).orElseThrow().table();
            assertThat(shuffled.metrics()).as("seed %d", seed).isEqualTo(result.metrics());
            for (int column = 0; column < 3; column++) {
                assertThat(shuffled.copyColumn(column)).as("seed %d", seed).isEqualTo(result.copyColumn(column));
            }
            for (int row = 0; row < 40; row++) {
                if (!result.isMissing(row, 0)) {
                    assertThat(result.value(row, 1)).isBetween(result.value(row, 0), result.value(row, 2));
                }
            }
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        AreaTable table = areas(3).column(PEOPLE, new double[] {1_500, 1_600, 1_700})
                .column(OLDER, new double[] {0.2, 25, -0.1})
                .column(share("renting", MetricUnit.PERCENT), new double[] {101, 100, 0})
                .build();
        Checked<PersonaBounds> bounds =
                PersonaBounds.of("rose", table, List.of("older", "renting", "pop", "oldr", "older"));
        assertThat(bounds.value()).isEmpty();
        assertThat(bounds.errors())
                .extracting(Finding::code)
                .containsExactly(
                        Code.OUTSIDE_RANGE,
                        Code.OUTSIDE_RANGE,
                        Code.OUTSIDE_RANGE,
                        Code.NOT_A_SHARE,
                        Code.UNKNOWN_COLUMN,
                        Code.DUPLICATE_COLUMN);
        assertThat(bounds.errors())
                .extracting(Finding::toString)
                .containsExactly(
                        "rose, older: the share of E01000002 must be from 0 to 1, but is not\nMaybe the unit is PERCENT.",
                        "rose, older: the share of E01000003 must be from 0 to 1, but is not",
                        "rose, renting: the share of E01000001 must be from 0 to 100, but is not",
                        "rose, pop: a trait must be a share, PERCENT or PROPORTION, but is PEOPLE"
                                + "\nMaybe divide it by its population first.",
                        "rose, oldr: a trait must be a column of the table, but is none\nMaybe 'older' is meant.",
                        "rose, older: a trait must come once, but comes twice");
    }

    @Test
    void warnsOfSharesOfDifferentPopulationsAndSaysItAgain() {
        AreaTable table = one(shares(OLDER, 0.2, LANGUAGE.withDenominator("homes"), 0.15))
                .column(HOUSEHOLDS, new double[] {600})
                .build();
        Checked<PersonaBounds> bounds = PersonaBounds.of("rose", table, List.of("older", "language"));
        assertThat(bounds.findings()).extracting(Finding::code).containsExactly(Code.DIFFERENT_POPULATIONS);
        assertThat(bounds.findings().get(0).message())
                .contains("these are shares of [homes (households), pop (residents)]")
                .contains("Maybe there is a table of the traits among the same people.");
        assertThat(bounds.orElseThrow().words(FIRST))
                .startsWith("between 0 and 15 % of those counted")
                .endsWith("these are shares of different populations, so even this range may be wrong");
        assertThat(bounds.orElseThrow().table().metrics())
                .extracting(Metric::denominator)
                .containsOnlyNulls();
    }

    @Test
    void warnsWhereNobodySaysOfWhom() {
        AreaTable table =
                one(shares(OLDER, 0.2, LANGUAGE.withDenominator(null), 0.15)).build();
        Checked<PersonaBounds> bounds = PersonaBounds.of("rose", table, List.of("older", "language"));
        assertThat(bounds.findings()).extracting(Finding::code).containsExactly(Code.POPULATION_NOT_SAID);
        assertThat(bounds.orElseThrow().words(FIRST)).endsWith("which the table does not say");
        assertThat(PersonaBounds.of("rose", table, List.of("language")).findings())
                .isEmpty();
    }

    @Test
    void saysHouseholdsOfHouseholds() {
        AreaTable table = one(shares(OLDER.withDenominator("homes"), 0.2, LANGUAGE.withDenominator("homes"), 0.15))
                .column(HOUSEHOLDS, new double[] {600})
                .build();
        assertThat(bounds(table, "older", "language").words(FIRST)).startsWith("between 0 and 15 % of households");
    }

    @Test
    void refusesACallThatAsksNothing() {
        AreaTable table = one(Map.of(OLDER, 0.2)).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonaBounds.of("rose", table, List.of()))
                .withMessageContaining("of none was asked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonaBounds.of("Rose Smith", table, List.of("older")))
                .withMessageContaining("lower case letters");
    }

    /** Real figures: what 65 and over, disabled and not speaking English at home can have in common in each LSOA. */
    @Test
    void boundsOfEveryLondonLsoa() throws IOException {
        String[] columns = {"pct65plus", "pct_disabled", "pct_main_language_not_english"};
        AreaTable london = london(columns);
        PersonaBounds bounds = bounds(london, columns);
        AreaTable result = bounds.table();
        assertThat(result.rowCount()).isEqualTo(4_994);
        for (int row = 0; row < result.rowCount(); row++) {
            double[] shares = new double[columns.length];
            for (int k = 0; k < columns.length; k++) {
                shares[k] = london.value(row, london.column(columns[k]).orElseThrow());
            }
            double lower = Math.max(0, Arrays.stream(shares).sum() - 200);
            double upper = Arrays.stream(shares).min().orElseThrow();
            double unrelated = shares[0] / 100 * shares[1] / 100 * shares[2];
            assertThat(result.value(row, 0)).isCloseTo(lower, within(1e-10));
            assertThat(result.value(row, 1)).isCloseTo(unrelated, within(1e-10));
            assertThat(result.value(row, 2)).isEqualTo(upper);
        }
        // City of London 001A: 25.067751, 10.305085 and 14.128187 per cent; product 0.365 per cent
        assertThat(bounds.words(FIRST))
                .isEqualTo(
                        "between 0 and 10.4 % of residents; the census cannot say more; 0.4 % if the traits had nothing"
                                + " to do with each other");
    }

    private static AreaTable london(String... columns) throws IOException {
        try (CsvReader csv = CsvReader.open(SharedData.file("data/london/lsoa21_indicators.csv"))) {
            List<AreaCode> codes = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            while (csv.next()) {
                codes.add(new AreaCode(csv.text(csv.column("lsoa21_code"))));
                double[] row = new double[columns.length + 1];
                row[columns.length] = csv.number(csv.column("pop"));
                for (int k = 0; k < columns.length; k++) {
                    row[k] = csv.number(csv.column(columns[k]));
                }
                rows.add(row);
            }
            AreaTable.Builder table = AreaTable.builder(LSOA).codes(codes);
            for (int k = 0; k <= columns.length; k++) {
                int column = k;
                table.column(
                        k == columns.length ? PEOPLE : share(columns[k], MetricUnit.PERCENT),
                        rows.stream().mapToDouble(row -> row[column]).toArray());
            }
            return table.build();
        }
    }
}
