package london.loti.referral.linkwork;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.SafeContact;

/**
 * The attempts to reach a resident on one referral.
 *
 * @param attempts how many there were
 * @param reached how many reached the resident
 * @param inVain how many since the resident was last reached, all of them without success
 * @param last when the last was; null where there was none
 * @param outsideSafeContact how many broke what is known now of safe contact: another channel, another time, or at all
 */
public record ContactSummary(
        int attempts, int reached, int inVain, @Nullable Instant last, int outsideSafeContact) {
    private static final Set<String> REACHED = Set.of("reached", "call-back-agreed", "declined-to-talk");

    /**
     * {@return the attempts of a referral}
     *
     * @param referral a referral
     */
    public static ContactSummary of(Referral referral) {
        List<Happened> attempts = referral.history().stream()
                .filter(happened -> happened.event() instanceof ReferralEvent.ContactAttempted)
                .toList();
        int reached = 0;
        int inVain = 0;
        int outside = 0;
        Instant last = null;
        SafeContact safe = referral.safeContact().orElse(null);
        for (Happened happened : attempts) {
            ReferralEvent.ContactAttempted attempt = (ReferralEvent.ContactAttempted) happened.event();
            boolean success = isReached(attempt.outcome());
            reached += success ? 1 : 0;
            inVain = success ? 0 : inVain + 1;
            LocalTime time = LocalTime.ofInstant(happened.at(), Referrals.LONDON);
            outside += safe != null && !safe.allows(attempt.channel(), time) ? 1 : 0;
            last = happened.at();
        }
        return new ContactSummary(attempts.size(), reached, inVain, last, outside);
    }

    static boolean isReached(ConceptRef outcome) {
        return REACHED.contains(outcome.code());
    }

    /** When a time to call back was agreed and nobody was reached since; empty where nothing was promised. */
    static Optional<Instant> openPromise(Referral referral) {
        Instant promise = null;
        for (Happened happened : referral.history()) {
            if (happened.event() instanceof ReferralEvent.ContactAttempted attempt) {
                boolean agreed = attempt.outcome().code().equals("call-back-agreed");
                promise = agreed ? happened.at() : isReached(attempt.outcome()) ? null : promise;
            }
        }
        return Optional.ofNullable(promise);
    }
}
