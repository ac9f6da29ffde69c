package london.loti.evaluation.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * Options, what they are judged by, and their scores. Read from {@code OPTIONS.json}:
 *
 * <pre>{@code
 * {
 *   "id": "forms", "title": "Online forms",
 *   "criteria": [
 *     {"id": "reach", "name": "Reaches residents without skills", "weight": 100, "why": "the aim of the programme"},
 *     {"id": "months", "name": "Months until it works", "weight": 40, "why": "winter",
 *      "value": {"points": [{"measurement": 3, "value": 100}, {"measurement": 24, "value": 0}]}}],
 *   "successFactors": [{"id": "accessible", "name": "Meets the accessibility regulations"}],
 *   "options": [
 *     {"id": "as-now", "name": "Go on as now", "kind": "DO_NOTHING", "scores": {"reach": 10, "months": 0}, "meets": {"accessible": false}},
 *     {"id": "shared", "name": "Shared open source", "kind": "DO_SOMETHING", "scores": {"reach": 70, "months": 9}, "meets": {"accessible": true}}]
 * }
 * }</pre>
 *
 * @param id its short name
 * @param title its title for readers
 * @param criteria what options are judged by
 * @param successFactors what an option must meet; null for nothing
 * @param options the options, one of them {@code DO_NOTHING} or {@code DO_MINIMUM}
 * @param barriers what stands in the way of the change; null for nothing
 * @param draws how many random weights show how stable the ranks are; null for 10,000
 * @param seed their seed; null for 1
 */
public record OptionsAppraisal(
        String id,
        String title,
        List<Criterion> criteria,
        @Nullable List<SuccessFactor> successFactors,
        List<AppraisedOption> options,
        @Nullable List<Barrier> barriers,
        @Nullable Integer draws,
        @Nullable Long seed) {

    /**
     * Copies the lists and checks every rule between the parts.
     *
     * @param id its short name
     * @param title its title for readers
     * @param criteria what options are judged by
     * @param successFactors what an option must meet, or null
     * @param options the options
     * @param barriers what stands in the way, or null
     * @param draws how many random weights, or null
     * @param seed their seed, or null
     * @throws london.loti.model.finding.FindingsException with every broken rule between the parts
     */
    public OptionsAppraisal {
        Require.code("an appraisal", "id", id);
        Require.text(title, "an appraisal needs a 'title'");
        criteria = List.copyOf(Objects.requireNonNull(criteria, "an appraisal needs 'criteria'"));
        successFactors = List.copyOf(Objects.requireNonNullElse(successFactors, List.of()));
        options = List.copyOf(Objects.requireNonNull(options, "an appraisal needs 'options'"));
        barriers = new BarrierRegister(Objects.requireNonNullElse(barriers, List.of())).barriers();
        draws = Objects.requireNonNullElse(draws, 10_000);
        seed = Objects.requireNonNullElse(seed, 1L);
        if (draws < 100 || draws > 1_000_000) {
            throw new IllegalArgumentException("'draws' must be from 100 to 1,000,000, but were " + draws);
        }
        AppraisalRules.check(criteria, successFactors, options);
    }

    /** {@return what an option must meet; empty for nothing} */
    @Override
    public List<SuccessFactor> successFactors() {
        return Objects.requireNonNullElse(successFactors, List.of());
    }

    /** {@return what stands in the way; empty for nothing} */
    @Override
    public List<Barrier> barriers() {
        return Objects.requireNonNullElse(barriers, List.of());
    }

    /** {@return how many random weights show how stable the ranks are} */
    @Override
    public Integer draws() {
        return Objects.requireNonNullElse(draws, 10_000);
    }

    /** {@return the seed of the random weights} */
    @Override
    public Long seed() {
        return Objects.requireNonNullElse(seed, 1L);
    }

    /**
     * Reads an appraisal.
     *
     * @param file a JSON document with the fields of this record
     * @return the appraisal, or every problem that was found
     */
    public static Checked<OptionsAppraisal> read(Path file) {
        return LotiJson.read(file, OptionsAppraisal.class);
    }

    /** {@return the ranking, and how far it can be trusted} */
    public AppraisalResult appraise() {
        return new WeightedSum(this).appraise();
    }
}
