package london.loti.model.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The date, or the moment, must lie where a council's records can lie: not before an earliest date, which catches
 * years like 0202, and not in the future, or not far in it. By the validator's clock, and for moments in its zone. Null
 * is valid.
 */
@Documented
@Constraint(validatedBy = {PlausibleDate.DateCheck.class, PlausibleDate.InstantCheck.class})
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleDate {
    /** {@return the earliest date, in ISO form, for example {@code 1900-01-01}} */
    String earliest() default "1900-01-01";

    /** {@return how many years ahead of today the date may be, at most 1,000; with 0 it can't be in the future} */
    int yearsAhead() default 0;

    /** {@return the problem in plain words; the default tells the limits} */
    String message() default DateCheck.NOT_IN_FUTURE;

    /** {@return the groups of constraints that it belongs to} */
    Class<?>[] groups() default {};

    /** {@return what a client of the validation wants to attach} */
    Class<? extends Payload>[] payload() default {};

    /** Does the checking of dates, for the validation provider. */
    final class DateCheck implements ConstraintValidator<PlausibleDate, LocalDate> {
        static final String NOT_IN_FUTURE = "must not be before {earliest} or in the future";

        private DateLimits limits = DateLimits.STANDARD;

        /** For the validation provider. */
        public DateCheck() {}

        @Override
        public void initialize(PlausibleDate constraint) {
            limits = DateLimits.of(constraint);
        }

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            if (date == null) {
                return true;
            }
            LocalDate today = LocalDate.now(context.getClockProvider().getClock());
            return limits.tell(limits.hold(date, today), context);
        }
    }

    /** Does the checking of moments, for the validation provider. */
    final class InstantCheck implements ConstraintValidator<PlausibleDate, Instant> {
        private DateLimits limits = DateLimits.STANDARD;

        /** For the validation provider. */
        public InstantCheck() {}

        @Override
        public void initialize(PlausibleDate constraint) {
            limits = DateLimits.of(constraint);
        }

        @Override
        public boolean isValid(@Nullable Instant moment, ConstraintValidatorContext context) {
            if (moment == null) {
                return true;
            }
            Clock clock = context.getClockProvider().getClock();
            return limits.tell(limits.hold(moment, clock), context);
        }
    }
}
