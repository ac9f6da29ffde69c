package london.loti.referral.curation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.service.Location;
import london.loti.model.service.Phone;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;

/**
 * What of a record is compared, brought into one form. Confidential locations are left out, so that no proposal tells
 * where they are.
 *
 * @param name the words of the name
 * @param organisation the words of the organisation's name; empty where there is none
 * @param postcodes postcodes without spaces
 * @param points latitude and longitude in turn
 * @param phones telephone numbers as digits
 * @param urls host and path
 */
record Likeness(
        Set<String> name,
        Set<String> organisation,
        Set<String> postcodes,
        List<Double> points,
        Set<String> phones,
        Set<String> urls) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern SCHEME = Pattern.compile("^[a-z]+://(www\\.)?|^www\\.");
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "a", "an", "and", "of", "for", "in", "at", "ltd", "limited", "cic", "cio", "plc");
    private static final double EARTH_METRES = 6_371_008.8;

    static Likeness of(Service service) {
        Set<String> postcodes = new TreeSet<>();
        List<Double> points = new ArrayList<>();
        List<Phone> phones = new ArrayList<>(service.phones());
        for (ServiceAtLocation there : service.serviceAtLocations()) {
            Location location = there.location();
            phones.addAll(there.phones());
            if (location == null || location.confidential()) {
                continue;
            }
            location.addresses().stream()
                    .filter(address -> address.postalCode() != null)
                    .map(address -> compact(address.postalCode()))
                    .filter(postcode -> !postcode.isEmpty())
                    .forEach(postcodes::add);
            Double latitude = location.latitude();
            Double longitude = location.longitude();
            if (latitude != null && longitude != null) {
                points.add(latitude);
                points.add(longitude);
            }
        }
        Set<String> numbers = new TreeSet<>();
        phones.forEach(phone -> {
            String digits = digits(phone.number());
            if (digits.length() >= 9) {
                numbers.add(digits);
            }
        });
        Set<String> urls = new TreeSet<>();
        String url = address(service.url());
        if (!url.isEmpty()) {
            urls.add(url);
        }
        return new Likeness(
                words(service.name()),
                service.organisation() == null
                        ? Set.of()
                        : words(service.organisation().name()),
                postcodes,
                List.copyOf(points),
                numbers,
                urls);
    }

    static Set<String> words(@Nullable String text) {
        Set<String> words = new TreeSet<>();
        if (text == null) {
            return words;
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("\u2019", "");
        NOT_WORD.splitAsStream(plain)
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .forEach(words::add);
        return words;
    }

    /** The words in common, of all words of both. */
    static double share(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    /** The least distance between their points; infinite where one has none. */
    double metresTo(Likeness other) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i += 2) {
            for (int k = 0; k < other.points.size(); k += 2) {
                least = Math.min(
                        least, metres(points.get(i), points.get(i + 1), other.points.get(k), other.points.get(k + 1)));
            }
        }
        return least;
    }

    private static double metres(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double north = StrictMath.toRadians(otherLatitude - latitude) / 2;
        double east = StrictMath.toRadians(otherLongitude - longitude) / 2;
        double a = StrictMath.pow(StrictMath.sin(north), 2)
                + StrictMath.cos(StrictMath.toRadians(latitude))
                        * StrictMath.cos(StrictMath.toRadians(otherLatitude))
                        * StrictMath.pow(StrictMath.sin(east), 2);
        return 2 * EARTH_METRES * StrictMath.asin(Math.min(1, StrictMath.sqrt(a)));
    }

    private static String compact(@Nullable String postcode) {
        return postcode == null ? "" : NOT_WORD.matcher(postcode).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** {@code +44 20 7946 0000} and {@code (020) 7946 0000} are one number. */
    private static String digits(@Nullable String number) {
        if (number == null) {
            return "";
        }
        String digits = NOT_DIGIT.matcher(number.replace("(0)", "")).replaceAll("");
        if (digits.startsWith("0044")) {
            return "0" + digits.substring(4);
        }
        return digits.startsWith("44") && digits.length() >= 11 ? "0" + digits.substring(2) : digits;
    }

    private static String address(@Nullable String url) {
        if (url == null) {
            return "";
        }
        String plain = SCHEME.matcher(url.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        int end = plain.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = plain.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        plain = plain.substring(0, end);
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
