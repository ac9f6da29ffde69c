package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Where a service is given: HSDS {@code location}. Where a location is confidential, for example a refuge, its
 * coordinates and addresses must not leave, be it as a distance.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param type whether one can go there, write there or dial in, {@code location_type}; null where not published
 * @param url the address of a virtual location; null where not published
 * @param name its name; null where not published
 * @param alternateName another name; null where not published
 * @param description what it is, in words; null where not published
 * @param transportation how to get there; null where not published
 * @param latitude degrees north, WGS 84; null where not published
 * @param longitude degrees east, WGS 84; null where not published
 * @param externalIdentifier an id that others give, for example a UPRN; null where not published
 * @param externalIdentifierType whose id that is, for example {@code UPRN}; null where not published
 * @param languages languages spoken there; none where absent
 * @param addresses addresses; none where absent
 * @param contacts whom to ask; none where absent
 * @param accessibility what makes it accessible; none where absent
 * @param phones telephone numbers; none where absent
 * @param schedules when it is open; none where absent
 * @param confidential whether nobody outside may learn where it is; loti's own, as the standards lack it
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Location(
        String id,
        @Nullable LocationType type,
        @Nullable String url,
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String transportation,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String externalIdentifier,
        @Nullable String externalIdentifierType,
        List<Language> languages,
        List<Address> addresses,
        List<Contact> contacts,
        List<Accessibility> accessibility,
        List<Phone> phones,
        List<Schedule> schedules,
        boolean confidential,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param type whether one can go there, write there or dial in, {@code location_type}; null where not published
     * @param url the address of a virtual location; null where not published
     * @param name its name; null where not published
     * @param alternateName another name; null where not published
     * @param description what it is, in words; null where not published
     * @param transportation how to get there; null where not published
     * @param latitude degrees north, WGS 84; null where not published
     * @param longitude degrees east, WGS 84; null where not published
     * @param externalIdentifier an id that others give, for example a UPRN; null where not published
     * @param externalIdentifierType whose id that is, for example {@code UPRN}; null where not published
     * @param languages languages spoken there; none where absent
     * @param addresses addresses; none where absent
     * @param contacts whom to ask; none where absent
     * @param accessibility what makes it accessible; none where absent
     * @param phones telephone numbers; none where absent
     * @param schedules when it is open; none where absent
     * @param confidential whether nobody outside may learn where it is; loti's own, as the standards lack it
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Location {
        Require.text(id, "a location needs an 'id'");
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        addresses = List.copyOf(Objects.requireNonNullElse(addresses, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        accessibility = List.copyOf(Objects.requireNonNullElse(accessibility, List.of()));
        phones = List.copyOf(Objects.requireNonNullElse(phones, List.of()));
        schedules = List.copyOf(Objects.requireNonNullElse(schedules, List.of()));
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }

    /**
     * Starts a location of which only the least is known.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @return a builder; set what is published, then {@link Builder#build()}
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** {@return a builder that starts from this location} */
    public Builder toBuilder() {
        Builder copy = new Builder(id);
        copy.type = type;
        copy.url = url;
        copy.name = name;
        copy.alternateName = alternateName;
        copy.description = description;
        copy.transportation = transportation;
        copy.latitude = latitude;
        copy.longitude = longitude;
        copy.externalIdentifier = externalIdentifier;
        copy.externalIdentifierType = externalIdentifierType;
        copy.languages = languages;
        copy.addresses = addresses;
        copy.contacts = contacts;
        copy.accessibility = accessibility;
        copy.phones = phones;
        copy.schedules = schedules;
        copy.confidential = confidential;
        copy.extras = extras;
        return copy;
    }

    /** Makes a location step by step; what is not set is not published. Not thread-safe. */
    public static final class Builder {
        private String id;
        private @Nullable LocationType type;
        private @Nullable String url;
        private @Nullable String name;
        private @Nullable String alternateName;
        private @Nullable String description;
        private @Nullable String transportation;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private @Nullable String externalIdentifier;
        private @Nullable String externalIdentifierType;
        private List<Language> languages = List.of();
        private List<Address> addresses = List.of();
        private List<Contact> contacts = List.of();
        private List<Accessibility> accessibility = List.of();
        private List<Phone> phones = List.of();
        private List<Schedule> schedules = List.of();
        private boolean confidential;
        private Extras extras = Extras.NONE;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * {@return this builder}
         *
         * @param value whether one can go there, write there or dial in, {@code location_type}
         */
        public Builder type(@Nullable LocationType value) {
            this.type = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the address of a virtual location
         */
        public Builder url(@Nullable String value) {
            this.url = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value its name
         */
        public Builder name(@Nullable String value) {
            this.name = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value another name
         */
        public Builder alternateName(@Nullable String value) {
            this.alternateName = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what it is, in words
         */
        public Builder description(@Nullable String value) {
            this.description = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how to get there
         */
        public Builder transportation(@Nullable String value) {
            this.transportation = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value degrees north, WGS 84
         */
        public Builder latitude(@Nullable Double value) {
            this.latitude = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value degrees east, WGS 84
         */
        public Builder longitude(@Nullable Double value) {
            this.longitude = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value an id that others give, for example a UPRN
         */
        public Builder externalIdentifier(@Nullable String value) {
            this.externalIdentifier = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whose id that is, for example {@code UPRN}
         */
        public Builder externalIdentifierType(@Nullable String value) {
            this.externalIdentifierType = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value languages spoken there
         */
        public Builder languages(List<Language> value) {
            this.languages = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value addresses
         */
        public Builder addresses(List<Address> value) {
            this.addresses = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whom to ask
         */
        public Builder contacts(List<Contact> value) {
            this.contacts = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what makes it accessible
         */
        public Builder accessibility(List<Accessibility> value) {
            this.accessibility = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value telephone numbers
         */
        public Builder phones(List<Phone> value) {
            this.phones = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value when it is open
         */
        public Builder schedules(List<Schedule> value) {
            this.schedules = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whether nobody outside may learn where it is; loti's own, as the standards lack it
         */
        public Builder confidential(boolean value) {
            this.confidential = value;
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
        public Location build() {
            return new Location(
                    id,
                    type,
                    url,
                    name,
                    alternateName,
                    description,
                    transportation,
                    latitude,
                    longitude,
                    externalIdentifier,
                    externalIdentifierType,
                    languages,
                    addresses,
                    contacts,
                    accessibility,
                    phones,
                    schedules,
                    confidential,
                    extras);
        }
    }
}
