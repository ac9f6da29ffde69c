package london.loti.model.governance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The answer to a {@link PermissionRequest}. Only a {@link PermissionPolicy} makes one, so that whoever holds a {@link
 * Granted} knows that the rules were asked.
 */
public sealed interface Permission {

    /**
     * {@return what one of two functions makes of the answer}
     *
     * @param <R> what they make
     * @param granted what to do with a permission
     * @param refused what to do without one
     */
    <R> R fold(Function<? super Granted, ? extends R> granted, Function<? super Refused, ? extends R> refused);

    /** A permission. It covers what was asked for, with whom and until when, and nothing else. */
    final class Granted implements Permission {
        private final PermissionRequest request;
        private final String policy;

        Granted(PermissionRequest request, String policy) {
            this.request = request;
            this.policy = policy;
        }

        /** {@return what it covers} */
        public PermissionRequest request() {
            return request;
        }

        /** {@return the id and version of the policy that granted it} */
        public String policy() {
            return policy;
        }

        /**
         * {@return what an organisation may get on a day; nothing where it is none of the recipients, or the day is
         * before the permission or after its end}
         *
         * @param recipient the id of an organisation
         * @param day a day
         */
        public Set<SharedField> fieldsFor(String recipient, LocalDate day) {
            boolean covered = request.recipients().contains(recipient) && isInForce(day);
            return covered ? request.fields() : Collections.unmodifiableSet(EnumSet.noneOf(SharedField.class));
        }

        /**
         * {@return whether a day is neither before the permission nor after its end}
         *
         * @param day a day
         */
        public boolean isInForce(LocalDate day) {
            return !day.isBefore(request.on()) && !day.isAfter(request.until());
        }

        @Override
        public <R> R fold(
                Function<? super Granted, ? extends R> granted, Function<? super Refused, ? extends R> refused) {
            return granted.apply(this);
        }

        /** Says nothing about whom or what. */
        @Override
        public String toString() {
            return "Granted[redacted, " + policy + "]";
        }
    }

    /**
     * No permission, and why. Nothing may be shared; the resident can still be told of services.
     *
     * @param reasons every rule that the request breaks, in a fixed order
     * @param policy the id and version of the policy that refused it
     */
    record Refused(List<Reason> reasons, String policy) implements Permission {
        /**
         * Copies the reasons.
         *
         * @param reasons every rule that the request breaks
         * @param policy the id and version of the policy that refused it
         */
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R fold(
                Function<? super Granted, ? extends R> granted, Function<? super Refused, ? extends R> refused) {
            return refused.apply(this);
        }
    }

    /** A rule that a request can break. */
    enum Reason {
        /** Nobody would get anything. */
        NOTHING_ASKED("it must name at least one recipient and one thing to share"),
        /** The period is wrong. */
        PERIOD("it must end after it begins, and not later than the policy allows"),
        /** The agreement or decision lies in the future. */
        NOT_YET("the agreement or decision must not be later than today"),
        /** Nobody told the resident. */
        NOT_INFORMED("the resident, or who decides for them, must have been told what is shared, with whom, and how to"
                + " stop it"),
        /** Somebody who can't decide this can't agree to it either. */
        CANNOT_AGREE("a resident who was found unable to decide this can't agree to it; ask an attorney or a deputy, or"
                + " decide in their best interests"),
        /** Nobody assessed whether the resident can decide. */
        CAPACITY_NOT_ASSESSED(
                "others may decide only where the resident was found unable to decide this, with the day of"
                        + " the assessment"),
        /** What was seen is not recorded. */
        NO_REFERENCE(
                "this ground needs a reference to what was seen: the statute, the order of the court, the registered"
                        + " power of attorney, the record of best interests"),
        /** The basis is barred. */
        BASIS_BARRED("a public authority can't rely on legitimate interests, recognised or not, for its own tasks"),
        /** The basis did not exist then. */
        BASIS_NOT_IN_FORCE("the basis was not in force on that day"),
        /** Special category data lack a condition. */
        NO_CONDITION("what is, or may hold, special category data needs a condition of UK GDPR Article 9"),
        /** The basis says consent and the ground does not. */
        CONSENT_WITHOUT_AGREEMENT("consent can be the basis only where the resident agreed");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** {@return the rule, in plain words} */
        public String words() {
            return words;
        }
    }
}
