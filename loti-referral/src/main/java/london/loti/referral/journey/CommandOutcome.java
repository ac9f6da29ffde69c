package london.loti.referral.journey;

import java.util.List;
import java.util.function.Function;

/** What became of a command. */
public sealed interface CommandOutcome {
    /**
     * {@return what one of two functions makes of it}
     *
     * @param <R> what they make
     * @param done what to do with the changed referral
     * @param refused what to do with a refusal
     */
    default <R> R fold(Function<? super Done, ? extends R> done, Function<? super Refused, ? extends R> refused) {
        return this instanceof Done d ? done.apply(d) : refused.apply((Refused) this);
    }

    /**
     * It happened.
     *
     * @param referral the referral as it is now
     * @param before whether the same command had come before, so that nothing was added now
     */
    record Done(Referral referral, boolean before) implements CommandOutcome {}

    /**
     * It did not happen, and nothing was kept.
     *
     * @param refusals every rule that forbids it
     */
    record Refused(List<Refusal> refusals) implements CommandOutcome {
        /**
         * Copies the list.
         *
         * @param refusals every rule that forbids it
         */
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
