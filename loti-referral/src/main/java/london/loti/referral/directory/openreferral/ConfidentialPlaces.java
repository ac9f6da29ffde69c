package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;
import london.loti.model.service.Address;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.Organisation;
import london.loti.model.service.Phone;
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
    private static final String STRUCK = "[withheld]";
    private static final JsonMapper MAPPER = LotiJson.mapper();

    private final Set<String> ids = new HashSet<>();
    private final Set<String> points = new HashSet<>();
    private final Set<String> postcodes = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private @Nullable Pattern struck;

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
        return services.stream().map(places::hide).toList();
    }

    private Service hide(Service service) {
        if (!touches(service)) {
            return service;
        }
        Service redacted = redact(service, new Losses());
        try {
            ObjectNode tree = MAPPER.valueToTree(redacted);
            strike(service, tree);
            return MAPPER.treeToValue(tree, Service.class);
        } catch (JacksonException e) {
            // A word of the address that is also a code: rather nothing than a place.
            return Service.builder(service.id(), STRUCK, service.status()).build();
        }
    }

    /** Learns where the confidential locations of a service are; to be called for all services before any is redacted. */
    void learn(Service service) {
        List<Location> confidential =
                locations(service).filter(Location::confidential).toList();
        for (Location location : confidential) {
            ids.add(location.id());
            point(location).ifPresent(points::add);
            location.addresses().forEach(address -> postcode(address).ifPresent(postcodes::add));
            words(location);
        }
        if (!confidential.isEmpty() && service.organisation() != null) {
            organisations.add(service.organisation().id());
        }
        for (ServiceAtLocation place : service.serviceAtLocations()) {
            if (place.location() != null && place.location().confidential()) {
                place.phones().forEach(this::word);
                place.contacts().forEach(contact -> contact.phones().forEach(this::word));
            }
        }
        struck = null;
    }

    private void words(Location location) {
        for (Address address : location.addresses()) {
            word(address.address1());
            word(address.address2());
            word(address.postalCode());
        }
        word(location.externalIdentifier());
        word(location.name());
        word(location.alternateName());
        word(location.latitude() == null ? null : location.latitude().toString());
        word(location.longitude() == null ? null : location.longitude().toString());
        location.phones().forEach(this::word);
        location.contacts().forEach(contact -> contact.phones().forEach(this::word));
    }

    private void word(Phone phone) {
        word(phone.number());
    }

    /** Short texts are in too many others to be struck out: the field itself is left out all the same. */
    private void word(@Nullable String text) {
        if (text != null && text.strip().length() >= 4) {
            words.add(text.strip());
        }
    }

    /** Whether a service tells of a confidential location, or of an organisation that has one. */
    private boolean touches(Service service) {
        return locations(service).anyMatch(this::isConfidential)
                || (service.organisation() != null
                        && organisations.contains(service.organisation().id()));
    }

    private boolean isConfidential(Location location) {
        return location.confidential()
                || ids.contains(location.id())
                || point(location).filter(points::contains).isPresent()
                || location.addresses().stream()
                        .anyMatch(address ->
                                postcode(address).filter(postcodes::contains).isPresent());
    }

    /** The service without what lets its confidential locations be found. */
    Service redact(Service service, Losses losses) {
        if (!touches(service)) {
            return service;
        }
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

    /** Strikes out of the texts of a service's tree what tells where a confidential location is. */
    void strike(Service service, ObjectNode tree) {
        if (!words.isEmpty() && touches(service)) {
            if (struck == null) {
                struck = Pattern.compile(
                        words.stream()
                                .sorted((a, b) -> b.length() - a.length())
                                .map(ConfidentialPlaces::loosely)
                                .collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            }
            strike(tree, struck);
        }
    }

    /** The text with or without the white space and hyphens in it. */
    private static String loosely(String text) {
        return Stream.of(text.split("[\\s-]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.codePoints()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining("[\\s-]*")))
                .collect(Collectors.joining("[\\s-]*"));
    }

    private static void strike(JsonNode node, Pattern pattern) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!name.equals("id")) {
                    object.set(name, struck(object.get(name), pattern));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, struck(array.get(i), pattern));
            }
        }
    }

    private static JsonNode struck(JsonNode value, Pattern pattern) {
        if (value.isTextual()) {
            return JsonTree.nodes().textNode(pattern.matcher(value.asText()).replaceAll(STRUCK));
        }
        strike(value, pattern);
        return value;
    }

    private static Stream<Location> locations(Service service) {
        Stream<Location> there = service.serviceAtLocations().stream()
                .map(ServiceAtLocation::location)
                .flatMap(Stream::ofNullable);
        Organisation organisation = service.organisation();
        return organisation == null ? there : Stream.concat(there, organisation.locations().stream());
    }

    private static Optional<String> point(Location location) {
        return location.latitude() == null || location.longitude() == null
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.4f,%.4f", location.latitude(), location.longitude()));
    }

    private static Optional<String> postcode(Address address) {
        return Optional.ofNullable(address.postalCode())
                .map(code -> code.replaceAll("\\s+", "").toUpperCase(Locale.ROOT))
                .filter(code -> code.length() >= 5);
    }
}
