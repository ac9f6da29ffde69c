package london.loti.referral.journey;

import java.time.Instant;
import java.util.List;

import london.loti.referral.store.ConcurrentChangeException;

/**
 * Looks over all referrals for what is late, and reports it to the link workers. Run it as often as you like, from as
 * many machines as you like: each missed deadline is reported once. A place on a waiting list that ran out ends the wait.
 */
public final class DeadlineSweep {
    private final Referrals referrals;
    private final Deadlines deadlines;

    /**
     * Makes one.
     *
     * @param referrals the referrals to look over
     * @param deadlines what is due when
     */
    public DeadlineSweep(Referrals referrals, Deadlines deadlines) {
        this.referrals = referrals;
        this.deadlines = deadlines;
    }

    /**
     * Reports what is late. A referral that somebody changes meanwhile is looked at again the next time.
     *
     * @return how many missed deadlines were reported
     */
    public int run() {
        int reported = 0;
        for (Referral referral : referrals.all()) {
            reported += report(referral);
        }
        return reported;
    }

    private int report(Referral referral) {
        Instant now = referrals.now();
        List<Deadline> late = deadlines.late(referral, now);
        long version = referral.version();
        int reported = 0;
        try {
            for (Deadline deadline : late) {
                version = add(
                        referral, version, deadline, new ReferralEvent.DeadlineMissed(deadline.kind(), deadline.due()));
                reported++;
                if (deadline.kind() == Deadline.Kind.WAITING_PLACE) {
                    version = add(referral, version, deadline, new ReferralEvent.WaitExpired());
                }
            }
        } catch (ConcurrentChangeException e) {
            return reported;
        }
        return reported;
    }

    private long add(Referral referral, long version, Deadline deadline, ReferralEvent event) {
        Command command = new Command(id(referral.id(), deadline, event), referral.id(), version, Actor.SYSTEM, event);
        return referrals.handle(command).fold(done -> done.referral().version(), refused -> version);
    }

    /** The same deadline has the same command wherever the sweep runs. */
    private static String id(ReferralId referral, Deadline deadline, ReferralEvent event) {
        return Command.idFrom(
                "late",
                referral.value(),
                event.type(),
                deadline.kind().name(),
                deadline.due().toString());
    }
}
