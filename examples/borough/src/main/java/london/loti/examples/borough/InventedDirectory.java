package london.loti.examples.borough;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.locationtech.jts.geom.Coordinate;

import london.loti.model.service.Service;
import london.loti.model.table.CsvWriter;

/**
 * The directory of services of the invented borough: organisations, places, hours and prices that do not exist, in the
 * words that providers write. Some of it is old, some is not known, some is closed, and refuges keep their address to
 * themselves. The same seed gives the same services on every platform and Java version. Immutable and thread-safe.
 */
public final class InventedDirectory {
    /** The day on which the directory is as it is. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final int POSTCODES_A_WARD = 8;
    private static final double SPREAD = 0.45;

    private final List<Service> services;
    private final Map<String, String> kinds;

    private InventedDirectory(List<Service> services, Map<String, String> kinds) {
        this.services = services;
        this.kinds = kinds;
    }

    /**
     * The directory of a seed.
     *
     * @param seed any number
     * @param services how many services; the kinds take turns
     */
    public static InventedDirectory withSeed(long seed, int services) {
        ServiceKind.File file = ServiceKind.file();
        ServiceDraft draft = new ServiceDraft(file.sentences(), seed);
        List<Service> made = new ArrayList<>(services);
        Map<String, String> kinds = new LinkedHashMap<>();
        for (int number = 0; number < services; number++) {
            ServiceKind kind = file.kinds().get(number % file.kinds().size());
            Service service = draft.of(kind, number, services);
            made.add(service);
            kinds.put(service.id(), kind.code());
        }
        return new InventedDirectory(List.copyOf(made), kinds);
    }

    /** The services of a seed. */
    public static List<Service> services(long seed, int services) {
        return withSeed(seed, services).services();
    }

    /** The services. */
    public List<Service> services() {
        return services;
    }

    /** Which kind of service one is, for example {@code food-bank}; its publisher does not say so. */
    public Optional<String> kindOf(String serviceId) {
        return Optional.ofNullable(kinds.get(serviceId));
    }

    /**
     * Where the invented postcodes of the borough lie, as CSV:
     *
     * <pre>{@code
     * postcode,latitude,longitude,ward24_code,ltla24_code
     * ZZ91 1AA,51.7481,1.9301,E05990001,E09990001
     * }</pre>
     */
    public static String postcodesCsv() {
        CsvWriter csv = new CsvWriter(List.of("postcode", "latitude", "longitude", "ward24_code", "ltla24_code"));
        List<Ward> wards = Ward.all();
        for (int ward = 0; ward < wards.size(); ward++) {
            for (int number = 0; number < POSTCODES_A_WARD; number++) {
                Coordinate place = place(wards.get(ward), Dice.of(ward, "postcode " + number));
                csv.text(postcode(ward, number)).number(place.y).number(place.x);
                csv.text(wards.get(ward).code().value())
                        .text(Hollowbrook.CODE.value())
                        .endRow();
            }
        }
        return csv.toString();
    }

    static String postcode(int ward, int number) {
        return String.format(Locale.ROOT, "ZZ%d %dAA", 91 + ward / 2, 1 + ward % 2 * 4 + number % 4)
                .replace("AA", number < 4 ? "AA" : "AB");
    }

    /** A place in or about a ward, in degrees with five decimals, longitude first. */
    static Coordinate place(Ward ward, Dice dice) {
        Coordinate heart = ward.heart();
        Coordinate degrees =
                Hollowbrook.degrees(new Coordinate(heart.x + SPREAD * dice.bell(), heart.y + SPREAD * dice.bell()));
        return new Coordinate(rounded(degrees.x), rounded(degrees.y));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * Hollowbrook.PARTS_OF_A_DEGREE) / Hollowbrook.PARTS_OF_A_DEGREE;
    }
}
