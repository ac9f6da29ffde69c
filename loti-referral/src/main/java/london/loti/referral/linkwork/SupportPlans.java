package london.loti.referral.linkwork;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ResidentRef;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Referrals;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.Append;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Support plans in a store, beside the referrals and with the same guarantees: all or nothing, one after the other, a
 * command that comes twice happens once. Immutable and thread-safe, as far as its store is.
 */
public final class SupportPlans {
    private final ReferralStore store;
    private final PlanCodec codec;
    private final Clock clock;

    /**
     * Opens the plans of a store.
     *
     * @param store where events are kept
     * @param sealer seals what is about residents before it is kept
     * @param clock tells the time of every event
     */
    public SupportPlans(ReferralStore store, Sealer sealer, Clock clock) {
        this.store = store;
        this.codec = new PlanCodec(sealer);
        this.clock = clock;
    }

    /**
     * Does what somebody wants, or says why not.
     *
     * @param command the command's own id, chosen by the sender; the same id happens once
     * @param id which plan
     * @param expectedVersion the version that the sender has seen; 0 for a new plan
     * @param actor who wants it
     * @param event what is to happen
     * @return the plan as it is now, or every rule that forbids it
     * @throws ConcurrentChangeException if the plan has another version than is expected
     * @throws london.loti.referral.store.StoreException if the store failed; send the same command again
     */
    public PlanOutcome handle(String command, PlanId id, long expectedVersion, Actor actor, PlanEvent event) {
        Optional<SupportPlan> found = find(id);
        if (!store.ofCommand(command).isEmpty()) {
            return again(found);
        }
        SupportPlan plan = found.orElse(null);
        long version = plan == null ? 0 : plan.version();
        if (version != expectedVersion) {
            throw new ConcurrentChangeException(expectedVersion, version);
        }
        Instant now = clock.instant();
        List<String> reasons = check(plan, actor, event, LocalDate.ofInstant(now, Referrals.LONDON));
        if (!reasons.isEmpty()) {
            return new PlanOutcome.Refused(reasons);
        }
        SupportPlan changed = plan == null ? SupportPlan.rebuild(id, List.of(event)) : plan.with(event);
        try {
            List<StoredEvent> kept = store.append(new Append(
                    id.stream(),
                    expectedVersion,
                    command,
                    List.of(codec.encode(id, changed.resident().token(), actor, now, event))));
            // Somebody with the same command was quicker: what is kept is theirs.
            boolean ours = kept.size() == 1
                    && kept.get(0).stream().equals(id.stream())
                    && kept.get(0).version() == changed.version();
            return ours ? new PlanOutcome.Done(changed, false) : again(find(id));
        } catch (KeyDestroyedException e) {
            return new PlanOutcome.Refused(List.of("the resident's data were erased, so that nothing can be added"));
        }
    }

    /**
     * {@return a plan; empty where there is none}
     *
     * @param id its id
     */
    public Optional<SupportPlan> find(PlanId id) {
        List<StoredEvent> events = store.read(id.stream());
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(SupportPlan.rebuild(
                        id, events.stream().map(codec::decode).toList()));
    }

    /**
     * {@return the plans with a resident, in the order in which they were begun}
     *
     * @param resident the resident
     */
    public List<SupportPlan> of(ResidentRef resident) {
        String prefix = new PlanId("x").stream().replaceFirst("x$", "");
        return store.streamsOf(resident.token()).stream()
                .filter(stream -> stream.startsWith(prefix))
                .filter(stream -> store.read(stream).get(0).type().equals("PlanStarted"))
                .flatMap(stream -> find(new PlanId(stream.substring(prefix.length()))).stream())
                .toList();
    }

    private static PlanOutcome again(Optional<SupportPlan> found) {
        return found.<PlanOutcome>map(plan -> new PlanOutcome.Done(plan, true))
                .orElseGet(() -> new PlanOutcome.Refused(
                        List.of("the command's id was used for something else; every command needs its own")));
    }

    private static List<String> check(@Nullable SupportPlan plan, Actor actor, PlanEvent event, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        PlanState state = plan == null ? null : plan.state();
        if (PlanTransitions.next(state, event.type(), actor.role()).isEmpty()) {
            reasons.add(event.type() + " can't happen to a plan that is " + (state == null ? "not begun" : state)
                    + " by " + actor.role());
        }
        if (plan == null) {
            return reasons;
        }
        if (event instanceof PlanEvent.GoalSet e) {
            requireWords(e.words(), reasons);
            requireNotBefore(e.reviewOn(), today, "a goal's review", reasons);
        } else if (event instanceof PlanEvent.ActionSet e) {
            requireWords(e.words(), reasons);
            requireNotBefore(e.due(), today, "an action", reasons);
            requireGoal(plan, e.goal(), reasons);
        } else if (event instanceof PlanEvent.ActionUpdated e
                && plan.actions().stream().noneMatch(action -> action.id().equals(e.action()))) {
            reasons.add("the plan has no such action");
        } else if (event instanceof PlanEvent.GoalReviewed e) {
            requireGoal(plan, e.goal(), reasons);
        } else if (event instanceof PlanEvent.PlanAgreed e) {
            if (plan.goals().isEmpty()) {
                reasons.add("a resident agrees to at least one goal");
            }
            if (e.on().isAfter(today)) {
                reasons.add("a resident can't have agreed later than today");
            }
        }
        return reasons;
    }

    private static void requireWords(@Nullable Object words, List<String> reasons) {
        if (words == null) {
            reasons.add("goals and actions need words, best the resident's own");
        }
    }

    private static void requireNotBefore(LocalDate day, LocalDate today, String what, List<String> reasons) {
        if (day.isBefore(today)) {
            reasons.add(what + " must not be due before today");
        }
    }

    private static void requireGoal(SupportPlan plan, String goal, List<String> reasons) {
        if (plan.goals().stream().noneMatch(other -> other.id().equals(goal))) {
            reasons.add("the plan has no such goal");
        }
    }
}
