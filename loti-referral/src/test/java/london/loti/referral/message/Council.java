package london.loti.referral.message;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.HandClock;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.InMemoryReferralStore;

/** An invented council with one referral, a clock that is set by hand, and a sender that keeps what it gets. */
final class Council {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    static final ReferralId ID = new ReferralId("ref-1");
    static final ResidentRef RESIDENT = new ResidentRef("resident-token-1");
    static final Actor REFERRER = new Actor("staff-1", Role.REFERRER, "council");
    static final Actor LINK_WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    static final Actor LEAD = new Actor("staff-3", Role.SAFEGUARDING_LEAD, "council");
    static final Actor SUPERVISOR = new Actor("staff-4", Role.SUPERVISOR, "council");
    static final Actor PROVIDER = new Actor("staff-9", Role.PROVIDER, "org-online");
    static final Actor SELF = new Actor("resident", Role.RESIDENT, null);
    static final ConceptRef SMS = ConceptRef.parse("channels:text-message");
    static final ConceptRef EMAIL = ConceptRef.parse("channels:email");
    static final ConceptRef POST = ConceptRef.parse("channels:post");
    static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    static final ConceptRef MISTAKE = ConceptRef.parse("referral-reasons:made-by-mistake");
    static final String NAME = "Zanzibar Quill";
    static final String POSTCODE = "ZZ99 1AA";
    static final String NOTE = "afraid of the neighbour's heron";
    static final String PHONE = "01632 960001";
    static final String MAIL = "zq@example.org";
    static final String STREET = "1 Heron Row";
    static final String TEAM_MAIL = "team@example.org";

    /** What nobody but the one who delivers, and then only the address, may ever get. */
    static final List<String> CANARIES =
            List.of(NAME, POSTCODE, NOTE, PHONE, MAIL, STREET, TEAM_MAIL, "Zanzibar", "heron", RESIDENT.token());

    final HandClock clock = new HandClock(START);
    final InMemoryReferralStore store = new InMemoryReferralStore();
    final Referrals referrals = Referrals.in(store, sealer(), clock);
    final List<OutgoingMessage> sent = new ArrayList<>();
    final AtomicInteger commands = new AtomicInteger();
    boolean byLink;
    boolean confidential;
    MessageSender sender = message -> {
        sent.add(message);
        return new MessageSender.Accepted();
    };
    final ServiceNames services = service -> Optional.of(new ServiceNames.Name("Online Basics", confidential));

    private Sealer sealer() {
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        return Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(master, "AES"), random), random)
                .keepingKeysFor(Duration.ofSeconds(5), clock);
    }

    static LinkKeys keys(String current, String... others) {
        Map<String, javax.crypto.SecretKey> keys = new java.util.TreeMap<>();
        keys.put(current, key(current));
        for (String other : others) {
            keys.put(other, key(other));
        }
        return LinkKeys.of(current, keys);
    }

    static javax.crypto.SecretKey key(String name) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) name.hashCode());
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    ProviderLinks links() {
        return links(keys("k1"));
    }

    ProviderLinks links(LinkKeys keys) {
        return ProviderLinks.of(referrals, keys, clock, "https://referrals.example/r#", DeadlinePolicy.withDefaults());
    }

    Outbox outbox() {
        return Outbox.of(
                        referrals,
                        message -> sender.send(message),
                        (audience, id) -> Optional.of(new AddressBook.Address(EMAIL, Sensitive.of(TEAM_MAIL), byLink)),
                        services,
                        new Letterhead("Hollowbrook Council", "01632 960999"),
                        clock)
                .with(links());
    }

    CommandOutcome handle(Actor actor, ReferralEvent event) {
        long version = referrals.find(ID).map(Referral::version).orElse(0L);
        return referrals.handle(new Command("c" + commands.incrementAndGet(), ID, version, actor, event));
    }

    Referral done(Actor actor, ReferralEvent event) {
        return handle(actor, event).fold(CommandOutcome.Done::referral, refused -> {
            throw new AssertionError(refused.refusals().toString());
        });
    }

    Referral referral() {
        return referrals.find(ID).orElseThrow();
    }

    static SafeContact safe(ConceptRef... channels) {
        return new SafeContact(true, List.of(channels), null, null, false);
    }

    static SafeContact onlyBetween(int from, int until, ConceptRef... channels) {
        return new SafeContact(true, List.of(channels), LocalTime.of(from, 0), LocalTime.of(until, 0), false);
    }

    static SafeContact residentOnly(ConceptRef... channels) {
        return new SafeContact(true, List.of(channels), null, null, true);
    }

    static ReferralEvent.Drafted draft(Route route, @Nullable SafeContact contact) {
        return new ReferralEvent.Drafted(
                RESIDENT,
                "svc-online",
                "org-online",
                route,
                null,
                List.of(ConceptRef.parse("barriers:no-device")),
                null,
                List.of(),
                ReferralContent.EMPTY
                        .with(SharedField.NAME, NAME)
                        .with(SharedField.PHONE, PHONE)
                        .with(SharedField.EMAIL, MAIL)
                        .with(SharedField.ADDRESS, STREET)
                        .with(SharedField.POSTCODE, POSTCODE)
                        .with(SharedField.NOTES, NOTE),
                contact);
    }

    static ReferralEvent.PermissionRecorded permission() {
        return new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                RESIDENT,
                ConceptRef.parse("sharing-purposes:referral"),
                List.of("org-online"),
                EnumSet.of(SharedField.NAME, SharedField.NEEDS),
                LawfulBasis.PUBLIC_TASK,
                SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                DAY,
                DAY.plusDays(90),
                ConceptRef.parse("roles:link-worker")));
    }

    /** A referral that was sent, with its two messages waiting. */
    Council requested(@Nullable SafeContact contact) {
        done(REFERRER, draft(Route.DIRECT, contact));
        Referral permitted = done(LINK_WORKER, permission());
        done(REFERRER, referrals.request(permitted));
        return this;
    }

    static ReferralEvent.SafeguardingRaised concern() {
        return new ReferralEvent.SafeguardingRaised(
                ConceptRef.parse("safeguarding-concerns:domestic-abuse"),
                START.plus(Duration.ofHours(4)),
                Sensitive.of(NOTE));
    }

    List<OutgoingMessage> to(String address) {
        return sent.stream().filter(m -> m.to().reveal().startsWith(address)).toList();
    }

    Set<String> ends() {
        Set<String> ends = new java.util.TreeSet<>();
        referral().history().forEach(happened -> {
            if (happened.event() instanceof ReferralEvent.MessageWithheld e) {
                ends.add(e.because().name());
            } else if (happened.event() instanceof ReferralEvent.MessageFailed e) {
                ends.add(e.problem());
            } else if (happened.event() instanceof ReferralEvent.MessageSent) {
                ends.add("sent");
            }
        });
        return ends;
    }
}
