package london.loti.referral.linkwork;

import java.time.Instant;

import london.loti.referral.journey.Role;

/**
 * One event in a plan's history.
 *
 * @param at when it was recorded
 * @param actor the opaque id of who brought it about
 * @param role in which role
 * @param event what happened
 */
public record PlanStep(Instant at, String actor, Role role, PlanEvent event) {
    /** Says when and what kind, and nothing about whom. */
    @Override
    public String toString() {
        return "PlanStep[" + at + ", " + event.type() + "]";
    }
}
