package london.loti.referral.store.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;

/** What people, and the outbox, do next with the referrals of one desk, as they would in a year: chosen by a seed. */
final class Casework {
    static final Actor LINK_WORKER = new Actor("staff-2", Role.LINK_WORKER, "council");
    private static final Actor REFERRER = new Actor("staff-1", Role.REFERRER, "council");
    private static final Actor LEAD = new Actor("staff-3", Role.SAFEGUARDING_LEAD, "council");
    private static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    private static final ConceptRef FULL = ConceptRef.parse("referral-reasons:at-capacity");
    private static final int OF_ONE_RESIDENT = 3;

    private final int desk;
    private final Referrals referrals;
    private final Clock clock;
    private final SplittableRandom random;
    private int begun;
    private int commands;

    Casework(int desk, Referrals referrals, Clock clock) {
        this.desk = desk;
        this.referrals = referrals;
        this.clock = clock;
        this.random = new SplittableRandom(desk);
    }

    int dice(int sides) {
        return random.nextInt(sides);
    }

    /** The draft of the next referral; a resident is referred a few times, to another service each time. */
    Command begin() {
        int number = begun++;
        ReferralEvent.Drafted draft = new ReferralEvent.Drafted(
                new ResidentRef("resident-" + desk + "-" + number / OF_ONE_RESIDENT),
                "svc-" + number % OF_ONE_RESIDENT,
                "org-" + number % 7,
                Route.DIRECT,
                null,
                List.of(ConceptRef.parse("barriers:no-device")),
                new AreaCode("E01000001"),
                List.of(ConceptRef.parse("key-groups:carers")),
                ReferralContent.EMPTY
                        .with(SharedField.NAME, "Resident " + number)
                        .with(SharedField.PHONE, "01632 960001")
                        .with(SharedField.NOTES, "would like to see the grandchildren on a screen. ".repeat(10)),
                new SafeContact(true, List.of(TELEPHONE), null, null, false));
        return new Command(nextId(), new ReferralId("ref-" + desk + "-" + number), 0, REFERRER, draft);
    }

    /** What happens next to a referral that has not come to its end. */
    Command next(Referral live) {
        if (!live.openMessages().isEmpty() && dice(4) > 0) {
            MessageQueued message = live.openMessages().get(0);
            return command(live, Actor.SYSTEM, new ReferralEvent.MessageSent(message.message(), TELEPHONE));
        }
        if (live.isPausedForSafeguarding()) {
            return command(live, LEAD, new ReferralEvent.SafeguardingReleased(note()));
        }
        return switch (live.state()) {
            case DRAFT -> beforeItLeaves(live);
            case REQUESTED, WAITING -> answer(live);
            case ACCEPTED -> dice(3) == 0 ? contact(live) : command(live, provider(live), new ReferralEvent.Started());
            case IN_PROGRESS -> work(live);
            case ON_HOLD -> command(live, provider(live), new ReferralEvent.Resumed());
            default -> outcome(live);
        };
    }

    /** Whether nothing more is to happen. */
    static boolean isOver(Referral live) {
        boolean helpWasTried = live.first(ReferralEvent.Accepted.class).isPresent();
        return live.state().isFinal()
                && live.openMessages().isEmpty()
                && (!helpWasTried || live.residentOutcome().isPresent());
    }

    /** Somebody calls the resident: possible at any time after the request, and changes the version for all others. */
    Command contact(Referral live) {
        return command(
                live,
                LINK_WORKER,
                new ReferralEvent.ContactAttempted(
                        TELEPHONE,
                        ConceptRef.parse(dice(2) == 0 ? "contact-outcomes:no-answer" : "contact-outcomes:reached"),
                        note()));
    }

    /** What the organisation must not do, be it in any state. */
    Command forbidden(Referral live) {
        Actor stranger = new Actor("staff-8", Role.PROVIDER, "org-stranger");
        return command(live, stranger, new ReferralEvent.ContactAttempted(TELEPHONE, FULL, null));
    }

    /** What was decided on an earlier version. */
    Command late(Referral live) {
        return new Command(
                nextId(), live.id(), live.version() - 1, LINK_WORKER, new ReferralEvent.HandedOver("staff-5", null));
    }

    private Command beforeItLeaves(Referral live) {
        if (live.permission().isEmpty()) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Referrals.LONDON);
            PermissionRequest request = PermissionRequest.agreed(
                    live.resident(),
                    ConceptRef.parse("sharing-purposes:referral"),
                    List.of(live.organisation()),
                    EnumSet.of(SharedField.NAME, SharedField.PHONE, SharedField.NEEDS),
                    LawfulBasis.PUBLIC_TASK,
                    SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                    today,
                    today.plusDays(90),
                    ConceptRef.parse("roles:link-worker"));
            return command(live, LINK_WORKER, new ReferralEvent.PermissionRecorded(request));
        }
        if (dice(20) == 0) {
            Instant due = clock.instant().plus(Duration.ofHours(4));
            ConceptRef concern = ConceptRef.parse("safeguarding-concerns:self-neglect");
            return command(live, LINK_WORKER, new ReferralEvent.SafeguardingRaised(concern, due, note()));
        }
        return command(live, REFERRER, referrals.request(live));
    }

    private Command answer(Referral live) {
        int dice = dice(20);
        if (dice < 13) {
            return command(live, provider(live), new ReferralEvent.Accepted(null));
        }
        if (dice < 16) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), Referrals.LONDON);
            return command(live, provider(live), new ReferralEvent.WaitListed(1 + dice(9), today.plusDays(30)));
        }
        return dice < 19
                ? command(live, provider(live), new ReferralEvent.Rejected(FULL, note()))
                : command(live, REFERRER, new ReferralEvent.Cancelled(FULL, null));
    }

    private Command work(Referral live) {
        int dice = dice(10);
        if (dice < 4) {
            return contact(live);
        }
        if (dice == 4) {
            return command(live, provider(live), new ReferralEvent.Held(FULL, null));
        }
        return dice == 5
                ? command(live, provider(live), new ReferralEvent.Failed(FULL, note()))
                : command(live, provider(live), new ReferralEvent.Completed(List.of(), note()));
    }

    private Command outcome(Referral live) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Referrals.LONDON);
        List<ResidentOutcome> all = new ArrayList<>(List.of(ResidentOutcome.values()));
        ResidentOutcome said = all.get(dice(all.size()));
        return command(live, LINK_WORKER, new ReferralEvent.OutcomeReported(said, today, TELEPHONE, note()));
    }

    private static Actor provider(Referral live) {
        return new Actor("staff-9", Role.PROVIDER, live.organisation());
    }

    private static Sensitive<String> note() {
        return Sensitive.of("will be called again on a Tuesday morning, after the bus has come");
    }

    private Command command(Referral live, Actor actor, ReferralEvent event) {
        return new Command(nextId(), live.id(), live.version(), actor, event);
    }

    private String nextId() {
        return "c-" + desk + "-" + commands++;
    }
}
