package london.loti.examples.borough;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import london.loti.model.governance.LawfulBasis;
import london.loti.model.governance.PermissionRequest;
import london.loti.model.governance.SharedField;
import london.loti.model.governance.SpecialCategoryCondition;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.SafeContact;

/** One resident who does not exist, and what happens to the request for help: steps with their times. */
final class InventedRequest {
    private static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");
    private static final int SERVICES = 12;
    private static final int ORGANISATIONS = 7;
    private static final int WORKERS = 6;
    private static final int ASKED_AT_MOST = 3;
    private static final List<String> NEEDS = List.of(
            "no-device", "data-cost", "limited-skills", "no-connection", "low-confidence", "fear-of-scams", "caring");
    private static final List<String> GROUPS =
            List.of("older-people", "disabled-people", "low-income", "limited-english", "out-of-work", "families");
    private static final List<String> NO = List.of("at-capacity", "not-eligible", "wrong-service");

    private final Dice dice;
    private final int number;
    private final InventedArea area;
    private final boolean askedMore;
    private final Actor worker;
    private final List<Step> steps = new ArrayList<>();
    private int asked;

    /** Something that happens at a time, if the year is not over by then. The referral is null before its draft. */
    record Step(Instant at, ReferralId id, Actor actor, Function<@Nullable Referral, ReferralEvent> event) {}

    InventedRequest(Dice dice, int number, InventedArea area, boolean askedMore) {
        this.dice = dice;
        this.number = number;
        this.area = area;
        this.askedMore = askedMore;
        this.worker = new Actor("link-worker-" + (1 + number % WORKERS), Role.LINK_WORKER, "hollowbrook");
    }

    /** From a day of the year on. */
    List<Step> stepsFrom(LocalDate day) {
        ask(hours(day.atTime(9, 0), 0, 7), null);
        return steps;
    }

    private void ask(LocalDateTime at, @Nullable ReferralId before) {
        asked++;
        ReferralId id = new ReferralId(String.format(Locale.ROOT, "invented-%04d-%d", number, asked));
        int service = pick(SERVICES);
        String organisation = "org-" + (1 + service % ORGANISATIONS);
        Actor provider = new Actor("provider-" + (1 + service), Role.PROVIDER, organisation);
        ReferralEvent draft = draft("service-" + (1 + service), organisation, before);
        step(at, id, worker, referral -> draft);
        LocalDate day = at.toLocalDate();
        step(
                at.plusMinutes(4),
                id,
                worker,
                referral -> new ReferralEvent.PermissionRecorded(PermissionRequest.agreed(
                        resident(),
                        ConceptRef.parse("sharing-purposes:referral"),
                        List.of(organisation),
                        EnumSet.of(SharedField.NAME, SharedField.NEEDS),
                        LawfulBasis.PUBLIC_TASK,
                        SpecialCategoryCondition.HEALTH_OR_SOCIAL_CARE,
                        day,
                        day.plusDays(180),
                        ConceptRef.parse("roles:link-worker"))));
        step(
                at.plusMinutes(9),
                id,
                worker,
                referral -> new ReferralEvent.Requested(
                        referral == null || referral.permission().isEmpty()
                                ? Set.of()
                                : referral.permission().orElseThrow().fieldsFor(organisation, day)));
        answer(at, id, provider);
    }

    private void answer(LocalDateTime sent, ReferralId id, Actor provider) {
        double fate = dice.unit();
        LocalDateTime answered = days(sent, 0.2, 5);
        if (fate < 0.72) {
            step(answered, id, provider, referral -> new ReferralEvent.Accepted(null));
            accepted(answered, id, provider);
        } else if (fate < 0.88) {
            ConceptRef reason = new ConceptRef("referral-reasons", NO.get(pick(NO.size())));
            step(answered, id, provider, referral -> new ReferralEvent.Rejected(reason, null));
            another(answered, id);
        } else if (fate < 0.95) {
            LocalDate expires = answered.toLocalDate().plusDays(30);
            int place = 1 + pick(9);
            step(answered, id, provider, referral -> new ReferralEvent.WaitListed(place, expires));
            if (dice.unit() < 0.5) {
                LocalDateTime free = days(answered, 6, 28);
                step(free, id, provider, referral -> new ReferralEvent.Accepted(null));
                accepted(free, id, provider);
            } else {
                LocalDateTime over = expires.plusDays(1).atTime(3, 0);
                step(over, id, Actor.SYSTEM, referral -> new ReferralEvent.WaitExpired());
                another(over, id);
            }
        } else {
            LocalDateTime stopped = days(sent, 14, 30);
            step(
                    stopped,
                    id,
                    worker,
                    referral -> new ReferralEvent.Cancelled(
                            ConceptRef.parse("referral-reasons:no-answer-from-provider"), null));
            another(stopped, id);
        }
    }

    /** The next service, without telling the story again; or nobody. */
    private void another(LocalDateTime ended, ReferralId id) {
        if (asked < ASKED_AT_MOST && dice.unit() < 0.6) {
            ask(days(ended, 1, 6), id);
        } else if (dice.unit() < 0.2) {
            outcome(days(ended, 5, 20), id, ResidentOutcome.NOT_HELPED);
        }
    }

    private void accepted(LocalDateTime at, ReferralId id, Actor provider) {
        if (dice.unit() < 0.12) {
            return; // said yes to, and never contacted
        }
        LocalDateTime reached = days(at, 0.5, 9);
        if (dice.unit() < 0.3) {
            contact(days(at, 0.1, 0.4), id, provider, "no-answer");
        }
        contact(reached, id, provider, "reached");
        LocalDateTime started = days(reached, 1, 5);
        step(started, id, provider, referral -> new ReferralEvent.Started());
        double fate = dice.unit();
        LocalDateTime over = days(started, 8, 50);
        if (fate < 0.8) {
            step(over, id, provider, referral -> new ReferralEvent.Completed(List.of(), null));
            asks(over, id);
        } else if (fate < 0.92) {
            step(
                    over,
                    id,
                    provider,
                    referral -> new ReferralEvent.Failed(ConceptRef.parse("referral-reasons:service-closed"), null));
            asks(over, id);
        }
    }

    private void asks(LocalDateTime over, ReferralId id) {
        if (dice.unit() < (askedMore ? 0.85 : 0.55)) {
            double said = dice.unit();
            outcome(
                    days(over, 2, 18),
                    id,
                    said < 0.12
                            ? ResidentOutcome.NOT_REACHED
                            : said < 0.66
                                    ? ResidentOutcome.HELPED
                                    : said < 0.87 ? ResidentOutcome.PARTLY : ResidentOutcome.NOT_HELPED);
        }
    }

    private void contact(LocalDateTime at, ReferralId id, Actor provider, String outcome) {
        step(
                at,
                id,
                provider,
                referral -> new ReferralEvent.ContactAttempted(
                        TELEPHONE, new ConceptRef("contact-outcomes", outcome), null));
    }

    private void outcome(LocalDateTime at, ReferralId id, ResidentOutcome outcome) {
        step(at, id, worker, referral -> new ReferralEvent.OutcomeReported(outcome, at.toLocalDate(), TELEPHONE, null));
    }

    private ReferralEvent.Drafted draft(String service, String organisation, @Nullable ReferralId before) {
        List<ConceptRef> needs = new ArrayList<>(List.of(new ConceptRef("barriers", skewed(NEEDS))));
        ConceptRef second = new ConceptRef("barriers", skewed(NEEDS));
        if (dice.unit() < 0.4 && !needs.contains(second)) {
            needs.add(second);
        }
        Dice own = Dice.of(number, "group"); // the same in every referral of a resident
        List<ConceptRef> groups = own.unit() < 0.2
                ? List.of()
                : List.of(new ConceptRef("key-groups", GROUPS.get((int) (own.unit() * GROUPS.size()))));
        return new ReferralEvent.Drafted(
                resident(),
                service,
                organisation,
                before == null ? Route.DIRECT : Route.RE_REFERRAL,
                before,
                needs,
                area.code(),
                groups,
                ReferralContent.EMPTY.with(SharedField.NAME, "Invented Resident " + number),
                new SafeContact(true, List.of(TELEPHONE), null, null, false));
    }

    private ResidentRef resident() {
        return new ResidentRef("invented-resident-" + number);
    }

    private void step(LocalDateTime at, ReferralId id, Actor actor, Function<@Nullable Referral, ReferralEvent> event) {
        steps.add(new Step(at.atZone(Referrals.LONDON).toInstant(), id, actor, event));
    }

    /** So many days later, moved to the next weekday. */
    private LocalDateTime days(LocalDateTime from, double least, double most) {
        LocalDateTime at = from.plusMinutes((long) (24 * 60 * dice.between(least, most)));
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1);
        }
        return at;
    }

    private LocalDateTime hours(LocalDateTime from, double least, double most) {
        return days(from, least / 24, most / 24);
    }

    private int pick(int count) {
        return (int) (dice.unit() * count);
    }

    private String skewed(List<String> words) {
        double drawn = dice.unit();
        return words.get((int) (drawn * drawn * words.size()));
    }
}
