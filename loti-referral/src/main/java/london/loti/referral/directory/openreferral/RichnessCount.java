package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Location;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.referral.directory.openreferral.RuleTable.RichnessPart;

/** Counts which services tell what. */
final class RichnessCount {
    private final List<RichnessPart> parts = RuleTable.richness();
    private final long[] counts = new long[parts.size()];
    private long services;

    void add(Service service) {
        services++;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += tells(parts.get(i).part(), service) ? 1 : 0;
        }
    }

    Richness result() {
        List<Richness.Part> result = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            RichnessPart part = parts.get(i);
            result.add(new Richness.Part(part.part(), part.words(), part.weight(), counts[i]));
        }
        return new Richness(services, result);
    }

    private static boolean tells(String part, Service service) {
        return switch (part) {
            case "description" ->
                service.description() != null && service.description().strip().length() >= 40;
            case "web" -> isThere(service.url());
            case "contact" ->
                isThere(service.email())
                        || !service.phones().isEmpty()
                        || !service.contacts().isEmpty();
            case "place" ->
                !service.serviceAreas().isEmpty() || locations(service).anyMatch(RichnessCount::isPlace);
            case "hours" -> schedules(service).anyMatch(RichnessCount::isHours);
            case "terms" ->
                service.extras().attributes().stream()
                        .anyMatch(term ->
                                term.term() != null && isThere(term.term().name()));
            case "ages" ->
                service.minimumAge() != null || service.maximumAge() != null || service.eligibility() != null;
            case "cost" ->
                !service.costOptions().isEmpty() || isThere(service.fees()) || isThere(service.feesDescription());
            case "languages" -> !service.languages().isEmpty();
            case "accessibility" ->
                locations(service)
                        .anyMatch(location -> !location.accessibility().isEmpty());
            case "assured" -> isThere(service.assuredDate()) || isThere(service.lastModified());
            case "organisation" ->
                service.organisation() != null && isThere(service.organisation().description());
            case "referral" -> !service.referralChannels().isEmpty();
            default -> throw new IllegalStateException("no part " + part);
        };
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static Stream<Location> locations(Service service) {
        return service.serviceAtLocations().stream()
                .map(ServiceAtLocation::location)
                .filter(Objects::nonNull);
    }

    private static boolean isPlace(Location location) {
        return (location.latitude() != null && location.longitude() != null)
                || location.addresses().stream().anyMatch(address -> isThere(address.postalCode()));
    }

    private static Stream<Schedule> schedules(Service service) {
        return Stream.concat(
                service.schedules().stream(),
                service.serviceAtLocations().stream().flatMap(place -> place.schedules().stream()));
    }

    private static boolean isHours(Schedule hours) {
        boolean isDay = isThere(hours.byday()) || isThere(hours.bymonthday()) || isThere(hours.dtstart());
        return (isDay && isThere(hours.opensAt())) || isThere(hours.description());
    }
}
