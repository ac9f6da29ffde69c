package london.loti.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.missing.LeeBounds;
import london.loti.evaluation.missing.TippingPoint;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EvaluationReportTest {
    private static final DisclosureRule USUAL = DisclosureRule.withDefaults();

    private static EvaluationReport sample() {
        return SampleReport.builder("Tablets and Tea", USUAL).build();
    }

    /** All forms of a report without what machines read: styles, attributes, coordinates. */
    private static List<String> forms(EvaluationReport report) {
        String html = report.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " ");
        String docx = new String(report.docx(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", " ");
        return List.of(html, report.csv(), report.json(), report.registryExport(), docx);
    }

    @Test
    void tellsTheResultInTheWordsThatTheStudyAllows() {
        assertThat(sample().html())
                .contains(
                        "The result is consistent with Tablets and Tea having led to a fall of 0.8 (points, 3 to 9; 95%"
                                + " confidence interval from −1.32 to −0.28) in “Loneliness”. That is for the better.")
                .contains("The study can&#39;t tell whether Tablets and Tea made a difference to “Calls to friends”")
                .contains("level 3 of 5 on the Maryland scale")
                .doesNotContain("Tablets and Tea caused");
    }

    @Test
    void makesItsLimitationsFromWhatItHolds() {
        assertThat(sample().html())
                .contains("so people may have wanted to please.") // the author's
                .contains("The groups might have gone different ways without the programme.") // the design's
                .contains("Nobody has evidence for this yet: family and friends have time.") // the theory's
                .contains("does not tell: “Changed on the way”, “How far") // the programme's
                .contains("Without the programme both groups would have changed alike."); // the method's
    }

    @Test
    void writesAnArticleInASentenceSmall() {
        assertThat(SampleReport.builder("The Tea", USUAL).build().html())
                .contains("whether the Tea made a difference", "consistent with the Tea having led to")
                .contains("<h1>The Tea: did it help?</h1>");
    }

    @Test
    void listsDeviationsAndHowEveryNumberWasMade() {
        assertThat(sample().html())
                .contains("<th scope=\"row\">calls</th><td>outcome added</td><td>not in the plan</td><td>reported</td>")
                .contains("<th scope=\"row\">Choice of errors</th><td class=\"short\">CR1</td>")
                .contains("<th scope=\"row\">SHA-256 of the data</th><td>" + "0123456789abcdef".repeat(4) + "</td>");
    }

    @Test
    void canBeWrittenToAFolder(@TempDir Path folder) throws Exception {
        SampleReport.main(new String[] {folder.toString()});
        assertThat(folder)
                .isDirectoryContaining("glob:**.html")
                .isDirectoryContaining("glob:**.csv")
                .isDirectoryContaining("glob:**report.json")
                .isDirectoryContaining("glob:**registry.json")
                .isDirectoryContaining("glob:**.docx");
    }

    @Test
    void isTheSameBytesEachTime() {
        EvaluationReport one = sample();
        EvaluationReport two = sample();
        assertThat(forms(one)).isEqualTo(forms(two));
        assertThat(one.html()).isEqualTo(two.html());
        assertThat(one.docx()).isEqualTo(two.docx());
    }

    @Test
    void showsNoCountBelowTheThresholdInAnyForm() {
        DisclosureRule strict = new DisclosureRule("strict", "1", 450, ZeroPolicy.SHOW, 1, "a test");
        EvaluationReport report =
                SampleReport.builder("Tablets and Tea", strict).build();
        for (String form : forms(report)) {
            for (long count : List.of(368, 361, 355, 188, 180, 223, 213, 104, 61, 88, 72, 63, 142, 170)) {
                assertThat(form).doesNotContainPattern("(?<![0-9a-f,.])" + count + "(?![0-9a-f])");
            }
        }
        assertThat(report.html()).contains("Too few people were measured on “Loneliness” to show a result.");
        assertThat(report.csv()).doesNotContain("-0.8").contains(",did-2x2,yes");
    }

    @Test
    void showsNothingOfAHandfulOfPeople() {
        for (String form : forms(sample())) {
            assertThat(form).doesNotContain("3.77", "3.78"); // the estimate of the four whose age is not told
        }
        assertThat(sample().csv())
                .contains("loneliness,subgroup,not told,mean difference,,,,,,,welch-t,yes")
                .contains(
                        "loneliness,subgroup,80 and over,mean difference,,,,,,,welch-t,yes"); // else four from the rest
        assertThat(sample().html())
                .contains("<th scope=\"row\">not told</th><td>not shown</td><td>not shown</td>")
                .contains("Counts of fewer than 10 people are not shown");
    }

    @Test
    void hidesHowManyWereAnalysedWhereThatWouldTellHowFewWereLost() {
        DisclosureRule exact = new DisclosureRule("exact", "1", 10, ZeroPolicy.SHOW, 1, "a test");
        String csv = SampleReport.builder("Tablets and Tea", exact).build().csv();
        assertThat(csv)
                .contains("loneliness,primary,everybody,difference in differences,,-0.8,")
                .doesNotContain(",368,", ",361,");
    }

    @Test
    void hidesSharesThatStandForAHandfulOfPeopleAndWhatWouldGiveThemBack() {
        OutcomeMeasure work = new OutcomeMeasure(
                "work",
                "In work",
                "in paid work",
                "1 yes, 0 no",
                Direction.HIGHER_IS_BETTER,
                0.0,
                1.0,
                List.of(),
                null);
        Effect effect = Effect.builder("did-2x2", 110)
                .group("comparison", 55)
                .group("treated", 55)
                .estimate(Inference.usual().normal("difference in differences", 0.2, 0.05))
                .estimate(Estimate.of("treated before", 3.0 / 55))
                .estimate(Estimate.of("treated after", 20.0 / 55))
                .build();
        EvaluationReport report = SampleReport.builder("Tea", USUAL)
                .secondary(work, effect)
                .means("Work before and after", work, effect)
                .build();
        assertThat(report.csv())
                .contains("work,secondary,everybody,treated before,110,,,,,,did-2x2,yes")
                .contains("work,means,Work before and after,treated after,110,,,,,,did-2x2,yes")
                .contains("work,secondary,everybody,difference in differences,110,0.2,");
        for (String form : forms(report)) {
            assertThat(form).doesNotContain("0.05454", "0.055", "0.36");
        }
    }

    @Test
    void tellsNoShareThatStandsForAHandfulOfPeople() {
        OutcomeMeasure work = new OutcomeMeasure(
                "work",
                "In work",
                "in paid work",
                "1 yes, 0 no",
                Direction.HIGHER_IS_BETTER,
                0.0,
                1.0,
                List.of(),
                null);
        String html = SampleReport.builder("Tea", USUAL)
                .secondary(
                        work,
                        Effect.builder("top-box-share", 100)
                                .estimate(Estimate.of("share", 0.0437))
                                .build())
                .build()
                .html();
        assertThat(html)
                .contains("Too few people were measured on “In work” to show a result.")
                .doesNotContain("0.0437", "0.044");
    }

    @Test
    void keepsTheHashOfFewPeoplesAnswersToItself() {
        String html = SampleReport.builder("Tablets and Tea", USUAL)
                .secondary(
                        SampleReport.measure("sleep", "Sleep", "hours", Direction.NEITHER),
                        SampleReport.did(60, 30, 0.2, 0.3))
                .build()
                .html();
        assertThat(html).contains("<th scope=\"row\">SHA-256 of the data</th><td>not shown</td>");
    }

    @Test
    void callsNothingPrimaryWithoutThePlan() {
        EvaluationReport.Builder builder =
                EvaluationReport.builder("Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL);
        PrimaryOutcome outcome =
                SampleReport.plan().primary(SampleReport.loneliness(), SampleReport.did(368, 188, -0.8, 0.25));
        assertThatThrownBy(() -> builder.primary(outcome).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a primary outcome's plan must be the report's");
        String html = EvaluationReport.builder(
                        "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                .secondary(SampleReport.loneliness(), SampleReport.did(368, 188, -0.8, 0.25))
                .build()
                .html();
        assertThat(html).contains("so no outcome is called primary.").doesNotContain("<h2 id=\"primary\">");
    }

    @Test
    void refusesAClaimThatCountsOnAPlanThatIsNotThere() {
        EvaluationReport.Builder builder = EvaluationReport.builder(
                        "Tea",
                        SampleReport.DAY,
                        SampleReport.programme("Tea"),
                        ClaimsGuard.withDefaults()
                                .judge(
                                        StudyDesign.BEFORE_AFTER,
                                        StudyQuality.of(100).withPlan(true, false)),
                        USUAL)
                .secondary(SampleReport.loneliness(), SampleReport.difference(100, 1, 0.2));
        assertThatThrownBy(builder::build).hasMessageContaining("needs that plan in the report");
        assertThatThrownBy(() -> EvaluationReport.builder(
                                "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                        .build())
                .hasMessage("a report must have an outcome, but has none");
    }

    @Test
    void refusesASecondTryAtAPrimaryOutcomeAndAPlanThatWasLockedAfterwards() {
        PrimaryOutcome again =
                SampleReport.plan().primary(SampleReport.loneliness(), SampleReport.did(360, 180, -1.8, 0.25));
        assertThatThrownBy(
                        () -> SampleReport.builder("Tea", USUAL).primary(again).build())
                .hasMessageContaining("a primary outcome must come once, but one comes twice");
        assertThatThrownBy(() -> EvaluationReport.builder(
                                "Tea", LocalDate.of(2026, 1, 31), SampleReport.programme("Tea"), weakClaim(), USUAL)
                        .plan(SampleReport.plan())
                        .primary(again)
                        .build())
                .hasMessageContaining("locked by the day of the report");
    }

    @Test
    void weakensTheClaimForAnOutcomeThatThePlanDoesNotName() {
        StudyQuality trial = StudyQuality.of(368).withAttrition(0.1, 0.02).withPlan(true, true);
        String html = EvaluationReport.builder(
                        "Tea",
                        SampleReport.DAY,
                        SampleReport.programme("Tea"),
                        ClaimsGuard.withDefaults().judge(StudyDesign.RANDOMISED_INDIVIDUALS, trial),
                        USUAL)
                .plan(SampleReport.plan())
                .primary(SampleReport.plan().primary(SampleReport.loneliness(), SampleReport.did(368, 188, -0.8, 0.25)))
                .secondary(
                        SampleReport.measure("calls", "Calls", "calls", Direction.NEITHER),
                        SampleReport.difference(355, 1.4, 0.35))
                .build()
                .html();
        assertThat(html)
                .contains("Tea caused a fall of 0.8")
                .contains("The result is consistent with Tea having led to a rise of 1.4");
    }

    @Test
    void fillsTheRegistrysFields() {
        assertThat(sample().registryExport())
                .contains("\"impact\"", "\"quasi_experimental\"", "\"difference\"", "\"benefit\"")
                .doesNotContain("process")
                .contains("\"visibility\" : \"draft\"", "\"event\" : \"intervention start\"", "\"month\" : 3");
        EvaluationReport bare = EvaluationReport.builder(
                        "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                .secondary(SampleReport.loneliness(), SampleReport.difference(100, 1, 0.2))
                .build();
        assertThatThrownBy(bare::registryExport)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe add them by registry().");
    }

    @Test
    void ticksOnlyWhatIsThere() {
        String json = sample().json().toLowerCase(Locale.ROOT);
        assertThat(json).contains("✓ told", "✗ not told", "for people to check");
        assertThat(Checklist.trend().items()).hasSize(22);
        assertThat(Checklist.tidier().items()).hasSize(12);
        assertThat(List.of(Checklist.trend(), Checklist.tidier())).noneMatch(Checklist::verified);
    }

    @Test
    void ticksNeitherCountsNorIntervalsThatAreNotShown() {
        EvaluationReport few = EvaluationReport.builder(
                        "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                .secondary(SampleReport.loneliness(), SampleReport.difference(4, 1, 0.2))
                .build();
        assertThat(few.html())
                .contains("How many people each result is from</td><td>✗ not told")
                .contains("Each result with its interval</td><td>✗ not told");
        assertThat(sample().html())
                .contains("How many people each result is from</td><td>✓ told")
                .contains("Each result with its interval</td><td>✓ told");
    }

    @Test
    void tellsTheLevelOfEveryIntervalInEveryForm() {
        OutcomeMeasure sleep = SampleReport.measure("sleep", "Sleep", "hours", Direction.NEITHER);
        OutcomeMeasure rest = SampleReport.measure("rest", "Rest", "hours", Direction.NEITHER);
        EvaluationReport report = EvaluationReport.builder(
                        "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                .secondary(
                        sleep,
                        Effect.builder("welch-t", 100)
                                .estimate(Inference.usual().withLevel(0.9).normal("mean difference", 1, 0.1))
                                .build())
                .secondary(rest, SampleReport.difference(100, 0.0004, 0.0001))
                .means("Sleep by group", sleep, SampleReport.did(200, 100, 1, 0.1))
                .build();
        assertThat(report.html())
                .contains(
                        "<td class=\"short\">90%: from 0.84 to 1.16</td>",
                        "<td class=\"short\">95%: from 0.0002 to 0.0006</td>", "<td class=\"short\">0.0004</td>")
                .contains("95% interval</th>")
                .doesNotContain(">Interval</th></tr>");
        assertThat(report.csv())
                .contains("estimate,lo,hi,level,p,method")
                .containsPattern("sleep,secondary,everybody,mean difference,100,1,0\\.83\\d*,1\\.16\\d*,0\\.9,");
        assertThat(report.json()).contains("\"level\" : 0.9,", "\"level\" : 0.95,");
    }

    @Test
    void saysThatNoDeviationWasFoundAndWhatWasNotCompared() {
        assertThat(sample().html())
                .doesNotContain("The plan was kept")
                .contains("<li>study: how missing data were handled (the plan says it in words)</li>")
                .contains("<li>loneliness: degrees of freedom (the plan leaves it open; done: clusters - 1)</li>");
        assertThat(sample().json()).contains("\"notCompared\" : [");
    }

    @Test
    void saysWhatItWouldTakeForTheFindingToGo() {
        double[] outcome = new double[200];
        boolean[] treated = new boolean[200];
        for (int i = 0; i < 200; i++) {
            treated[i] = i < 100;
            boolean left = treated[i] ? i >= 60 : i >= 180;
            outcome[i] = left ? Double.NaN : (i % 10) / 3.0 + (treated[i] ? -3 : 0);
        }
        EvaluationReport report = SampleReport.builder("Tea", USUAL)
                .sensitivity(
                        "Bounds for who left",
                        SampleReport.loneliness(),
                        LeeBounds.of(outcome, treated).bounds())
                .sensitivity(
                        "If leavers did worse",
                        SampleReport.loneliness(),
                        TippingPoint.ofMeanDifference(outcome, treated, 0.95))
                .sensitivity("Without weights", SampleReport.loneliness(), SampleReport.difference(368, -0.6, 0.4))
                .build();
        // By hand: 60 of 100 stayed of the treated and 80 of the others, so a shift undoes the difference at 3 / 0.4.
        assertThat(report.html())
                .contains("<h2 id=\"robust\">")
                .contains("<th scope=\"row\">As reported above</th>")
                .contains("Bounds for who left: if those by whom one group lost more than the other")
                .contains("who left can&#39;t be all there is to the finding.")
                .contains("7.5 (points, 3 to 9) higher")
                .contains("Without weights: on the same side as the finding; its interval holds “no change”.");
        assertThat(report.csv())
                .contains("loneliness,sensitivity,Bounds for who left,lower bound,200,")
                .contains("loneliness,sensitivity,If leavers did worse,shift to no difference,200,7.5,");
        assertThatThrownBy(() -> SampleReport.builder("Tea", USUAL)
                        .sensitivity(
                                "x",
                                SampleReport.measure("other", "Other", "points", Direction.NEITHER),
                                SampleReport.difference(100, 1, 1))
                        .build())
                .hasMessage("a sensitivity analysis must be of an outcome of the report, but one is of none");
    }

    @Test
    void saysHowSureCostsAndBenefitsAre() {
        EvaluationReport report = SampleReport.builder("Tea", USUAL)
                .uncertainty(SampleReport.uncertainty())
                .build();
        assertThat(report.html())
                .contains("which is how likely the ratio is above 1")
                .contains("95% of draws</th>")
                .contains("id=\"tornado-plot-t\"")
                .contains("Net present value at low");
        assertThat(report.json()).contains("\"valueUncertainty\" : {", "\"probabilityWorthIt\"");
        assertThatThrownBy(() -> EvaluationReport.builder(
                                "Tea", SampleReport.DAY, SampleReport.programme("Tea"), weakClaim(), USUAL)
                        .secondary(SampleReport.loneliness(), SampleReport.difference(100, 1, 0.2))
                        .uncertainty(SampleReport.uncertainty())
                        .build())
                .hasMessageContaining("draws of costs and benefits need the cost-benefit analysis itself");
    }

    private static Claim weakClaim() {
        return ClaimsGuard.withDefaults().judge(StudyDesign.BEFORE_AFTER, StudyQuality.of(100));
    }
}
