package london.loti.evaluation.report;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.model.disclosure.DisclosureRule;

import static org.assertj.core.api.Assertions.assertThat;

/** What the words beside the numbers say. */
class ReportWordsTest {
    private static EvaluationReport.Builder report(StudyDesign design) {
        Claim claim = ClaimsGuard.withDefaults().judge(design, StudyQuality.of(200));
        return EvaluationReport.builder(
                "Tea", SampleReport.DAY, SampleReport.programme("Tea"), claim, DisclosureRule.withDefaults());
    }

    private static Effect against(double value) {
        Inference inference = Inference.usual().against(value);
        return Effect.builder("welch-t", 200)
                .asked(inference)
                .estimate(inference.normal("mean difference", 1, 0.2))
                .build();
    }

    @Test
    void saysWhatAPValueIsAgainstWhereThatIsNotNoChange() {
        String tested = report(StudyDesign.CROSS_SECTION)
                .secondary(SampleReport.loneliness(), against(0.5))
                .sensitivity("Otherwise", SampleReport.loneliness(), against(0.25))
                .build()
                .html();
        String words = " The p value of “Loneliness” is against 0.5, not against no change.";
        assertThat(tested)
                .contains("No change is 0." + words + " n counts people.")
                .contains("No change is 0." + words + " The p value of “Otherwise” is against 0.25, not against");
        assertThat(report(StudyDesign.CROSS_SECTION)
                        .secondary(SampleReport.loneliness(), against(0))
                        .build()
                        .html())
                .contains("No change is 0. n counts people.")
                .doesNotContain("is against");
    }

    @Test
    void ticksNoListForStudiesWithoutChanceWhereChanceDecided() {
        EvaluationReport trial = report(StudyDesign.STEPPED_WEDGE)
                .secondary(SampleReport.loneliness(), against(0))
                .build();
        assertThat(trial.html())
                .contains("the list that applies is CONSORT. It is not ticked here", "TIDieR: telling")
                .doesNotContain("TREND");
        assertThat(trial.json())
                .containsPattern("\"checklistsNotTicked\" : \\[\\s+\"CONSORT\"\\s+]")
                .contains("\"id\" : \"tidier\"")
                .doesNotContain("\"id\" : \"trend\"");
        EvaluationReport other = report(StudyDesign.CROSS_SECTION)
                .secondary(SampleReport.loneliness(), against(0))
                .build();
        assertThat(other.html()).contains("TREND: telling").doesNotContain("CONSORT");
    }

    @Test
    void saysWhatIsCountedWhereThatIsNotPeople() {
        Effect counties = Effect.builder("callaway-santanna", 500)
                .estimate(Inference.usual().normal("overall", 1, 0.2))
                .build();
        assertThat(report(StudyDesign.STAGGERED_ADOPTION)
                        .secondary(SampleReport.loneliness(), counties)
                        .build()
                        .html())
                .contains(" n counts units.");
        Effect councils = Effect.builder("meta-analysis", 3)
                .estimate(Inference.usual().normal("pooled effect", 1, 0.2))
                .build();
        Claim few = ClaimsGuard.withDefaults().judge(StudyDesign.CROSS_SECTION, StudyQuality.of(3));
        assertThat(few.sentence(councils, SampleReport.loneliness(), SampleReport.programme("Tea")))
                .startsWith("Among the few studies pooled, the estimate for");
    }

    @Test
    void aStandardisedSizeIsInStandardDeviations() {
        Effect size = Effect.builder("effect-sizes", 200)
                .estimate(Inference.usual().normal("Cohen's d", -0.5, 0.1))
                .build();
        EvaluationReport report = report(StudyDesign.CROSS_SECTION)
                .secondary(SampleReport.loneliness(), size)
                .sensitivity("In points", SampleReport.loneliness(), against(0))
                .build();
        assertThat(report.html())
                .contains("a fall of 0.5 (standard deviations; 95% confidence interval")
                .contains("Unit: standard deviations. No change is 0.")
                .doesNotContain("Unit: points");
    }
}
