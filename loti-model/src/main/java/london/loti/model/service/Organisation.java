package london.loti.model.service;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.Answer;

/**
 * Who gives services: HSDS {@code organization}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its name
 * @param alternateName another name; null where not published
 * @param description what it does; null where not published
 * @param email an e-mail address; null where not published
 * @param website its website; null where not published
 * @param taxStatus deprecated in HSDS; kept as published; null where not published
 * @param taxId deprecated in HSDS; kept as published; null where not published
 * @param yearIncorporated the year it was founded as a body; null where not published
 * @param legalStatus for example {@code charity}; null where not published
 * @param logo the address of a picture; null where not published
 * @param uri an address that names it for ever; null where not published
 * @param parentOrganisationId the id of the organisation that it is a part of; null where not published
 * @param funding who pays for it; none where absent
 * @param contacts whom to ask; none where absent
 * @param phones telephone numbers; none where absent
 * @param locations where it is; none where absent
 * @param programmes what it runs beside single services; none where absent
 * @param identifiers ids that others give, for example a charity number; none where absent
 * @param additionalUrls more addresses on the web, new in HSDS 3.1; none where absent
 * @param safeguardingLead whether it has somebody who leads on safeguarding; not asked where absent; loti's own
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Organisation(
        String id,
        String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String email,
        @Nullable String website,
        @Nullable String taxStatus,
        @Nullable String taxId,
        @Nullable Integer yearIncorporated,
        @Nullable String legalStatus,
        @Nullable String logo,
        @Nullable String uri,
        @Nullable String parentOrganisationId,
        List<Funding> funding,
        List<Contact> contacts,
        List<Phone> phones,
        List<Location> locations,
        List<Programme> programmes,
        List<OrganisationIdentifier> identifiers,
        List<WebAddress> additionalUrls,
        Answer safeguardingLead,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name
     * @param alternateName another name; null where not published
     * @param description what it does; null where not published
     * @param email an e-mail address; null where not published
     * @param website its website; null where not published
     * @param taxStatus deprecated in HSDS; kept as published; null where not published
     * @param taxId deprecated in HSDS; kept as published; null where not published
     * @param yearIncorporated the year it was founded as a body; null where not published
     * @param legalStatus for example {@code charity}; null where not published
     * @param logo the address of a picture; null where not published
     * @param uri an address that names it for ever; null where not published
     * @param parentOrganisationId the id of the organisation that it is a part of; null where not published
     * @param funding who pays for it; none where absent
     * @param contacts whom to ask; none where absent
     * @param phones telephone numbers; none where absent
     * @param locations where it is; none where absent
     * @param programmes what it runs beside single services; none where absent
     * @param identifiers ids that others give, for example a charity number; none where absent
     * @param additionalUrls more addresses on the web, new in HSDS 3.1; none where absent
     * @param safeguardingLead whether it has somebody who leads on safeguarding; not asked where absent; loti's own
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id or the name is blank
     */
    public Organisation {
        Require.text(id, "an organisation needs an 'id'");
        Require.text(name, "an organisation needs a 'name'");
        funding = List.copyOf(Objects.requireNonNullElse(funding, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        phones = List.copyOf(Objects.requireNonNullElse(phones, List.of()));
        locations = List.copyOf(Objects.requireNonNullElse(locations, List.of()));
        programmes = List.copyOf(Objects.requireNonNullElse(programmes, List.of()));
        identifiers = List.copyOf(Objects.requireNonNullElse(identifiers, List.of()));
        additionalUrls = List.copyOf(Objects.requireNonNullElse(additionalUrls, List.of()));
        safeguardingLead = Objects.requireNonNullElse(safeguardingLead, Answer.NOT_ASKED);
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }

    /**
     * Starts an organisation of which only the least is known.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name
     * @return a builder; set what is published, then {@link Builder#build()}
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /** {@return a builder that starts from this organisation} */
    public Builder toBuilder() {
        Builder copy = new Builder(id, name);
        copy.alternateName = alternateName;
        copy.description = description;
        copy.email = email;
        copy.website = website;
        copy.taxStatus = taxStatus;
        copy.taxId = taxId;
        copy.yearIncorporated = yearIncorporated;
        copy.legalStatus = legalStatus;
        copy.logo = logo;
        copy.uri = uri;
        copy.parentOrganisationId = parentOrganisationId;
        copy.funding = funding;
        copy.contacts = contacts;
        copy.phones = phones;
        copy.locations = locations;
        copy.programmes = programmes;
        copy.identifiers = identifiers;
        copy.additionalUrls = additionalUrls;
        copy.safeguardingLead = safeguardingLead;
        copy.extras = extras;
        return copy;
    }

    /** Makes an organisation step by step; what is not set is not published. Not thread-safe. */
    public static final class Builder {
        private String id;
        private String name;
        private @Nullable String alternateName;
        private @Nullable String description;
        private @Nullable String email;
        private @Nullable String website;
        private @Nullable String taxStatus;
        private @Nullable String taxId;
        private @Nullable Integer yearIncorporated;
        private @Nullable String legalStatus;
        private @Nullable String logo;
        private @Nullable String uri;
        private @Nullable String parentOrganisationId;
        private List<Funding> funding = List.of();
        private List<Contact> contacts = List.of();
        private List<Phone> phones = List.of();
        private List<Location> locations = List.of();
        private List<Programme> programmes = List.of();
        private List<OrganisationIdentifier> identifiers = List.of();
        private List<WebAddress> additionalUrls = List.of();
        private Answer safeguardingLead = Answer.NOT_ASKED;
        private Extras extras = Extras.NONE;

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * {@return this builder}
         *
         * @param value its name
         */
        public Builder name(String value) {
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
         * @param value what it does
         */
        public Builder description(@Nullable String value) {
            this.description = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value an e-mail address
         */
        public Builder email(@Nullable String value) {
            this.email = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value its website
         */
        public Builder website(@Nullable String value) {
            this.website = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value deprecated in HSDS; kept as published
         */
        public Builder taxStatus(@Nullable String value) {
            this.taxStatus = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value deprecated in HSDS; kept as published
         */
        public Builder taxId(@Nullable String value) {
            this.taxId = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the year it was founded as a body
         */
        public Builder yearIncorporated(@Nullable Integer value) {
            this.yearIncorporated = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value for example {@code charity}
         */
        public Builder legalStatus(@Nullable String value) {
            this.legalStatus = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the address of a picture
         */
        public Builder logo(@Nullable String value) {
            this.logo = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value an address that names it for ever
         */
        public Builder uri(@Nullable String value) {
            this.uri = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the id of the organisation that it is a part of
         */
        public Builder parentOrganisationId(@Nullable String value) {
            this.parentOrganisationId = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value who pays for it
         */
        public Builder funding(List<Funding> value) {
            this.funding = List.copyOf(value);
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
         * @param value telephone numbers
         */
        public Builder phones(List<Phone> value) {
            this.phones = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value where it is
         */
        public Builder locations(List<Location> value) {
            this.locations = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what it runs beside single services
         */
        public Builder programmes(List<Programme> value) {
            this.programmes = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value ids that others give, for example a charity number
         */
        public Builder identifiers(List<OrganisationIdentifier> value) {
            this.identifiers = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value more addresses on the web, new in HSDS 3.1
         */
        public Builder additionalUrls(List<WebAddress> value) {
            this.additionalUrls = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whether it has somebody who leads on safeguarding; not asked where absent; loti's own
         */
        public Builder safeguardingLead(Answer value) {
            this.safeguardingLead = value;
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
        public Organisation build() {
            return new Organisation(
                    id,
                    name,
                    alternateName,
                    description,
                    email,
                    website,
                    taxStatus,
                    taxId,
                    yearIncorporated,
                    legalStatus,
                    logo,
                    uri,
                    parentOrganisationId,
                    funding,
                    contacts,
                    phones,
                    locations,
                    programmes,
                    identifiers,
                    additionalUrls,
                    safeguardingLead,
                    extras);
        }
    }
}
