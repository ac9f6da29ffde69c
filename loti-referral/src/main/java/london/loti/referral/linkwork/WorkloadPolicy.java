package london.loti.referral.linkwork;

import java.nio.file.Path;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * How much one link worker can do well. Beyond it the caseload warns; nobody is turned away by it. It is data: a council
 * sets its own.
 *
 * @param id a short name
 * @param version the version of this policy
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param residentsAYear from how many residents a year on it is a full load
 * @param residentsAYearAtMost more than so many residents a year are too many
 * @param contacts how often a resident usually has to be contacted
 * @param contactsAtMost more contacts than this call for a look by the supervisor
 * @param attemptsWithoutSuccess after so many attempts in a row that reached nobody, another way should be tried
 * @param reviewDays days after which a supervisor looks at open work again
 * @param reason why these numbers
 */
public record WorkloadPolicy(
        String id,
        String version,
        String date,
        Source source,
        int residentsAYear,
        int residentsAYearAtMost,
        int contacts,
        int contactsAtMost,
        int attemptsWithoutSuccess,
        int reviewDays,
        String reason) {
    private static final String DEFAULT = "workload-default.json";

    /**
     * Checks the numbers.
     *
     * @param id a short name
     * @param version the version of this policy
     * @param date when it was written
     * @param source what it rests on
     * @param residentsAYear from how many residents a year on it is a full load
     * @param residentsAYearAtMost more than so many residents a year are too many
     * @param contacts how often a resident usually has to be contacted
     * @param contactsAtMost more contacts than this call for a look by the supervisor
     * @param attemptsWithoutSuccess after so many attempts in a row that reached nobody, another way should be tried
     * @param reviewDays days after which a supervisor looks at open work again
     * @param reason why these numbers
     * @throws IllegalArgumentException if a number is below 1, an upper one below its lower, or a text blank
     */
    public WorkloadPolicy {
        Require.code("a workload policy", "id", id);
        Require.text(version, "a workload policy needs a 'version'");
        Require.date(date, "a workload policy's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a workload policy needs a 'source'");
        Require.text(reason, "a workload policy needs a 'reason'");
        if (residentsAYear < 1 || contacts < 1 || attemptsWithoutSuccess < 1 || reviewDays < 1) {
            throw new IllegalArgumentException("every number of a workload policy must be at least 1");
        }
        if (residentsAYearAtMost < residentsAYear || contactsAtMost < contacts) {
            throw new IllegalArgumentException("an upper limit of a workload policy must not be below its lower one");
        }
    }

    /** {@return the bundled policy} */
    public static WorkloadPolicy withDefaults() {
        return LotiJson.bundled(DEFAULT, WorkloadPolicy.class.getResourceAsStream(DEFAULT), WorkloadPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<WorkloadPolicy> read(Path file) {
        return LotiJson.read(file, WorkloadPolicy.class);
    }
}
