package london.loti.referral.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Happened;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.WorkingTime;
import london.loti.referral.store.ConcurrentChangeException;

/**
 * Closes the loop: asks residents whose referral was completed, or failed, whether it helped, by a message that waits in
 * the outbox. Run it as often as you like, from as many machines as you like: each question is put once, also when the
 * clock goes back.
 *
 * <p>Nobody is asked who has answered, who must not be written to or can't be reached by a message (see {@link
 * london.loti.referral.journey.SafeContact}), or about a referral that was rejected, cancelled, entered in error, erased or
 * has a safeguarding concern that is being looked into. A question is asked again only where the one before was sent; where
 * it could not be sent, or there is no safe way, asking stays a task of the link worker.
 */
public final class AskingSweep {
    private final Referrals referrals;
    private final Outbox outbox;
    private final AskingPolicy policy;
    private final WorkingTime time;

    /**
     * Makes one.
     *
     * @param referrals the referrals to look over
     * @param outbox sends the questions, and knows who may be written to
     * @param policy when and how often a resident is asked
     * @param time counts working days
     */
    public AskingSweep(Referrals referrals, Outbox outbox, AskingPolicy policy, WorkingTime time) {
        this.referrals = referrals;
        this.outbox = outbox;
        this.policy = policy;
        this.time = time;
    }

    /**
     * Asks those who are to be asked now. A referral that somebody changes meanwhile is looked at again the next time. The
     * questions leave with the next {@link Outbox#deliverAll}.
     *
     * @return how many questions were put into the outbox
     */
    public int run() {
        int asked = 0;
        for (Referral referral : referrals.all()) {
            asked += isDue(referral, outbox.now()) && ask(referral) ? 1 : 0;
        }
        return asked;
    }

    private boolean isDue(Referral referral, Instant now) {
        Instant ended = ended(referral).orElse(null);
        if (ended == null || referral.residentOutcome().isPresent() || referral.isErased()) {
            return false;
        }
        boolean tooLate = !now.isBefore(ended.plus(Duration.ofDays(policy.stopDays())));
        List<MessageQueued> before = questions(referral);
        if (tooLate || before.size() >= policy.times()) {
            return false;
        }
        Instant due;
        if (before.isEmpty()) {
            due = time.after(ended, policy.firstDays());
        } else {
            Instant sent = sent(referral, before.get(before.size() - 1));
            if (sent == null) {
                return false;
            }
            due = time.after(sent, policy.againDays());
        }
        return !now.isBefore(due) && outbox.mayAsk(referral);
    }

    private boolean ask(Referral referral) {
        try {
            return outbox.ask(referral) instanceof CommandOutcome.Done done && !done.before();
        } catch (ConcurrentChangeException e) {
            return false;
        }
    }

    /** The questions that were put about a referral, oldest first; one that was sent again counts once more. */
    static List<MessageQueued> questions(Referral referral) {
        return referral.history().stream()
                .map(Happened::event)
                .filter(event -> event instanceof MessageQueued queued
                        && queued.audience() == Audience.RESIDENT
                        && queued.template().equals(MessageQueued.QUESTION))
                .map(MessageQueued.class::cast)
                .toList();
    }

    /** The next question. Wherever it is put, it has the same id. */
    static MessageQueued question(Referral referral) {
        String number = String.valueOf(questions(referral).size() + 1);
        String message = Command.idFrom("ask", referral.id().value(), number);
        return new MessageQueued(message, Audience.RESIDENT, MessageQueued.RESIDENT, MessageQueued.QUESTION);
    }

    private static Optional<Instant> ended(Referral referral) {
        return switch (referral.state()) {
            case COMPLETED -> referral.last(ReferralEvent.Completed.class);
            case FAILED -> referral.last(ReferralEvent.Failed.class);
            default -> Optional.empty();
        };
    }

    /** Null where it waits, or was not sent. */
    private static @Nullable Instant sent(Referral referral, MessageQueued question) {
        return referral.history().stream()
                .filter(happened -> happened.event() instanceof ReferralEvent.MessageSent sent
                        && sent.message().equals(question.message()))
                .map(Happened::at)
                .findFirst()
                .orElse(null);
    }
}
