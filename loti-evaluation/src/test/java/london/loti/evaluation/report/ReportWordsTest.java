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
}
