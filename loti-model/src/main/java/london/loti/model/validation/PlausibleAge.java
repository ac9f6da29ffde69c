package london.loti.model.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * The number, whole or decimal, must be an age in years that a person can have: 0 to 120. Null is valid, {@code NaN}
 * is not.
 */
@Documented
@DecimalMin("0")
@DecimalMax("120")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlausibleAge {
    /** {@return the problem in plain words} */
    String message() default "must be an age from 0 to 120";

    /** {@return the groups of constraints that it belongs to} */
    Class<?>[] groups() default {};

    /** {@return what a client of the validation wants to attach} */
    Class<? extends Payload>[] payload() default {};
}
