package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Each method on the command line gives the number that other people's software gives for the same data. */
class EvaluateAgainstOthersTest {
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
        Effect effect = Evaluated.run(folder, data, args);
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
}
