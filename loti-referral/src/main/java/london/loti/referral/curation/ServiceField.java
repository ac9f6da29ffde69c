package london.loti.referral.curation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.model.service.Service;

/**
 * One field of a service that feeds can disagree on: how it is read, and how it is put into another record.
 *
 * @param name the name of the field, as in HSDS
 * @param get what a record says; null where it says nothing
 * @param put puts into a builder what a record says
 */
record ServiceField(String name, Function<Service, @Nullable Object> get, BiConsumer<Service.Builder, Service> put) {
    private static final Pattern IDS = Pattern.compile("\\bid=[^,\\]]*(, )?");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static final List<ServiceField> ALL = List.of(
            new ServiceField("name", s -> text(s.name()), (to, from) -> to.name(from.name())),
            new ServiceField("status", Service::status, (to, from) -> to.status(from.status())),
            new ServiceField(
                    "alternate_name",
                    s -> text(s.alternateName()),
                    (to, from) -> to.alternateName(from.alternateName())),
            new ServiceField(
                    "description", s -> text(s.description()), (to, from) -> to.description(from.description())),
            new ServiceField("url", s -> text(s.url()), (to, from) -> to.url(from.url())),
            new ServiceField("email", s -> text(s.email()), (to, from) -> to.email(from.email())),
            new ServiceField(
                    "interpretation_services",
                    s -> text(s.interpretationServices()),
                    (to, from) -> to.interpretationServices(from.interpretationServices())),
            new ServiceField(
                    "application_process",
                    s -> text(s.applicationProcess()),
                    (to, from) -> to.applicationProcess(from.applicationProcess())),
            new ServiceField(
                    "fees_description",
                    s -> text(s.feesDescription()),
                    (to, from) -> to.feesDescription(from.feesDescription())),
            new ServiceField("wait_time", s -> text(s.waitTime()), (to, from) -> to.waitTime(from.waitTime())),
            new ServiceField("fees", s -> text(s.fees()), (to, from) -> to.fees(from.fees())),
            new ServiceField(
                    "accreditations",
                    s -> text(s.accreditations()),
                    (to, from) -> to.accreditations(from.accreditations())),
            new ServiceField("licenses", s -> text(s.licences()), (to, from) -> to.licences(from.licences())),
            new ServiceField(
                    "eligibility_description",
                    s -> text(s.eligibilityDescription()),
                    (to, from) -> to.eligibilityDescription(from.eligibilityDescription())),
            new ServiceField(
                    "minimum_age", s -> number(s.minimumAge()), (to, from) -> to.minimumAge(from.minimumAge())),
            new ServiceField(
                    "maximum_age", s -> number(s.maximumAge()), (to, from) -> to.maximumAge(from.maximumAge())),
            new ServiceField("alert", s -> text(s.alert()), (to, from) -> to.alert(from.alert())),
            new ServiceField(
                    "assured_date",
                    s -> text(s.assuredDate()),
                    (to, from) -> to.assuredDate(from.assuredDate()).assurerEmail(from.assurerEmail())),
            new ServiceField(
                    "organization", s -> content(s.organisation()), (to, from) -> to.organisation(from.organisation())),
            new ServiceField("program", s -> content(s.programme()), (to, from) -> to.programme(from.programme())),
            new ServiceField("phones", s -> list(s.phones()), (to, from) -> to.phones(from.phones())),
            new ServiceField("schedules", s -> list(s.schedules()), (to, from) -> to.schedules(from.schedules())),
            new ServiceField(
                    "service_areas", s -> list(s.serviceAreas()), (to, from) -> to.serviceAreas(from.serviceAreas())),
            new ServiceField(
                    "service_at_locations",
                    s -> list(s.serviceAtLocations()),
                    (to, from) -> to.serviceAtLocations(from.serviceAtLocations())),
            new ServiceField("languages", s -> list(s.languages()), (to, from) -> to.languages(from.languages())),
            new ServiceField("funding", s -> list(s.funding()), (to, from) -> to.funding(from.funding())),
            new ServiceField(
                    "cost_options", s -> list(s.costOptions()), (to, from) -> to.costOptions(from.costOptions())),
            new ServiceField(
                    "required_documents",
                    s -> list(s.requiredDocuments()),
                    (to, from) -> to.requiredDocuments(from.requiredDocuments())),
            new ServiceField("contacts", s -> list(s.contacts()), (to, from) -> to.contacts(from.contacts())),
            new ServiceField("capacities", s -> list(s.capacities()), (to, from) -> to.capacities(from.capacities())),
            new ServiceField(
                    "additional_urls",
                    s -> list(s.additionalUrls()),
                    (to, from) -> to.additionalUrls(from.additionalUrls())),
            new ServiceField(
                    "accepts_referrals",
                    s -> s.acceptsReferrals() == Answer.NOT_ASKED ? null : s.acceptsReferrals(),
                    (to, from) -> to.acceptsReferrals(from.acceptsReferrals())),
            new ServiceField(
                    "referral_channels",
                    s -> list(s.referralChannels()),
                    (to, from) -> to.referralChannels(from.referralChannels())),
            new ServiceField("eligibility", Service::eligibility, (to, from) -> to.eligibility(from.eligibility())));

    /** Texts that differ only in their spaces say the same. */
    private static @Nullable Object text(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static @Nullable Object number(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    /** A record without its ids, which each feed gives anew. */
    private static @Nullable Object content(@Nullable Object value) {
        return value == null
                ? null
                : SPACE.matcher(IDS.matcher(value.toString()).replaceAll(""))
                        .replaceAll(" ")
                        .toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object list(List<?> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .map(ServiceField::content)
                        .map(String::valueOf)
                        .sorted()
                        .toList();
    }
}
