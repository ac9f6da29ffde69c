package london.loti.model.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.Answer;

/**
 * One thing that an organisation does for people: HSDS {@code service}, with what referral needs beside the
 * standard. Only an id, a name and a status are sure to be there.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param name its name
 * @param status whether it is given now
 * @param alternateName another name; null where not published
 * @param description what it does, in the publisher's words; null where not published
 * @param url its page; null where not published
 * @param email an e-mail address; null where not published
 * @param interpretationServices which interpreters there are; null where not published
 * @param applicationProcess how to get it, in words; null where not published
 * @param feesDescription what it costs, in words; null where not published
 * @param waitTime deprecated in HSDS; kept as published; null where not published
 * @param fees deprecated in HSDS; kept as published; null where not published
 * @param accreditations accreditations; null where not published
 * @param eligibilityDescription whom it is for, in words; null where not published
 * @param minimumAge the lowest age in years, decimals allowed; null is not known
 * @param maximumAge the highest age in years, decimals allowed; null is not known
 * @param assuredDate when somebody last vouched for the record, {@code 2026-01-31}; null where not published
 * @param assurerEmail who vouched; null where not published
 * @param licences deprecated in HSDS; kept as published; null where not published
 * @param alert what readers must know now; null where not published
 * @param lastModified when the record was last changed, as published; null where not published
 * @param organisation who gives it; null where not published
 * @param programme the programme that it belongs to; null where not published
 * @param phones telephone numbers; none where absent
 * @param schedules when it is given; none where absent
 * @param serviceAreas where people must live; none where absent
 * @param serviceAtLocations where it is given; none where absent
 * @param languages in which languages; none where absent
 * @param funding who pays for it; none where absent
 * @param costOptions what it costs; none where absent
 * @param requiredDocuments what to bring; none where absent
 * @param contacts whom to ask; none where absent
 * @param capacities places left, new in HSDS 3.1; none where absent
 * @param additionalUrls more addresses on the web, new in HSDS 3.1; none where absent
 * @param acceptsReferrals whether it takes referrals; not asked where absent; loti's own
 * @param referralChannels how a referral reaches it; loti's own, as the standards lack it; none where absent
 * @param eligibility whom it is for, for machines; null is not known; loti's own
 * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
 */
public record Service(
        String id,
        String name,
        ServiceStatus status,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String url,
        @Nullable String email,
        @Nullable String interpretationServices,
        @Nullable String applicationProcess,
        @Nullable String feesDescription,
        @Nullable String waitTime,
        @Nullable String fees,
        @Nullable String accreditations,
        @Nullable String eligibilityDescription,
        @Nullable BigDecimal minimumAge,
        @Nullable BigDecimal maximumAge,
        @Nullable String assuredDate,
        @Nullable String assurerEmail,
        @Nullable String licences,
        @Nullable String alert,
        @Nullable String lastModified,
        @Nullable Organisation organisation,
        @Nullable Programme programme,
        List<Phone> phones,
        List<Schedule> schedules,
        List<ServiceArea> serviceAreas,
        List<ServiceAtLocation> serviceAtLocations,
        List<Language> languages,
        List<Funding> funding,
        List<CostOption> costOptions,
        List<RequiredDocument> requiredDocuments,
        List<Contact> contacts,
        List<Capacity> capacities,
        List<WebAddress> additionalUrls,
        Answer acceptsReferrals,
        List<ReferralChannel> referralChannels,
        @Nullable Eligibility eligibility,
        Extras extras) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name
     * @param status whether it is given now
     * @param alternateName another name; null where not published
     * @param description what it does, in the publisher's words; null where not published
     * @param url its page; null where not published
     * @param email an e-mail address; null where not published
     * @param interpretationServices which interpreters there are; null where not published
     * @param applicationProcess how to get it, in words; null where not published
     * @param feesDescription what it costs, in words; null where not published
     * @param waitTime deprecated in HSDS; kept as published; null where not published
     * @param fees deprecated in HSDS; kept as published; null where not published
     * @param accreditations accreditations; null where not published
     * @param eligibilityDescription whom it is for, in words; null where not published
     * @param minimumAge the lowest age in years, decimals allowed; null is not known
     * @param maximumAge the highest age in years, decimals allowed; null is not known
     * @param assuredDate when somebody last vouched for the record, {@code 2026-01-31}; null where not published
     * @param assurerEmail who vouched; null where not published
     * @param licences deprecated in HSDS; kept as published; null where not published
     * @param alert what readers must know now; null where not published
     * @param lastModified when the record was last changed, as published; null where not published
     * @param organisation who gives it; null where not published
     * @param programme the programme that it belongs to; null where not published
     * @param phones telephone numbers; none where absent
     * @param schedules when it is given; none where absent
     * @param serviceAreas where people must live; none where absent
     * @param serviceAtLocations where it is given; none where absent
     * @param languages in which languages; none where absent
     * @param funding who pays for it; none where absent
     * @param costOptions what it costs; none where absent
     * @param requiredDocuments what to bring; none where absent
     * @param contacts whom to ask; none where absent
     * @param capacities places left, new in HSDS 3.1; none where absent
     * @param additionalUrls more addresses on the web, new in HSDS 3.1; none where absent
     * @param acceptsReferrals whether it takes referrals; not asked where absent; loti's own
     * @param referralChannels how a referral reaches it; loti's own, as the standards lack it; none where absent
     * @param eligibility whom it is for, for machines; null is not known; loti's own
     * @param extras what publishers add: attributes, the record of changes, fields that loti does not know; none where absent
     * @throws IllegalArgumentException if the id or the name is blank
     */
    public Service {
        Require.text(id, "a service needs an 'id'");
        Require.text(name, "a service needs a 'name'");
        Objects.requireNonNull(status, "a service needs a 'status'");
        phones = List.copyOf(Objects.requireNonNullElse(phones, List.of()));
        schedules = List.copyOf(Objects.requireNonNullElse(schedules, List.of()));
        serviceAreas = List.copyOf(Objects.requireNonNullElse(serviceAreas, List.of()));
        serviceAtLocations = List.copyOf(Objects.requireNonNullElse(serviceAtLocations, List.of()));
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        funding = List.copyOf(Objects.requireNonNullElse(funding, List.of()));
        costOptions = List.copyOf(Objects.requireNonNullElse(costOptions, List.of()));
        requiredDocuments = List.copyOf(Objects.requireNonNullElse(requiredDocuments, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        capacities = List.copyOf(Objects.requireNonNullElse(capacities, List.of()));
        additionalUrls = List.copyOf(Objects.requireNonNullElse(additionalUrls, List.of()));
        acceptsReferrals = Objects.requireNonNullElse(acceptsReferrals, Answer.NOT_ASKED);
        referralChannels = List.copyOf(Objects.requireNonNullElse(referralChannels, List.of()));
        extras = Objects.requireNonNullElse(extras, Extras.NONE);
    }

    /**
     * Starts a service of which only the least is known.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param name its name
     * @param status whether it is given now
     * @return a builder; set what is published, then {@link Builder#build()}
     */
    public static Builder builder(String id, String name, ServiceStatus status) {
        return new Builder(id, name, status);
    }

    /** {@return a builder that starts from this service} */
    public Builder toBuilder() {
        Builder copy = new Builder(id, name, status);
        copy.alternateName = alternateName;
        copy.description = description;
        copy.url = url;
        copy.email = email;
        copy.interpretationServices = interpretationServices;
        copy.applicationProcess = applicationProcess;
        copy.feesDescription = feesDescription;
        copy.waitTime = waitTime;
        copy.fees = fees;
        copy.accreditations = accreditations;
        copy.eligibilityDescription = eligibilityDescription;
        copy.minimumAge = minimumAge;
        copy.maximumAge = maximumAge;
        copy.assuredDate = assuredDate;
        copy.assurerEmail = assurerEmail;
        copy.licences = licences;
        copy.alert = alert;
        copy.lastModified = lastModified;
        copy.organisation = organisation;
        copy.programme = programme;
        copy.phones = phones;
        copy.schedules = schedules;
        copy.serviceAreas = serviceAreas;
        copy.serviceAtLocations = serviceAtLocations;
        copy.languages = languages;
        copy.funding = funding;
        copy.costOptions = costOptions;
        copy.requiredDocuments = requiredDocuments;
        copy.contacts = contacts;
        copy.capacities = capacities;
        copy.additionalUrls = additionalUrls;
        copy.acceptsReferrals = acceptsReferrals;
        copy.referralChannels = referralChannels;
        copy.eligibility = eligibility;
        copy.extras = extras;
        return copy;
    }

    /** Makes a service step by step; what is not set is not published. Not thread-safe. */
    public static final class Builder {
        private String id;
        private String name;
        private ServiceStatus status;
        private @Nullable String alternateName;
        private @Nullable String description;
        private @Nullable String url;
        private @Nullable String email;
        private @Nullable String interpretationServices;
        private @Nullable String applicationProcess;
        private @Nullable String feesDescription;
        private @Nullable String waitTime;
        private @Nullable String fees;
        private @Nullable String accreditations;
        private @Nullable String eligibilityDescription;
        private @Nullable BigDecimal minimumAge;
        private @Nullable BigDecimal maximumAge;
        private @Nullable String assuredDate;
        private @Nullable String assurerEmail;
        private @Nullable String licences;
        private @Nullable String alert;
        private @Nullable String lastModified;
        private @Nullable Organisation organisation;
        private @Nullable Programme programme;
        private List<Phone> phones = List.of();
        private List<Schedule> schedules = List.of();
        private List<ServiceArea> serviceAreas = List.of();
        private List<ServiceAtLocation> serviceAtLocations = List.of();
        private List<Language> languages = List.of();
        private List<Funding> funding = List.of();
        private List<CostOption> costOptions = List.of();
        private List<RequiredDocument> requiredDocuments = List.of();
        private List<Contact> contacts = List.of();
        private List<Capacity> capacities = List.of();
        private List<WebAddress> additionalUrls = List.of();
        private Answer acceptsReferrals = Answer.NOT_ASKED;
        private List<ReferralChannel> referralChannels = List.of();
        private @Nullable Eligibility eligibility;
        private Extras extras = Extras.NONE;

        private Builder(String id, String name, ServiceStatus status) {
            this.id = id;
            this.name = name;
            this.status = status;
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
         * @param value whether it is given now
         */
        public Builder status(ServiceStatus value) {
            this.status = value;
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
         * @param value what it does, in the publisher's words
         */
        public Builder description(@Nullable String value) {
            this.description = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value its page
         */
        public Builder url(@Nullable String value) {
            this.url = value;
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
         * @param value which interpreters there are
         */
        public Builder interpretationServices(@Nullable String value) {
            this.interpretationServices = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how to get it, in words
         */
        public Builder applicationProcess(@Nullable String value) {
            this.applicationProcess = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what it costs, in words
         */
        public Builder feesDescription(@Nullable String value) {
            this.feesDescription = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value deprecated in HSDS; kept as published
         */
        public Builder waitTime(@Nullable String value) {
            this.waitTime = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value deprecated in HSDS; kept as published
         */
        public Builder fees(@Nullable String value) {
            this.fees = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value accreditations
         */
        public Builder accreditations(@Nullable String value) {
            this.accreditations = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whom it is for, in words
         */
        public Builder eligibilityDescription(@Nullable String value) {
            this.eligibilityDescription = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the lowest age in years, decimals allowed; absent is not known
         */
        public Builder minimumAge(@Nullable BigDecimal value) {
            this.minimumAge = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the highest age in years, decimals allowed; absent is not known
         */
        public Builder maximumAge(@Nullable BigDecimal value) {
            this.maximumAge = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value when somebody last vouched for the record, {@code 2026-01-31}
         */
        public Builder assuredDate(@Nullable String value) {
            this.assuredDate = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value who vouched
         */
        public Builder assurerEmail(@Nullable String value) {
            this.assurerEmail = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value deprecated in HSDS; kept as published
         */
        public Builder licences(@Nullable String value) {
            this.licences = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what readers must know now
         */
        public Builder alert(@Nullable String value) {
            this.alert = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value when the record was last changed, as published
         */
        public Builder lastModified(@Nullable String value) {
            this.lastModified = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value who gives it
         */
        public Builder organisation(@Nullable Organisation value) {
            this.organisation = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value the programme that it belongs to
         */
        public Builder programme(@Nullable Programme value) {
            this.programme = value;
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
         * @param value when it is given
         */
        public Builder schedules(List<Schedule> value) {
            this.schedules = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value where people must live
         */
        public Builder serviceAreas(List<ServiceArea> value) {
            this.serviceAreas = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value where it is given
         */
        public Builder serviceAtLocations(List<ServiceAtLocation> value) {
            this.serviceAtLocations = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value in which languages
         */
        public Builder languages(List<Language> value) {
            this.languages = List.copyOf(value);
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
         * @param value what it costs
         */
        public Builder costOptions(List<CostOption> value) {
            this.costOptions = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value what to bring
         */
        public Builder requiredDocuments(List<RequiredDocument> value) {
            this.requiredDocuments = List.copyOf(value);
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
         * @param value places left, new in HSDS 3.1
         */
        public Builder capacities(List<Capacity> value) {
            this.capacities = List.copyOf(value);
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
         * @param value whether it takes referrals; not asked where absent; loti's own
         */
        public Builder acceptsReferrals(Answer value) {
            this.acceptsReferrals = value;
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value how a referral reaches it; loti's own, as the standards lack it
         */
        public Builder referralChannels(List<ReferralChannel> value) {
            this.referralChannels = List.copyOf(value);
            return this;
        }

        /**
         * {@return this builder}
         *
         * @param value whom it is for, for machines; absent is not known; loti's own
         */
        public Builder eligibility(@Nullable Eligibility value) {
            this.eligibility = value;
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
        public Service build() {
            return new Service(
                    id,
                    name,
                    status,
                    alternateName,
                    description,
                    url,
                    email,
                    interpretationServices,
                    applicationProcess,
                    feesDescription,
                    waitTime,
                    fees,
                    accreditations,
                    eligibilityDescription,
                    minimumAge,
                    maximumAge,
                    assuredDate,
                    assurerEmail,
                    licences,
                    alert,
                    lastModified,
                    organisation,
                    programme,
                    phones,
                    schedules,
                    serviceAreas,
                    serviceAtLocations,
                    languages,
                    funding,
                    costOptions,
                    requiredDocuments,
                    contacts,
                    capacities,
                    additionalUrls,
                    acceptsReferrals,
                    referralChannels,
                    eligibility,
                    extras);
        }
    }
}
