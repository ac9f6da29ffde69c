package london.loti.model.governance;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * How long what is about a resident is kept. It is data: a council sets its own periods, by its own retention schedule.
 *
 * @param id a short name
 * @param version the version of this rule
 * @param date when it was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param closedMonths months after the end of a referral
 * @param abandonedDraftDays days after the last change of a draft that was never sent
 * @param reason why these periods
 */
public record RetentionRule(
        String id,
        String version,
        String date,
        Source source,
        int closedMonths,
        int abandonedDraftDays,
        String reason) {
    private static final String DEFAULT = "retention-default.json";

    /**
     * Checks the texts and the periods.
     *
     * @param id a short name
     * @param version the version of this rule
     * @param date when it was written
     * @param source what it rests on
     * @param closedMonths months after the end of a referral, at least 1
     * @param abandonedDraftDays days after the last change of a draft, at least 1
     * @param reason why these periods
     * @throws IllegalArgumentException if a period is below 1, or a text is blank
     */
    public RetentionRule {
        Require.code("a retention rule", "id", id);
        Require.text(version, "a retention rule needs a 'version'");
        Require.date(date, "a retention rule's 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a retention rule needs a 'source'");
        Require.text(reason, "a retention rule needs a 'reason'");
        if (closedMonths < 1 || abandonedDraftDays < 1) {
            throw new IllegalArgumentException("every period of a retention rule must be at least 1");
        }
    }

    /** {@return the bundled rule} */
    public static RetentionRule withDefaults() {
        return LotiJson.bundled(DEFAULT, RetentionRule.class.getResourceAsStream(DEFAULT), RetentionRule.class);
    }

    /**
     * Reads a rule of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the rule, or every problem that was found
     */
    public static Checked<RetentionRule> read(Path file) {
        return LotiJson.read(file, RetentionRule.class);
    }

    /**
     * {@return whether what ended on a day is kept no longer}
     *
     * @param ended the day of the end
     * @param today a day
     */
    public boolean isOver(LocalDate ended, LocalDate today) {
        return !today.isBefore(ended.plusMonths(closedMonths));
    }

    /**
     * {@return whether a draft that was last changed on a day is kept no longer}
     *
     * @param changed the day of the last change
     * @param today a day
     */
    public boolean isAbandoned(LocalDate changed, LocalDate today) {
        return !today.isBefore(changed.plusDays(abandonedDraftDays));
    }
}
