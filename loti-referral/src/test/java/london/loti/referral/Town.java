package london.loti.referral;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.DeadlinePolicy;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.linkwork.Supervision;
import london.loti.referral.linkwork.SupportPlans;
import london.loti.referral.linkwork.WorkloadPolicy;
import london.loti.referral.message.AddressBook;
import london.loti.referral.message.Letterhead;
import london.loti.referral.message.LinkKeys;
import london.loti.referral.message.MessageSender;
import london.loti.referral.message.Outbox;
import london.loti.referral.message.OutgoingMessage;
import london.loti.referral.message.ProviderLinks;
import london.loti.referral.message.ServiceNames;
import london.loti.referral.seal.KeyWrapper;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/** An invented council in which everything about one resident is a canary. Every outcome goes under the watch. */
final class Town {
    static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    static final Actor REFERRER = new Actor("staff-1", Role.REFERRER, "council");
    static final Actor LINK_WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    static final Actor LEAD = new Actor("staff-3", Role.SAFEGUARDING_LEAD, "council");
    static final Actor SUPERVISOR = new Actor("staff-4", Role.SUPERVISOR, "council");
    static final Actor PROVIDER = new Actor("staff-9", Role.PROVIDER, "org-online");
    static final Actor SELF = new Actor("resident", Role.RESIDENT, null);
    static final ConceptRef SMS = ConceptRef.parse("channels:text-message");
    static final ConceptRef PURPOSE = ConceptRef.parse("sharing-purposes:referral");
    static final ConceptRef FULL = ConceptRef.parse("referral-reasons:at-capacity");

    final Watch watch;
    final ReferralStore store;
    final HandClock clock = new HandClock(START);
    final Sealer sealer;
    final Referrals referrals;
    final SupportPlans plans;
    final Supervision supervision;
    final List<OutgoingMessage> sent = new ArrayList<>();
    final Deadlines deadlines = Deadlines.of(DeadlinePolicy.withDefaults(), everyDay());
    MessageSender sender = message -> {
        sent.add(message);
        return new MessageSender.Accepted();
    };
    private int commands;

    Town(Watch watch, ReferralStore store) {
        this.watch = watch;
        this.store = store;
        SecureRandom random = new SecureRandom();
        byte[] master = new byte[32];
        random.nextBytes(master);
        this.sealer = Sealer.of(store, KeyWrapper.aes("test", new SecretKeySpec(master, "AES"), random), random);
        this.referrals = Referrals.in(store, sealer, clock);
        this.plans = new SupportPlans(store, sealer, clock);
        this.supervision = new Supervision(store, sealer, clock, WorkloadPolicy.withDefaults());
    }

    static WorkingTime everyDay() {
        return (from, days) -> from.plus(Duration.ofDays(days));
    }

    void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    static SafeContact safe(ConceptRef... channels) {
        return new SafeContact(true, List.of(channels), null, null, false);
    }

    static ReferralEvent.Drafted draft(Route route, String service, SafeContact contact) {
        return new ReferralEvent.Drafted(
                Canary.RESIDENT,
                service,
                "org-online",
                route,
                null,
                List.of(ConceptRef.parse("barriers:no-device")),
                new AreaCode("E01000001"),
                List.of(ConceptRef.parse("key-groups:carers")),
                Canary.content(),
                contact);
    }

    static PermissionRequest permission() {
        return PermissionRequest.agreed(
                Canary.RESIDENT,
                PURPOSE,
                List.of("org-online"),
                EnumSet.allOf(SharedField.class),
                LawfulBasis.PUBLIC_TASK,
                SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                DAY,
                DAY.plusDays(90),
                ConceptRef.parse("roles:link-worker"));
    }

    /** Does something to a referral, be it allowed or not, and looks at what came of it. */
    CommandOutcome handle(String id, Actor actor, ReferralEvent event) {
        ReferralId referral = new ReferralId(id);
        String name = "c" + ++commands;
        return watch.run(() -> {
            long version = referrals.find(referral).map(Referral::version).orElse(0L);
            Command command = new Command(name, referral, version, actor, event);
            watch.look(command);
            return referrals.handle(command);
        });
    }

    /** The same, where it must be allowed. */
    Referral done(String id, Actor actor, ReferralEvent event) {
        CommandOutcome outcome = handle(id, actor, event);
        if (!(outcome instanceof CommandOutcome.Done done)) {
            throw new AssertionError(event.type() + " was not done: " + outcome);
        }
        return done.referral();
    }

    Referral find(String id) {
        return referrals.find(new ReferralId(id)).orElseThrow();
    }

    /** A referral that was sent. */
    Referral requested(String id, SafeContact contact) {
        done(id, REFERRER, draft(Route.DIRECT, "svc-" + id, contact));
        done(id, LINK_WORKER, new ReferralEvent.HandedOver("staff-2", Canary.note()));
        Referral permitted = done(id, LINK_WORKER, new ReferralEvent.PermissionRecorded(permission()));
        return done(id, REFERRER, referrals.request(permitted));
    }

    ServiceNames services() {
        return service -> Optional.of(new ServiceNames.Name("Online Basics", false));
    }

    ProviderLinks links() {
        byte[] bytes = new byte[32];
        bytes[0] = 7;
        return ProviderLinks.of(
                referrals,
                LinkKeys.of("k1", Map.of("k1", new SecretKeySpec(bytes, "HmacSHA256"))),
                clock,
                "https://referrals.example/r#",
                DeadlinePolicy.withDefaults());
    }

    Outbox outbox(boolean byLink) {
        return Outbox.of(
                        referrals,
                        message -> sender.send(message),
                        (audience, id) -> Optional.of(new AddressBook.Address(
                                ConceptRef.parse("channels:email"), Sensitive.of("team@example.org"), byLink)),
                        services(),
                        new Letterhead("Hollowbrook Council", "01632 960999"),
                        clock)
                .with(links());
    }
}
