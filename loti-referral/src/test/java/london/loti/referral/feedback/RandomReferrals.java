package london.loti.referral.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.governance.PermissionPolicy;
import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.journey.Route;
import london.loti.referral.journey.Transitions;
import london.loti.referral.journey.WorkingTime;

/** Referrals to whom anything happens that the table of transitions allows. */
final class RandomReferrals {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    /** Every day but Saturday and Sunday. */
    static final WorkingTime WEEKDAYS = (from, days) -> {
        LocalDate day = LocalDate.ofInstant(from, Referrals.LONDON);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < 6 ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(Referrals.LONDON).toInstant();
    };

    private static final List<String> REASONS =
            List.of("at-capacity", "not-eligible", "resident-changed-mind", "resident-died", "no-answer-from-provider");
    private static final List<String> CONTACTS = List.of("reached", "no-answer", "message-left", "declined-to-talk");
    private static final List<ResidentOutcome> OUTCOMES = List.of(ResidentOutcome.values());
    private static final PermissionPolicy POLICY = PermissionPolicy.withDefaults();
    private static final ConceptRef TELEPHONE = ConceptRef.parse("channels:telephone");

    private final SplittableRandom random;
    private final List<Referral> made = new ArrayList<>();

    private RandomReferrals(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<Referral> of(long seed, int count, int residents) {
        RandomReferrals all = new RandomReferrals(seed);
        for (int i = 0; i < count; i++) {
            all.made.add(all.one(i, residents));
        }
        return all.made;
    }

    private Referral one(int number, int residents) {
        Referral before = !made.isEmpty() && random.nextInt(3) == 0 ? made.get(random.nextInt(made.size())) : null;
        int resident = random.nextInt(residents);
        String token = before == null
                ? "resident-" + (100 + resident)
                : before.resident().token();
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 150)));
        List<Happened> history = new ArrayList<>();
        history.add(new Happened(1, at, "staff-1", Role.LINK_WORKER, drafted(token, before)));
        ReferralState state = ReferralState.DRAFT;
        int steps = random.nextInt(10);
        for (int i = 0; i < steps; i++) {
            ReferralEvent event = event(at);
            for (Role role : Role.values()) {
                if (Transitions.next(state, event.type(), role).isPresent()) {
                    at = at.plus(Duration.ofHours(random.nextInt(140)));
                    history.add(new Happened(history.size() + 1, at, "staff-2", role, event));
                    state = Transitions.next(state, event.type(), role).orElseThrow();
                    break;
                }
            }
        }
        return Referral.rebuild(new ReferralId("ref-" + number), history, POLICY);
    }

    private ReferralEvent.Drafted drafted(String token, @Nullable Referral before) {
        int person = token.hashCode() & 0x7fffffff;
        return new ReferralEvent.Drafted(
                new ResidentRef(token),
                "svc-" + random.nextInt(6),
                "org-" + random.nextInt(4),
                before == null ? Route.DIRECT : Route.RE_REFERRAL,
                before == null ? null : before.id(),
                random.nextInt(8) == 0 ? List.of() : List.of(concept("barriers", "no-device", "limited-skills")),
                person % 5 == 0 ? null : new AreaCode("E0100000" + person % 4),
                person % 3 == 0 ? List.of() : List.of(concept("key-groups", "older-people", "low-income")),
                ReferralContent.EMPTY,
                null);
    }

    private ConceptRef concept(String list, String... codes) {
        return new ConceptRef(list, codes[random.nextInt(codes.length)]);
    }

    private ReferralEvent event(Instant at) {
        ConceptRef reason = new ConceptRef("referral-reasons", REASONS.get(random.nextInt(REASONS.size())));
        LocalDate day = LocalDate.ofInstant(at, Referrals.LONDON);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> new ReferralEvent.Requested(Set.of());
            case 4, 5, 6 -> new ReferralEvent.Accepted(null);
            case 7 -> new ReferralEvent.Rejected(reason, null);
            case 8 -> new ReferralEvent.WaitListed(2, day.plusDays(9));
            case 9 -> new ReferralEvent.WaitExpired();
            case 10, 11 -> new ReferralEvent.Started();
            case 12, 13 -> new ReferralEvent.Completed(List.of(), null);
            case 14 -> new ReferralEvent.Failed(reason, null);
            case 15 -> new ReferralEvent.Cancelled(reason, null);
            case 16, 17 ->
                new ReferralEvent.ContactAttempted(
                        TELEPHONE,
                        new ConceptRef("contact-outcomes", CONTACTS.get(random.nextInt(CONTACTS.size()))),
                        null);
            case 18 ->
                new ReferralEvent.OutcomeReported(OUTCOMES.get(random.nextInt(OUTCOMES.size())), day, TELEPHONE, null);
            default ->
                random.nextInt(6) == 0
                        ? new ReferralEvent.EnteredInError(reason)
                        : new ReferralEvent.Held(reason, null);
        };
    }
}
