package london.loti.evaluation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.economics.CostBenefit;
import london.loti.evaluation.economics.CostBenefitUncertainty;
import london.loti.evaluation.economics.Line;
import london.loti.evaluation.economics.Uncertain;
import london.loti.evaluation.economics.ValueKind;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.missing.LeeBounds;
import london.loti.evaluation.missing.TippingPoint;
import london.loti.evaluation.plan.AnalysisPlan;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.PlanLock;
import london.loti.evaluation.plan.PlannedAnalysis;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;
import london.loti.model.outcome.TheoryOfChange.Evidence;
import london.loti.model.outcome.TheoryOfChange.Link;
import london.loti.model.outcome.TheoryOfChange.Stage;
import london.loti.model.outcome.TheoryOfChange.Step;

/** A report on an invented programme in an invented place; every number is invented. */
final class SampleReport {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Inference USUAL = Inference.usual();

    private SampleReport() {}

    /** Writes all five forms into a folder, to be looked at. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        EvaluationReport report = full("Tablets and Tea").build();
        Files.writeString(folder.resolve("report.html"), report.html());
        Files.writeString(folder.resolve("report.csv"), report.csv());
        Files.writeString(folder.resolve("report.json"), report.json());
        Files.writeString(folder.resolve("registry.json"), report.registryExport());
        Files.write(folder.resolve("report.docx"), report.docx());
    }

    static OutcomeMeasure measure(String id, String label, String unit, Direction direction) {
        return new OutcomeMeasure(
                id, label, label + ", by invented questions", unit, direction, null, null, List.of(), null);
    }

    static OutcomeMeasure loneliness() {
        return measure("loneliness", "Loneliness", "points, 3 to 9", Direction.LOWER_IS_BETTER);
    }

    static Effect did(long n, long treated, double value, double error) {
        return Effect.builder("did-2x2", n)
                .convention("errors", "CR1")
                .convention("df", "clusters - 1")
                .group("comparison", n - treated)
                .group("treated", treated)
                .clusters(24)
                .dataHash("0123456789abcdef".repeat(4))
                .estimate(USUAL.student("difference in differences", value, error, 23))
                .estimate(USUAL.normal("comparison before", 5.9, 0.2))
                .estimate(USUAL.normal("comparison after", 5.8, 0.2))
                .estimate(USUAL.normal("treated before", 6.1, 0.2))
                .estimate(USUAL.normal("treated after", 6.0 + value, 0.2))
                .diagnostic("rows_left_out", 3)
                .diagnostic("r_squared", 0.31)
                .assumes("Without the programme both groups would have changed alike.")
                .build();
    }

    static Effect difference(long n, double value, double error) {
        return Effect.builder("welch-t", n)
                .convention("alternative", "two-sided")
                .estimate(USUAL.normal("mean difference", value, error))
                .assumes("People answered independently of each other.")
                .build();
    }

    static Effect eventStudy(long n) {
        Effect.Builder effect = Effect.builder("event-study", n).convention("reference", "event -1");
        double[] values = {0.1, -0.05, 0, -0.5, -0.9, -0.8};
        for (int i = 0; i < values.length; i++) {
            String term = "event " + (i - 3);
            effect.estimate(i == 2 ? Estimate.of(term, 0) : USUAL.normal(term, values[i], 0.25));
        }
        return effect.assumes("The groups went the same way before the start.").build();
    }

    static Programme programme(String name) {
        return new Programme(
                "tea",
                name,
                "People who can use a tablet can see family and friends more often",
                "A tablet with mobile data for six months, and a booklet",
                "Six weekly sessions in a small group, with tea",
                "Volunteers who were taught for two days",
                "Face to face, in groups of six",
                "Libraries of Eastmere",
                "Six sessions of two hours",
                "The pace follows the group",
                null,
                "A coordinator visits one session a group",
                null,
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 8, 31),
                "tea_theory");
    }

    static TheoryOfChange theory() {
        return new TheoryOfChange(
                "tea_theory",
                "1",
                "How tablets and tea should help",
                "a workshop with twelve residents of Eastmere, January 2026",
                List.of(
                        new Step("tablets", Stage.INPUT, "Tablets and volunteers are there", List.of()),
                        new Step("sessions", Stage.ACTIVITY, "People learn in small groups", List.of("attendance")),
                        new Step("use", Stage.OUTCOME, "People call family and friends", List.of("confidence")),
                        new Step("less_lonely", Stage.IMPACT, "People feel less lonely", List.of("loneliness"))),
                List.of(
                        new Link("tablets", "sessions", "volunteers stay for all six weeks", Evidence.ASSUMED, null),
                        new Link("sessions", "use", "people go on after the sessions", Evidence.SOME, "two pilots"),
                        new Link("use", "less_lonely", "family and friends have time", Evidence.ASSUMED, null)));
    }

    static LockedPlan plan() {
        AnalysisPlan plan = AnalysisPlan.builder("tea_plan", "1", LocalDate.of(2026, 1, 20))
                .study("tea", StudyDesign.DIFFERENCE_IN_DIFFERENCES, 400)
                .question("Do people feel less lonely after the sessions?")
                .primary(new PlannedAnalysis("loneliness", "did-2x2", new TreeMap<>(Map.of("errors", "CR1"))))
                .secondary(new PlannedAnalysis("confidence", "welch-t", new TreeMap<>()))
                .clusters("library")
                .missingData("people without both answers are left out; bounds are shown")
                .multiplicity("Holm")
                .subgroup("age")
                .registeredAt("https://example.org/tea-plan")
                .build();
        return PlanLock.lock(plan.json(), LocalDate.of(2026, 2, 1))
                .check(plan.json())
                .orElseThrow();
    }

    static Map<String, Long> counts(Object... pairs) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], ((Number) pairs[i + 1]).longValue());
        }
        return counts;
    }

    static EvaluationReport.Builder builder(String name, DisclosureRule rule) {
        OutcomeMeasure loneliness = loneliness();
        OutcomeMeasure confidence =
                measure("confidence", "Confidence online", "points, 0 to 10", Direction.HIGHER_IS_BETTER);
        OutcomeMeasure calls = measure("calls", "Calls to friends", "calls a week", Direction.HIGHER_IS_BETTER);
        LockedPlan plan = plan();
        StudyQuality quality = StudyQuality.of(368)
                .withAttrition(0.12, 0.03)
                .withLargestImbalance(0.12)
                .withPreTrend(0.48)
                .withSelectionOnLowScores(true)
                .withPlan(true, true);
        return EvaluationReport.builder(
                        name + ": did it help?",
                        DAY,
                        programme(name),
                        ClaimsGuard.withDefaults().judge(StudyDesign.DIFFERENCE_IN_DIFFERENCES, quality),
                        rule)
                .place("Eastmere")
                .author("Eastmere Council, evaluation team")
                .theory(theory())
                .plan(plan)
                .reach(
                        "By age",
                        "Everybody who came to a first session, by age on that day.",
                        counts("under 50", 23, "50 to 64", 61, "65 to 79", 104, "80 and over", 31, "not told", 4))
                .reach("By library", "Where the sessions were.", counts("North", 88, "South", 72, "Quay", 63))
                .flow(new FlowArm(
                        "Tablets",
                        List.of(
                                new FlowArm.Loss("Stopped coming", 17),
                                new FlowArm.Loss("No second answer", 14),
                                new FlowArm.Loss("Moved away", 4)),
                        188))
                .flow(new FlowArm(
                        "Comparison",
                        List.of(new FlowArm.Loss("No second answer", 22), new FlowArm.Loss("Moved away", 11)),
                        180))
                .balance(
                        Effect.builder("balance", 368)
                                .group("comparison", 180)
                                .group("treated", 188)
                                .estimate(Estimate.of("age", 0.31))
                                .estimate(Estimate.of("lives alone", -0.18))
                                .estimate(Estimate.of("loneliness before", 0.22))
                                .build(),
                        Effect.builder("balance", 368)
                                .estimate(Estimate.of("age", 0.04))
                                .estimate(Estimate.of("lives alone", -0.12))
                                .estimate(Estimate.of("loneliness before", 0.05))
                                .build())
                .primary(plan.primary(loneliness, did(368, 188, -0.8, 0.25)))
                .secondary(confidence, difference(361, 1.1, 0.3))
                .secondary(calls, difference(355, 0.4, 0.35))
                .multiplicity("The two other outcomes were allowed for together, by Holm's method.")
                .means("Loneliness before and after", loneliness, did(368, 188, -0.8, 0.25))
                .overTime("Loneliness by period", loneliness, eventStudy(368))
                .subgroup("Age", "under 65", loneliness, difference(142, -0.5, 0.4))
                .subgroup("Age", "65 to 79", loneliness, difference(170, -0.9, 0.3))
                .subgroup("Age", "80 and over", loneliness, difference(52, -1.2, 0.6))
                .subgroup("Age", "not told", loneliness, difference(4, -3.777, 2.9))
                .value(costBenefit().assess(), 223)
                .limitation("Answers were given on paper in the sessions, so people may have wanted to please.")
                .registry(new RegistryDetails(
                        "Eastmere Council",
                        List.of(),
                        RegistryDetails.Status.COMPLETE,
                        List.of("digital inclusion"),
                        12000.0,
                        "https://example.org/tea-plan",
                        List.of("https://example.org/tea-report"),
                        null,
                        List.of(new RegistryDetails.Event(
                                RegistryDetails.Milestone.INTERVENTION_START, true, YearMonth.of(2026, 3)))));
    }

    static CostBenefit costBenefit() {
        return CostBenefit.of(
                2026,
                List.of(
                        Line.cost("Tablets and data", "council", 41000, 9000)
                                .source(2026, "invented")
                                .build(),
                        Line.cost("Volunteers' time", "council", 18000, 6000)
                                .source(2026, "invented")
                                .build(),
                        Line.benefit("Life satisfaction", "residents", ValueKind.SOCIAL, 60000, 52000)
                                .source(2026, "invented")
                                .build()));
    }

    /** The invented benefits and the invented pay are uncertain. */
    static CostBenefitUncertainty uncertainty() {
        CostBenefit model = CostBenefit.of(
                        2026,
                        List.of(
                                Line.cost("Tablets and data", "council", 41000, 9000)
                                        .source(2026, "invented")
                                        .inputs("price of tablets")
                                        .build(),
                                Line.benefit("Life satisfaction", "residents", ValueKind.SOCIAL, 60000, 52000)
                                        .source(2026, "invented")
                                        .inputs("people who feel better")
                                        .build()))
                .withInput("price of tablets", Uncertain.triangular(0.8, 1, 1.5))
                .withInput("people who feel better", Uncertain.normal(1, 0.4));
        return model.simulate(2000, 7, 1);
    }

    /** With draws of costs and benefits, and with other ways to look at the primary outcome. */
    static EvaluationReport.Builder full(String name) {
        double[] outcome = new double[400];
        boolean[] treated = new boolean[400];
        for (int i = 0; i < 400; i++) {
            treated[i] = i < 200;
            boolean left = treated[i] ? i >= 160 : i >= 380;
            outcome[i] = left ? Double.NaN : 5 + (i % 10) / 3.0 + (treated[i] ? -1.6 : 0);
        }
        return builder(name, DisclosureRule.withDefaults())
                .sensitivity("Without the largest library", loneliness(), difference(290, -0.7, 0.28))
                .sensitivity("Adjusted for age", loneliness(), difference(364, -0.75, 0.24))
                .sensitivity(
                        "Bounds for those who left",
                        loneliness(),
                        LeeBounds.of(outcome, treated).bounds())
                .sensitivity(
                        "If leavers did worse", loneliness(), TippingPoint.ofMeanDifference(outcome, treated, 0.95))
                .uncertainty(uncertainty());
    }
}
