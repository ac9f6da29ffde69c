package london.loti.workbench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.CountedUnit;
import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.report.EvaluationReport;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;

/**
 * What a report must know of a study beside its numbers.
 *
 * @param title the report's title
 * @param date the report's day
 * @param place where it was, or absent
 * @param author who wrote it, or absent
 * @param programme what was done
 * @param theory by which steps it should help, or absent
 * @param measure what the outcome means
 * @param design the study's design, which decides how far a claim may go
 * @param attrition the share that left, or absent
 * @param differentialAttrition how much larger that share was in one group, or absent
 * @param selectedOnLowScores whether people were taken for a low score
 */
record StudyDocument(
        String title,
        LocalDate date,
        @Nullable String place,
        @Nullable String author,
        Programme programme,
        @Nullable TheoryOfChange theory,
        OutcomeMeasure measure,
        StudyDesign design,
        @Nullable Double attrition,
        @Nullable Double differentialAttrition,
        @Nullable Boolean selectedOnLowScores) {

    StudyDocument {
        Require.text(title, "a study needs a 'title'");
        Objects.requireNonNull(date, "a study needs a 'date'");
        Objects.requireNonNull(programme, "a study needs a 'programme'");
        Objects.requireNonNull(measure, "a study needs a 'measure'");
        Objects.requireNonNull(design, "a study needs a 'design'");
        if ((attrition == null) != (differentialAttrition == null)) {
            throw new IllegalArgumentException(
                    "a study must tell both 'attrition' and 'differentialAttrition', or neither");
        }
        requireShare("attrition", attrition);
        requireShare("differentialAttrition", differentialAttrition);
    }

    private static void requireShare(String field, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a study's '" + field + "' must be a share from 0 to 1, but is not");
        }
    }

    static Checked<StudyDocument> read(Path file) {
        return LotiJson.read(file, StudyDocument.class);
    }

    /** The report on one effect, with the claim that the design allows. */
    EvaluationReport report(Effect effect) {
        // Rows of people who answered twice are no more people.
        StudyQuality quality =
                StudyQuality.of(CountedUnit.people(effect).stream().findFirst().orElse(effect.n()));
        if (attrition != null && differentialAttrition != null) {
            quality = quality.withAttrition(attrition, differentialAttrition);
        }
        Double imbalance = effect.diagnostics().get("largest smd");
        if (imbalance != null && Double.isFinite(imbalance)) {
            quality = quality.withLargestImbalance(imbalance);
        }
        if (selectedOnLowScores != null) {
            quality = quality.withSelectionOnLowScores(selectedOnLowScores);
        }
        EvaluationReport.Builder report = EvaluationReport.builder(
                title,
                date,
                programme,
                ClaimsGuard.withDefaults().judge(design, quality),
                DisclosureRule.withDefaults());
        if (place != null) {
            report.place(place);
        }
        if (author != null) {
            report.author(author);
        }
        if (theory != null) {
            report.theory(theory);
        }
        return report.secondary(measure, effect).build();
    }
}
