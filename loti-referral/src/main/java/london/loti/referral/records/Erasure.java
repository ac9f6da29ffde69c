package london.loti.referral.records;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import london.loti.model.need.ResidentRef;
import london.loti.referral.audit.ErasureRecord;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Command;
import london.loti.referral.journey.CommandOutcome;
import london.loti.referral.journey.Referral;
import london.loti.referral.journey.ReferralEvent;
import london.loti.referral.journey.ReferralId;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Refusal;
import london.loti.referral.linkwork.PlanEvent;
import london.loti.referral.linkwork.PlanId;
import london.loti.referral.linkwork.PlanOutcome;
import london.loti.referral.linkwork.Supervision;
import london.loti.referral.linkwork.SupportPlan;
import london.loti.referral.linkwork.SupportPlans;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/**
 * Erases what is about a resident and leaves the chain whole: referrals, the reviews of their supervision, and support
 * plans. First the erasure is recorded, then the sealed parts are taken away, then, where everything about the resident was
 * to go, their key is destroyed, so that copies in backups can't be opened either. Where it breaks off, do it again: what is
 * done already stays done.
 *
 * <p>What stays: that there was a referral or a plan, its states and times, the service, and the resident's token, which
 * means nothing once the council has erased it in its own system.
 */
public final class Erasure {
    private final Referrals referrals;
    private final SupportPlans plans;
    private final ReferralStore store;
    private final Sealer sealer;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param referrals the referrals
     * @param plans the support plans
     * @param store the store that both are kept in
     * @param sealer the sealer that they were sealed with
     * @param clock tells when something is erased
     */
    public Erasure(Referrals referrals, SupportPlans plans, ReferralStore store, Sealer sealer, Clock clock) {
        this.referrals = referrals;
        this.plans = plans;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param erased the referrals whose personal data are gone
     * @param plans the support plans whose words are gone
     * @param refused why others stay
     */
    public record Outcome(List<ReferralId> erased, List<PlanId> plans, List<Refusal> refused) {
        /**
         * Copies the lists.
         *
         * @param erased the referrals whose personal data are gone
         * @param plans the support plans whose words are gone
         * @param refused why others stay
         */
        public Outcome {
            erased = List.copyOf(erased);
            plans = List.copyOf(plans);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Carries out what retention asks for. Each referral and each plan is looked at again: what is under a legal hold by now
     * stays.
     *
     * @param plan what a retention rule asks for
     * @param actor who carries it out: {@link Actor#SYSTEM}, or a supervisor
     * @return what was erased
     */
    public Outcome carryOut(Retention.Plan plan, Actor actor) {
        List<ReferralId> erased = new ArrayList<>();
        List<PlanId> erasedPlans = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (PlanId id : plan.plansDue()) {
            SupportPlan found = plans.find(id).orElse(null);
            if (found == null) {
                continue;
            }
            List<Refusal> holds = holds(referrals.of(found.resident()), List.of(found));
            Optional<List<Refusal>> no = holds.isEmpty() ? refusals(found, plan.rule(), actor) : Optional.of(holds);
            no.ifPresentOrElse(refused::addAll, () -> erasedPlans.add(id));
        }
        for (ReferralId id : plan.due()) {
            Referral referral = referrals.find(id).orElse(null);
            if (referral != null) {
                refusals(referral, plan.rule(), actor).ifPresentOrElse(refused::addAll, () -> erased.add(id));
            }
        }
        return new Outcome(erased, erasedPlans, refused);
    }

    /**
     * Erases everything about a resident at their request. Where one referral or support plan is open, or under a legal
     * hold, nothing is erased: end it first, or wait for the matter's end.
     *
     * @param resident the resident
     * @param request an opaque id of the request
     * @param actor who carries it out, a supervisor
     * @return what was erased
     */
    public Outcome everything(ResidentRef resident, String request, Actor actor) {
        List<Referral> all = referrals.of(resident);
        List<SupportPlan> allPlans = plans.of(resident);
        List<Refusal> refused = new ArrayList<>(holds(all, allPlans));
        all.stream()
                .filter(referral ->
                        !referral.isOnLegalHold() && referral.state().isOpen())
                .forEach(referral -> refused.add(
                        new Refusal(Refusal.Rule.NOT_NOW, "a referral is open; it must come to an end first")));
        allPlans.stream()
                .filter(plan -> !plan.isOnLegalHold() && plan.isInUse())
                .forEach(plan -> refused.add(
                        new Refusal(Refusal.Rule.NOT_NOW, "a support plan is open; it must be closed first")));
        if (!refused.isEmpty()) {
            return new Outcome(List.of(), List.of(), refused);
        }
        List<ReferralId> erased = new ArrayList<>();
        List<PlanId> erasedPlans = new ArrayList<>();
        for (SupportPlan plan : allPlans) {
            refusals(plan, request, actor).ifPresentOrElse(refused::addAll, () -> erasedPlans.add(plan.id()));
        }
        for (Referral referral : all) {
            refusals(referral, request, actor).ifPresentOrElse(refused::addAll, () -> erased.add(referral.id()));
        }
        List<String> streams = store.streamsOf(resident.token());
        if (refused.isEmpty() && !streams.isEmpty()) {
            new ErasureRecord(streams, request)
                    .keep(store, "all-" + request, actor.id(), actor.role().name(), clock.instant());
            streams.forEach(stream -> store.erase(stream, resident.token()));
            sealer.shred(resident.token());
        }
        return new Outcome(erased, erasedPlans, refused);
    }

    private static List<Refusal> holds(List<Referral> referrals, List<SupportPlan> plans) {
        List<Refusal> holds = new ArrayList<>();
        referrals.stream()
                .filter(Referral::isOnLegalHold)
                .forEach(held -> holds.add(new Refusal(Refusal.Rule.LEGAL_HOLD, "a referral is under a legal hold")));
        plans.stream()
                .filter(SupportPlan::isOnLegalHold)
                .forEach(held ->
                        holds.add(new Refusal(Refusal.Rule.LEGAL_HOLD, "a support plan is under a legal hold")));
        return holds;
    }

    /** Erases one referral and the reviews of it; empty where it is done, the refusals otherwise. */
    private Optional<List<Refusal>> refusals(Referral referral, String rule, Actor actor) {
        if (!referral.isErased()) {
            CommandOutcome outcome = referrals.handle(new Command(
                    "erase-" + referral.id(),
                    referral.id(),
                    referral.version(),
                    actor,
                    new ReferralEvent.PersonalDataErased(rule)));
            if (outcome instanceof CommandOutcome.Refused no) {
                return Optional.of(no.refusals());
            }
        }
        String stream = referral.id().value();
        takeAway(stream, List.of(stream, Supervision.streamOf(referral.id())), referral.resident(), rule, actor);
        return Optional.empty();
    }

    /** Erases one plan; empty where it is done, the refusals otherwise. */
    private Optional<List<Refusal>> refusals(SupportPlan plan, String rule, Actor actor) {
        String stream = plan.id().stream();
        if (!plan.isErased()) {
            PlanOutcome outcome =
                    plans.handle("erase-" + stream, plan.id(), plan.version(), actor, new PlanEvent.PlanErased(rule));
            if (outcome instanceof PlanOutcome.Refused no) {
                return Optional.of(no.reasons().stream()
                        .map(words -> new Refusal(Refusal.Rule.NOT_NOW, words))
                        .toList());
            }
        }
        takeAway(stream, List.of(stream), plan.resident(), rule, actor);
        return Optional.empty();
    }

    private void takeAway(String id, List<String> streams, ResidentRef resident, String rule, Actor actor) {
        new ErasureRecord(streams, rule)
                .keep(store, id, actor.id(), actor.role().name(), clock.instant());
        streams.forEach(stream -> store.erase(stream, resident.token()));
    }
}
