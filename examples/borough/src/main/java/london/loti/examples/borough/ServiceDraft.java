package london.loti.examples.borough;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

import london.loti.model.area.AreaCode;
import london.loti.model.need.Answer;
import london.loti.model.need.ConceptRef;
import london.loti.model.service.Accessibility;
import london.loti.model.service.Address;
import london.loti.model.service.Attribute;
import london.loti.model.service.Capacity;
import london.loti.model.service.CapacityUnit;
import london.loti.model.service.Contact;
import london.loti.model.service.CostOption;
import london.loti.model.service.Eligibility;
import london.loti.model.service.Extras;
import london.loti.model.service.Language;
import london.loti.model.service.Location;
import london.loti.model.service.LocationType;
import london.loti.model.service.Organisation;
import london.loti.model.service.ReferralChannel;
import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceArea;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.model.service.TaxonomyTerm;

/** Draws one service: what its kind says, and by chance what is not known of it, old or closed. */
final class ServiceDraft {
    /** For these an age says it; the others are groups that one belongs to or not. */
    private static final Set<String> SAID_BY_AGE = Set.of("older-people", "young-people", "families");

    private static final List<String> BEGINNINGS = List.of(
            "Kindling",
            "Open Gate",
            "Lamplight",
            "Brightwater",
            "Common Ground",
            "Harbour",
            "Stepping Stones",
            "Hearth",
            "Compass",
            "Juniper",
            "Good Company",
            "Bridgefoot",
            "Many Hands",
            "Saltmarsh",
            "Tidewheel",
            "Swallow",
            "Thread",
            "Beacon",
            "New Leaf",
            "Ferryman");
    private static final List<String> ENDINGS =
            List.of("Trust", "Project", "Association", "Partnership", "Community", "Charity", "Centre", "Network");
    private static final List<String> PEOPLE = List.of(
            "Ada Quillfeather",
            "Bertram Ollerenshawe",
            "Cosima Tanglewood",
            "Dorian Mudlark",
            "Esme Fogarty-Vane",
            "Fitzroy Plumstead",
            "Gwenno Harkaway",
            "Ignatius Wray");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA");
    private static final List<String[]> LANGUAGES = List.of(
            new String[] {"tr", "Turkish"},
            new String[] {"so", "Somali"},
            new String[] {"bn", "Bengali"},
            new String[] {"ur", "Urdu"},
            new String[] {"pl", "Polish"},
            new String[] {"yi", "Yiddish"});
    private static final List<String> ACCESS = List.of(
            "Step-free entrance and accessible toilet.",
            "Step-free entrance.",
            "Hearing loop at reception.",
            "No step-free access: twelve stairs to the hall.",
            "Lift to all floors. Accessible toilet. Hearing loop.");

    private final List<String> sentences;
    private final long seed;
    private final List<Ward> wards = Ward.all();

    ServiceDraft(List<String> sentences, long seed) {
        this.sentences = sentences;
        this.seed = seed;
    }

    Service of(ServiceKind kind, int number, int services) {
        Dice dice = Dice.of(seed * 1_000_003 + number, "service");
        int wardNumber = index(dice, wards.size());
        Ward ward = wards.get(wardNumber);
        Organisation organisation = organisation(index(dice, Math.max(1, services / 4)));
        String id = id(dice);
        Service.Builder service = Service.builder(
                        id, filled(pick(kind.names(), dice), ward, organisation), status(dice))
                .organisation(organisation)
                .description(text(kind, ward, organisation, dice))
                .eligibilityDescription(kind.eligibility())
                .extras(type(id, kind))
                .contacts(List.of(
                        new Contact(id + "-c", pick(PEOPLE, dice), "Manager", null, null, List.of(), Extras.NONE)));
        if (dice.unit() < 0.75) {
            service.minimumAge(kind.minimumAge()).maximumAge(kind.maximumAge());
        }
        String group = kind.group();
        if (group != null && !SAID_BY_AGE.contains(group)) {
            service.eligibility(
                    new Eligibility(List.of(), List.of(), List.of(new ConceptRef("groups", group)), List.of(), null));
        } else if (dice.unit() < 0.5) {
            service.eligibility(Eligibility.EVERYBODY);
        }
        service.serviceAreas(areas(id, ward, dice));
        service.costOptions(cost(id, kind, dice));
        service.languages(languages(id, dice));
        service.capacities(capacity(id, dice));
        referrals(service, kind, dice);
        service.assuredDate(InventedDirectory.DAY
                .minusDays((long) (dice.unit() * dice.unit() * 1_200))
                .toString());
        if (dice.unit() < 0.85) {
            service.schedules(schedules(id, kind.hours(), dice));
        }
        if (dice.unit() < 0.95) {
            service.serviceAtLocations(List.of(new ServiceAtLocation(
                    id + "-l",
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    location(id, kind, wardNumber, dice),
                    Extras.NONE)));
        }
        return service.build();
    }

    private Organisation organisation(int number) {
        Dice dice = Dice.of(seed * 1_000_003 + number, "organisation");
        String id = id(dice);
        String name = pick(BEGINNINGS, dice) + " " + pick(ENDINGS, dice);
        return Organisation.builder(id, dice.unit() < 0.5 ? pick(wards, dice).name() + " " + name : name)
                .description("A local charity of " + Hollowbrook.NAME + ".")
                .build();
    }

    private String text(ServiceKind kind, Ward ward, Organisation organisation, Dice dice) {
        StringBuilder text = new StringBuilder(filled(pick(kind.texts(), dice), ward, organisation));
        for (double more = dice.unit(); more < 0.6; more += 0.35) {
            text.append(' ').append(filled(pick(sentences, dice), ward, organisation));
        }
        return text.toString();
    }

    private static String filled(String text, Ward ward, Organisation organisation) {
        return text.replace("{place}", ward.name()).replace("{org}", organisation.name());
    }

    private static ServiceStatus status(Dice dice) {
        double drawn = dice.unit();
        if (drawn < 0.94) {
            return ServiceStatus.ACTIVE;
        }
        return drawn < 0.97
                ? ServiceStatus.INACTIVE
                : drawn < 0.99 ? ServiceStatus.DEFUNCT : ServiceStatus.TEMPORARILY_CLOSED;
    }

    private static Extras type(String id, ServiceKind kind) {
        TaxonomyTerm term = new TaxonomyTerm(
                "type-" + kind.type(),
                kind.type(),
                kind.type().replace('-', ' '),
                null,
                null,
                "service-types",
                null,
                null,
                null,
                Extras.NONE);
        Attribute attribute =
                new Attribute(id + "-a", null, "service", id, null, null, term, List.of(), java.util.Map.of());
        return new Extras(List.of(attribute), List.of(), java.util.Map.of());
    }

    private static List<ServiceArea> areas(String id, Ward ward, Dice dice) {
        double drawn = dice.unit();
        AreaCode code = drawn < 0.1 ? ward.code() : Hollowbrook.CODE;
        if (drawn < 0.3) {
            return List.of(new ServiceArea(
                    id + "-s", null, null, code.value(), drawn < 0.1 ? "ward24" : "ltla24", null, Extras.NONE));
        }
        return drawn < 0.35
                ? List.of(new ServiceArea(id + "-s", "South of the creek", null, null, null, null, Extras.NONE))
                : List.of();
    }

    private static List<CostOption> cost(String id, ServiceKind kind, Dice dice) {
        boolean known = dice.unit() < 0.7;
        double amount = 1 + Math.floor(dice.unit() * 9);
        if (!known) {
            return List.of();
        }
        return List.of(
                switch (kind.cost()) {
                    case "free" -> cost(id, BigDecimal.ZERO, null);
                    case "low" -> cost(id, BigDecimal.valueOf(amount), "per session");
                    default -> cost(id, null, "donation");
                });
    }

    private static CostOption cost(String id, @Nullable BigDecimal amount, @Nullable String what) {
        return new CostOption(id + "-p", null, null, null, "GBP", amount, what, Extras.NONE);
    }

    private static List<Language> languages(String id, Dice dice) {
        double drawn = dice.unit();
        String[] other = pick(LANGUAGES, dice);
        if (drawn > 0.3) {
            return List.of();
        }
        Language english = new Language(id + "-en", "English", "en", null, Extras.NONE);
        return drawn < 0.1
                ? List.of(english)
                : List.of(english, new Language(id + "-" + other[0], other[1], other[0], null, Extras.NONE));
    }

    private static List<Capacity> capacity(String id, Dice dice) {
        boolean known = dice.unit() < 0.3;
        int available = Math.max(0, index(dice, 14) - 3);
        long age = (long) (dice.unit() * 120);
        if (!known) {
            return List.of();
        }
        CapacityUnit places = new CapacityUnit("unit-places", "places", null, null, null, Extras.NONE);
        return List.of(new Capacity(
                id + "-q",
                places,
                BigDecimal.valueOf(available),
                null,
                null,
                InventedDirectory.DAY.minusDays(age).toString(),
                Extras.NONE));
    }

    private static void referrals(Service.Builder service, ServiceKind kind, Dice dice) {
        if (dice.unit() < 0.25) {
            return;
        }
        if (kind.referrals().equals("no")) {
            service.acceptsReferrals(Answer.NO);
            return;
        }
        service.acceptsReferrals(Answer.YES);
        service.referralChannels(List.of(new ReferralChannel(
                ReferralChannel.Kind.SIGNED_LINK,
                "referrals@example.org",
                kind.referrals().equals("yes") ? ReferralChannel.OpenTo.STAFF : ReferralChannel.OpenTo.ANYBODY,
                null)));
    }

    private List<Schedule> schedules(String id, String hours, Dice dice) {
        String day = pick(DAYS, dice);
        int start = 9 + index(dice, 6);
        return switch (hours) {
            case "office" -> List.of(weekly(id, 1, "MO,TU,WE,TH,FR", "09:00", "17:00"));
            case "session" -> List.of(weekly(id, 1, day, time(start), time(start + 2)));
            case "drop" ->
                List.of(weekly(id, 1, day, "10:00", "13:00"), weekly(id, 2, pick(DAYS, dice), "14:00", "16:30"));
            case "evening" -> List.of(weekly(id, 1, day, "18:30", "20:30"));
            case "monthly" ->
                List.of(Schedule.builder(id + "-h1")
                        .freq("MONTHLY")
                        .dtstart("2026-01-01")
                        .byday("2" + day)
                        .opensAt("11:00")
                        .closesAt("13:00")
                        .build());
            default -> List.of(weekly(id, 1, "MO,TU,WE,TH,FR,SA,SU", "00:00", "24:00"));
        };
    }

    private static String time(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static Schedule weekly(String id, int number, String days, String opens, String closes) {
        return Schedule.builder(id + "-h" + number)
                .freq("WEEKLY")
                .dtstart("2026-01-01")
                .byday(days)
                .opensAt(opens)
                .closesAt(closes)
                .build();
    }

    private Location location(String id, ServiceKind kind, int wardNumber, Dice dice) {
        Ward ward = wards.get(wardNumber);
        Coordinate place = InventedDirectory.place(ward, dice);
        Location.Builder location = Location.builder(id + "-m");
        if (kind.hours().equals("always") && !kind.code().equals("refuge")) {
            return location.type(LocationType.VIRTUAL).build();
        }
        int house = 1 + index(dice, 90);
        location.type(LocationType.PHYSICAL)
                .addresses(List.of(new Address(
                        id + "-d",
                        null,
                        house + " " + ward.name() + " Row",
                        null,
                        Hollowbrook.NAME,
                        null,
                        Hollowbrook.NAME,
                        InventedDirectory.postcode(wardNumber, index(dice, 8)),
                        "GB",
                        LocationType.PHYSICAL,
                        Extras.NONE)));
        if (dice.unit() < 0.95) {
            location.latitude(place.y).longitude(place.x);
        }
        if (dice.unit() < 0.6) {
            location.accessibility(List.of(new Accessibility(id + "-x", pick(ACCESS, dice), null, null, Extras.NONE)));
        }
        boolean hidden = kind.code().equals("refuge") || (kind.code().equals("domestic-abuse") && dice.unit() < 0.3);
        return location.confidential(hidden).build();
    }

    private static String id(Dice dice) {
        return new UUID((long) (dice.unit() * 0x1p62), Long.MIN_VALUE | (long) (dice.unit() * 0x1p62)).toString();
    }

    private static int index(Dice dice, int size) {
        return (int) (dice.unit() * size);
    }

    private static <T> T pick(List<T> from, Dice dice) {
        return from.get(index(dice, from.size()));
    }
}
