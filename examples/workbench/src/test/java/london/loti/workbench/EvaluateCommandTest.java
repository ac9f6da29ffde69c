package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.plan.AnalysisPlan;
import london.loti.evaluation.plan.PlannedAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the methods on the command line say, and what they refuse. */
class EvaluateCommandTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    @Test
    void everyMethodTellsWhatItNeeds() {
        for (EvaluationMethod method : EvaluateCommand.methods()) {
            Run help = Run.loti("evaluate", method.name(), "--help");
            assertThat(help.exit()).as(method.name()).isZero();
            assertThat(help.out()).contains("Conventions:");
            Run nothing = Run.loti("evaluate", method.name());
            assertThat(nothing.exit()).as(method.name() + nothing.err()).isEqualTo(2);
            assertThat(nothing.err()).containsAnyOf("needs --", "must be told").doesNotContain("\tat ");
        }
        assertThat(Run.loti("evaluate").exit()).isEqualTo(2);
    }

    @Test
    void sharesAreComparedAsRAndOthersDo() throws IOException {
        StringBuilder rows = new StringBuilder("helped,group,id\n");
        for (int i = 0; i < 200; i++) {
            boolean treated = i < 100;
            boolean yes = treated ? i < 15 : i < 130;
            rows.append(yes ? "yes" : "no")
                    .append(',')
                    .append(treated ? "taught" : "waiting")
                    .append(",p")
                    .append(i)
                    .append('\n');
        }
        Path data = csv(rows.toString());
        List<String> base =
                List.of("proportions", "--outcome", "helped", "--group", "group", "--convention", "treated=taught");
        List<String> ratios = new ArrayList<>(base);
        ratios.addAll(List.of("--convention", "measure=ratios"));
        Effect effect = Evaluated.run(folder, data, ratios);
        assertThat(effect.estimates())
                .anySatisfy(estimate -> assertThat(estimate.value()).isCloseTo(0.5, within(1e-12)));
        assertThat(Evaluated.run(folder, data, base).headline().value()).isCloseTo(-0.15, within(1e-12));
        assertThat(Evaluated.run(folder, data, List.of("proportions", "--outcome", "helped"))
                        .headline()
                        .value())
                .isCloseTo(45.0 / 200, within(1e-12));
    }

    @Test
    void aReportNeedsToKnowTheStudy() throws IOException {
        Path data = csv("y,g\n1,a\n2,a\n3,a\n3,b\n5,b\n4,b\n");
        Path report = folder.resolve("report.html");
        List<Object> line = new ArrayList<>(List.of(
                "evaluate",
                "two-groups",
                "--data",
                data,
                "--outcome",
                "y",
                "--group",
                "g",
                "--convention",
                "treated=b",
                "--report",
                report));
        assertThat(Run.loti(line.toArray()).err()).contains("--report needs --study");
        Path study = Files.writeString(folder.resolve("study.json"), """
                {"title": "Did it help?", "date": "2026-11-26", "design": "BEFORE_AFTER",
                 "programme": {"id": "tea", "name": "Tea"},
                 "measure": {"id": "calls", "label": "Calls", "definition": "calls a week", "unit": "calls",
                             "direction": "HIGHER_IS_BETTER", "tags": []}}
                """);
        line.addAll(List.of("--study", study));
        Run run = Run.loti(line.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report).content().contains("<h1", "Did it help?").doesNotContain("caused a");
        Files.delete(report);
        Path result = folder.resolve("result.json");
        line.addAll(List.of("--out", result));
        String good = Files.readString(study);
        Files.writeString(
                study, good.replace("\"design\"", "\"attrition\": 5, \"differentialAttrition\": 0.1, \"design\""));
        run = Run.loti(line.toArray());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("study.json").contains("attrition").doesNotContain("\tat ");
        assertThat(result).doesNotExist();
        assertThat(report).doesNotExist();
        Files.writeString(study, good.replace("BEFORE_AFTER", "GUESSING"));
        run = Run.loti(line.toArray());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("study.json, line 1").contains("design");
    }

    @Test
    void whatEstimatesNoEffectCanNotBeReportedNorAStudyAsWhatItIsNot() throws IOException {
        Path study = Files.writeString(folder.resolve("study.json"), """
                {"title": "Did it help?", "date": "2026-11-26", "design": "RANDOMISED_INDIVIDUALS",
                 "programme": {"id": "tea", "name": "Tea"},
                 "measure": {"id": "calls", "label": "Calls", "definition": "calls a week", "unit": "calls",
                             "direction": "HIGHER_IS_BETTER", "tags": []}}
                """);
        Path report = folder.resolve("report.html");
        Path gone = folder.resolve("gone.csv"); // refused before anybody looks for the data
        List<List<String>> noEffect = List.of(
                List.of("xmr"),
                List.of("funnel"),
                List.of("power"),
                List.of("reliability"),
                List.of("survival"),
                List.of("survey"),
                List.of("equity"),
                List.of("attrition", "--convention", "estimate=little"),
                List.of("proportions"),
                List.of("two-groups", "--group", "g", "--convention", "test=anova"));
        for (List<String> method : noEffect) {
            List<Object> line = new ArrayList<>(List.of("evaluate"));
            line.addAll(method);
            line.addAll(List.of("--data", gone, "--outcome", "y", "--report", report, "--study", study));
            Run run = Run.loti(line.toArray());
            assertThat(run.exit()).as(run.err()).isEqualTo(2);
            assertThat(run.err()).contains("--report needs a method that estimates the effect of a programme");
            assertThat(report).doesNotExist();
        }
        Run run = Run.loti(
                "evaluate",
                "pre-post",
                "--data",
                gone,
                "--outcome",
                "y",
                "--id",
                "i",
                "--time",
                "t",
                "--report",
                report,
                "--study",
                study);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "the study's 'design' must fit the method, but RANDOMISED_INDIVIDUALS does not fit 'pre-post',"
                                + " which fits [BEFORE_AFTER]");
        assertThat(report).doesNotExist();
    }

    @Test
    void aPlanIsLockedAndAChangeShows() throws IOException {
        AnalysisPlan made = AnalysisPlan.builder("tea_plan", "1", LocalDate.of(2026, 1, 20))
                .study("tea", StudyDesign.DIFFERENCE_IN_DIFFERENCES, 400)
                .question("Do people call more often?")
                .primary(new PlannedAnalysis("calls", "did-2x2", new TreeMap<>()))
                .missingData("Rows without an answer are left out.")
                .build();
        Path plan = Files.write(folder.resolve("plan.json"), made.json());
        Run locked = Run.loti("evaluate", "plan", "lock", plan, "--on", "2026-02-01");
        assertThat(locked.exit()).as(locked.err()).isZero();
        Path lock = folder.resolve("plan.json.lock.json");
        assertThat(Run.loti("evaluate", "plan", "check", plan, "--lock", lock).out())
                .contains("as it was locked on 2026-02-01");
        String first = Files.readString(lock);
        Run again = Run.loti("evaluate", "plan", "lock", plan, "--on", "2026-03-01");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err())
                .contains("plan.json.lock.json", "the place of an older one", "name another file with --out");
        assertThat(lock).hasContent(first);
        Path second = folder.resolve("second.json");
        assertThat(Run.loti("evaluate", "plan", "lock", plan, "--on", "2026-03-01", "--out", second)
                        .exit())
                .isZero();
        for (String none : List.of("2026-02-31", "tomorrow")) {
            Run refused = Run.loti("evaluate", "plan", "lock", plan, "--on", none, "--out", folder.resolve("x.json"));
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .contains("a day of the calendar, for example 2026-01-20")
                    .doesNotContain("java.");
        }
        Files.writeString(plan, Files.readString(plan).replace("400", "40"));
        Run changed = Run.loti("evaluate", "plan", "check", plan, "--lock", lock);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.err()).contains("plan.json", "its hash is another").doesNotContain("\tat ");
        Path other = Files.writeString(
                folder.resolve("other.json"), Files.readString(plan).replace("tea_plan", "coffee_plan"));
        assertThat(Run.loti("evaluate", "plan", "check", other, "--lock", lock).err())
                .contains("other.json", "another plan");
        assertThat(Run.loti("evaluate", "plan", "lock", folder.resolve("none.json"), "--on", "2026-02-01")
                        .exit())
                .isEqualTo(1);
        assertThat(Run.loti("evaluate", "plan").exit()).isEqualTo(2);
        assertThat(Run.loti("evaluate", "plan", "--help").out())
                .contains("Example: loti evaluate plan lock")
                .doesNotContain("loti demo");
        assertThat(Run.loti("evaluate", "plan", "check", "--help").out())
                .contains("Example: loti evaluate plan check plan.json --lock")
                .doesNotContain("loti demo");
    }

    @Test
    void everybodyMayHaveAnsweredAlike() throws IOException {
        Path data = csv("a\nyes\nyes\nyes\nyes\nyes\n");
        List<String> share = List.of("proportions", "--outcome", "a", "--convention", "yes=yes");
        assertThat(Evaluated.run(folder, data, share).headline().value()).isEqualTo(1);
        assertThat(Run.loti("evaluate", "proportions", "--data", data, "--outcome", "a")
                        .err())
                .contains("which answer counts");
        csv("a\n0\n0\n0\n");
        assertThat(Evaluated.run(folder, data, List.of("proportions", "--outcome", "a"))
                        .headline()
                        .value())
                .isZero();
        csv("before,after\nno,no\nno,maybe\nyes,yes\n");
        assertThat(Run.loti(
                                "evaluate",
                                "proportions",
                                "--data",
                                data,
                                "--outcome",
                                "after",
                                "--convention",
                                "before=before")
                        .err())
                .contains("data.csv, before: the column must have two values to compare, but has more");
        csv("before,after\nyes,yes\nyes,no\nyes,yes\n");
        Effect paired = Evaluated.run(
                folder, data, List.of("proportions", "--outcome", "after", "--convention", "before=before"));
        assertThat(paired.headline().value()).isCloseTo(-1.0 / 3, within(1e-12));
    }

    @Test
    void calculatorsAreToldByFileLineAndColumn() throws IOException {
        Path data = csv("day,v\n2026-01-01,1\n\n2026-01-03,2\n2026-01-02,3\n2026-01-02,4\n");
        Run run = Run.loti("evaluate", "xmr", "--data", data, "--time", "day", "--outcome", "v");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("data.csv, line 5, day").contains("data.csv, line 6, day");
        csv("t,e\n1,1\n-2,1\n3,0\n");
        run = Run.loti("evaluate", "survival", "--data", data, "--time", "t", "--outcome", "e");
        assertThat(run.err()).contains("data.csv, line 3, t");
    }

    @Test
    void powerTakesNoData() {
        Run run = Run.loti("evaluate", "power", "--convention", "n=20", "--convention", "effect=1");
        assertThat(run.out()).contains("power", "0.86895");
        assertThat(Run.loti("evaluate", "power", "--convention", "n=20").exit()).isEqualTo(2);
        Run looks =
                Run.loti("evaluate", "power", "--convention", "design=looks", "--convention", "at=0.2,0.4,0.6,0.8,1");
        assertThat(looks.out()).contains("bound at 0.2  4.87", "bound at 1.0  2.03");
    }

    @Test
    void badDataIsToldByFileAndRow() throws IOException {
        Path data = csv("y,g,t,id\n1,a,1,p\nabc,a,2,p\n3,b,1,q\n4,b,2,q\n");
        Run run = Run.loti("evaluate", "did", "--data", data, "--outcome", "y", "--group", "g", "--time", "t");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("data.csv, line 3, y: a number is wanted")
                .contains("nothing was written");
        csv("y,g,t,id\n1,a,1,p\n2,a,1,p\n3,a,1,q\n4,a,2,q\n");
        run = Run.loti("evaluate", "pre-post", "--data", data, "--outcome", "y", "--id", "id", "--time", "t");
        assertThat(run.err())
                .contains("data.csv, line 3, id")
                .contains("must come once")
                .doesNotContain("'p'");
        run = Run.loti("evaluate", "two-groups", "--data", data, "--outcome", "y", "--group", "g");
        assertThat(run.err()).contains("data.csv, g: the column must have two values to compare, but has one");
        run = Run.loti("evaluate", "two-groups", "--data", data, "--outcome", "z", "--group", "g");
        assertThat(run.err()).contains("the column is needed, but the header does not have it");
    }

    @Test
    void aWrongCommandIsToldAndNothingIsWritten() throws IOException {
        Path data = csv("y,g\n1,a\n2,a\n3,b\n5,b\n");
        Path out = folder.resolve("r.json");
        Object[][] wrong = {
            {"--convention", "tset=welch"},
            {"--convention", "test=welsh"},
            {"--level", "95"},
            {"--weights", "y"},
            {"--covariates", "nosuch"},
            {"--report", out, "--study", out},
        };
        for (Object[] more : wrong) {
            List<Object> line = new ArrayList<>(
                    List.of("evaluate", "two-groups", "--data", data, "--outcome", "y", "--group", "g", "--out", out));
            line.addAll(List.of(more));
            Run run = Run.loti(line.toArray());
            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("\tat ");
            assertThat(out).doesNotExist();
        }
        assertThat(Run.loti("evaluate", "two-groups", "--data", data, "--outcome", "y", "--group", "g", "--out", data)
                        .exit())
                .isEqualTo(1);
        assertThat(data).content().startsWith("y,g");
    }
}
