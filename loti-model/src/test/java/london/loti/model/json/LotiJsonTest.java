package london.loti.model.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class LotiJsonTest {
    @TempDir
    Path folder;

    /** One field of every kind that loti's documents have. */
    @SuppressWarnings("ArrayRecordComponent") // loti's records have none, but results hold arrays
    record Plan(
            String title,
            AreaCode area,
            AreaVintage vintage,
            Licence licence,
            ZeroPolicy zeros,
            int count,
            boolean open,
            LocalDate day,
            List<Step> steps,
            Map<String, Double> weights,
            double[] values,
            @Nullable Double share,
            @Nullable String note) {
        Plan {
            Objects.requireNonNull(title, "a plan needs a 'title'");
            steps = List.copyOf(steps);
        }
    }

    record Step(String id, double weight) {
        Step {
            Objects.requireNonNull(id, "a step needs an 'id'");
            if (weight < 0) {
                throw new IllegalArgumentException(
                        "weight must be nought or more, but was " + weight + " in '" + id + "'\nMaybe turn it round.");
            }
        }
    }

    /** Its rules are many, and told together. */
    record Ruled(String name) {
        Ruled {
            throw new FindingsException(List.of(
                    Finding.error(LotiJson.Code.INVALID_VALUE, "first", Where.column("x", "part 'a'")),
                    Finding.error(LotiJson.Code.INVALID_VALUE, "second", Where.column("x", "part 'b'"))));
        }
    }

    record Ruler(List<Ruled> ruled) {}

    /** Constructors of the platform quote what they were given. */
    record Quoting(String number) {
        Quoting {
            Integer.parseInt(number);
        }
    }

    private static final String PLAN = """
            {
              "area" : "E09000001",
              "count" : 3,
              "day" : "2026-11-23",
              "licence" : "OGL-UK-3.0",
              "open" : true,
              "share" : 0.5,
              "steps" : [
                {
                  "id" : "one",
                  "weight" : 0.1
                },
                {
                  "id" : "two",
                  "weight" : 2
                }
              ],
              "title" : "Plan",
              "values" : [
                1,
                null,
                2.5
              ],
              "vintage" : "lsoa21",
              "weights" : {
                "a" : 1,
                "b" : 0.25
              },
              "zeros" : "SHOW"
            }
            """;

    private static final String LICENCE = """
            {
                "id" : "OGL-UK-3.0",
                "name" : "Open Government Licence v3.0",
                "open" : true,
                "url" : "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
              }""";

    private static Checked<Plan> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Checked<Plan> read(byte[] bytes) {
        return read(bytes, Plan.class);
    }

    private static <T> Checked<T> read(String text, Class<T> type) {
        return read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> Checked<T> read(byte[] bytes, Class<T> type) {
        try {
            return LotiJson.read("plan.json", new ByteArrayInputStream(bytes), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> told(Checked<?> checked) {
        assertThat(checked.value()).isEmpty();
        return checked.findings().stream()
                .map(f -> f.code().name() + " " + f.toString().replace("\n", " / "))
                .toList();
    }

    private static String with(String before, String after) {
        assertThat(PLAN).containsOnlyOnce(before);
        return PLAN.replace(before, after);
    }

    @Test
    void readsEveryKindOfValueAndWritesTheSameBytes() {
        Plan plan = read(PLAN).orElseThrow();
        assertThat(plan.area()).isEqualTo(new AreaCode("E09000001"));
        assertThat(plan.vintage()).hasToString("LSOA 2021");
        assertThat(plan.licence()).isEqualTo(Licence.OGL_3);
        assertThat(plan.day()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(plan.values()).containsExactly(new double[] {1, Double.NaN, 2.5});
        assertThat(plan.note()).isNull();

        String written = LotiJson.write(plan);
        assertThat(written).isEqualTo(with("\"OGL-UK-3.0\"", LICENCE)).doesNotContain("\r");
        assertThat(LotiJson.write(read(written).orElseThrow())).isEqualTo(written);
        assertThat(LotiJson.write(read(LotiJson.writeCompact(plan)).orElseThrow()))
                .isEqualTo(written);
        assertThat(LotiJson.writeCompact(plan)).doesNotContain(" : ", "\n");
    }

    @Test
    void readsAFileWithAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "\uFEFF" + PLAN);
        assertThat(LotiJson.read(file, Plan.class).orElseThrow().title()).isEqualTo("Plan");
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        boolean[] closed = {false};
        InputStream in = new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        LotiJson.read("plan.json", in, Plan.class).orElseThrow();
        assertThat(closed[0]).isFalse();
    }

    @Test
    void toldAtOnceAreManyProblemsAllWithLineAndPath() {
        String text = """
                {
                  "titel" : "Plan",
                  "title" : "Plan",
                  "area" : "Jo Bloggs",
                  "count" : 3,
                  "day" : "2026-13-99",
                  "licence" : "OGL",
                  "open" : [ ],
                  "steps" : [
                    { "id" : "one", "weight" : -4321 },
                    { "weight" : 1 },
                    { "id" : "two", "wieght" : 1, "weight" : 2 },
                    { "id" : "two", "weight" : "7777" },
                    [ ]
                  ],
                  "values" : [ 1, 1e999, "NaN" ],
                  "vintage" : "parish21",
                  "weights" : { "a" : 1e999,
                    "b" : "2" },
                  "zeros" : "SHWO"
                }
                """;
        assertThat(told(read(text)))
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD plan.json, line 2, /titel: the field is not one that is known here [area, count,"
                                + " day, licence, note, open, share, steps, title, values, vintage, weights, zeros]"
                                + " / Maybe 'title' is meant.",
                        "INVALID_VALUE plan.json, line 4, /area: area code must be a letter E, K, N, S or W and eight"
                                + " digits",
                        "INVALID_VALUE plan.json, line 6, /day: a local date is wanted",
                        "INVALID_VALUE plan.json, line 7, /licence: a licence's id must be one that loti knows"
                                + " [OGL-UK-3.0, not-open, CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, MIT, Apache-2.0]"
                                + " / Maybe give it as an object with 'id', 'name', 'url' and 'open'.",
                        "INVALID_VALUE plan.json, line 8, /open: true or false is wanted",
                        "INVALID_VALUE plan.json, line 10, /steps/0: weight must be nought or more"
                                + " / Maybe turn it round.",
                        "INVALID_VALUE plan.json, line 11, /steps/1: a step needs an 'id'",
                        "UNKNOWN_FIELD plan.json, line 12, /steps/2/wieght: the field is not one that is known here"
                                + " [id, weight] / Maybe 'weight' is meant.",
                        "INVALID_VALUE plan.json, line 13, /steps/3/weight: a number is wanted",
                        "INVALID_VALUE plan.json, line 14, /steps/4: a step is wanted",
                        "INVALID_VALUE plan.json, line 16, /values/1: a number is wanted",
                        "INVALID_VALUE plan.json, line 16, /values/2: a number is wanted",
                        "INVALID_VALUE plan.json, line 17, /vintage: a vintage must be a geography (oa, lsoa, msoa,"
                                + " ward, ltla, dz, region) and a year, for example lsoa21",
                        "INVALID_VALUE plan.json, line 18, /weights/a: a number is wanted",
                        "INVALID_VALUE plan.json, line 19, /weights/b: a number is wanted",
                        "INVALID_VALUE plan.json, line 20, /zeros: one of [SHOW, SUPPRESS] is wanted"
                                + " / Maybe 'SHOW' is meant.");
    }

    @Test
    void severalUnknownFieldsAreToldWithTheNearestNames() {
        assertThat(told(read(PLAN.replace("\"title\"", "\"nte\" : 1,\n  \"shaer\" : {\"a\": [1]},\n  \"title\""))))
                .containsExactly(
                        "UNKNOWN_FIELD plan.json, line 18, /nte: the field is not one that is known here [area, count,"
                                + " day, licence, note, open, share, steps, title, values, vintage, weights, zeros]"
                                + " / Maybe 'note' is meant.",
                        "UNKNOWN_FIELD plan.json, line 19, /shaer: the field is not one that is known here [area, count,"
                                + " day, licence, note, open, share, steps, title, values, vintage, weights, zeros]"
                                + " / Maybe 'share' is meant.");
    }

    @Test
    void theFindingsOfATypesOwnRulesAreToldOneByOne() {
        assertThat(told(read("{\"ruled\": [{\"name\": \"x\"}]}", Ruler.class)))
                .containsExactly(
                        "INVALID_VALUE plan.json, part 'a': first", "INVALID_VALUE plan.json, part 'b': second");
        assertThat(told(read("{\"name\": \"x\"}", Ruled.class))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title" : "Plan"   | "title" : 987654          | line 18, /title
            "title" : "Plan"   | "title" : [987654]        | line 18, /title: a text is wanted
            "title" : "Plan"   | "title" : null            | a plan needs a 'title'
            "count" : 3        | "count" : 9.87654         | line 3, /count
            "count" : 3        | "count" : "987654"        | line 3, /count
            "count" : 3        | "count" : null            | line 3, /count: a value is missing here
            "count" : 3        | "count" : 98765498765     | line 3: the number here is too large
            "count" : 3        | "cuont" : 3               | /count: a value is missing here
            "open" : true      | "open" : "987654"         | line 6, /open
            "open" : true      | "open" : 1                | line 6, /open
            "zeros" : "SHOW"   | "zeros" : 0               | /zeros: one of [SHOW, SUPPRESS] is wanted
            "zeros" : "SHOW"   | "zeros" : "0"             | /zeros: one of [SHOW, SUPPRESS] is wanted
            "zeros" : "SHOW"   | "zeros" : "show"          | Maybe 'SHOW' is meant.
            "zeros" : "SHOW"   | "zeros" : ""              | /zeros: a value is missing here
            "share" : 0.5      | "share" : "0.987654"      | line 7, /share: a number is wanted
            "share" : 0.5      | "share" : true            | line 7, /share: a number is wanted
            "share" : 0.5      | "share" : "NaN"           | line 7, /share: a number is wanted
            "share" : 0.5      | "share" : -1e999          | line 7, /share: a number is wanted
            "share" : 0.5      | "share" : NaN             | line 7: the text is not valid JSON here
            "share" : 0.5      | "share" : .5              | line 7: the text is not valid JSON here
            "share" : 0.5      | "share" : 0.5,            | NOT_JSON
            "share" : 0.5      | "share" : 0.5, "share": 1 | line 7: a field must come once, but comes twice here
            "share" : 0.5      | "x" : {"y" : 1, "y" : 2}  | line 7: a field must come once, but comes twice here
            "licence" : "OGL-UK-3.0" | "licence" : {"id" : "x987654", "name" : "y"} | /licence/open: a value is missing
            "licence" : "OGL-UK-3.0" | "licence" : 987654  | line 5, /licence
            "area" : "E09000001" | "area" : {"value" : "E09000001"} | line 2, /area
            "area" : "E09000001" | "area" : ["java.lang.Runtime", "E09000001"] | line 2, /area: an area code is wanted
            "values" : [       | "values" : [ ["x"],       | /values/0: a number is wanted
            """)
    void everyWrongValueIsAFindingThatDoesNotQuoteIt(String before, String after, String expected) {
        Checked<Plan> checked = read(with(before.strip(), after.strip()));
        assertThat(String.join("\n", told(checked))).contains(expected.strip()).doesNotContain("98765", "london.loti");
    }

    @Test
    void theWordsOfThePlatformAreNotPassedOn() {
        assertThat(told(read("{\"number\": \"Jo Bloggs\"}", Quoting.class)))
                .containsExactly("INVALID_VALUE plan.json: a value here breaks a rule of its kind");
        assertThat(told(read(with("\"id\" : \"one\"", "\"id\" : \"Jo Bloggs\"").replace("0.1", "-1"))))
                .singleElement()
                .asString()
                .doesNotContain("Bloggs", "-1");
        assertThat(told(read(with("\"steps\" : [", "\"steps\" : [ null,"))))
                .containsExactly("INVALID_VALUE plan.json: a value is missing here");
    }

    @Test
    void aLicenceMayBeATextOrAnObject() {
        assertThat(read("\"CC0-1.0\"", Licence.class).orElseThrow()).isEqualTo(Licence.of("CC0-1.0"));
        assertThat(read("{\"id\": \"own\", \"name\": \"Own terms\", \"open\": false}", Licence.class)
                        .orElseThrow())
                .isEqualTo(new Licence("own", "Own terms", null, false));
        assertThat(told(read("{\"id\": \"own\", \"open\": false}", Licence.class)))
                .containsExactly("INVALID_VALUE plan.json: a licence needs a 'name'");
    }

    @Test
    void aTypeNameNeverChoosesAClass() {
        String typed = "{\"@class\": \"java.lang.Runtime\", \"@type\": \"x\", \"id\": \"a\", \"weight\": 1}";
        assertThat(told(read(typed, Step.class)))
                .hasSize(2)
                .allMatch(text -> text.startsWith("UNKNOWN_FIELD plan.json, line 1, /@"));
        assertThat(read("[\"java.util.ArrayList\", []]", Object.class).orElseThrow())
                .isEqualTo(List.of("java.util.ArrayList", List.of()));
    }

    @Test
    void noDocumentMakesADisclosedTable() {
        assertThat(told(read("{}", DisclosedTable.class))).hasSize(1);
        assertThat(told(read("{\"table\": null, \"open\": true}", DisclosedTable.class)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``          | NOT_JSON plan.json, line 1: the document is empty
            `  `        | NOT_JSON plan.json, line 1: the document is empty
            null        | INVALID_VALUE plan.json: an object is wanted, but the document is null
            []          | INVALID_VALUE plan.json: a step is wanted
            {"id": "a"  | NOT_JSON plan.json, line 1: the document breaks off here
            {"id": "a   | NOT_JSON plan.json, line 1: the document breaks off here
            {'id': 'a'} | NOT_JSON plan.json, line 1: the text is not valid JSON here
            {id: 1}     | NOT_JSON plan.json, line 1: the text is not valid JSON here
            {"id": "a", "weight": 1} {}   | NOT_JSON plan.json, line 1: nothing must follow the document, but something does here
            {"id": "a", "weight": 1} Jo   | NOT_JSON plan.json, line 1: the text is not valid JSON here
            {"id": "a", "weight": 1} // x | NOT_JSON plan.json, line 1: the text is not valid JSON here
            """)
    void textThatIsNotOneDocumentIsRefused(String text, String expected) {
        assertThat(told(read(text, Step.class))).containsExactly(expected);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] windows = with("\"Plan\"", "\"Caf\u00e9 \"").getBytes(Charset.forName("windows-1252"));
        assertThat(told(read(windows)))
                .containsExactly("NOT_JSON plan.json, line 18: the text must be UTF-8, but is not here");
        byte[] utf32 = {0, 0, 0, '{', 0x7f, 1, 2, 3};
        assertThat(told(read(utf32))).containsExactly("NOT_JSON plan.json: the text must be UTF-8, but is not");
    }

    @Test
    void nestingIsLimited() {
        String deep = "[".repeat(64) + "]".repeat(64);
        assertThat(read(deep, Object.class).value()).isPresent();
        for (String text : List.of("[" + deep + "]", "{\"x\":".repeat(100_000), "[".repeat(10_000_000))) {
            assertThat(told(read(text, Object.class)))
                    .singleElement()
                    .asString()
                    .startsWith("TOO_LARGE plan.json: a document must be at most 32 MB and at most 64 levels deep");
        }
        assertThat(told(read(with("\"share\" : 0.5", "\"x\" : " + "[".repeat(100) + "]".repeat(100)))))
                .anyMatch(text -> text.startsWith("TOO_LARGE"));
        assertThat(told(read(with("\"share\" : 0.5", "\"share\" : " + "9".repeat(1_001)))))
                .singleElement()
                .asString()
                .contains("no number of more than 1000 digits");
    }

    @Test
    void anEndlessDocumentIsRefusedSoon() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
            }
        };
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(told(LotiJson.read(
                                "plan.json",
                                new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), endless),
                                Object.class)))
                        .singleElement()
                        .asString()
                        .startsWith("TOO_LARGE"));
    }

    @Test
    void aProblemInEveryValueIsToldSoon() {
        String values = "\"x\",".repeat(300_000);
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            fields.append("\"k").append(i).append("\" : 1,");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(told(read(with("\"values\" : [", "\"values\" : [" + values))))
                    .hasSize(Findings.KEPT + 1);
            assertThat(told(read("{" + fields + "\"id\" : \"a\", \"weight\" : 1}", Step.class)))
                    .hasSize(Findings.KEPT + 1)
                    .last()
                    .isEqualTo("MORE_FINDINGS plan.json: and 199000 more findings");
        });
    }

    @Test
    void anAbsentFileAndAFolderAreFindings() {
        assertThat(told(LotiJson.read(folder.resolve("absent.json"), Plan.class)))
                .containsExactly("UNREADABLE absent.json: the file must exist, but does not");
        assertThat(told(LotiJson.read(folder, Plan.class)))
                .containsExactly("UNREADABLE " + folder.getFileName() + ": the file can't be read; is it a folder?");
    }

    @Test
    void anyDamagedDocumentIsReadWithoutAnException() {
        byte[] good = PLAN.getBytes(StandardCharsets.UTF_8);
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bad = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) "{}[],:\"0e-n\u0000\\\u00ff ".charAt(random.nextInt(15));
            }
            try {
                Checked<Plan> checked = read(bad);
                assertThat(checked.value().isPresent()).isNotEqualTo(checked.hasErrors());
                assertThat(checked.findings()).noneMatch(f -> f.message().contains("london.loti"));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void fieldsAreWrittenInAlphabeticalOrderWhereverTheyComeFrom() {
        Finding finding = Finding.error(LotiJson.Code.NOT_JSON, "m", Where.line("s", 1));
        assertThat(LotiJson.writeCompact(finding))
                .isEqualTo("{\"code\":\"NOT_JSON\",\"error\":true,\"message\":\"m\",\"severity\":\"ERROR\","
                        + "\"where\":{\"line\":1,\"source\":\"s\"}}");
        assertThat(LotiJson.writeCompact(new TreeMap<>(Map.of("b", 1, "a", 2)))).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Test
    void theBundledRuleReadsBack() {
        DisclosureRule rule = DisclosureRule.withDefaults();
        assertThat(read(LotiJson.write(rule), DisclosureRule.class).orElseThrow())
                .isEqualTo(rule);
        assertThat(told(read(
                        LotiJson.write(rule).replace("\"threshold\" : 10", "\"threshold\" : 11"),
                        DisclosureRule.class)))
                .containsExactly("INVALID_VALUE plan.json: a count at the threshold must not be rounded below it");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedOutsideAnArray() {
        assertThatThrownBy(() -> LotiJson.write(Map.of("a", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be finite to be written");
        assertThatThrownBy(() -> LotiJson.write(new double[] {Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LotiJson.number(Double.NEGATIVE_INFINITY)).hasMessageContaining("but was -Infinity");
        assertThat(LotiJson.writeCompact(new double[] {Double.NaN, 1})).isEqualTo("[null,1]");
    }

    // Node.js 18 prints the same digits for these; Java's own Double.toString of version 17 does not for all.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1",
                "-1.5",
                "0.1",
                "0.30000000000000004",
                "100",
                "2.0E-7",
                "1.0E23",
                "2.0E23",
                "5.684341886080802E-14",
                "1.7976931348623157E308",
                "2.2250738585072014E-308",
                "123456.789"
            })
    void writesTheShortestDecimal(String text) {
        assertThat(LotiJson.number(Double.parseDouble(text))).isEqualTo(text);
    }

    @Test
    void aDecimalReadsBackToItsNumberAndNoneIsShorterOrNearer() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        DoubleStream anyBits = random.longs(3_000).mapToDouble(Double::longBitsToDouble);
        DoubleStream shares = random.doubles(3_000, 0, 100);
        DoubleStream.concat(anyBits, shares).filter(Double::isFinite).forEach(number -> {
            String text = LotiJson.number(number);
            assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(number);
            BigDecimal written = new BigDecimal(text).stripTrailingZeros();
            int digits = written.precision();
            BigDecimal exact = new BigDecimal(number);
            assertThat(written)
                    .as("seed %d: nearest of its length", seed)
                    .isEqualByComparingTo(exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
            for (RoundingMode way : List.of(RoundingMode.FLOOR, RoundingMode.CEILING)) {
                if (digits > 1) {
                    assertThat(exact.round(new MathContext(digits - 1, way)).doubleValue())
                            .as("seed %d: shorter than %s", seed, text)
                            .isNotEqualTo(number);
                }
            }
        });
    }
}
