package london.loti.model.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The date must be one on which a living person can have been born: not in the future, and not more than 120 years
 * ago, by the validator's clock. Null is valid.
 */
@Documented
@Constraint(validatedBy = PlausibleBirthDate.Check.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleBirthDate {
    /** How many years ago a person can have been born at the most. */
    int OLDEST = 120;

    /** {@return the problem in plain words} */
    String message() default "must not be in the future or more than " + OLDEST + " years ago";

    /** {@return the groups of constraints that it belongs to} */
    Class<?>[] groups() default {};

    /** {@return what a client of the validation wants to attach} */
    Class<? extends Payload>[] payload() default {};

    /** Does the checking, for the validation provider. */
    final class Check implements ConstraintValidator<PlausibleBirthDate, LocalDate> {
        /** For the validation provider. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable LocalDate born, ConstraintValidatorContext context) {
            if (born == null) {
                return true;
            }
            LocalDate today = LocalDate.now(context.getClockProvider().getClock());
            return !born.isAfter(today) && !born.isBefore(today.minusYears(OLDEST));
        }
    }
}
