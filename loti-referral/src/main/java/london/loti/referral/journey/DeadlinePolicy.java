package london.loti.referral.journey;

import java.nio.file.Path;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * How long things may take. It is data: a council sets its own.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param answerDays working days for the provider's answer
 * @param firstContactDays working days from there until somebody is in touch with the resident
 * @param askResidentDays working days from the end until the resident is asked whether it helped
 * @param safeguardingHours hours, of every day, for the safeguarding lead to look
 * @param linkDays days for which a link for a provider without a system works
 * @param reason why these numbers
 */
public record DeadlinePolicy(
        String id,
        String version,
        String date,
        Source source,
        int answerDays,
        int firstContactDays,
        int askResidentDays,
        int safeguardingHours,
        int linkDays,
        String reason) {
    private static final String DEFAULT = "deadlines-default.json";

    /**
     * Checks the numbers.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param date when it was written
     * @param source what it rests on
     * @param answerDays working days for the provider's answer
     * @param firstContactDays working days until somebody is in touch with the resident
     * @param askResidentDays working days until the resident is asked
     * @param safeguardingHours hours for the safeguarding lead to look
     * @param linkDays days for which a link works
     * @param reason why these numbers
     * @throws IllegalArgumentException if a number is below 1, or a text is blank
     */
    public DeadlinePolicy {
        Require.code("a deadline policy", "id", id);
        Require.text(version, "a deadline policy needs a 'version'");
        Require.date(date, "a deadline policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a deadline policy needs a 'source'");
        Require.text(reason, "a deadline policy needs a 'reason'");
        if (answerDays < 1 || firstContactDays < 1 || askResidentDays < 1 || safeguardingHours < 1 || linkDays < 1) {
            throw new IllegalArgumentException("every period of a deadline policy must be at least 1");
        }
    }

    /** {@return the bundled policy} */
    public static DeadlinePolicy withDefaults() {
        return LotiJson.bundled(DEFAULT, DeadlinePolicy.class.getResourceAsStream(DEFAULT), DeadlinePolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<DeadlinePolicy> read(Path file) {
        return LotiJson.read(file, DeadlinePolicy.class);
    }
}
