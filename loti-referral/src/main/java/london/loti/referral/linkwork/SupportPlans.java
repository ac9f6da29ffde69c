package london.loti.referral.linkwork;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.model.need.ResidentRef;
import london.loti.referral.audit.AccessLog;
import london.loti.referral.journey.Actor;
import london.loti.referral.journey.Referrals;
import london.loti.referral.journey.Role;
import london.loti.referral.seal.Sealer;
import london.loti.referral.store.Append;
import london.loti.referral.store.Appended;
import london.loti.referral.store.ConcurrentChangeException;
import london.loti.referral.store.KeyDestroyedException;
import london.loti.referral.store.ReferralStore;
import london.loti.referral.store.StoredEvent;

/**
 * Support plans in a store, beside the referrals and with the same guarantees: all or nothing, one after the other, a
 * command that comes twice happens once. Immutable and thread-safe, as far as its store is.
 */
public final class SupportPlans {
    private static final int PAGE = 1_000;

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
        PlanStep step = new PlanStep(now, actor.id(), actor.role(), event);
        SupportPlan changed = plan == null ? SupportPlan.rebuild(id, List.of(step)) : plan.with(step);
        try {
            Appended kept = store.append(new Append(
                    id.stream(),
                    expectedVersion,
                    command,
                    List.of(codec.encode(id, changed.resident().token(), actor, now, event))));
            if (kept.before()) { // somebody with the same command was quicker
                boolean here = kept.events().get(0).stream().equals(id.stream());
                return again(here ? find(id) : Optional.empty());
            }
            PlanStep kept1 = step(kept.events().get(0));
            return new PlanOutcome.Done(
                    plan == null ? SupportPlan.rebuild(id, List.of(kept1)) : plan.with(kept1), false);
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
        return events.isEmpty() ? Optional.empty() : Optional.of(read(id, events));
    }

    /**
     * {@return a plan for somebody to look at, after it was kept that they do; empty where there is none, or where they are
     * a provider, who gets none}
     *
     * @param look an id of this look; the same id is kept once
     * @param id a plan's id
     * @param actor who looks
     * @param purpose what for, for example {@code sharing-purposes:referral}
     */
    public Optional<SupportPlan> view(String look, PlanId id, Actor actor, ConceptRef purpose) {
        Optional<SupportPlan> found = actor.role() == Role.PROVIDER ? Optional.empty() : find(id);
        found.ifPresent(plan -> new AccessLog(store, clock)
                .record(
                        look,
                        id.stream(),
                        plan.resident().token(),
                        actor.id(),
                        actor.role().name(),
                        purpose));
        return found;
    }

    /**
     * {@return the plans with a resident, in the order in which they were begun}
     *
     * @param resident the resident
     */
    public List<SupportPlan> of(ResidentRef resident) {
        return store.streamsOf(resident.token()).stream()
                .flatMap(stream -> PlanId.ofStream(stream).stream())
                .flatMap(id -> plan(id, store.read(id.stream())).stream())
                .toList();
    }

    /** {@return every plan in the store, in the order in which they were begun} */
    public List<SupportPlan> all() {
        Map<PlanId, List<StoredEvent>> streams = new LinkedHashMap<>();
        long last = 0;
        List<StoredEvent> page = store.after(last, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                PlanId.ofStream(event.stream())
                        .ifPresent(id -> streams.computeIfAbsent(id, i -> new ArrayList<>())
                                .add(event));
                last = event.sequence();
            }
            page = store.after(last, PAGE);
        }
        List<SupportPlan> all = new ArrayList<>();
        streams.forEach((id, events) -> plan(id, events).ifPresent(all::add));
        return List.copyOf(all);
    }

    /** Another stream may be called like one of a plan, and begin with something else. */
    private Optional<SupportPlan> plan(PlanId id, List<StoredEvent> events) {
        boolean isPlan = !events.isEmpty() && events.get(0).type().equals("PlanStarted");
        return isPlan ? Optional.of(read(id, events)) : Optional.empty();
    }

    private SupportPlan read(PlanId id, List<StoredEvent> events) {
        return SupportPlan.rebuild(id, events.stream().map(this::step).toList());
    }

    private PlanStep step(StoredEvent stored) {
        return new PlanStep(stored.at(), stored.actor(), Role.valueOf(stored.role()), codec.decode(stored));
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
        boolean isHold = event instanceof PlanEvent.PlanHeld || event instanceof PlanEvent.PlanHoldLifted;
        if (plan.isErased() && !isHold) {
            reasons.add("what the plan says was erased, so that nothing can be added");
        }
        if (event instanceof PlanEvent.PlanErased) {
            checkErasure(plan, reasons);
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

    private static void checkErasure(SupportPlan plan, List<String> reasons) {
        if (plan.isOnLegalHold()) {
            reasons.add("nothing may be erased while a legal hold is in place");
        }
        if (plan.isInUse()) {
            reasons.add("a plan that somebody works by must be closed before it is erased");
        }
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
