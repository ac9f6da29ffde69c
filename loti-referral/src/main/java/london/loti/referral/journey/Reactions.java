package london.loti.referral.journey;

import java.util.ArrayList;
import java.util.List;

import london.loti.referral.journey.ReferralEvent.Audience;
import london.loti.referral.journey.ReferralEvent.MessageQueued;

/**
 * What follows from an event by itself: the messages that are queued with it, in one append, so that none is sent for
 * what was not kept, and none is forgotten.
 */
final class Reactions {
    private Reactions() {}

    /** The events that follow. The referral is as it is after the event; message ids come from the command's. */
    static List<ReferralEvent> to(Referral referral, String command, ReferralEvent event) {
        List<ReferralEvent> reactions = new ArrayList<>();
        if (event instanceof ReferralEvent.Requested) {
            queue(reactions, command, Audience.PROVIDER, referral.organisation(), MessageQueued.REQUEST);
            queue(reactions, command, Audience.RESIDENT, MessageQueued.RESIDENT, "referral-made");
        } else if (event instanceof ReferralEvent.Accepted) {
            queueReferrer(reactions, command, referral, "referral-accepted");
            queue(reactions, command, Audience.RESIDENT, MessageQueued.RESIDENT, "referral-accepted-resident");
        } else if (event instanceof ReferralEvent.WaitListed) {
            queueReferrer(reactions, command, referral, "referral-waiting");
            queue(reactions, command, Audience.RESIDENT, MessageQueued.RESIDENT, "referral-waiting-resident");
        } else if (event instanceof ReferralEvent.Rejected || event instanceof ReferralEvent.WaitExpired) {
            queue(reactions, command, Audience.LINK_WORKER, worker(referral), "referral-rejected");
        } else if (event instanceof ReferralEvent.Failed) {
            queue(reactions, command, Audience.LINK_WORKER, worker(referral), "referral-failed");
        } else if (event instanceof ReferralEvent.Completed) {
            queueReferrer(reactions, command, referral, "referral-completed");
        } else if ((event instanceof ReferralEvent.Cancelled || event instanceof ReferralEvent.EnteredInError)
                && !referral.sent().isEmpty()) {
            queue(reactions, command, Audience.PROVIDER, referral.organisation(), "referral-cancelled");
        } else if (event instanceof ReferralEvent.PermissionWithdrawn
                && !referral.sent().isEmpty()) {
            queue(reactions, command, Audience.PROVIDER, referral.organisation(), "permission-withdrawn");
        } else if (event instanceof ReferralEvent.SafeguardingRaised) {
            queue(reactions, command, Audience.SAFEGUARDING_LEAD, "safeguarding-lead", "safeguarding-task");
        } else if (event instanceof ReferralEvent.DeadlineMissed) {
            queue(reactions, command, Audience.LINK_WORKER, worker(referral), "deadline-missed");
        }
        return reactions;
    }

    private static void queue(
            List<ReferralEvent> reactions, String command, Audience audience, String recipient, String template) {
        reactions.add(new MessageQueued(command + "." + (reactions.size() + 1), audience, recipient, template));
    }

    /** A resident who referred themselves is told as a resident, by what is safe for them. */
    private static void queueReferrer(
            List<ReferralEvent> reactions, String command, Referral referral, String template) {
        if (referral.route() != Route.SELF) {
            queue(reactions, command, Audience.REFERRER, referral.referrer(), template);
        }
    }

    /** Who referred is told where there is no link worker, and the team where that is the resident. */
    private static String worker(Referral referral) {
        return referral.linkWorker().orElse(referral.route() == Route.SELF ? MessageQueued.TEAM : referral.referrer());
    }
}
