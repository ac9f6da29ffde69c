package london.loti.benchmarks.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import london.loti.model.service.Location;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;

/**
 * A search like that of Find Support Services, from a description of it: every word, and every synonym of one, as a pattern
 * that is tried on the name, the organisation and the description of every service; then the nearest first.
 */
final class RegexSearch {
    private static final double EARTH_KILOMETRES = 6_371;

    private final List<Service> services;
    private final PlainRanking words;

    RegexSearch(List<Service> services, PlainRanking words) {
        this.services = services;
        this.words = words;
    }

    private record Found(Service service, double kilometres) {}

    List<Service> search(String query, double latitude, double longitude, int most) {
        Set<String> wanted =
                new TreeSet<>(List.of(query.toLowerCase(Locale.ROOT).split(" +", -1)));
        wanted.addAll(words.synonyms(query));
        List<Found> found = new ArrayList<>();
        for (Service service : services) {
            if (wanted.stream().anyMatch(word -> has(service, word))) {
                found.add(new Found(service, kilometres(service, latitude, longitude)));
            }
        }
        found.sort(Comparator.comparingDouble(Found::kilometres)
                .thenComparing(one -> one.service().id()));
        return found.stream().limit(most).map(Found::service).toList();
    }

    private static boolean has(Service service, String word) {
        String organisation =
                service.organisation() == null ? "" : service.organisation().name();
        for (String text :
                List.of(service.name(), organisation, Objects.requireNonNullElse(service.description(), ""))) {
            Pattern whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE);
            if (whole.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private static double kilometres(Service service, double latitude, double longitude) {
        double nearest = Double.POSITIVE_INFINITY;
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            Location place = there.location();
            if (place != null && place.latitude() != null && place.longitude() != null) {
                double north = Math.toRadians(place.latitude() - latitude);
                double east = Math.toRadians(place.longitude() - longitude);
                double half = Math.pow(Math.sin(north / 2), 2)
                        + Math.cos(Math.toRadians(latitude))
                                * Math.cos(Math.toRadians(place.latitude()))
                                * Math.pow(Math.sin(east / 2), 2);
                nearest = Math.min(nearest, 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(half)));
            }
        }
        return nearest;
    }
}
