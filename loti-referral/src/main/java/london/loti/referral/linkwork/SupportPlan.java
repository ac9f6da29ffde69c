package london.loti.referral.linkwork;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    private final long version;
    private final PlanState state;
    private final ResidentRef resident;
    private final @Nullable LocalDate agreedOn;
    private final Map<String, Goal> goals;
    private final Map<String, Action> actions;

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
            long version,
            PlanState state,
            ResidentRef resident,
            @Nullable LocalDate agreedOn,
            Map<String, Goal> goals,
            Map<String, Action> actions) {
        this.id = id;
        this.version = version;
        this.state = state;
        this.resident = resident;
        this.agreedOn = agreedOn;
        this.goals = goals;
        this.actions = actions;
    }

    /** From its events, oldest first. */
    static SupportPlan rebuild(PlanId id, List<PlanEvent> events) {
        SupportPlan plan = null;
        for (PlanEvent event : events) {
            plan = plan == null ? begun(id, event) : plan.with(event);
        }
        return Objects.requireNonNull(plan, "a plan begins with an event");
    }

    private static SupportPlan begun(PlanId id, PlanEvent event) {
        if (event instanceof PlanEvent.PlanStarted started) {
            return new SupportPlan(id, 1, PlanState.DRAFT, started.resident(), null, Map.of(), Map.of());
        }
        throw new IllegalStateException("what is kept breaks the table of transitions: a plan begins with PlanStarted");
    }

    /** The same after one more event. */
    SupportPlan with(PlanEvent event) {
        PlanState next = PlanTransitions.after(state, event.type());
        Map<String, Goal> newGoals = new LinkedHashMap<>(goals);
        Map<String, Action> newActions = new LinkedHashMap<>(actions);
        LocalDate agreed = next == PlanState.DRAFT ? null : agreedOn;
        if (event instanceof PlanEvent.GoalSet e) {
            Goal before = goals.get(e.goal());
            newGoals.put(
                    e.goal(),
                    new Goal(e.goal(), e.words(), before == null ? Progress.TO_DO : before.progress(), e.reviewOn()));
        } else if (event instanceof PlanEvent.ActionSet e) {
            Action before = actions.get(e.action());
            newActions.put(
                    e.action(),
                    new Action(
                            e.action(),
                            e.goal(),
                            e.doer(),
                            e.words(),
                            before == null ? Progress.TO_DO : before.progress(),
                            e.due()));
        } else if (event instanceof PlanEvent.ActionUpdated e) {
            newActions.computeIfPresent(
                    e.action(), (key, a) -> new Action(a.id(), a.goal(), a.doer(), a.words(), e.progress(), a.due()));
        } else if (event instanceof PlanEvent.GoalReviewed e) {
            newGoals.computeIfPresent(
                    e.goal(), (key, goal) -> new Goal(goal.id(), goal.words(), e.progress(), e.next()));
        } else if (event instanceof PlanEvent.PlanAgreed e) {
            agreed = e.on();
        }
        return new SupportPlan(id, version + 1, next, resident, agreed, newGoals, newActions);
    }

    /** {@return its id} */
    public PlanId id() {
        return id;
    }

    /** {@return how many events it has; the version that the next command must expect} */
    public long version() {
        return version;
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
                && version == that.version
                && state == that.state
                && resident.equals(that.resident)
                && Objects.equals(agreedOn, that.agreedOn)
                && goals.equals(that.goals)
                && actions.equals(that.actions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version);
    }

    /** Says how things stand, and nothing about whom or what. */
    @Override
    public String toString() {
        return "SupportPlan[" + state + ", version " + version + ", redacted]";
    }
}
