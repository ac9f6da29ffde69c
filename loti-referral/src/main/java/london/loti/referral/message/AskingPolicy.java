package london.loti.referral.message;

import java.nio.file.Path;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * When a resident is asked by a message whether it helped, how often, and when to stop. It is data: a council sets its
 * own. Whom messages don't reach, a link worker asks; for that there is a deadline of its own, see {@link
 * london.loti.referral.journey.DeadlinePolicy#askResidentDays}.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param firstDays working days from the end of a referral until the first question
 * @param againDays working days from a question that was sent until the next
 * @param times how often a resident is asked about one referral at most
 * @param stopDays days of the calendar from the end of a referral after which nobody is asked any more
 * @param reason why these numbers
 */
public record AskingPolicy(
        String id,
        String version,
        String date,
        Source source,
        int firstDays,
        int againDays,
        int times,
        int stopDays,
        String reason) {
    private static final String DEFAULT = "asking-default.json";

    /**
     * Checks the numbers.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param date when it was written
     * @param source what it rests on
     * @param firstDays working days until the first question
     * @param againDays working days until the next
     * @param times how often at most
     * @param stopDays days after which nobody is asked any more
     * @param reason why these numbers
     * @throws IllegalArgumentException if a number is below 1, or a text is blank
     */
    public AskingPolicy {
        Require.code("an asking policy", "id", id);
        Require.text(version, "an asking policy needs a 'version'");
        Require.date(date, "an asking policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "an asking policy needs a 'source'");
        Require.text(reason, "an asking policy needs a 'reason'");
        if (firstDays < 1 || againDays < 1 || times < 1 || stopDays < 1) {
            throw new IllegalArgumentException("every number of an asking policy must be at least 1");
        }
    }

    /** {@return the bundled policy} */
    public static AskingPolicy withDefaults() {
        return LotiJson.bundled(DEFAULT, AskingPolicy.class.getResourceAsStream(DEFAULT), AskingPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<AskingPolicy> read(Path file) {
        return LotiJson.read(file, AskingPolicy.class);
    }
}
