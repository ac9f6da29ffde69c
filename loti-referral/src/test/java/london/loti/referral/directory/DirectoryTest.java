package london.loti.referral.directory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import london.loti.model.area.AreaCode;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Address;
import london.loti.model.service.Attribute;
import london.loti.model.service.Capacity;
import london.loti.model.service.CostOption;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Extras;
import london.loti.model.service.Location;
import london.loti.model.service.LocationType;
import london.loti.model.service.ReferralChannel;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.model.service.TaxonomyTerm;
import london.loti.referral.directory.Reason.Kind;
import london.loti.referral.directory.Reason.Verdict;
import london.loti.referral.eligibility.EligibilityCheck;
import london.loti.referral.eligibility.EligibilityState;
import london.loti.referral.eligibility.ResidentCircumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectoryTest {
    private static final ConceptRef CARERS = ConceptRef.parse("key-groups:carers");
    private static final ConceptRef DEVICES = ConceptRef.parse("service-types:device-gift");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Service.Builder service(String id, String name) {
        return Service.builder(id, name, ServiceStatus.ACTIVE);
    }

    private static ServiceAtLocation at(Location location) {
        return new ServiceAtLocation(
                "at-" + location.id(), null, List.of(), List.of(), List.of(), location, Extras.NONE);
    }

    private static Location place(String id, double latitude, double longitude) {
        return Location.builder(id)
                .type(LocationType.PHYSICAL)
                .latitude(latitude)
                .longitude(longitude)
                .build();
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.service().id()).toList();
    }

    private static SearchResult search(Directory directory, String words) {
        return directory.search(DirectoryQuery.of(words));
    }

    @Test
    void findsWordsStemsSynonymsAndWhatWasMistyped() {
        Directory directory = Directory.of(List.of(
                service("a", "Computing at the library")
                        .description("A class for beginners.")
                        .build(),
                service("b", "Debt advice")
                        .description("For anybody with arrears.")
                        .build(),
                service("c", "Gardening club").build()));
        assertThat(ids(search(directory, "computers"))).containsExactly("a");
        assertThat(ids(search(directory, "laptop"))).as("a synonym").contains("a");
        assertThat(ids(search(directory, "bailiffs"))).containsExactly("b");
        SearchResult mistyped = search(directory, "gardning");
        assertThat(ids(mistyped)).containsExactly("c");
        assertThat(mistyped.readAs())
                .extracting(SearchResult.ReadAs::words)
                .containsExactly("Nothing has 'gardning'; looked for 'gardening'.");
        assertThat(ids(search(directory, "\"for beginners\""))).containsExactly("a");
        assertThat(ids(search(directory, "\"beginners for\""))).isEmpty();
        assertThat(ids(search(directory, "\"for beginners\" \"beginners for\"")))
                .isEmpty();
        assertThat(ids(search(directory, "\"beginners for\" \"for beginners\"")))
                .isEmpty();
    }

    @Test
    void everyServiceIsAHitOrIsCountedOnceWithItsReason() {
        Directory directory = Directory.of(List.of(
                service("open", "Wifi cafe").build(),
                Service.builder("gone", "Wifi kiosk", ServiceStatus.DEFUNCT).build(),
                service("group", "Wifi for carers")
                        .eligibility(new Eligibility(List.of(), List.of(), List.of(CARERS), List.of(), null))
                        .build(),
                service("other", "Choir").build()));
        SearchResult result = search(directory, "wifi");
        assertThat(ids(result)).containsExactly("open");
        assertThat(result.excluded()).isEqualTo(Map.of(Kind.WORDS, 1, Kind.STATUS, 1, Kind.GROUP, 1));
        assertThat(result.total() + result.excludedTotal()).isEqualTo(directory.size());
        assertThat(directory
                        .explain(DirectoryQuery.of("wifi"), "group")
                        .orElseThrow()
                        .words())
                .isEqualTo("Wifi for carers is not shown. It is only for carers, which was not asked for.");
        assertThat(directory.explain(DirectoryQuery.of("wifi"), "nothing")).isEmpty();
        assertThat(ids(directory.search(DirectoryQuery.builder()
                        .words("wifi")
                        .groups(Set.of(CARERS))
                        .build())))
                .containsExactlyInAnyOrder("open", "group");
    }

    @Test
    void whatIsNotKnownExcludesNothingAndStandsBehindWhatIs() {
        Directory directory = Directory.of(List.of(
                service("a-unknown", "Chess").build(),
                service("b-fits", "Chess").minimumAge(new BigDecimal(60)).build(),
                service("c-not", "Chess").maximumAge(new BigDecimal(25)).build()));
        SearchResult result = directory.search(DirectoryQuery.builder()
                .resident(
                        ResidentCircumstances.builder().age(new BigDecimal(70)).build())
                .build());
        assertThat(ids(result)).containsExactly("b-fits", "a-unknown");
        assertThat(result.unknown()).containsEntry(Kind.AGE, 1);
        assertThat(result.excluded()).isEqualTo(Map.of(Kind.AGE, 1));
        assertThat(result.hits().get(1).unknown()).extracting(Reason::kind).contains(Kind.AGE);
    }

    @Test
    void needsLeadToKindsOfService() {
        TaxonomyTerm term = new TaxonomyTerm(
                "t", "device-gift", "Device to keep", null, null, "service-types", null, null, null, Extras.NONE);
        Attribute attribute = new Attribute("at", null, "service", "a", null, null, term, List.of(), Map.of());
        Directory directory = Directory.of(List.of(
                service("a", "Second life for laptops")
                        .extras(Extras.of(List.of(attribute)))
                        .build(),
                service("b", "Something").build()));
        SearchResult byNeed = directory.search(DirectoryQuery.builder()
                .needs(Set.of(ConceptRef.parse("barriers:no-device")))
                .build());
        assertThat(ids(byNeed)).containsExactly("a", "b");
        assertThat(byNeed.hits().get(0).reasons())
                .filteredOn(reason -> reason.kind() == Kind.TYPE)
                .extracting(Reason::verdict)
                .containsExactly(Verdict.YES);
        assertThat(ids(directory.search(
                        DirectoryQuery.builder().types(Set.of(DEVICES)).build())))
                .first()
                .isEqualTo("a");
    }

    @Test
    void nearerIsBetterAndFartherThanAskedIsLeftOut() {
        Directory directory = Directory.of(List.of(
                service("far", "Hub")
                        .serviceAtLocations(List.of(at(place("l1", 51.60, 0))))
                        .build(),
                service("near", "Hub")
                        .serviceAtLocations(List.of(at(place("l2", 51.501, 0))))
                        .build(),
                service("somewhere", "Hub").build()));
        SearchResult result = directory.search(
                DirectoryQuery.builder().near(51.5, 0).withinMetres(5_000).build());
        assertThat(ids(result)).containsExactly("near", "somewhere");
        assertThat(result.excluded()).isEqualTo(Map.of(Kind.DISTANCE, 1));
        assertThat(result.hits().get(0).reasons())
                .extracting(Reason::words)
                .contains("It is 110 m away as the crow flies.");
    }

    @Test
    void hoursReferralsAndPlacesAreJudged() {
        Schedule tuesdays = Schedule.builder("s")
                .freq("WEEKLY")
                .byday("TU")
                .opensAt("10:00")
                .closesAt("13:00")
                .build();
        Directory directory = Directory.of(List.of(
                service("tuesday", "Hub")
                        .schedules(List.of(tuesdays))
                        .acceptsReferrals(Answer.YES)
                        .capacities(List.of(
                                new Capacity("c", null, BigDecimal.ZERO, null, null, "2026-11-23", Extras.NONE)))
                        .build(),
                service("closed", "Hub")
                        .schedules(List.of(tuesdays.toBuilder().byday("FR").build()))
                        .acceptsReferrals(Answer.NO)
                        .build(),
                service("unknown", "Hub").build()));
        SearchResult open =
                directory.search(DirectoryQuery.builder().openAt(TUESDAY_NOON).build());
        assertThat(ids(open)).containsExactly("tuesday", "unknown");
        assertThat(ids(directory.search(
                        DirectoryQuery.builder().acceptsReferrals().build())))
                .containsExactly("tuesday", "unknown");
        SearchResult places = directory.search(
                DirectoryQuery.builder().hasCapacity().asOf(TUESDAY_NOON).build());
        assertThat(ids(places)).containsExactly("closed", "unknown");
        assertThat(places.excluded()).isEqualTo(Map.of(Kind.CAPACITY, 1));
    }

    @Test
    void whereAConfidentialPlaceIsMakesNoDifferenceToAnything() {
        List<String> seen = new ArrayList<>();
        for (int move = 0; move < 6; move++) {
            double latitude = 51.4 + move * 0.05;
            Location refuge = Location.builder("refuge")
                    .name("Heron House")
                    .latitude(latitude)
                    .longitude(0.1 * move)
                    .confidential(true)
                    .addresses(List.of(new Address(
                            "ad",
                            null,
                            move + " Heron Lane",
                            null,
                            null,
                            null,
                            null,
                            "ZZ9" + move + " 1AA",
                            null,
                            null,
                            Extras.NONE)))
                    .build();
            Directory directory = Directory.of(List.of(
                    service("refuge", "Refuge")
                            .description("Ring first, then come to " + move + " Heron Lane.")
                            .serviceAtLocations(List.of(at(refuge)))
                            .build(),
                    service("hub", "Hub")
                            .serviceAtLocations(List.of(at(place("l", 51.5, 0))))
                            .build()));
            StringBuilder all = new StringBuilder();
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < 200; i++) {
                DirectoryQuery.Builder query = DirectoryQuery.builder()
                        .near(51.3 + random.nextDouble() / 2, random.nextDouble() - 0.3)
                        .words(random.nextBoolean() ? "" : "heron lane ZZ9" + random.nextInt(6));
                if (random.nextBoolean()) {
                    query.withinMetres(1 + random.nextInt(40_000));
                }
                SearchResult result = directory.search(query.build());
                result.hits()
                        .forEach(hit -> all.append(hit.service().id())
                                .append(hit.score())
                                .append(hit.reasons())
                                .append(hit.service()));
                all.append(result.excluded()).append(result.unknown());
                all.append(directory.explain(query.build(), "refuge").orElseThrow());
            }
            seen.add(all.toString());
        }
        assertThat(Set.copyOf(seen)).hasSize(1);
        assertThat(seen.get(0)).doesNotContain("Heron", "ZZ90");
    }

    @Test
    void theOrderInWhichServicesComeMakesNoDifference() {
        List<Service> services = new ArrayList<>(random(200, 3));
        List<DirectoryQuery> queries = queries(40, 4);
        List<SearchResult> first =
                queries.stream().map(Directory.of(services)::search).toList();
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(services, new Random(seed));
            assertThat(queries.stream().map(Directory.of(services)::search).toList())
                    .isEqualTo(first);
        }
    }

    /** The fast way over classes of services against the plain one: every rule on every service, one by one. */
    @Test
    void agreesWithTheRulesAppliedToEachServiceByItself() {
        List<Service> services = random(190, 11);
        Directory directory = Directory.of(services);
        for (DirectoryQuery query : queries(60, 12)) {
            SearchResult result = directory.search(query);
            Set<String> hits = Set.copyOf(ids(result));
            ResidentCircumstances resident = query.resident;
            for (Service service : services) {
                boolean plain = service.status() == ServiceStatus.ACTIVE && fits(service, query, resident);
                HitExplanation explained =
                        directory.explain(query, service.id()).orElseThrow();
                assertThat(explained.hit()).as(service.id()).isEqualTo(plain);
                assertThat(hits.contains(service.id())).as(service.id()).isEqualTo(plain);
            }
            assertThat(result.total() + result.excludedTotal()).isEqualTo(services.size());
        }
    }

    private static boolean fits(Service service, DirectoryQuery query, @Nullable ResidentCircumstances resident) {
        Eligibility stated = service.eligibility();
        boolean limited = stated != null && !stated.groups().isEmpty();
        EligibilityState state = resident == null
                ? EligibilityState.UNKNOWN
                : EligibilityCheck.withDefaults().check(service, resident).state();
        boolean groupKnown = resident != null
                && limited
                && stated.groups().stream().anyMatch(group -> resident.group(group) == Answer.YES);
        boolean referrals = !query.acceptsReferrals
                || service.acceptsReferrals() != Answer.NO
                || !service.referralChannels().isEmpty();
        return state != EligibilityState.NOT_ELIGIBLE && (!limited || groupKnown) && referrals;
    }

    private static List<Service> random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Service.Builder one = Service.builder(
                            String.format(Locale.ROOT, "s%03d", i),
                            "Service " + random.nextInt(9),
                            random.nextInt(10) == 0 ? ServiceStatus.INACTIVE : ServiceStatus.ACTIVE)
                    .acceptsReferrals(
                            List.of(Answer.YES, Answer.NO, Answer.NOT_ASKED).get(random.nextInt(3)));
            if (random.nextBoolean()) {
                one.minimumAge(new BigDecimal(random.nextInt(60)));
            }
            if (random.nextInt(3) == 0) {
                one.maximumAge(new BigDecimal(30 + random.nextInt(60)));
            }
            if (random.nextInt(3) == 0) {
                one.eligibility(new Eligibility(
                        random.nextBoolean() ? List.of(new AreaCode("E0900000" + random.nextInt(4))) : List.of(),
                        List.of(),
                        random.nextBoolean() ? List.of(CARERS) : List.of(),
                        List.of(),
                        random.nextBoolean() ? "Ask first" : null));
            }
            if (random.nextInt(3) == 0) {
                one.costOptions(List.of(new CostOption(
                        "c" + i, null, null, null, "GBP", new BigDecimal(random.nextInt(4)), null, Extras.NONE)));
            }
            if (random.nextInt(4) == 0) {
                one.referralChannels(List.of(
                        new ReferralChannel(ReferralChannel.Kind.SYSTEM, null, ReferralChannel.OpenTo.STAFF, null)));
            }
            services.add(one.build());
        }
        return services;
    }

    private static List<DirectoryQuery> queries(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DirectoryQuery> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DirectoryQuery.Builder query = DirectoryQuery.builder().page(1, 200);
            if (random.nextInt(4) > 0) {
                ResidentCircumstances.Builder resident = ResidentCircumstances.builder();
                if (random.nextBoolean()) {
                    resident.age(new BigDecimal(random.nextInt(95)));
                }
                if (random.nextBoolean()) {
                    resident.areas(List.of(new AreaCode("E0900000" + random.nextInt(4))));
                }
                if (random.nextBoolean()) {
                    resident.group(CARERS, random.nextBoolean() ? Answer.YES : Answer.NO);
                }
                if (random.nextBoolean()) {
                    resident.canPay(new BigDecimal(random.nextInt(3)));
                }
                query.resident(resident.build());
            }
            if (random.nextInt(3) == 0) {
                query.acceptsReferrals();
            }
            queries.add(query.build());
        }
        return queries;
    }

    @Test
    void pagesFollowEachOther() {
        Directory directory = Directory.of(random(50, 5));
        List<String> whole =
                ids(directory.search(DirectoryQuery.builder().page(1, 50).build()));
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 8; page++) {
            paged.addAll(
                    ids(directory.search(DirectoryQuery.builder().page(page, 7).build())));
        }
        assertThat(paged).isEqualTo(whole);
        ResultPage page =
                directory.search(DirectoryQuery.builder().page(2, 7).build()).toPage();
        assertThat(page.asVersion3()).containsEntry("page_number", 2).containsEntry("first_page", false);
        assertThat(page.asVersion1()).containsEntry("number", 2).containsEntry("totalElements", whole.size());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Directory.of(
                        List.of(service("a", "x").build(), service("a", "y").build())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every id once");
        assertThatThrownBy(() -> DirectoryQuery.builder().withinMetres(5).build())
                .hasMessageContaining("from somewhere");
        assertThatThrownBy(() -> DirectoryQuery.builder().near(181, 2)).hasMessageContaining("Maybe they are swapped");
        assertThat(Directory.of(List.of()).search(DirectoryQuery.of("wifi")).total())
                .isZero();
        assertThat(DirectoryQuery.of("my secret").toString()).doesNotContain("secret");
    }
}
