package london.loti.referral.feedback;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;

/**
 * What the figures of a report mean where people may differ. It is data: a council sets its own, and the report names it.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param needNotUnmet reasons for an end after which the need does not count as unmet: the resident stopped it, or has the
 *     help already
 * @param nobodyToAsk reasons for an end after which nobody is to be asked whether it helped
 * @param priorResidents with how many residents of everybody's rate an organisation's rate is mixed, so that few answers say
 *     little; 0 mixes nothing
 * @param reason why it is so
 */
public record FeedbackPolicy(
        String id,
        String version,
        String date,
        Source source,
        List<ConceptRef> needNotUnmet,
        List<ConceptRef> nobodyToAsk,
        int priorResidents,
        String reason) {
    private static final String DEFAULT = "feedback-default.json";

    /**
     * Checks the texts and copies the lists.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param date when it was written
     * @param source what it rests on
     * @param needNotUnmet reasons after which the need does not count as unmet
     * @param nobodyToAsk reasons after which nobody is to be asked
     * @param priorResidents with how many residents an organisation's rate is mixed
     * @param reason why it is so
     * @throws IllegalArgumentException if a text is blank or a number is below 0
     */
    public FeedbackPolicy {
        Require.code("a feedback policy", "id", id);
        Require.text(version, "a feedback policy needs a 'version'");
        Require.date(date, "a feedback policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a feedback policy needs a 'source'");
        needNotUnmet = List.copyOf(Objects.requireNonNull(needNotUnmet, "a feedback policy needs 'needNotUnmet'"));
        nobodyToAsk = List.copyOf(Objects.requireNonNull(nobodyToAsk, "a feedback policy needs 'nobodyToAsk'"));
        Require.text(reason, "a feedback policy needs a 'reason'");
        if (priorResidents < 0) {
            throw new IllegalArgumentException("a feedback policy's 'priorResidents' must not be below 0");
        }
    }

    /** {@return the bundled policy} */
    public static FeedbackPolicy withDefaults() {
        return LotiJson.bundled(DEFAULT, FeedbackPolicy.class.getResourceAsStream(DEFAULT), FeedbackPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<FeedbackPolicy> read(Path file) {
        return LotiJson.read(file, FeedbackPolicy.class);
    }
}
