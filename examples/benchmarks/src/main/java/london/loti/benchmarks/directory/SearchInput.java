package london.loti.benchmarks.directory;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import london.loti.examples.borough.InventedDirectory;
import london.loti.model.area.AreaCode;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Location;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.referral.directory.DirectoryQuery;
import london.loti.referral.eligibility.ResidentCircumstances;

/** An invented directory, and what invented residents ask of it: the words of the judged searches, from many places. */
final class SearchInput {
    static final long SEED = 20261125;
    static final double WITHIN_METRES = 8_000;
    private static final int ROUNDS = 5;
    private static final Instant MORNING = InventedDirectory.DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);

    private final InventedDirectory directory;
    private final List<Asked> asked = new ArrayList<>();

    /** What is asked, in one place. */
    record Asked(String words, double latitude, double longitude, DirectoryQuery simple, DirectoryQuery everything) {}

    private SearchInput(InventedDirectory directory) {
        this.directory = directory;
    }

    static SearchInput of(int services) {
        SearchInput input = new SearchInput(InventedDirectory.withSeed(SEED, services));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Location> places = input.directory.services().stream()
                .flatMap(service -> service.serviceAtLocations().stream())
                .map(ServiceAtLocation::location)
                .filter(place -> place != null && place.latitude() != null && place.longitude() != null)
                .limit(1_000)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (JudgedSearches.Judged search :
                    JudgedSearches.of(input.directory).searches()) {
                Location place = places.get(random.nextInt(places.size()));
                input.asked.add(ask(search.words(), place, random));
            }
        }
        return input;
    }

    private static Asked ask(String words, Location place, SplittableRandom random) {
        double latitude = place.latitude() == null ? 0 : place.latitude();
        double longitude = place.longitude() == null ? 0 : place.longitude();
        ResidentCircumstances resident = ResidentCircumstances.builder()
                .age(BigDecimal.valueOf(random.nextInt(16, 90)))
                .areas(List.of(new AreaCode("E09990001")))
                .group(new ConceptRef("loti-group", "carers"), random.nextBoolean() ? Answer.YES : Answer.NO)
                .languages(List.of(random.nextBoolean() ? "en" : "bn"))
                .accessNeeds(random.nextBoolean() ? List.of("wheelchair") : List.of())
                .canPay(BigDecimal.valueOf(random.nextInt(4)))
                .build();
        Instant at = MORNING.plus(Duration.ofMinutes(30L * random.nextInt(14 * 48)));
        return new Asked(
                words,
                latitude,
                longitude,
                DirectoryQuery.of(words),
                DirectoryQuery.builder()
                        .words(words)
                        .near(latitude, longitude)
                        .withinMetres(WITHIN_METRES)
                        .resident(resident)
                        .acceptsReferrals()
                        .hasCapacity()
                        .openAt(at)
                        .asOf(MORNING)
                        .build());
    }

    List<Service> services() {
        return directory.services();
    }

    List<Asked> asked() {
        return asked;
    }
}
