package london.loti.referral.journey;

import java.time.Instant;

/**
 * One event in a referral's history.
 *
 * @param version its place in the history, from 1 on
 * @param at when it was recorded
 * @param actor the opaque id of who brought it about
 * @param role in which role
 * @param event what happened
 */
public record Happened(long version, Instant at, String actor, Role role, ReferralEvent event) {
    /** Says when and what kind, and nothing about whom. */
    @Override
    public String toString() {
        return "Happened[" + version + ", " + event.type() + "]";
    }
}
