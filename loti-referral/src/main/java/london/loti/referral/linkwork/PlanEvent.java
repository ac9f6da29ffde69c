package london.loti.referral.linkwork;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

/** Something that happened to a support plan. Events are only ever added; words are sealed, and absent after an erasure. */
public sealed interface PlanEvent {
    /** {@return the event's name, which is kept with it} */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Who does something. */
    enum Doer {
        /** The resident. */
        RESIDENT,
        /** The link worker. */
        LINK_WORKER,
        /** A service. */
        PROVIDER,
        /** Somebody whom the resident names. */
        SOMEBODY_ELSE
    }

    /** How far something has come. */
    enum Progress {
        /** Not begun. */
        TO_DO,
        /** Begun. */
        BEGUN,
        /** Done, or reached. */
        DONE,
        /** Given up, or not wanted any more. */
        DROPPED
    }

    /**
     * Somebody begins a plan with a resident.
     *
     * @param resident with whom
     */
    record PlanStarted(@Classified(DataClass.PSEUDONYM) ResidentRef resident) implements PlanEvent {
        /**
         * Checks that it is there.
         *
         * @param resident with whom
         */
        public PlanStarted {
            Objects.requireNonNull(resident, "a plan needs a 'resident'");
        }
    }

    /**
     * What the resident wants to reach, new or said anew.
     *
     * @param goal the goal's own id
     * @param words in the resident's own words; null after an erasure
     * @param reviewOn when both look at it again
     */
    record GoalSet(
            @Classified(DataClass.OPERATIONAL) String goal,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> words,
            @Classified(DataClass.OPERATIONAL) LocalDate reviewOn)
            implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param goal the goal's own id
         * @param words in the resident's own words; null after an erasure
         * @param reviewOn when both look at it again
         */
        public GoalSet {
            Require.code("a plan", "goal", goal);
            Objects.requireNonNull(reviewOn, "a goal needs the day to review it, 'reviewOn'");
        }

        /** Says nothing of what. */
        @Override
        public String toString() {
            return "GoalSet[redacted]";
        }
    }

    /**
     * What somebody does for a goal, new or said anew.
     *
     * @param action the action's own id
     * @param goal the goal that it is for
     * @param doer who does it
     * @param words what; null after an erasure
     * @param due by when
     */
    record ActionSet(
            @Classified(DataClass.OPERATIONAL) String action,
            @Classified(DataClass.OPERATIONAL) String goal,
            @Classified(DataClass.OPERATIONAL) Doer doer,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> words,
            @Classified(DataClass.OPERATIONAL) LocalDate due)
            implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param action the action's own id
         * @param goal the goal that it is for
         * @param doer who does it
         * @param words what; null after an erasure
         * @param due by when
         */
        public ActionSet {
            Require.code("a plan", "action", action);
            Require.code("a plan", "goal", goal);
            Objects.requireNonNull(doer, "an action needs its 'doer'");
            Objects.requireNonNull(due, "an action needs the day on which it is 'due'");
        }

        /** Says nothing of what. */
        @Override
        public String toString() {
            return "ActionSet[redacted]";
        }
    }

    /**
     * The resident agreed to the plan as it stands.
     *
     * @param on the day
     */
    record PlanAgreed(@Classified(DataClass.OPERATIONAL) LocalDate on) implements PlanEvent {
        /**
         * Checks that it is there.
         *
         * @param on the day
         */
        public PlanAgreed {
            Objects.requireNonNull(on, "an agreement needs the day 'on' which it was given");
        }
    }

    /**
     * An action came further.
     *
     * @param action the action
     * @param progress how far
     * @param note more, in words; null for nothing
     */
    record ActionUpdated(
            @Classified(DataClass.OPERATIONAL) String action,
            @Classified(DataClass.OPERATIONAL) Progress progress,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> note)
            implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param action the action
         * @param progress how far
         * @param note more, in words; null for nothing
         */
        public ActionUpdated {
            Require.code("a plan", "action", action);
            Objects.requireNonNull(progress, "an update needs its 'progress'");
        }

        /** Says nothing of what. */
        @Override
        public String toString() {
            return "ActionUpdated[redacted]";
        }
    }

    /**
     * Both looked at a goal again.
     *
     * @param goal the goal
     * @param progress how far it has come, as the resident sees it
     * @param words in the resident's own words; null for nothing
     * @param next when they look again; null where there is no need
     */
    record GoalReviewed(
            @Classified(DataClass.OPERATIONAL) String goal,
            @Classified(DataClass.OPERATIONAL) Progress progress,
            @Classified(DataClass.FREE_TEXT) @Nullable Sensitive<String> words,
            @Classified(DataClass.OPERATIONAL) @Nullable LocalDate next)
            implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param goal the goal
         * @param progress how far it has come
         * @param words in the resident's own words; null for nothing
         * @param next when they look again; null where there is no need
         */
        public GoalReviewed {
            Require.code("a plan", "goal", goal);
            Objects.requireNonNull(progress, "a review needs its 'progress'");
        }

        /** Says nothing of what. */
        @Override
        public String toString() {
            return "GoalReviewed[redacted]";
        }
    }

    /** The plan is over; every goal keeps the progress that it had. */
    record PlanClosed() implements PlanEvent {}

    /**
     * Nothing of the plan may be erased, because of a claim or an inquiry.
     *
     * @param reference an opaque reference to the matter
     */
    record PlanHeld(@Classified(DataClass.OPERATIONAL) String reference) implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param reference an opaque reference to the matter
         */
        public PlanHeld {
            Require.code("a plan", "reference", reference);
        }
    }

    /**
     * The claim or inquiry is over.
     *
     * @param reference an opaque reference to the matter
     */
    record PlanHoldLifted(@Classified(DataClass.OPERATIONAL) String reference) implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param reference an opaque reference to the matter
         */
        public PlanHoldLifted {
            Require.code("a plan", "reference", reference);
        }
    }

    /**
     * The words of the plan were erased. Dates and progress stay.
     *
     * @param rule the id of the retention rule, or of the request
     */
    record PlanErased(@Classified(DataClass.OPERATIONAL) String rule) implements PlanEvent {
        /**
         * Checks what must be there.
         *
         * @param rule the id of the retention rule, or of the request
         */
        public PlanErased {
            Require.code("a plan", "rule", rule);
        }
    }
}
