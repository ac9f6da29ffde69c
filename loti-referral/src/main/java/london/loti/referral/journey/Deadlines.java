package london.loti.referral.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import london.loti.model.need.ConceptRef;

/** Works out what must be done on a referral, and by when, from its history and nothing else. */
public final class Deadlines {
    private static final Set<ConceptRef> IN_TOUCH = Set.of(
            ConceptRef.parse("contact-outcomes:reached"),
            ConceptRef.parse("contact-outcomes:call-back-agreed"),
            ConceptRef.parse("contact-outcomes:declined-to-talk"));

    private final DeadlinePolicy policy;
    private final WorkingTime time;

    private Deadlines(DeadlinePolicy policy, WorkingTime time) {
        this.policy = policy;
        this.time = time;
    }

    /**
     * {@return deadlines under a policy}
     *
     * @param policy how long things may take
     * @param time counts working days
     */
    public static Deadlines of(DeadlinePolicy policy, WorkingTime time) {
        return new Deadlines(policy, time);
    }

    /** {@return the policy that they are worked out by} */
    public DeadlinePolicy policy() {
        return policy;
    }

    /**
     * {@return what must be done on a referral, the most urgent first; nothing where nothing is open}
     *
     * @param referral a referral
     */
    public List<Deadline> open(Referral referral) {
        List<Deadline> open = new ArrayList<>();
        referral.concernsDue().forEach(due -> open.add(new Deadline(Deadline.Kind.SAFEGUARDING, due)));
        switch (referral.state()) {
            case REQUESTED ->
                add(open, Deadline.Kind.ANSWER, last(referral, ReferralEvent.Requested.class), policy.answerDays());
            case WAITING ->
                referral.waitingPlace()
                        .ifPresent(place -> open.add(new Deadline(
                                Deadline.Kind.WAITING_PLACE,
                                place.expires()
                                        .plusDays(1)
                                        .atStartOfDay(Referrals.LONDON)
                                        .toInstant())));
            case ACCEPTED, ON_HOLD -> {
                if (firstContact(referral).isEmpty()) {
                    add(
                            open,
                            Deadline.Kind.FIRST_CONTACT,
                            last(referral, ReferralEvent.Accepted.class),
                            policy.firstContactDays());
                }
            }
            case COMPLETED -> addAsking(open, referral, last(referral, ReferralEvent.Completed.class));
            case FAILED -> addAsking(open, referral, last(referral, ReferralEvent.Failed.class));
            default -> {
                // Nothing runs in the other states.
            }
        }
        open.sort(Comparator.comparing(Deadline::due).thenComparing(Deadline::kind));
        return List.copyOf(open);
    }

    /**
     * {@return what is late on a referral and was not reported yet}
     *
     * @param referral a referral
     * @param now what it is now
     */
    public List<Deadline> late(Referral referral, Instant now) {
        return open(referral).stream()
                .filter(deadline -> !now.isBefore(deadline.due()))
                .filter(deadline -> referral.history().stream()
                        .noneMatch(happened -> happened.event() instanceof ReferralEvent.DeadlineMissed missed
                                && missed.kind() == deadline.kind()
                                && missed.due().equals(deadline.due())))
                .toList();
    }

    /**
     * {@return when somebody was first in touch with the resident after the provider accepted: spoke to them, or began
     * to help; empty where nobody was}
     *
     * @param referral a referral
     */
    public static Optional<Instant> firstContact(Referral referral) {
        Instant accepted = referral.first(ReferralEvent.Accepted.class).orElse(null);
        if (accepted == null) {
            return Optional.empty();
        }
        return referral.history().stream()
                .filter(happened -> !happened.at().isBefore(accepted))
                .filter(happened -> happened.event() instanceof ReferralEvent.Started
                        || happened.event() instanceof ReferralEvent.Completed
                        || (happened.event() instanceof ReferralEvent.ContactAttempted attempt
                                && IN_TOUCH.contains(attempt.outcome())))
                .map(Happened::at)
                .findFirst();
    }

    /** A state is reached by its event, so that it is there. */
    private static Instant last(Referral referral, Class<? extends ReferralEvent> type) {
        return referral.last(type).orElseThrow();
    }

    private void addAsking(List<Deadline> open, Referral referral, Instant from) {
        if (referral.residentOutcome().isEmpty() && !referral.isErased()) {
            add(open, Deadline.Kind.ASK_RESIDENT, from, policy.askResidentDays());
        }
    }

    private void add(List<Deadline> open, Deadline.Kind kind, Instant from, int days) {
        open.add(new Deadline(kind, time.after(from, days)));
    }
}
