package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Accessibility;
import london.loti.model.service.Attribute;
import london.loti.model.service.Capacity;
import london.loti.model.service.CapacityUnit;
import london.loti.model.service.CostOption;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Extras;
import london.loti.model.service.Language;
import london.loti.model.service.Location;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.model.service.TaxonomyTerm;

/**
 * What a service publishes of one thing, and nothing else: a service that is bare but for that, without ids, so that two
 * that publish the same are equal. The rules about services then work on it as on the whole.
 */
final class Published {
    private static final String ID = "x";

    private Published() {}

    private static Service.Builder bare() {
        return Service.builder(ID, ID, ServiceStatus.ACTIVE);
    }

    static Service ages(Service service) {
        return bare().minimumAge(service.minimumAge())
                .maximumAge(service.maximumAge())
                .build();
    }

    static Service groups(Service service) {
        Eligibility stated = service.eligibility();
        return stated == null
                ? bare().build()
                : bare().eligibility(new Eligibility(List.of(), List.of(), stated.groups(), stated.notFor(), null))
                        .build();
    }

    static Service conditions(Service service) {
        Eligibility stated = service.eligibility();
        return bare().eligibilityDescription(service.eligibilityDescription())
                .eligibility(
                        stated == null
                                ? null
                                : new Eligibility(List.of(), List.of(), List.of(), List.of(), stated.other()))
                .build();
    }

    static Service areas(Service service) {
        Eligibility stated = service.eligibility();
        return bare().eligibility(
                        stated == null
                                ? null
                                : new Eligibility(stated.areas(), stated.postcodes(), List.of(), List.of(), null))
                .serviceAreas(service.serviceAreas().stream()
                        .map(area -> new ServiceArea(ID, area.name(), null, area.extent(), null, null, Extras.NONE))
                        .toList())
                .build();
    }

    static Service languages(Service service) {
        return bare().interpretationServices(service.interpretationServices())
                .languages(service.languages().stream()
                        .map(language -> new Language(ID, null, language.code(), null, Extras.NONE))
                        .toList())
                .build();
    }

    static Service access(Service service) {
        List<ServiceAtLocation> places = new ArrayList<>();
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            Location location = there.location();
            if (location != null && !location.accessibility().isEmpty()) {
                List<Accessibility> access = location.accessibility().stream()
                        .map(one -> new Accessibility(ID, one.description(), one.details(), null, Extras.NONE))
                        .toList();
                places.add(
                        at(List.of(), Location.builder(ID).accessibility(access).build()));
            }
        }
        return bare().serviceAtLocations(places).build();
    }

    static Service costs(Service service) {
        return bare().feesDescription(service.feesDescription())
                .fees(service.fees())
                .costOptions(service.costOptions().stream()
                        .map(cost -> new CostOption(
                                ID,
                                cost.validFrom(),
                                cost.validTo(),
                                cost.option(),
                                cost.currency(),
                                cost.amount(),
                                cost.amountDescription(),
                                Extras.NONE))
                        .toList())
                .build();
    }

    static Service capacities(Service service) {
        return bare().capacities(service.capacities().stream()
                        .map(capacity -> new Capacity(
                                ID,
                                unit(capacity.unit()),
                                capacity.available(),
                                null,
                                null,
                                capacity.updated(),
                                Extras.NONE))
                        .toList())
                .build();
    }

    private static @Nullable CapacityUnit unit(@Nullable CapacityUnit unit) {
        return unit == null ? null : new CapacityUnit(ID, unit.name(), null, null, null, Extras.NONE);
    }

    static Service hours(Service service) {
        List<ServiceAtLocation> places = service.serviceAtLocations().stream()
                .filter(there -> !there.schedules().isEmpty())
                .map(there -> at(schedules(there.schedules()), null))
                .toList();
        return Service.builder(ID, ID, service.status())
                .alert(service.alert())
                .schedules(schedules(service.schedules()))
                .serviceAtLocations(places)
                .build();
    }

    private static List<Schedule> schedules(List<Schedule> schedules) {
        return schedules.stream().map(Published::schedule).toList();
    }

    private static Schedule schedule(Schedule from) {
        return Schedule.builder(ID)
                .validFrom(from.validFrom())
                .validTo(from.validTo())
                .dtstart(from.dtstart())
                .timezone(from.timezone())
                .until(from.until())
                .count(from.count())
                .wkst(from.wkst())
                .freq(from.freq())
                .interval(from.interval())
                .byday(from.byday())
                .byweekno(from.byweekno())
                .bymonthday(from.bymonthday())
                .byyearday(from.byyearday())
                .description(from.description())
                .opensAt(from.opensAt())
                .closesAt(from.closesAt())
                .notes(from.notes())
                .build();
    }

    private static ServiceAtLocation at(List<Schedule> schedules, @Nullable Location location) {
        return new ServiceAtLocation(ID, null, List.of(), List.of(), schedules, location, Extras.NONE);
    }

    static Service dates(Service service) {
        return bare().assuredDate(service.assuredDate())
                .lastModified(service.lastModified())
                .build();
    }

    static Answer referrals(Service service) {
        return service.referralChannels().isEmpty() ? service.acceptsReferrals() : Answer.YES;
    }

    static Set<ConceptRef> types(Service service) {
        Set<ConceptRef> types = new TreeSet<>();
        for (Attribute attribute : service.extras().attributes()) {
            TaxonomyTerm term = attribute.term();
            if (term != null && term.taxonomy() != null) {
                concept(term.taxonomy(), Objects.requireNonNullElse(term.code(), term.id()), types);
            }
        }
        return types;
    }

    /** What is no code in loti's sense is no kind of service that somebody could ask for. */
    private static void concept(String taxonomy, String code, Set<ConceptRef> types) {
        try {
            types.add(new ConceptRef(taxonomy, code));
        } catch (IllegalArgumentException e) {
            // A publisher's term with other characters: it is found by its words.
        }
    }
}
