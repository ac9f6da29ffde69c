package london.loti.referral.linkwork;

import java.util.List;
import java.util.function.Function;

/** What became of a command to a support plan. */
public sealed interface PlanOutcome {
    /**
     * {@return what one of two functions makes of it}
     *
     * @param <R> what they make
     * @param done what to do with the changed plan
     * @param refused what to do with a refusal
     */
    default <R> R fold(Function<? super Done, ? extends R> done, Function<? super Refused, ? extends R> refused) {
        return this instanceof Done d ? done.apply(d) : refused.apply((Refused) this);
    }

    /**
     * It happened.
     *
     * @param plan the plan as it is now
     * @param before whether the same command had come before, so that nothing was added now
     */
    record Done(SupportPlan plan, boolean before) implements PlanOutcome {}

    /**
     * It did not happen, and nothing was kept.
     *
     * @param reasons every rule that forbids it, in plain words; nothing about the resident
     */
    record Refused(List<String> reasons) implements PlanOutcome {
        /**
         * Copies the list.
         *
         * @param reasons every rule that forbids it
         */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
