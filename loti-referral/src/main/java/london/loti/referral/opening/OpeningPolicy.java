package london.loti.referral.opening;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * How published hours are read where the standards leave it open: a decision, not a fact, so it is data.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param zone where the doors are, {@code Europe/London}
 * @param bankHolidays what usual hours say of a bank holiday
 * @param offsets what a time with {@code Z} or another offset means
 * @param horizonDays how many days ahead the next opening is looked for, 1 to 400
 */
public record OpeningPolicy(
        String id,
        String version,
        String title,
        String date,
        Source source,
        String zone,
        BankHolidays bankHolidays,
        Offsets offsets,
        int horizonDays) {
    private static final String BUNDLED = "opening-policy.json";
    private static final int LONGEST_HORIZON = 400;

    /** What usual hours say of a bank holiday. */
    public enum BankHolidays {
        /** Hours hold on bank holidays too. */
        AS_USUAL,
        /** Within usual hours nobody can tell. */
        UNKNOWN,
        /** It is closed. */
        CLOSED
    }

    /** What a time with {@code Z} or another offset from UTC means. */
    public enum Offsets {
        /** The time that the clock on the wall shows; the offset is a habit of the software. */
        WALL_CLOCK,
        /** Exactly what is written: in summer, {@code 10:00Z} is eleven in London. */
        AS_WRITTEN,
        /** One of both; where they differ nobody can tell. */
        EITHER
    }

    /**
     * Checks the parts.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param zone where the doors are
     * @param bankHolidays what usual hours say of a bank holiday
     * @param offsets what a time with an offset means
     * @param horizonDays how many days ahead the next opening is looked for, 1 to 400
     * @throws IllegalArgumentException if a text is blank, the zone isn't known or the horizon is out of range
     */
    public OpeningPolicy {
        Require.code("a policy", "id", id);
        Require.code("a policy", "version", version);
        Require.text(title, "a policy needs a 'title'");
        Require.date(date, "a policy needs a 'date' like 2026-11-25");
        Objects.requireNonNull(source, "a policy needs a 'source'");
        Objects.requireNonNull(zone, "a policy needs a 'zone'");
        Objects.requireNonNull(bankHolidays, "a policy needs 'bankHolidays'");
        Objects.requireNonNull(offsets, "a policy needs 'offsets'");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a policy's 'zone' must be a time zone like Europe/London", e);
        }
        if (horizonDays < 1 || horizonDays > LONGEST_HORIZON) {
            throw new IllegalArgumentException("a policy's 'horizonDays' must be 1 to " + LONGEST_HORIZON);
        }
    }

    /** {@return the policy that comes with loti} */
    public static OpeningPolicy bundled() {
        return Bundled.POLICY;
    }

    /** Read once, when it is first asked for. */
    private static final class Bundled {
        static final OpeningPolicy POLICY = load();
    }

    private static OpeningPolicy load() {
        return LotiJson.bundled(BUNDLED, OpeningPolicy.class.getResourceAsStream(BUNDLED), OpeningPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the policy, or every problem that was found
     */
    public static Checked<OpeningPolicy> read(Path file) {
        return LotiJson.read(file, OpeningPolicy.class);
    }
}
