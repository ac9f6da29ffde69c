package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.json.ResultFile;
import london.loti.evaluation.plan.AnalysisPlan;
import london.loti.evaluation.plan.PlannedAnalysis;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Each method on the command line gives the number that other people's software gives for the same data. */
class EvaluateCommandTest {
    @TempDir
    Path folder;

    private static Arguments published(String id, String path, String file, String what, String... args) {
        return Arguments.of(id, path, file, what, List.of(args));
    }

    static Stream<Arguments> publishedNumbers() {
        String nnMatch = "age,educ,race,married,nodegree,re74,re75";
        return Stream.of(
                published(
                        "t.welch.sleep",
                        "p",
                        "datasets_sleep.csv",
                        "p",
                        "two-groups",
                        "--outcome",
                        "extra",
                        "--group",
                        "group"),
                published(
                        "t.pooled.sleep",
                        "stderr",
                        "datasets_sleep.csv",
                        "se",
                        "two-groups",
                        "--outcome",
                        "extra",
                        "--group",
                        "group",
                        "--convention",
                        "test=pooled"),
                published(
                        "t.paired.sleep",
                        "stderr",
                        "datasets_sleep.csv",
                        "se",
                        "pre-post",
                        "--outcome",
                        "extra",
                        "--id",
                        "ID",
                        "--time",
                        "group"),
                published(
                        "wsr.sleep.pratt",
                        "p_exact",
                        "datasets_sleep.csv",
                        "p",
                        "pre-post",
                        "--outcome",
                        "extra",
                        "--id",
                        "ID",
                        "--time",
                        "group",
                        "--convention",
                        "test=wilcoxon"),
                published(
                        "perm.sleep.exact",
                        "p_two",
                        "datasets_sleep.csv",
                        "p",
                        "pre-post",
                        "--outcome",
                        "extra",
                        "--id",
                        "ID",
                        "--time",
                        "group",
                        "--convention",
                        "test=permutation"),
                published(
                        "ancova.anorexia",
                        "coef/TreatFT",
                        "MASS_anorexia.csv",
                        "TreatFT",
                        "regression",
                        "--outcome",
                        "Postwt",
                        "--covariates",
                        "Prewt,Treat",
                        "--convention",
                        "reference.Treat=Cont"),
                published(
                        "cluster.petersen",
                        "se_twoway/1",
                        "sandwich_PetersenCL.csv",
                        "se of x",
                        "regression",
                        "--outcome",
                        "y",
                        "--covariates",
                        "x",
                        "--cluster",
                        "firm",
                        "--convention",
                        "errors=two-way",
                        "--convention",
                        "second-cluster=year"),
                published(
                        "newey.west.investment",
                        "se_nw_lag4/1",
                        "sandwich_Investment.csv",
                        "se of RealGNP",
                        "regression",
                        "--outcome",
                        "RealInv",
                        "--covariates",
                        "RealGNP,RealInt",
                        "--convention",
                        "errors=newey-west",
                        "--convention",
                        "lag=4"),
                published(
                        "did.ck.2x2",
                        "se_hc1",
                        "poe_njmin3_card_krueger.csv",
                        "se",
                        "did",
                        "--outcome",
                        "fte",
                        "--group",
                        "nj",
                        "--time",
                        "d"),
                published(
                        "cs.mpdta.nocov.reg.nevertreated",
                        "simple_se",
                        "did_mpdta.csv",
                        "se",
                        "staggered",
                        "--outcome",
                        "lemp",
                        "--group",
                        "first.treat",
                        "--time",
                        "year",
                        "--id",
                        "countyreal",
                        "--convention",
                        "adjustment=outcome-regression"),
                published(
                        "cs.mpdta.nocov.dr.notyettreated",
                        "group_overall_se",
                        "did_mpdta.csv",
                        "se",
                        "staggered",
                        "--outcome",
                        "lemp",
                        "--group",
                        "first.treat",
                        "--time",
                        "year",
                        "--id",
                        "countyreal",
                        "--convention",
                        "comparison=not-yet-treated",
                        "--convention",
                        "aggregation=group"),
                published(
                        "its.sicily.step",
                        "rr_seasonal/0",
                        "lopezbernal_sicily.csv",
                        "value",
                        "its",
                        "--outcome",
                        "aces",
                        "--time",
                        "time",
                        "--weights",
                        "stdpop",
                        "--convention",
                        "first=37",
                        "--convention",
                        "season=month"),
                published(
                        "km.lung",
                        "median",
                        "survival_lung.csv",
                        "value",
                        "survival",
                        "--time",
                        "time",
                        "--outcome",
                        "event"),
                published(
                        "logrank.lung",
                        "chi2",
                        "survival_lung.csv",
                        "statistic",
                        "survival",
                        "--time",
                        "time",
                        "--outcome",
                        "event",
                        "--group",
                        "sex",
                        "--convention",
                        "estimate=log-rank"),
                published(
                        "match.nn.lalonde",
                        "att",
                        "MatchIt_lalonde.csv",
                        "value",
                        "match",
                        "--outcome",
                        "re78",
                        "--group",
                        "treat",
                        "--covariates",
                        nnMatch,
                        "--convention",
                        "neighbour=next-below"),
                published(
                        "ipw.lalonde",
                        "att_hajek",
                        "MatchIt_lalonde.csv",
                        "value",
                        "weights",
                        "--outcome",
                        "re78",
                        "--group",
                        "treat",
                        "--covariates",
                        nnMatch,
                        "--convention",
                        "estimand=att"),
                published(
                        "ebal.lalonde",
                        "att",
                        "MatchIt_lalonde.csv",
                        "value",
                        "weights",
                        "--outcome",
                        "re78",
                        "--group",
                        "treat",
                        "--covariates",
                        nnMatch,
                        "--convention",
                        "method=entropy-balancing"),
                published(
                        "alpha.attitude",
                        "raw_alpha",
                        "datasets_attitude.csv",
                        "value",
                        "reliability",
                        "--covariates",
                        "rating,complaints,privileges,learning,raises,critical,advance"),
                published(
                        "survey.strat",
                        "se/api00",
                        "survey_apistrat.csv",
                        "se",
                        "survey",
                        "--outcome",
                        "api00",
                        "--weights",
                        "pw",
                        "--convention",
                        "strata=stype",
                        "--convention",
                        "population=fpc"),
                published(
                        "attrition.btheb",
                        "diff",
                        "HSAUR_BtheB.csv",
                        "value",
                        "attrition",
                        "--outcome",
                        "bdi.8m",
                        "--group",
                        "treatment",
                        "--convention",
                        "treated=BtheB"),
                published(
                        "little.mcar.airquality",
                        "chi2_ml",
                        "datasets_airquality.csv",
                        "statistic",
                        "attrition",
                        "--covariates",
                        "Ozone,Solar.R,Wind,Temp,Month,Day",
                        "--convention",
                        "estimate=little"),
                published(
                        "spc.xmr.rules",
                        "mean",
                        "spc_rules_input.csv",
                        "value",
                        "xmr",
                        "--outcome",
                        "data",
                        "--time",
                        "date",
                        "--convention",
                        "screen-outliers=no"));
    }

    @ParameterizedTest
    @MethodSource("publishedNumbers")
    void agreesWithOtherSoftware(String id, String path, String file, String what, List<String> args)
            throws IOException {
        Path data = SharedData.file("data/evaluation/" + file);
        if (id.endsWith(".lung")) {
            data = withEvents(data);
        }
        Effect effect = run(data, args);
        Estimate estimate = what.startsWith("se of ")
                ? effect.estimate(what.substring("se of ".length()))
                : effect.estimates().stream()
                        .filter(each -> each.term().equals(what))
                        .findFirst()
                        .orElseGet(effect::headline);
        double actual = switch (what) {
            case "p" -> estimate.pValue();
            case "statistic" -> estimate.statistic();
            case "value" -> estimate.value();
            default -> what.startsWith("se") ? estimate.standardError() : estimate.value();
        };
        double expected = expected(id, path);
        double tolerance = id.contains("lalonde") ? 1e-6 : id.startsWith("its") ? 1e-7 : 1e-9;
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }

    private Effect run(Path data, List<String> args) {
        List<Object> line = new ArrayList<>(List.of("evaluate"));
        line.addAll(args);
        Path out = folder.resolve("result.json");
        line.addAll(List.of("--data", data, "--out", out));
        Run run = Run.loti(line.toArray());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        Effect effect = ResultFile.read(out).orElseThrow();
        assertThat(run.out())
                .startsWith(effect.method())
                .contains("taken for granted", effect.headline().term());
        return effect;
    }

    /** R codes 1 as censored and 2 as dead in this file. */
    private Path withEvents(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data);
        int status = List.of(lines.get(0).replace("\"", "").split(",", -1)).indexOf("status");
        List<String> more = new ArrayList<>(List.of(lines.get(0) + ",event"));
        lines.stream()
                .skip(1)
                .forEach(line -> more.add(line + "," + (line.split(",", -1)[status].equals("2") ? 1 : 0)));
        return Files.write(folder.resolve("lung.csv"), more);
    }

    private static double expected(String id, String path) throws IOException {
        JsonNode all = LotiJson.mapper()
                .readTree(SharedData.file("oracles/evaluation/cases.json").toFile());
        for (JsonNode found : all) {
            if (found.path("id").asText().equals(id)) {
                JsonNode node = found.path("values");
                for (String step : path.split("/", -1)) {
                    node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
                }
                return node.asDouble();
            }
        }
        throw new IllegalArgumentException(id);
    }

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
        Effect effect = run(data, ratios);
        assertThat(effect.estimates())
                .anySatisfy(estimate -> assertThat(estimate.value()).isCloseTo(0.5, within(1e-12)));
        assertThat(run(data, base).headline().value()).isCloseTo(-0.15, within(1e-12));
        assertThat(run(data, List.of("proportions", "--outcome", "helped"))
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
        assertThat(run(data, share).headline().value()).isEqualTo(1);
        assertThat(Run.loti("evaluate", "proportions", "--data", data, "--outcome", "a")
                        .err())
                .contains("which answer counts");
        csv("a\n0\n0\n0\n");
        assertThat(run(data, List.of("proportions", "--outcome", "a"))
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
        Effect paired = run(data, List.of("proportions", "--outcome", "after", "--convention", "before=before"));
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
