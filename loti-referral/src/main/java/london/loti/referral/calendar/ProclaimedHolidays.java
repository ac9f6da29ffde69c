package london.loti.referral.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Source;

/**
 * Bank holidays that were appointed for one year only, as data: a jubilee, a funeral, a World Cup. The rules of every
 * year, and single days that are long known, come with loti; a council adds the next proclamation here on the day it is
 * made, without waiting for a release.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-25}
 * @param source who appointed the days
 * @param days the days
 */
public record ProclaimedHolidays(String id, String version, String title, String date, Source source, List<Day> days) {
    private static final String BUNDLED = "proclaimed-holidays.json";

    /**
     * One day.
     *
     * @param date the day
     * @param name what it is called
     * @param nations where it is a bank holiday
     */
    public record Day(LocalDate date, String name, Set<Nation> nations) {
        /**
         * Checks that the day has a name and a place.
         *
         * @param date the day
         * @param name what it is called
         * @param nations where it is a bank holiday, at least one
         * @throws IllegalArgumentException if the name is blank or there is no nation
         */
        public Day {
            Objects.requireNonNull(date, "a bank holiday needs a 'date'");
            Require.text(name, "a bank holiday needs a 'name'");
            nations = java.util.Collections.unmodifiableSet(
                    new TreeSet<>(Objects.requireNonNull(nations, "a bank holiday needs its 'nations'")));
            if (nations.isEmpty()) {
                throw new IllegalArgumentException("a bank holiday needs at least one nation");
            }
        }
    }

    /**
     * Copies the days.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source who appointed the days
     * @param days the days
     * @throws IllegalArgumentException if a text is blank or the date is none
     */
    public ProclaimedHolidays {
        Require.code("bank holidays", "id", id);
        Require.code("bank holidays", "version", version);
        Require.text(title, "bank holidays need a 'title'");
        Require.date(date, "bank holidays need a 'date' like 2026-11-25");
        Objects.requireNonNull(source, "bank holidays need a 'source'");
        days = List.copyOf(Objects.requireNonNull(days, "bank holidays need 'days'"));
    }

    /** {@return the days that come with loti, which {@link WorkingDays#of} knows already} */
    public static ProclaimedHolidays bundled() {
        return LotiJson.bundled(
                BUNDLED, ProclaimedHolidays.class.getResourceAsStream(BUNDLED), ProclaimedHolidays.class);
    }

    /**
     * Reads days of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the days, or every problem that was found
     */
    public static Checked<ProclaimedHolidays> read(Path file) {
        return LotiJson.read(file, ProclaimedHolidays.class);
    }
}
