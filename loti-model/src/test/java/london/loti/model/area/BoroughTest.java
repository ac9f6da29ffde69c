package london.loti.model.area;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.SharedData;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

import static org.assertj.core.api.Assertions.assertThat;

class BoroughTest {
    private static final Where WHERE = Where.cell("portfolio.csv", 3, "boroughs");

    @Test
    void hasTheCodesAndNamesOfTheOfficialLookup() throws IOException {
        Map<String, String> official = new HashMap<>();
        try (CsvReader csv = CsvReader.open(SharedData.file("data/lookups/lookup_ltla24_region24.csv"))) {
            int code = csv.column("ltla24_code");
            int name = csv.column("ltla24_name");
            int region = csv.column("region24_name");
            while (csv.next()) {
                if (csv.text(region).equals("London")) {
                    official.put(csv.text(code), csv.text(name));
                }
            }
        }
        Map<String, String> ours = new HashMap<>();
        for (Borough borough : Borough.values()) {
            ours.put(borough.code().value(), borough.officialName());
        }
        assertThat(ours).isEqualTo(official).hasSize(33);
    }

    @Test
    void standsInTheOrderOfTheCodesWhichAreThoseOfLondonBoroughs() {
        assertThat(Borough.values()).hasSize(33).extracting(Borough::code).isSorted();
        assertThat(Borough.values()).allMatch(borough -> borough.code().type() == AreaType.LONDON_BOROUGH);
        assertThat(Borough.CITY_OF_LONDON.code()).hasToString("E09000001");
        assertThat(Borough.WESTMINSTER.code()).hasToString("E09000033");
    }

    @Test
    void isFoundByItsCode() {
        assertThat(Borough.of(new AreaCode("E09000012"))).contains(Borough.HACKNEY);
        assertThat(Borough.of(new AreaCode("E09000034"))).isEmpty();
        assertThat(Borough.of(new AreaCode("E01000001"))).isEmpty();
    }

    @Test
    void isFoundByEveryNameOfItsOwnAloneAndBesideTheUsualWords() {
        for (Borough borough : Borough.values()) {
            for (String name : borough.names()) {
                for (String text : List.of(
                        name,
                        name.toUpperCase(Locale.ROOT),
                        name.toLowerCase(Locale.ROOT),
                        "  " + name.replace(" ", "  ") + "\n",
                        name.replace(" ", "-"),
                        name.replace(" and ", " & "),
                        name.replace(" and ", "&"),
                        "London Borough of " + name,
                        "The London Borough of " + name,
                        "Royal Borough of " + name,
                        "LB " + name,
                        "L.B. " + name,
                        name + " Council",
                        name + " London Borough Council",
                        "London Borough of " + name + " Council")) {
                    assertThat(Borough.find(text)).as(text).contains(borough);
                    assertThat(parse(text)).as(text).containsExactly(borough);
                }
            }
            for (String form : borough.shortForms()) {
                assertThat(Borough.find(form)).as(form).contains(borough);
                assertThat(Borough.find(form.toLowerCase(Locale.ROOT))).as(form).contains(borough);
                assertThat(parse(form)).as(form).containsExactly(borough);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            H&F                                      | HAMMERSMITH_AND_FULHAM
            LBHF                                     | HAMMERSMITH_AND_FULHAM
            Hammersmith                              | HAMMERSMITH_AND_FULHAM
            Hammersmith & Fulham                     | HAMMERSMITH_AND_FULHAM
            RBKC                                     | KENSINGTON_AND_CHELSEA
            R.B.K.C.                                 | KENSINGTON_AND_CHELSEA
            RBK&C                                    | KENSINGTON_AND_CHELSEA
            K & C                                    | KENSINGTON_AND_CHELSEA
            Kensington                               | KENSINGTON_AND_CHELSEA
            Royal Borough of Kensington and Chelsea  | KENSINGTON_AND_CHELSEA
            RBK                                      | KINGSTON_UPON_THAMES
            Kingston-upon-Thames                     | KINGSTON_UPON_THAMES
            Royal Borough of Kingston upon Thames    | KINGSTON_UPON_THAMES
            WF                                       | WALTHAM_FOREST
            LBWF                                     | WALTHAM_FOREST
            WCC                                      | WESTMINSTER
            City of Westminster                      | WESTMINSTER
            Westminster City Council                 | WESTMINSTER
            Westminster                              | WESTMINSTER
            TH                                       | TOWER_HAMLETS
            LBTH                                     | TOWER_HAMLETS
            Barking                                  | BARKING_AND_DAGENHAM
            B&D                                      | BARKING_AND_DAGENHAM
            LBBD                                     | BARKING_AND_DAGENHAM
            Richmond                                 | RICHMOND_UPON_THAMES
            LBRuT                                    | RICHMOND_UPON_THAMES
            City                                     | CITY_OF_LONDON
            the City                                 | CITY_OF_LONDON
            CoL                                      | CITY_OF_LONDON
            Royal Borough of Greenwich               | GREENWICH
            """)
    void isFoundByWhatPeopleWrite(String text, Borough borough) {
        assertThat(Borough.find(text)).contains(borough);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "the",
                "London",
                "LB",
                "LBH",
                "lb h",
                "LBB",
                "LBS",
                "RB",
                "City Council",
                "City of",
                "City of Birmingham",
                "Brent Camden",
                "Brent, Camden",
                "Narnia",
                "Council",
                "&",
                "H",
                "Hackneyy",
                "Kensington, Chelsea",
                "Kingston upon Hull",
                "Westminster City"
            })
    void isNotGuessed(String text) {
        assertThat(Borough.find(text)).isEmpty();
    }

    @Test
    void namesOfTwoBoroughsNeverCollide() {
        Map<String, Borough> seen = new HashMap<>();
        for (Borough borough : Borough.values()) {
            Stream.concat(borough.names().stream(), borough.shortForms().stream())
                    .map(name -> name.toLowerCase(Locale.ROOT).replace("&", " and "))
                    .forEach(
                            name -> assertThat(seen.put(name, borough)).as(name).isNull());
        }
    }

    @Test
    void isFoundInTheSameWayWhereTheMachineSpeaksTurkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Borough.find("ISLINGTON")).contains(Borough.ISLINGTON);
            assertThat(Borough.find("KINGSTON UPON THAMES")).contains(Borough.KINGSTON_UPON_THAMES);
            assertThat(parse("HILLINGDON, RICHMOND")).containsExactly(Borough.HILLINGDON, Borough.RICHMOND_UPON_THAMES);
            assertThat(Borough.parseList(WHERE, "ISLNGTON").findings().get(0).message())
                    .contains("Maybe 'Islington' is meant.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Brent Croydon                                             | BRENT CROYDON
            H&F, RBKC; WF and WCC                                     | HAMMERSMITH_AND_FULHAM KENSINGTON_AND_CHELSEA WALTHAM_FOREST WESTMINSTER
            Kensington and Chelsea and Hammersmith & Fulham           | KENSINGTON_AND_CHELSEA HAMMERSMITH_AND_FULHAM
            K&C and H&F                                               | KENSINGTON_AND_CHELSEA HAMMERSMITH_AND_FULHAM
            K and C and H and F and B and D                           | KENSINGTON_AND_CHELSEA HAMMERSMITH_AND_FULHAM BARKING_AND_DAGENHAM
            Barking and Dagenham, Brent / Camden                      | BARKING_AND_DAGENHAM BRENT CAMDEN
            Barking and Havering and Redbridge                        | BARKING_AND_DAGENHAM HAVERING REDBRIDGE
            Kensington and Hammersmith                                | KENSINGTON_AND_CHELSEA HAMMERSMITH_AND_FULHAM
            Hammersmith/Fulham                                        | HAMMERSMITH_AND_FULHAM
            Camden, Brent, Camden, LB Brent, Brent Council            | CAMDEN BRENT
            Sutton & Merton & Kingston                                | SUTTON MERTON KINGSTON_UPON_THAMES
            Brent+Camden                                              | BRENT CAMDEN
            City of London and City of Westminster                    | CITY_OF_LONDON WESTMINSTER
            City, Westminster                                         | CITY_OF_LONDON WESTMINSTER
            Richmond and Wandsworth Councils                          | RICHMOND_UPON_THAMES WANDSWORTH
            The London Boroughs of Brent, Camden and Ealing.          | BRENT CAMDEN EALING
            London Borough of Brent London Borough of Camden          | BRENT CAMDEN
            Brent London Borough of Camden                            | BRENT CAMDEN
            Hackney LB Brent LB                                       | HACKNEY BRENT
            Camden, London Borough of; Brent, London Borough of       | CAMDEN BRENT
            Hammersmith & Fulham (LBHF); Kensington & Chelsea (RBKC)  | HAMMERSMITH_AND_FULHAM KENSINGTON_AND_CHELSEA
            Brent - Camden – Ealing                                   | BRENT CAMDEN EALING
            • Brent • Camden                                          | BRENT CAMDEN
            Boroughs: Kingston-upon-Thames; Richmond-upon-Thames      | KINGSTON_UPON_THAMES RICHMOND_UPON_THAMES
            R.B.K.C., L.B. Hackney. Newham.                           | KENSINGTON_AND_CHELSEA HACKNEY NEWHAM
            'Brent', "Camden"                                         | BRENT CAMDEN
            Westminster City Council and the Corporation of London    | WESTMINSTER CITY_OF_LONDON
            """)
    void readsFreeLists(String text, String expected) {
        assertThat(parse(text))
                .isEqualTo(Arrays.stream(expected.split(" ", -1))
                        .map(Borough::valueOf)
                        .toList());
    }

    @Test
    void readsALineABorough() {
        assertThat(parse("Brent\r\nTower Hamlets\nWaltham\u00a0Forest\n- Ealing\n- Hammersmith\nand Fulham"))
                .containsExactly(
                        Borough.BRENT,
                        Borough.TOWER_HAMLETS,
                        Borough.WALTHAM_FOREST,
                        Borough.EALING,
                        Borough.HAMMERSMITH_AND_FULHAM);
    }

    @Test
    void anEmptyListIsEmpty() {
        assertThat(parse(" \n")).isEmpty();
    }

    @Test
    void namesEveryUnknownPieceAndKeepsTheBoroughsAroundIt() {
        Checked<List<Borough>> list =
                Borough.parseList(WHERE, "Brent, Isle of Dogs; Hakney and Camden Narnia Ealing\nOz\nAtlantis");

        assertThat(list.value()).contains(List.of(Borough.BRENT, Borough.CAMDEN, Borough.EALING));
        assertThat(list.findings())
                .allMatch(finding -> finding.code() == Borough.Code.UNKNOWN_BOROUGH
                        && finding.isError()
                        && finding.where().equals(WHERE))
                .extracting(Finding::message)
                .satisfiesExactly(
                        isle -> assertThat(isle).contains("'Isle of Dogs'"),
                        hakney -> assertThat(hakney).contains("'Hakney'", "Maybe 'Hackney' is meant."),
                        narnia -> assertThat(narnia).contains("'Narnia'").doesNotContain("Maybe"),
                        oz -> assertThat(oz).contains("'Oz'"),
                        atlantis -> assertThat(atlantis).contains("'Atlantis'"));
    }

    @Test
    void tellsWhatAShortFormOfSeveralBoroughsCouldBe() {
        Checked<List<Borough>> list = Borough.parseList(WHERE, "LBH, Brent and L.B.C.");

        assertThat(list.value()).contains(List.of(Borough.BRENT));
        assertThat(list.findings())
                .extracting(Finding::code)
                .containsExactly(Borough.Code.AMBIGUOUS_BOROUGH, Borough.Code.AMBIGUOUS_BOROUGH);
        assertThat(list.findings().get(0).message())
                .contains("'LBH' could be", "Hackney", "Haringey", "Harrow", "Havering", "Hillingdon or Hounslow");
        assertThat(list.findings().get(1).message()).contains("'L.B.C.' could be Camden or Croydon");
    }

    @Test
    void doesNotTakeTheCityOutOfWestminsterCity() {
        Checked<List<Borough>> list = Borough.parseList(WHERE, "Westminster City, Hackney");

        assertThat(list.value()).contains(List.of(Borough.HACKNEY));
        assertThat(list.findings()).extracting(Finding::code).containsExactly(Borough.Code.AMBIGUOUS_BOROUGH);
        assertThat(parse("Westminster\nCity of London")).containsExactly(Borough.WESTMINSTER, Borough.CITY_OF_LONDON);
        assertThat(parse("Westminster, City")).containsExactly(Borough.WESTMINSTER, Borough.CITY_OF_LONDON);
    }

    @Test
    void doesNotTakeAnotherCityForTheCity() {
        Checked<List<Borough>> list = Borough.parseList(WHERE, "City of Birmingham, City Council");

        assertThat(list.value()).contains(List.of());
        assertThat(list.findings()).extracting(Finding::message).anyMatch(text -> text.contains("'Birmingham'"));
        assertThat(list.findings())
                .extracting(Finding::message)
                .anyMatch(text -> text.contains("'City Council' could be City of London or Westminster"));
    }

    @Test
    void aTextThatNamesNoBoroughIsAFindingToo() {
        assertThat(Borough.parseList(WHERE, "the boroughs").findings())
                .extracting(Finding::message)
                .satisfiesExactly(text -> assertThat(text).contains("'the boroughs'"));
        assertThat(Borough.parseList(WHERE, "?!").hasErrors()).isTrue();
    }

    @Test
    void quotesOnlyTheBeginningOfALongText() {
        String text = "lorem ".repeat(100);
        assertThat(Borough.parseList(WHERE, text).findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        message -> assertThat(message).hasSizeLessThan(200).contains("lorem…"));
    }

    @Test
    void readsAHugeTextWithoutChoking() {
        for (String piece : List.of("a.", "a'", "a ", "&", "LB ", "City of ", "x, ", "\n", "Brent ", "and ")) {
            assertThat(Borough.parseList(WHERE, piece.repeat(20_000)).value()).isPresent();
        }
    }

    private static List<Borough> parse(String text) {
        return Borough.parseList(WHERE, text).orElseThrow();
    }
}
