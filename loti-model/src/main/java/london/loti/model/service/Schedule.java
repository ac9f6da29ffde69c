package london.loti.model.service;

import java.math.BigDecimal;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * When something is open: HSDS {@code schedule}, the parts of a recurrence rule of RFC 5545. Dates and times are
 * kept as published; what they mean is worked out by whoever reads them.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param validFrom the first day that it holds, {@code 2026-01-31}; null where not published
 * @param validTo the last day that it holds; null where not published
 * @param dtstart the first day of the recurrence; null where not published
 * @param timezone hours from UTC in HSDS 3.0; null where not published
 * @param until the last day of the recurrence; null where not published
 * @param count how often it recurs; null where not published
 * @param wkst the first day of the week, {@code MO}; null where not published
 * @param freq {@code WEEKLY} or {@code MONTHLY}; null where not published
 * @param interval every how many weeks or months; null where not published
 * @param byday days, for example {@code MO,TH} or {@code 2TU}; null where not published
 * @param byweekno weeks of the year; null where not published
 * @param bymonthday days of the month; null where not published
 * @param byyearday days of the year; null where not published
 * @param description the hours in words; null where not published
 * @param opensAt a time, {@code 10:00} or {@code 10:00:00}; null where not published
 * @param closesAt a time; null where not published
 * @param scheduleLink where the hours are published; null where not published
 * @param attendingType how one attends, for example online; null where not published
 * @param notes exceptions in words; null where not published
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Schedule(
        String id,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String dtstart,
        @Nullable BigDecimal timezone,
        @Nullable String until,
        @Nullable Integer count,
        @Nullable String wkst,
        @Nullable String freq,
        @Nullable Integer interval,
        @Nullable String byday,
        @Nullable String byweekno,
        @Nullable String bymonthday,
        @Nullable String byyearday,
        @Nullable String description,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String scheduleLink,
        @Nullable String attendingType,
        @Nullable String notes,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param validFrom the first day that it holds, {@code 2026-01-31}; null where not published
     * @param validTo the last day that it holds; null where not published
     * @param dtstart the first day of the recurrence; null where not published
     * @param timezone hours from UTC in HSDS 3.0; null where not published
     * @param until the last day of the recurrence; null where not published
     * @param count how often it recurs; null where not published
     * @param wkst the first day of the week, {@code MO}; null where not published
     * @param freq {@code WEEKLY} or {@code MONTHLY}; null where not published
     * @param interval every how many weeks or months; null where not published
     * @param byday days, for example {@code MO,TH} or {@code 2TU}; null where not published
     * @param byweekno weeks of the year; null where not published
     * @param bymonthday days of the month; null where not published
     * @param byyearday days of the year; null where not published
     * @param description the hours in words; null where not published
     * @param opensAt a time, {@code 10:00} or {@code 10:00:00}; null where not published
     * @param closesAt a time; null where not published
     * @param scheduleLink where the hours are published; null where not published
     * @param attendingType how one attends, for example online; null where not published
     * @param notes exceptions in words; null where not published
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Schedule {
        Require.text(id, "a schedule needs an 'id'");
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }

    /**
     * Starts a schedule of which only the least is known.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @return a builder; set what is published, then {@link Builder#build()}
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this schedule} */
    public Builder toBuilder() {
        Builder copy = new Builder(id);
        copy.validFrom = validFrom;
        copy.validTo = validTo;
        copy.dtstart = dtstart;
        copy.timezone = timezone;
        copy.until = until;
        copy.count = count;
        copy.wkst = wkst;
        copy.freq = freq;
        copy.interval = interval;
        copy.byday = byday;
        copy.byweekno = byweekno;
        copy.bymonthday = bymonthday;
        copy.byyearday = byyearday;
        copy.description = description;
        copy.opensAt = opensAt;
        copy.closesAt = closesAt;
        copy.scheduleLink = scheduleLink;
        copy.attendingType = attendingType;
        copy.notes = notes;
        copy.extras = extras;
        return copy;
    }

    /** Makes a schedule step by step; what is not set is not published. Not thread-safe. */
    public static final class Builder {
        private String id;
        private @Nullable String validFrom;
        private @Nullable String validTo;
        private @Nullable String dtstart;
        private @Nullable BigDecimal timezone;
        private @Nullable String until;
        private @Nullable Integer count;
        private @Nullable String wkst;
        private @Nullable String freq;
        private @Nullable Integer interval;
        private @Nullable String byday;
        private @Nullable String byweekno;
        private @Nullable String bymonthday;
        private @Nullable String byyearday;
        private @Nullable String description;
        private @Nullable String opensAt;
        private @Nullable String closesAt;
        private @Nullable String scheduleLink;
        private @Nullable String attendingType;
        private @Nullable String notes;
        private Extras extras = Extras.NONE;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * {@return this builder}
         *
         * @param value the first day that it holds, {@code 2026-01-31}
         */
        public Builder validFrom(@Nullable String value) {
            this.validFrom = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the last day that it holds
         */
        public Builder validTo(@Nullable String value) {
            this.validTo = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the first day of the recurrence
         */
        public Builder dtstart(@Nullable String value) {
            this.dtstart = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value hours from UTC in HSDS 3.0
         */
        public Builder timezone(@Nullable BigDecimal value) {
            this.timezone = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the last day of the recurrence
         */
        public Builder until(@Nullable String value) {
            this.until = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how often it recurs
         */
        public Builder count(@Nullable Integer value) {
            this.count = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the first day of the week, {@code MO}
         */
        public Builder wkst(@Nullable String value) {
            this.wkst = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value {@code WEEKLY} or {@code MONTHLY}
         */
        public Builder freq(@Nullable String value) {
            this.freq = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value every how many weeks or months
         */
        public Builder interval(@Nullable Integer value) {
            this.interval = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value days, for example {@code MO,TH} or {@code 2TU}
         */
        public Builder byday(@Nullable String value) {
            this.byday = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value weeks of the year
         */
        public Builder byweekno(@Nullable String value) {
            this.byweekno = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value days of the month
         */
        public Builder bymonthday(@Nullable String value) {
            this.bymonthday = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value days of the year
         */
        public Builder byyearday(@Nullable String value) {
            this.byyearday = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the hours in words
         */
        public Builder description(@Nullable String value) {
            this.description = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a time, {@code 10:00} or {@code 10:00:00}
         */
        public Builder opensAt(@Nullable String value) {
            this.opensAt = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value a time
         */
        public Builder closesAt(@Nullable String value) {
            this.closesAt = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value where the hours are published
         */
        public Builder scheduleLink(@Nullable String value) {
            this.scheduleLink = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how one attends, for example online
         */
        public Builder attendingType(@Nullable String value) {
            this.attendingType = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value exceptions in words
         */
        public Builder notes(@Nullable String value) {
            this.notes = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what publishers add: attributes, the record of changes, fields that loti does not know
         */
        public Builder extras(Extras value) {
            this.extras = value;
            return this;
        }

        /**
         * {@return what was set}
         *
         * @throws IllegalArgumentException if a text that must be there is blank
         */
        public Schedule build() {
            return new Schedule(
                    id,
                    validFrom,
                    validTo,
                    dtstart,
                    timezone,
                    until,
                    count,
                    wkst,
                    freq,
                    interval,
                    byday,
                    byweekno,
                    bymonthday,
                    byyearday,
                    description,
                    opensAt,
                    closesAt,
                    scheduleLink,
                    attendingType,
                    notes,
                    extras);
        }
    }
}
