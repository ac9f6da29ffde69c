package london.loti.referral.linkwork;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.referral.journey.Deadline;
import london.loti.referral.journey.Deadlines;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralContent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.ReferralState;
import london.loti.referral.journey.SafeContact;

/**
 * What the next link worker needs for one referral, so that the resident tells the story once. How the resident may safely
 * be reached stands first: it is read before anybody picks up the telephone.
 *
 * @param safeContact how the resident may be reached; null where nobody asked, so that nobody may write yet
 * @param paused whether a safeguarding concern is being looked into: ask the lead before anything else
 * @param referral the referral
 * @param state how things stand with it
 * @param service the service that is asked
 * @param tried other services that were asked for it before
 * @param needs the needs to meet
 * @param content what the resident has told
 * @param contacts the attempts to reach the resident
 * @param promised when a call back was promised and not yet made; null where none is
 * @param due what must be done, the most urgent first
 * @param goals goals of the support plan that are not reached
 * @param actions actions of the support plan that are not done
 */
public record Handover(
        @Classified(DataClass.PERSONAL) @Nullable SafeContact safeContact,
        @Classified(DataClass.OPERATIONAL) boolean paused,
        @Classified(DataClass.OPERATIONAL) ReferralId referral,
        @Classified(DataClass.OPERATIONAL) ReferralState state,
        @Classified(DataClass.OPERATIONAL) String service,
        @Classified(DataClass.OPERATIONAL) Set<String> tried,
        @Classified(DataClass.SPECIAL_CATEGORY) List<ConceptRef> needs,
        @Classified(DataClass.FREE_TEXT) ReferralContent content,
        @Classified(DataClass.OPERATIONAL) ContactSummary contacts,
        @Classified(DataClass.OPERATIONAL) @Nullable Instant promised,
        @Classified(DataClass.OPERATIONAL) List<Deadline> due,
        @Classified(DataClass.FREE_TEXT) List<SupportPlan.Goal> goals,
        @Classified(DataClass.FREE_TEXT) List<SupportPlan.Action> actions) {
    /**
     * Copies the lists.
     *
     * @param safeContact how the resident may be reached; null where nobody asked
     * @param paused whether a safeguarding concern is being looked into
     * @param referral the referral
     * @param state how things stand with it
     * @param service the service that is asked
     * @param tried other services that were asked for it before
     * @param needs the needs to meet
     * @param content what the resident has told
     * @param contacts the attempts to reach the resident
     * @param promised when a call back was promised and not yet made; null where none is
     * @param due what must be done
     * @param goals goals of the support plan that are not reached
     * @param actions actions of the support plan that are not done
     */
    public Handover {
        Objects.requireNonNull(referral, "a handover needs a 'referral'");
        tried = Collections.unmodifiableSet(new TreeSet<>(tried));
        needs = List.copyOf(needs);
        due = List.copyOf(due);
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
    }

    /**
     * {@return what the next link worker needs}
     *
     * @param referral the referral
     * @param tried the services that were asked for the same need, see {@link
     *     london.loti.referral.journey.Referrals#tried}
     * @param plans the support plans with the resident
     * @param deadlines what is due when
     */
    public static Handover of(Referral referral, Set<String> tried, List<SupportPlan> plans, Deadlines deadlines) {
        Set<String> before = new TreeSet<>(tried);
        before.remove(referral.service());
        List<SupportPlan> open =
                plans.stream().filter(plan -> plan.state() != PlanState.CLOSED).toList();
        return new Handover(
                referral.safeContact().orElse(null),
                referral.isPausedForSafeguarding(),
                referral.id(),
                referral.state(),
                referral.service(),
                before,
                referral.needs(),
                referral.content(),
                ContactSummary.of(referral),
                ContactSummary.openPromise(referral).orElse(null),
                deadlines.open(referral),
                open.stream()
                        .flatMap(plan -> plan.goals().stream())
                        .filter(goal -> SupportPlan.isOpen(goal.progress()))
                        .toList(),
                open.stream()
                        .flatMap(plan -> plan.actions().stream())
                        .filter(action -> SupportPlan.isOpen(action.progress()))
                        .toList());
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "Handover[" + state + ", redacted]";
    }
}
