package london.loti.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.compare.TwoProportions;
import london.loti.evaluation.economics.CostBenefit;
import london.loti.evaluation.economics.Line;
import london.loti.evaluation.economics.ValueKind;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts that nobody may see, put wherever a report takes a count and looked for in all that leaves. The rule hides counts
 * below 10,000, so that a canary is a number which nothing else in a report can be.
 */
class CanaryTest {
    private static final DisclosureRule RULE =
            new DisclosureRule("strict", "1", 10_000, ZeroPolicy.SUPPRESS, 1, "a test");

    /** Primes below 10,000; none is another with a digit more or less. */
    private static final List<Integer> CANARIES =
            List.of(7919, 8101, 8209, 8311, 8419, 8501, 8609, 8707, 8803, 8923, 9001, 9103, 9203, 9311, 9403, 9511);

    private static final int MANY = 60_000;

    private static final OutcomeMeasure SCORE =
            SampleReport.measure("score", "Score", "points", Direction.HIGHER_IS_BETTER);

    private static final OutcomeMeasure WORK = new OutcomeMeasure(
            "work", "In work", "in paid work", "1 yes, 0 no", Direction.HIGHER_IS_BETTER, 0.0, 1.0, List.of(), null);

    private static final String TABLE_HASH = "7ab1e".repeat(12) + "7ab1";

    private static int canary(int number) {
        return CANARIES.get(number);
    }

    private static Estimate difference() {
        return Inference.usual().normal("mean difference", 1.5, 0.25);
    }

    private static Effect groups(String method, int few) {
        return Effect.builder(method, MANY)
                .group("one", MANY - few)
                .group("two", few)
                .estimate(difference())
                .build();
    }

    private static Effect share(int few) {
        return Effect.builder("survey-mean", MANY)
                .group("one", 2L * MANY)
                .group("two", MANY)
                .estimate(difference())
                .estimate(Estimate.of("share of those with a job", (double) few / MANY))
                .estimate(Estimate.of("mean one", 1 - (double) few / MANY))
                .build();
    }

    /** A cell of a table is below the rule: a ratio with its interval would tell it. */
    private static Effect table(int yesTreated, int yesControl) {
        Effect ratios = TwoProportions.of(yesTreated, MANY, yesControl, MANY).ratios();
        Effect.Builder effect = Effect.builder(ratios.method(), ratios.n()).dataHash(TABLE_HASH);
        ratios.groups().forEach(effect::group);
        return effect.estimates(ratios.estimates()).build();
    }

    private static EvaluationReport report() {
        return EvaluationReport.builder(
                        "A report",
                        SampleReport.DAY,
                        SampleReport.programme("Tea"),
                        ClaimsGuard.withDefaults()
                                .judge(
                                        StudyDesign.BEFORE_AFTER,
                                        StudyQuality.of(canary(0))
                                                .withAttrition(0.25, 0.125)
                                                .withClustersPerArm(canary(1))),
                        RULE)
                .reach("By age", "All.", SampleReport.counts("young", canary(2), "old", MANY, "older", MANY))
                .flow(new FlowArm("Some", List.of(new FlowArm.Loss("Moved", canary(3))), 64_000))
                .balance(groups("balance", canary(4)), groups("balance", canary(4)))
                .secondary(
                        SCORE,
                        Effect.builder("welch-t", canary(5))
                                .estimate(difference())
                                .build())
                .secondary(WORK, share(canary(6)))
                .secondary(
                        SampleReport.measure("clustered", "Clustered", "points", Direction.NEITHER),
                        Effect.builder("ols", MANY)
                                .clusters(canary(7))
                                .estimate(difference())
                                .diagnostic("rows left out", canary(8))
                                .diagnostic("number of leavers", canary(8))
                                .build())
                .secondary(
                        SampleReport.measure("counted", "Counted", "events", Direction.NEITHER),
                        Effect.builder("survey-total", MANY)
                                .estimate(Estimate.of("number of events", canary(9)))
                                .build())
                .sensitivity(
                        "Bounds",
                        SCORE,
                        Effect.builder("lee-bounds", MANY)
                                .group("treated", MANY / 2)
                                .group("untreated", MANY / 2)
                                .estimate(Estimate.of("lower bound", 0.7771))
                                .estimate(Estimate.of("upper bound", 0.7772))
                                .estimate(Estimate.of("effect", 0.7773))
                                .diagnostic("number trimmed", canary(10))
                                .build())
                .sensitivity(
                        "Leavers",
                        SCORE,
                        Effect.builder("tipping-point", 2 * MANY)
                                .group("treated", MANY)
                                .group("untreated", MANY)
                                .estimate(Estimate.of("shift to no significance", -1.0))
                                .estimate(Estimate.of("shift to no difference", -1.5 * MANY / canary(11)))
                                .estimate(difference())
                                .diagnostic("share of the treated that left", (double) canary(11) / MANY)
                                .build())
                .sensitivity("Cells", WORK, table(canary(13), MANY / 2))
                .sensitivity("Cells the other way", WORK, table(MANY / 2, MANY - canary(14)))
                .means("Work before and after", WORK, share(canary(6)))
                .overTime("By period", SCORE, groups("event-study", canary(12)))
                .subgroup("Age", "young", SCORE, SampleReport.difference(canary(13), 0.7774, 0.1))
                .subgroup("Age", "old", SCORE, SampleReport.difference(3 * MANY, 0.7775, 0.1))
                .subgroup("Age", "older", SCORE, SampleReport.difference(4 * MANY, 0.7, 0.1))
                .subgroup("Place", "north", SCORE, groups("welch-t", canary(14)))
                .subgroup("Place", "south", SCORE, SampleReport.difference(2 * MANY, 0.7776, 0.1))
                .subgroup("Place", "west", SCORE, SampleReport.difference(4 * MANY, 0.7, 0.1))
                .value(
                        CostBenefit.of(
                                        2026,
                                        List.of(
                                                Line.cost("Staff", "council", 1_000_000)
                                                        .source(2026, "invented")
                                                        .build(),
                                                Line.benefit("Health", "residents", ValueKind.SOCIAL, 2_000_000)
                                                        .source(2026, "invented")
                                                        .build()))
                                .assess(),
                        canary(15))
                .registry(new RegistryDetails(
                        "Council",
                        List.of(),
                        RegistryDetails.Status.COMPLETE,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of()))
                .build();
    }

    /** Everything that leaves, pictures too, without styles and places. */
    private static Map<String, String> outputs() {
        EvaluationReport report = report();
        return Map.of(
                "html",
                report.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " "),
                "csv",
                report.csv(),
                "json",
                report.json(),
                "registry",
                report.registryExport(),
                "docx",
                new String(report.docx(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", " "));
    }

    @Test
    void noCanaryGetsOutOfAnyForm() {
        outputs().forEach((form, text) -> {
            for (int canary : CANARIES) {
                for (long count : List.of(canary, MANY - canary, MANY + canary, 2 * MANY - canary)) {
                    for (String written : List.of(Long.toString(count), String.format(Locale.ROOT, "%,d", count))) {
                        assertThat(Pattern.compile("(?<![0-9a-f,.])" + written + "(?![0-9a-f])")
                                        .matcher(text)
                                        .find())
                                .as("%s tells %s", form, written)
                                .isFalse();
                    }
                }
                String share = Double.toString((double) canary / MANY).substring(0, 6);
                String rest = Double.toString(1 - (double) canary / MANY).substring(0, 6);
                String shift = Double.toString(1.5 * MANY / canary).substring(0, 6);
                assertThat(text).as(form).doesNotContain(share, rest, shift);
            }
        });
    }

    @Test
    void nothingThatRestsOnACanaryGetsOutEither() {
        outputs()
                .forEach((form, text) -> assertThat(text)
                        .as(form)
                        .doesNotContain("0.7771", "0.7772", "0.7773")
                        .doesNotContain("0.7774", "0.7775") // the few, and who would give them back
                        .doesNotContain("0.7776") // as the few are of one arm
                        .doesNotContain("0.777", "0.778"));
        Effect table = table(canary(13), MANY / 2);
        outputs()
                .forEach((form, text) -> assertThat(text)
                        .as(form)
                        .doesNotContain(TABLE_HASH) // all tables of the size could be tried
                        .doesNotContain(table.estimates().stream()
                                .flatMap(estimate -> Stream.of(estimate.value(), estimate.statistic()))
                                .map(number -> String.format(Locale.ROOT, "%.4f", number))
                                .toList()));
        assertThat(outputs().get("csv")).contains("score,subgroup,older,mean difference,", ",0.7,");
    }
}
