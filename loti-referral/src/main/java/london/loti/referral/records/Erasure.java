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
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.ReferralStore;

/**
 * Erases what is about a resident and leaves the chain whole. First the erasure is recorded, then the sealed parts are
 * taken away, then, where nothing of the resident is left, their key is destroyed, so that copies in backups can't be
 * opened either. Where it breaks off, do it again: what is done already stays done.
 *
 * <p>What stays: that there was a referral, its states and times, the service, and the resident's token, which means
 * nothing once the council has erased it in its own system.
 */
public final class Erasure {
    private final Referrals referrals;
    private final ReferralStore store;
    private final Sealer sealer;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param referrals the referrals
     * @param store the store that they are kept in
     * @param sealer the sealer that they were sealed with
     * @param clock tells when something is erased
     */
    public Erasure(Referrals referrals, ReferralStore store, Sealer sealer, Clock clock) {
        this.referrals = referrals;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param erased the referrals whose personal data are gone
     * @param refused those of which they are not, and why
     */
    public record Outcome(List<ReferralId> erased, List<Refusal> refused) {
        /**
         * Copies the lists.
         *
         * @param erased the referrals whose personal data are gone
         * @param refused why others stay
         */
        public Outcome {
            erased = List.copyOf(erased);
            refused = List.copyOf(refused);
        }
    }

    /**
     * Carries out a plan. Each referral is looked at again: one that is under a legal hold by now stays.
     *
     * @param plan what a retention rule asks for
     * @param actor who carries it out: {@link Actor#SYSTEM}, or a supervisor
     * @return what was erased
     */
    public Outcome carryOut(Retention.Plan plan, Actor actor) {
        List<ReferralId> erased = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (ReferralId id : plan.due()) {
            Referral referral = referrals.find(id).orElse(null);
            if (referral != null) {
                refusals(referral, plan.rule(), actor).ifPresentOrElse(refused::addAll, () -> erased.add(id));
            }
        }
        return new Outcome(erased, refused);
    }

    /**
     * Erases everything about a resident at their request. Where one referral is open, or under a legal hold, nothing is
     * erased: end it first, or wait for the matter's end.
     *
     * @param resident the resident
     * @param request an opaque id of the request
     * @param actor who carries it out, a supervisor
     * @return what was erased
     */
    public Outcome everything(ResidentRef resident, String request, Actor actor) {
        List<Referral> all = referrals.of(resident);
        List<Refusal> refused = new ArrayList<>();
        for (Referral referral : all) {
            if (referral.isOnLegalHold()) {
                refused.add(new Refusal(Refusal.Rule.LEGAL_HOLD, "a referral is under a legal hold"));
            } else if (referral.state().isOpen()) {
                refused.add(new Refusal(Refusal.Rule.NOT_NOW, "a referral is open; it must come to an end first"));
            }
        }
        if (!refused.isEmpty()) {
            return new Outcome(List.of(), refused);
        }
        List<ReferralId> erased = new ArrayList<>();
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
        return new Outcome(erased, refused);
    }

    /** Erases one referral; empty where it is done, the refusals otherwise. */
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
        new ErasureRecord(List.of(stream), rule)
                .keep(store, stream, actor.id(), actor.role().name(), clock.instant());
        store.erase(stream, referral.resident().token());
        return Optional.empty();
    }
}
