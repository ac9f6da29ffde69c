package london.loti.workbench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.examples.borough.InventedBorough;
import london.loti.examples.borough.InventedSurvey;
import london.loti.persona.bank.PersonaBank;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands about personas: what they say, what they never say, and every mistake that a user can make. */
class PersonaCommandsTest {
    private static final String HEADER = "id,device,connection,foundation_tasks";

    private static final String TYPES = """
            variable,kind,levels
            age,numeric,
            confidence,ordinal,low<middle<high
            device,nominal,none|phone|laptop
            """;

    @TempDir
    Path folder;

    private Path survey;
    private Path data;
    private Path types;
    private Path bank;

    @BeforeEach
    void makeGoodFiles() throws IOException {
        survey = Files.writeString(folder.resolve("survey.csv"), InventedSurvey.csv(PersonaBank.london(), 120, 7));
        types = Files.writeString(folder.resolve("types.csv"), TYPES);
        data = Files.writeString(
                folder.resolve("data.csv"),
                "id,age,confidence,device\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> "x77" + i + ","
                                        + (i % 2 == 0 ? 20 + i % 7 + ",high,laptop" : 70 + i % 5 + ",low,none"))
                                .collect(Collectors.joining("\n"))
                        + "\n");
        bank = Files.writeString(folder.resolve("bank.json"), londonJson());
    }

    private static String londonJson() throws IOException {
        try (var in = PersonaBank.class.getResourceAsStream("london.json")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static Run good(Object... args) {
        Run run = Run.loti(args);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("NaN", "Infinity", "null", "Optional");
        return run;
    }

    private String fail(Object... args) throws IOException {
        List<Path> before = files();
        Run run = Run.loti(args);
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing was written").doesNotContain("Exception", "\tat ");
        assertThat(files()).as("nothing is written").isEqualTo(before);
        return run.err();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private String failMatch(String csv) throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.csv"), csv);
        return fail("persona", "match", "--bank", "london", "--answers", answers, "--out", folder.resolve("out.csv"));
    }

    private Run segment(String method, Path csv, Object... more) {
        Object[] args = Stream.concat(
                        Stream.of("persona", "segment", "--method", method, "--data", csv, "--types", types),
                        Stream.of(more))
                .toArray();
        return Run.loti(args);
    }

    @Test
    void lintTellsWhatIsWeakAndIsStrictOnlyWhenAsked() throws IOException {
        Run run = good("persona", "lint", "london", "--as-of", "2026-11-23");
        assertThat(run.out())
                .contains("STEREOTYPE london, attribute 'proof_missing'", "as of 2026-11-23: 12 personas, 15 findings");
        assertThat(Run.loti("persona", "lint", bank, "--as-of", "2026-11-23", "--strict"))
                .isEqualTo(new Run(1, run.out(), ""));
        assertThat(good("persona", "lint", "london", "--as-of", "2026-11-23", "--stale-after", 1000)
                        .out())
                .doesNotContain("STALE_EVIDENCE");
        assertThat(Run.loti("persona", "lint", "london", "--stale-after", 0).exit())
                .isEqualTo(2);
        assertThat(Run.loti("persona", "lint", "london", "--as-of", "soon").exit())
                .isEqualTo(2);
    }

    @Test
    void diffTellsEveryDifference() throws IOException {
        assertThat(good("persona", "diff", "london", bank).out()).contains("0 differences, in personas []");
        Path other = Files.writeString(
                folder.resolve("other.json"), londonJson().replace("Rosalind Pereira", "Rosa Pereira"));
        assertThat(good("persona", "diff", "london", other).out())
                .contains("offline_and_content", "Rosalind Pereira", "Rosa Pereira")
                .contains("1 difference, in personas [offline_and_content].");
    }

    @Test
    void banksThatAreNone() throws IOException {
        assertThat(fail("persona", "lint", folder.resolve("none.json"))).contains("none.json: the file must exist");
        assertThat(fail("persona", "diff", "london", folder)).contains("folder");
        Files.writeString(bank, londonJson().replaceFirst("\"title\"", "\"titel\""));
        assertThat(fail("persona", "lint", bank)).contains("bank.json, line 4", "Maybe 'title' is meant");
        Files.writeString(
                bank, londonJson().replaceFirst("\"foundation_tasks\": \"0\"", "\"foundation_tasks\": \"9\""));
        assertThat(fail("persona", "lint", bank)).contains("bank.json", "foundation_tasks");
        Files.writeString(bank, londonJson().substring(0, 5000));
        assertThat(fail("persona", "fit", "--bank", bank, "--sample", survey)).contains("bank.json, line ");
        Files.writeString(bank, "");
        assertThat(fail("persona", "bounds", "--bank", bank, "--table", survey)).contains("bank.json");
    }

    @Test
    void matchWritesCountsAndNoPerson() throws IOException {
        Path out = folder.resolve("out.csv");
        Run run = good("persona", "match", "--bank", "london", "--answers", survey, "--out", out);
        String csv = Files.readString(out);
        assertThat(run.out()).contains("counts below 10, noughts among them, are suppressed", "Written: ");
        assertThat(csv.lines().findFirst()).contains("persona,name,people,percent");
        assertThat(csv).contains("\r\ntotal,,120,").doesNotContain("s1000", "NaN");
        assertThat(csv.lines())
                .as("a line a persona and a reason, never one a person")
                .hasSize(1 + 12 + 3 + 1);

        Run explained = good("persona", "match", "--bank", "london", "--answers", survey, "--out", out, "--explain");
        assertThat(explained.out())
                .contains("offline_and_content: furthest in ", ": too few people to tell.")
                .doesNotContain("s1000");
        assertThat(Files.readString(out)).as("the same file").isEqualTo(csv);
    }

    @Test
    void fitTellsWhomTheBankReaches() {
        Run run = good("persona", "fit", "--bank", "london", "--sample", survey);
        assertThat(run.out())
                .contains("Invented Londoners, version 1, 12 personas.", "Near enough to a persona", "By Age band")
                .doesNotContain("s1000");
        assertThat(good("persona", "fit", "--bank", "london", "--sample", survey))
                .isEqualTo(run);
    }

    @Test
    void boundsAreOfAreasAndWrittenWhenAsked() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"), InventedBorough.withSeed(2021).tableCsv());
        Path out = folder.resolve("bounds.csv");
        assertThat(good("persona", "bounds", "--bank", "london", "--table", table)
                        .out())
                .contains("Elspeth Nakamura (was_online_once), by [", "About areas only")
                .doesNotContain("Written");
        assertThat(out).doesNotExist();
        assertThat(good("persona", "bounds", "--bank", "london", "--table", table, "--out", out)
                        .out())
                .contains("Written: ");
        assertThat(Files.readString(out)).contains("was_online_once_lower").hasLineCount(151);

        assertThat(fail("persona", "bounds", "--bank", "london", "--table", table, "--out", table))
                .contains("table.csv: a result must not take the place of an input");
        assertThat(fail("persona", "bounds", "--bank", "london", "--table", survey))
                .contains("survey.csv");
    }

    @Test
    void everyMethodDividesIntoSegments() throws IOException {
        for (String method : new String[] {"kprototypes", "pam", "PAM"}) {
            Run run = segment(method, data, "--k", "2..3");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("2 segments: mean silhouette ", "Recommended are 2 segments")
                    .contains("segment 1: 20 people, 50 %", "segment 2: 20 people, 50 %")
                    .doesNotContain("x77", "NaN");
            assertThat(segment(method, data, "--k", "2..3")).as("the same seed").isEqualTo(run);
        }
        Files.writeString(types, TYPES.replace("age,numeric,\n", ""));
        Run classes = segment("lca", data, "--k", "2");
        assertThat(classes.exit()).as(classes.err()).isZero();
        assertThat(classes.out()).contains("2 classes").doesNotContain("x77", "NaN");
        assertThat(classes.err()).contains("warning: data.csv, age: the column is no attribute");
    }

    @Test
    void samplesThatCannotBeDivided() throws IOException {
        assertThat(segment("lca", data, "--k", "2").err())
                .contains("data.csv: an attribute of latent classes must have levels, but 'age' is an interval");
        assertThat(segment("pam", data, "--k", "41").exit()).isEqualTo(1);
        for (String k : new String[] {"9..2", "1", "0..3", "two", "2-3", "-2", "2..3..4", "99999999999"}) {
            Run run = segment("pam", data, "--k=" + k);
            assertThat(run.exit()).as(k).isEqualTo(2);
            assertThat(run.err()).contains("--k").doesNotContain("Exception");
        }
        assertThat(segment("fuzzy", data).err()).contains("--method").doesNotContain("Exception");
        Files.writeString(data, "id,age,confidence,device\nx771,,,\nx772,,,\nx773,,,\n");
        for (String method : new String[] {"kprototypes", "pam", "lca"}) {
            Run run = segment(method, data, "--k", "2");
            assertThat(run.exit()).as(method).isEqualTo(1);
            assertThat(run.err()).contains("data.csv").doesNotContain("Exception", "x77");
        }
        Files.writeString(types, "variable,kind,levels\nage,numbers,\nage,nominal,a\nx,ordinal,a<a\n");
        assertThat(fail("persona", "segment", "--method", "pam", "--data", data, "--types", types))
                .contains("types.csv, line 2, kind", "types.csv, line 3", "types.csv, line 4", "3 errors");
    }

    @Test
    void wrongAnswersAreToldAtOnceAndNeverRepeated() throws IOException {
        String err = failMatch(HEADER + "\nq771,tablet_of_mine,none,3\nq771,none,NaN,1e999\n,none,none,Infinity\n");
        assertThat(err)
                .contains("answers.csv, line 2, device: ", "answers.csv, line 3, id: a person must come once")
                .contains("answers.csv, line 3, connection: ", "answers.csv, line 3, foundation_tasks: ")
                .contains("answers.csv, line 4, id: a person needs an opaque id")
                .contains("answers.csv, line 4, foundation_tasks: ", "6 errors")
                .doesNotContain("q77", "tablet_of_mine", "1e999");
        assertThat(failMatch(HEADER + "\nq1,none,none,9\nq2,none,none,\"1,5\"\nq3,none\n"))
                .contains("line 2, foundation_tasks", "line 3, foundation_tasks", "line 4: a line must have 4 cells");
        assertThat(failMatch("")).contains("answers.csv: the first line must name the columns");
        assertThat(failMatch(HEADER + "\n")).contains("answers.csv: the file must have lines below its header");
        assertThat(failMatch("id,age\nq1,4\n")).contains("a column must be an attribute, but none is");
        assertThat(failMatch(HEADER + ",device\nq1,none,none,1,none\n")).contains("answers.csv", "device");
        assertThat(fail("persona", "fit", "--bank", "london", "--sample", folder))
                .contains("folder");
        assertThat(fail("persona", "fit", "--bank", "london", "--sample", folder.resolve("no.csv")))
                .contains("no.csv: the file must exist");
        Path windows = folder.resolve("windows.csv");
        Files.writeString(windows, HEADER + "\nq1,caf\u00e9,none,1\n", Charset.forName("windows-1252"));
        assertThat(fail("persona", "fit", "--bank", "london", "--sample", windows))
                .contains("windows.csv", "UTF-8");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsChangeNothing() throws IOException {
        Path marked = Files.writeString(
                folder.resolve("marked.csv"),
                "\uFEFF" + Files.readString(survey).replace("\r\n", "\n").replace("\n", "\r\n"));
        assertThat(good("persona", "fit", "--bank", "london", "--sample", marked)
                        .out())
                .isEqualTo(good("persona", "fit", "--bank", "london", "--sample", survey)
                        .out());
    }

    @Test
    void resultsNeverTakeThePlaceOfInputsOrHalfStand() throws IOException {
        String before = Files.readString(survey);
        assertThat(fail("persona", "match", "--bank", "london", "--answers", survey, "--out", survey))
                .contains("survey.csv: a result must not take the place of an input");
        assertThat(Files.readString(survey)).isEqualTo(before);
        assertThat(fail("persona", "match", "--bank", "london", "--answers", survey, "--out", folder))
                .contains("results can't be written");
        assertThat(fail("persona", "match", "--bank", "london", "--answers", survey, "--out", survey.resolve("x.csv")))
                .contains("results can't be written");
    }

    @Test
    void aBankOrARuleIsNeverWrittenOver() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"), InventedBorough.withSeed(2021).tableCsv());
        Path rule = Files.writeString(
                folder.resolve("rule.json"),
                "{\"id\": \"own\", \"version\": \"1\", \"threshold\": 10, \"zeros\": \"SUPPRESS\","
                        + " \"rounding\": 5, \"reason\": \"ours\"}");
        for (Path input : List.of(bank, rule)) {
            assertThat(fail(
                            "persona",
                            "match",
                            "--bank",
                            bank,
                            "--answers",
                            survey,
                            "--disclosure",
                            rule,
                            "--out",
                            input))
                    .contains("a result must not take the place of an input");
        }
        assertThat(fail("persona", "bounds", "--bank", bank, "--table", table, "--out", bank))
                .contains("bank.json: a result must not take the place of an input");
        assertThat(bank).hasContent(londonJson());
    }

    @Test
    void aPlaceThatIsNoFileIsToldAndNothingIsWrittenThere() throws IOException {
        Path root = folder.getRoot();
        for (Object place :
                List.of("", ".", "..", root, folder.resolve(".."), folder + "/a\\b.csv", folder + "/a\nb")) {
            assertThat(fail("persona", "match", "--bank", "london", "--answers", survey, "--out", place))
                    .contains("results can't be written");
        }
        assertThat(root.resolve("null")).doesNotExist();
    }
}
