package london.loti.referral.feedback;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.need.ConceptRef;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.OutcomeReported;
import london.loti.referral.journey.ReferralEvent.ResidentOutcome;
import london.loti.referral.journey.ReferralState;

/**
 * One request for help: a referral with all that hang together with it, by re-referral or by splitting. The resident asked
 * once, however many services were asked for it.
 */
final class HelpRequest {
    private static final Comparator<Referral> BY_TIME = Comparator.comparing(HelpRequest::sentAt)
            .thenComparing(referral -> referral.id().value());

    /** From the one that has gone furthest to the one that has gone least far. */
    private static final List<ReferralState> FURTHEST = List.of(
            ReferralState.COMPLETED,
            ReferralState.IN_PROGRESS,
            ReferralState.ON_HOLD,
            ReferralState.ACCEPTED,
            ReferralState.WAITING,
            ReferralState.REQUESTED,
            ReferralState.FAILED,
            ReferralState.REJECTED,
            ReferralState.CANCELLED);

    private final List<Referral> referrals;

    private HelpRequest(List<Referral> referrals) {
        this.referrals = referrals;
    }

    /** The request that referrals make; empty where none of them was sent. */
    static Optional<HelpRequest> of(List<Referral> family) {
        List<Referral> sent = family.stream()
                .filter(referral -> referral.state() != ReferralState.ENTERED_IN_ERROR)
                .filter(referral ->
                        referral.first(ReferralEvent.Requested.class).isPresent())
                .sorted(BY_TIME)
                .toList();
        return sent.isEmpty() ? Optional.empty() : Optional.of(new HelpRequest(sent));
    }

    /** Those that were sent, the first first. */
    List<Referral> referrals() {
        return referrals;
    }

    Referral first() {
        return referrals.get(0);
    }

    String resident() {
        return first().resident().token();
    }

    Instant sent() {
        return sentAt(first());
    }

    static Instant sentAt(Referral referral) {
        return referral.first(ReferralEvent.Requested.class).orElseThrow();
    }

    /** The state of the referral that has gone furthest. */
    ReferralState state() {
        return referrals.stream()
                .map(Referral::state)
                .min(Comparator.comparingInt(FURTHEST::indexOf))
                .orElseThrow();
    }

    boolean isAccepted() {
        return referrals.stream()
                .anyMatch(
                        referral -> referral.first(ReferralEvent.Accepted.class).isPresent());
    }

    /** How many services were asked. */
    int services() {
        return (int) referrals.stream().map(Referral::service).distinct().count();
    }

    /** The last time that one of them came to its end; empty while one is open. */
    Optional<Instant> ended() {
        boolean open = referrals.stream().anyMatch(referral -> !referral.state().isFinal());
        return open
                ? Optional.empty()
                : referrals.stream().map(HelpRequest::endOf).max(Comparator.naturalOrder());
    }

    /** The one that came to its end last. */
    private Referral lastEnded() {
        return referrals.stream()
                .max(Comparator.comparing(HelpRequest::endOf).thenComparing(BY_TIME))
                .orElseThrow();
    }

    private static Instant endOf(Referral referral) {
        return ending(referral).at();
    }

    private static Happened ending(Referral referral) {
        return referral.history().stream()
                .filter(happened -> isEnd(happened.event()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEnd(ReferralEvent event) {
        return event instanceof ReferralEvent.Completed
                || event instanceof ReferralEvent.Failed
                || event instanceof ReferralEvent.Cancelled
                || event instanceof ReferralEvent.Rejected
                || event instanceof ReferralEvent.WaitExpired;
    }

    /** Every acceptance. */
    List<Instant> acceptances() {
        return referrals.stream()
                .flatMap(referral -> referral.first(ReferralEvent.Accepted.class).stream())
                .toList();
    }

    /** When somebody was first in touch after a service had said yes. */
    Optional<Instant> firstContact() {
        return referrals.stream()
                .flatMap(referral -> Deadlines.firstContact(referral).stream())
                .min(Comparator.naturalOrder());
    }

    /** What the resident answered last; NOT_REACHED where nobody ever got an answer; empty where nobody asked. */
    Optional<ResidentOutcome> outcome() {
        Optional<ResidentOutcome> answer = answer().map(HelpRequest::said);
        return answer.isPresent() || asked().isEmpty() ? answer : Optional.of(ResidentOutcome.NOT_REACHED);
    }

    /** The last answer that the resident gave; empty where nobody asked, or nobody got one. */
    Optional<Happened> answer() {
        return answers().reduce((before, after) -> after);
    }

    /** The last answer that the resident gave in a period. */
    Optional<Happened> answer(Period period) {
        return answers().filter(answer -> period.contains(answer.at())).reduce((before, after) -> after);
    }

    private Stream<Happened> answers() {
        return asked().stream().filter(happened -> said(happened) != ResidentOutcome.NOT_REACHED);
    }

    private List<Happened> asked() {
        return referrals.stream()
                .flatMap(referral -> referral.history().stream())
                .filter(happened -> happened.event() instanceof OutcomeReported)
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }

    private static ResidentOutcome said(Happened happened) {
        return ((OutcomeReported) happened.event()).outcome();
    }

    boolean isAskable(FeedbackPolicy policy) {
        ConceptRef reason = ended().isEmpty() ? null : reason(lastEnded());
        return reason == null || !policy.nobodyToAsk().contains(reason);
    }

    /** Why the need is unmet; empty where it is open, met, or where the resident stopped it. */
    Optional<Unmet> unmet(FeedbackPolicy policy) {
        if (ended().isEmpty()) {
            return Optional.empty();
        }
        ResidentOutcome said = outcome().orElse(ResidentOutcome.NOT_REACHED);
        if (said == ResidentOutcome.HELPED || said == ResidentOutcome.PARTLY) {
            return Optional.empty();
        }
        if (state() == ReferralState.COMPLETED) {
            return said == ResidentOutcome.NOT_HELPED ? Optional.of(Unmet.NOT_HELPED) : Optional.empty();
        }
        Referral last = lastEnded();
        ConceptRef reason = reason(last);
        if (reason != null && policy.needNotUnmet().contains(reason)) {
            return Optional.empty();
        }
        if (ending(last).event() instanceof ReferralEvent.WaitExpired) {
            return Optional.of(Unmet.WAIT_EXPIRED);
        }
        return Optional.of(last.state() == ReferralState.REJECTED ? Unmet.REFUSED : Unmet.NOT_DONE);
    }

    private static @Nullable ConceptRef reason(Referral referral) {
        ReferralEvent end = ending(referral).event();
        if (end instanceof ReferralEvent.Rejected e) {
            return e.reason();
        } else if (end instanceof ReferralEvent.Failed e) {
            return e.reason();
        } else if (end instanceof ReferralEvent.Cancelled e) {
            return e.reason();
        }
        return null;
    }

    /** The needs that any of them names; none after an erasure. */
    Set<ConceptRef> needs() {
        Set<ConceptRef> needs = new TreeSet<>();
        referrals.forEach(referral -> needs.addAll(referral.needs()));
        return needs;
    }

    /** Where the resident lives, as the last referral that says so has it; null where none does. */
    @Nullable
    AreaCode area() {
        return referrals.stream()
                .flatMap(referral -> referral.area().stream())
                .reduce((before, after) -> after)
                .orElse(null);
    }

    Set<ConceptRef> groups() {
        Set<ConceptRef> groups = new LinkedHashSet<>();
        referrals.forEach(referral -> groups.addAll(referral.groups()));
        return groups;
    }

    boolean isErased() {
        return referrals.stream().anyMatch(Referral::isErased);
    }

    /** Yes or no of the service; empty where it has said neither. */
    static Optional<Happened> decided(Referral referral) {
        return referral.history().stream()
                .filter(happened -> isYes(happened)
                        || happened.event() instanceof ReferralEvent.Rejected
                        || happened.event() instanceof ReferralEvent.WaitExpired)
                .findFirst();
    }

    static boolean isYes(Happened happened) {
        return happened.event() instanceof ReferralEvent.Accepted;
    }

    /** When the service answered: yes, no, or a place on its list. */
    static Optional<Instant> answerAt(Referral referral) {
        return referral.history().stream()
                .filter(happened -> isYes(happened)
                        || happened.event() instanceof ReferralEvent.Rejected
                        || happened.event() instanceof ReferralEvent.WaitListed)
                .map(Happened::at)
                .findFirst();
    }

    /** When the referral ended; empty while it is open. */
    static Optional<Instant> endAt(Referral referral) {
        return referral.state().isFinal() ? Optional.of(endOf(referral)) : Optional.empty();
    }
}
