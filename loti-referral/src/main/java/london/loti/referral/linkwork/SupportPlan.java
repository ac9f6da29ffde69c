package london.loti.referral.linkwork;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;
import london.loti.referral.linkwork.PlanEvent.Doer;
import london.loti.referral.linkwork.PlanEvent.Progress;

/**
 * What a resident and a link worker mean to reach, and who does what for it, as its history makes it. A change to goals or
 * actions waits for the resident's agreement anew. Immutable.
 */
public final class SupportPlan {
    private final PlanId id;
    private final PlanState state;
    private final ResidentRef resident;
    private final @Nullable LocalDate agreedOn;
    private final Map<String, Goal> goals;
    private final Map<String, Action> actions;
    private final Set<String> holds;
    private final List<PlanStep> history;

    /**
     * A goal as it stands.
     *
     * @param id its id
     * @param words in the resident's own words; null after an erasure
     * @param progress how far it has come, as the resident sees it
     * @param reviewOn when both look at it again; null where there is no need
     */
    public record Goal(
            @Classified(DataClass.OPERATIONAL) String id,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> words,
            @Classified(DataClass.OPERATIONAL) Progress progress,
            @Classified(DataClass.OPERATIONAL) @Nullable LocalDate reviewOn) {
        /** Says nothing of what. */
        @Override
        public String toString() {
            return "Goal[" + progress + ", redacted]";
        }
    }

    /**
     * An action as it stands.
     *
     * @param id its id
     * @param goal the goal that it is for
     * @param doer who does it
     * @param words what; null after an erasure
     * @param progress how far it has come
     * @param due by when
     */
    public record Action(
            @Classified(DataClass.OPERATIONAL) String id,
            @Classified(DataClass.OPERATIONAL) String goal,
            @Classified(DataClass.OPERATIONAL) Doer doer,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> words,
            @Classified(DataClass.OPERATIONAL) Progress progress,
            @Classified(DataClass.OPERATIONAL) LocalDate due) {
        /** Says nothing of what. */
        @Override
        public String toString() {
            return "Action[" + progress + ", redacted]";
        }
    }

    private SupportPlan(
            PlanId id,
            PlanState state,
            ResidentRef resident,
            @Nullable LocalDate agreedOn,
            Map<String, Goal> goals,
            Map<String, Action> actions,
            Set<String> holds,
            List<PlanStep> history) {
        this.id = id;
        this.state = state;
        this.resident = resident;
        this.agreedOn = agreedOn;
        this.goals = goals;
        this.actions = actions;
        this.holds = holds;
        this.history = List.copyOf(history);
    }

    /** From its events, oldest first. */
    static SupportPlan rebuild(PlanId id, List<PlanStep> steps) {
        SupportPlan plan = null;
        for (PlanStep step : steps) {
            plan = plan == null ? begun(id, step) : plan.with(step);
        }
        return Objects.requireNonNull(plan, "a plan begins with an event");
    }

    private static SupportPlan begun(PlanId id, PlanStep step) {
        if (step.event() instanceof PlanEvent.PlanStarted started) {
            return new SupportPlan(
                    id, PlanState.DRAFT, started.resident(), null, Map.of(), Map.of(), Set.of(), List.of(step));
        }
        throw new IllegalStateException("what is kept breaks the table of transitions: a plan begins with PlanStarted");
    }

    /** The same after one more event. */
    SupportPlan with(PlanStep step) {
        PlanEvent event = step.event();
        PlanState next = PlanTransitions.after(state, event.type());
        Map<String, Goal> newGoals = new LinkedHashMap<>(goals);
        Map<String, Action> newActions = new LinkedHashMap<>(actions);
        Set<String> newHolds = new LinkedHashSet<>(holds);
        LocalDate agreed = next == PlanState.DRAFT ? null : agreedOn;
        if (event instanceof PlanEvent.GoalSet e) {
            Goal before = goals.get(e.goal());
            newGoals.put(
                    e.goal(),
                    new Goal(e.goal(), e.words(), before == null ? Progress.TO_DO : before.progress(), e.reviewOn()));
        } else if (event instanceof PlanEvent.ActionSet e) {
            Action before = actions.get(e.action());
            Progress progress = before == null ? Progress.TO_DO : before.progress();
            newActions.put(e.action(), new Action(e.action(), e.goal(), e.doer(), e.words(), progress, e.due()));
        } else if (event instanceof PlanEvent.ActionUpdated e) {
            newActions.computeIfPresent(
                    e.action(), (key, a) -> new Action(a.id(), a.goal(), a.doer(), a.words(), e.progress(), a.due()));
        } else if (event instanceof PlanEvent.GoalReviewed e) {
            newGoals.computeIfPresent(
                    e.goal(), (key, goal) -> new Goal(goal.id(), goal.words(), e.progress(), e.next()));
        } else if (event instanceof PlanEvent.PlanAgreed e) {
            agreed = e.on();
        } else if (event instanceof PlanEvent.PlanHeld e) {
            newHolds.add(e.reference());
        } else if (event instanceof PlanEvent.PlanHoldLifted e) {
            newHolds.remove(e.reference());
        }
        List<PlanStep> all = new ArrayList<>(history);
        all.add(step);
        return new SupportPlan(id, next, resident, agreed, newGoals, newActions, newHolds, all);
    }

    /** {@return its id} */
    public PlanId id() {
        return id;
    }

    /** {@return how many events it has; the version that the next command must expect} */
    public long version() {
        return history.size();
    }

    /** {@return how things stand} */
    public PlanState state() {
        return state;
    }

    /** {@return with whom it is} */
    public ResidentRef resident() {
        return resident;
    }

    /** {@return when the resident agreed to it as it stands; empty where it was changed since, or never agreed} */
    public Optional<LocalDate> agreedOn() {
        return Optional.ofNullable(agreedOn);
    }

    /** {@return the goals, in the order in which they were first set} */
    public List<Goal> goals() {
        return List.copyOf(goals.values());
    }

    /** {@return the actions, in the order in which they were first set} */
    public List<Action> actions() {
        return List.copyOf(actions.values());
    }

    /** {@return everything that happened, oldest first} */
    public List<PlanStep> history() {
        return history;
    }

    /** {@return whether the resident ever agreed to it} */
    public boolean wasAgreed() {
        return history.stream().anyMatch(step -> step.event() instanceof PlanEvent.PlanAgreed);
    }

    /** {@return whether a link worker and a resident work by it: it was agreed to, and is not closed} */
    public boolean isInUse() {
        return state != PlanState.CLOSED && wasAgreed();
    }

    /** {@return whether nothing of it may be erased now} */
    public boolean isOnLegalHold() {
        return !holds.isEmpty();
    }

    /** {@return whether its words were erased} */
    public boolean isErased() {
        return history.stream().anyMatch(step -> step.event() instanceof PlanEvent.PlanErased);
    }

    /** {@return whether an erasure was recorded and has been carried out; false where it broke off} */
    public boolean isErasureDone() {
        return isErased() && history.stream().allMatch(step -> isBare(step.event()));
    }

    private static boolean isBare(PlanEvent event) {
        if (event instanceof PlanEvent.GoalSet e) {
            return e.words() == null;
        } else if (event instanceof PlanEvent.ActionSet e) {
            return e.words() == null;
        } else if (event instanceof PlanEvent.ActionUpdated e) {
            return e.note() == null;
        }
        return !(event instanceof PlanEvent.GoalReviewed e) || e.words() == null;
    }

    /**
     * {@return the goals to review by a day, the longest due first; none where the plan is closed}
     *
     * @param day the day
     */
    public List<Goal> toReview(LocalDate day) {
        return goals.values().stream()
                .filter(goal -> state != PlanState.CLOSED && isOpen(goal.progress()))
                .filter(goal -> goal.reviewOn() != null && !goal.reviewOn().isAfter(day))
                .sorted(Comparator.comparing(Goal::reviewOn).thenComparing(Goal::id))
                .toList();
    }

    /**
     * {@return the actions that should be done by a day and are not, the longest due first; none where the plan is closed}
     *
     * @param day the day
     */
    public List<Action> overdue(LocalDate day) {
        List<Action> overdue = new ArrayList<>(actions.values());
        overdue.removeIf(action -> state == PlanState.CLOSED
                || !isOpen(action.progress())
                || !action.due().isBefore(day));
        overdue.sort(Comparator.comparing(Action::due).thenComparing(Action::id));
        return List.copyOf(overdue);
    }

    static boolean isOpen(Progress progress) {
        return progress == Progress.TO_DO || progress == Progress.BEGUN;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupportPlan that
                && id.equals(that.id)
                && state == that.state
                && resident.equals(that.resident)
                && Objects.equals(agreedOn, that.agreedOn)
                && goals.equals(that.goals)
                && actions.equals(that.actions)
                && holds.equals(that.holds)
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, history.size());
    }

    /** Says how things stand, and nothing about whom or what. */
    @Override
    public String toString() {
        return "SupportPlan[" + state + ", version " + version() + ", redacted]";
    }
}
