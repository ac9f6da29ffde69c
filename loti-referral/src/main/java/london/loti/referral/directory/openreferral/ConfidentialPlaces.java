package london.loti.referral.directory.openreferral;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Address;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;

/**
 * Takes out of services whatever lets a confidential location be found. Of the location itself only its id, its type,
 * its languages and that it is confidential are left; of the service there, only when it is given. Service areas keep
 * their names alone. A location that is the same as a confidential one by id, point or postcode counts as confidential
 * wherever it stands, and what is known of it is struck out of every text of the service and its organisation.
 */
public final class ConfidentialPlaces {
    private static final int A_DEGREE = 10_000; // a place within some ten metres is the same
    private static final int SHORTEST_POSTCODE = 5;

    /** What a confidential location is known by, with all that tells where it is. */
    private final Map<String, Words> placeWords = new HashMap<>();

    /** The same of all confidential locations of an organisation. */
    private final Map<String, Words> organisationWords = new HashMap<>();

    /** Words that are still learnt, and then struck out by any number of threads. */
    private static final class Words {
        private final Set<String> all = new LinkedHashSet<>();
        private @Nullable Striking striking;

        void learn(Set<String> more) {
            all.addAll(more);
            striking = null;
        }

        synchronized Striking striking() {
            if (striking == null) {
                striking = new Striking(all);
            }
            return striking;
        }
    }

    ConfidentialPlaces() {}

    /**
     * {@return the services without what lets their confidential locations be found, in the same order; for whatever
     * shows them, or makes something of them that others see}
     *
     * @param services all services of a directory, as a location that is confidential in one is so in all
     */
    public static List<Service> hiddenIn(List<Service> services) {
        ConfidentialPlaces places = new ConfidentialPlaces();
        services.forEach(places::learn);
        return services.parallelStream()
                .map(service -> places.hide(service, new Losses()))
                .toList();
    }

    /** The service without what lets its confidential locations be found. */
    Service hide(Service service, Losses losses) {
        List<Striking> words = words(service);
        if (words.isEmpty()) {
            return service;
        }
        Service hidden = redact(service, losses);
        try {
            for (Striking some : words) {
                hidden = some.in(hidden);
            }
            return hidden;
        } catch (IllegalArgumentException e) {
            // A word of the address that is also something a record must have: rather nothing than a place.
            return Service.builder(service.id(), Striking.STRUCK, service.status())
                    .build();
        }
    }

    /** What tells of the confidential locations of a service, and of its organisation. */
    private List<Striking> words(Service service) {
        Set<Striking> all = new LinkedHashSet<>();
        if (service.organisation() != null) {
            add(organisationWords.get(service.organisation().id()), all);
        }
        locations(service)
                .flatMap(ConfidentialPlaces::keys)
                .map(placeWords::get)
                .forEach(words -> add(words, all));
        return List.copyOf(all);
    }

    private static void add(@Nullable Words words, Set<Striking> all) {
        if (words != null) {
            all.add(words.striking());
        }
    }

    /** Learns where the confidential locations of a service are; to be called for all services before any is redacted. */
    void learn(Service service) {
        for (ServiceAtLocation place : service.serviceAtLocations()) {
            Location location = place.location();
            if (location != null && location.confidential()) {
                Set<String> words = words(location);
                place.phones().forEach(phone -> word(phone.number(), words));
                place.contacts().forEach(contact -> {
                    word(contact.email(), words);
                    contact.phones().forEach(phone -> word(phone.number(), words));
                });
                learn(service, location, words);
            }
        }
        if (service.organisation() != null) {
            service.organisation().locations().stream()
                    .filter(Location::confidential)
                    .forEach(location -> learn(service, location, words(location)));
        }
    }

    private void learn(Service service, Location location, Set<String> words) {
        keys(location)
                .forEach(key ->
                        placeWords.computeIfAbsent(key, unknown -> new Words()).learn(words));
        if (service.organisation() != null) {
            organisationWords
                    .computeIfAbsent(service.organisation().id(), unknown -> new Words())
                    .learn(words);
        }
    }

    /** What a location is known by wherever it stands: its id, its point and its postcodes. */
    private static Stream<String> keys(Location location) {
        Stream.Builder<String> keys = Stream.builder();
        keys.add("id " + location.id());
        if (location.latitude() != null && location.longitude() != null) {
            keys.add("point " + Math.round(location.latitude() * A_DEGREE) + " "
                    + Math.round(location.longitude() * A_DEGREE));
        }
        for (Address address : location.addresses()) {
            String code = address.postalCode();
            String joined = code == null ? "" : code.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
            if (joined.length() >= SHORTEST_POSTCODE) {
                keys.add("postcode " + joined);
            }
        }
        return keys.build();
    }

    private static Set<String> words(Location location) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> towns = towns(location);
        for (Address address : location.addresses()) {
            parts(address.address1(), towns, words);
            parts(address.address2(), towns, words);
            word(address.postalCode(), words);
        }
        word(location.externalIdentifier(), words);
        parts(location.name(), towns, words);
        parts(location.alternateName(), towns, words);
        word(location.latitude() == null ? null : location.latitude().toString(), words);
        word(location.longitude() == null ? null : location.longitude().toString(), words);
        location.phones().forEach(phone -> word(phone.number(), words));
        location.contacts().forEach(contact -> {
            word(contact.email(), words);
            contact.phones().forEach(phone -> word(phone.number(), words));
        });
        return words;
    }

    /** The towns and regions that its addresses name: they are in many texts, and tell nothing alone. */
    private static Set<String> towns(Location location) {
        Set<String> towns = new LinkedHashSet<>();
        for (Address address : location.addresses()) {
            Stream.of(address.city(), address.region(), address.stateProvince())
                    .filter(Objects::nonNull)
                    .map(ConfidentialPlaces::plain)
                    .forEach(towns::add);
        }
        return towns;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The line, and each of its parts that is no town: a house, a flat, a street. */
    private static void parts(@Nullable String line, Set<String> towns, Set<String> words) {
        word(line, words);
        if (line != null) {
            for (String part : line.split("[,;\\n]", -1)) {
                if (!towns.contains(plain(part))) {
                    word(part, words);
                }
            }
        }
    }

    /** Short texts are in too many others to be struck out: the field itself is left out all the same. */
    private static void word(@Nullable String text, Set<String> words) {
        if (text != null && Striking.length(text) >= Striking.RUN) {
            words.add(text.strip());
        }
    }

    private boolean isConfidential(Location location) {
        return location.confidential() || keys(location).anyMatch(placeWords::containsKey);
    }

    private Service redact(Service service, Losses losses) {
        Service.Builder redacted = service.toBuilder();
        if (service.serviceAtLocations().stream()
                .anyMatch(place -> place.location() != null && isConfidential(place.location()))) {
            redacted.serviceAtLocations(service.serviceAtLocations().stream()
                    .map(place -> place(place, losses))
                    .toList());
            redacted.serviceAreas(service.serviceAreas().stream()
                    .map(area -> area(area, losses))
                    .toList());
        }
        Organisation organisation = service.organisation();
        if (organisation != null && organisation.locations().stream().anyMatch(this::isConfidential)) {
            redacted.organisation(organisation.toBuilder()
                    .locations(organisation.locations().stream()
                            .map(location -> isConfidential(location) ? location(location, losses) : location)
                            .toList())
                    .build());
        }
        return redacted.build();
    }

    private ServiceAtLocation place(ServiceAtLocation place, Losses losses) {
        Location location = place.location();
        if (location == null || !isConfidential(location)) {
            return place;
        }
        losses.add("service_at_location", "*", Loss.Reason.CONFIDENTIAL);
        List<Schedule> hours =
                place.schedules().stream().map(ConfidentialPlaces::schedule).toList();
        return new ServiceAtLocation(
                place.id(), null, List.of(), List.of(), hours, location(location, losses), Extras.NONE);
    }

    private static Location location(Location location, Losses losses) {
        losses.add("location", "*", Loss.Reason.CONFIDENTIAL);
        return Location.builder(location.id())
                .type(location.type())
                .languages(location.languages())
                .confidential(true)
                .schedules(location.schedules().stream()
                        .map(ConfidentialPlaces::schedule)
                        .toList())
                .build();
    }

    /** When, without words, links and what a publisher added. */
    private static Schedule schedule(Schedule hours) {
        return hours.toBuilder()
                .description(null)
                .notes(null)
                .scheduleLink(null)
                .extras(Extras.NONE)
                .build();
    }

    private static ServiceArea area(ServiceArea area, Losses losses) {
        losses.add("service_area", "*", Loss.Reason.CONFIDENTIAL);
        return new ServiceArea(area.id(), area.name(), null, null, null, null, Extras.NONE);
    }

    private static Stream<Location> locations(Service service) {
        Stream<Location> there = service.serviceAtLocations().stream()
                .map(ServiceAtLocation::location)
                .flatMap(Stream::ofNullable);
        Organisation organisation = service.organisation();
        return organisation == null ? there : Stream.concat(there, organisation.locations().stream());
    }
}
