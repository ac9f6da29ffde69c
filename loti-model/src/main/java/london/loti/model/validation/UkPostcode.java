package london.loti.model.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The text must have the structure of a UK postcode, with or without the one space, in upper or lower case; whether
 * such a postcode is in use is not checked. Null is valid.
 *
 * <p>The rules are those of Royal Mail's Postcode Address File (Programmers' Guide) and of BS 7666:
 *
 * <ul>
 *   <li>the outward part is {@code A9}, {@code A99}, {@code A9A}, {@code AA9}, {@code AA99} or {@code AA9A}, the
 *       inward part {@code 9AA};
 *   <li>the first letter is not Q, V or X, the second not I, J or Z;
 *   <li>the third letter of {@code A9A} is one of A to H, J, K, P, S, T, U, W; the fourth of {@code AA9A} is one of A,
 *       B, E, H, M, N, P, R, V, W, X, Y;
 *   <li>a district of two digits, or with a letter, does not begin with a nought;
 *   <li>the inward letters are none of C, I, K, M, O, V;
 *   <li>{@code GIR 0AA} is the one exception.
 * </ul>
 *
 * <p>Postcodes of Jersey, Guernsey, the Isle of Man and British forces ({@code BF1}) have this structure and pass;
 * {@code BFPO} numbers, overseas territories and the stand-ins of statistics ({@code ZZ99 3VZ}) do not.
 */
@Documented
@Constraint(validatedBy = UkPostcode.Check.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface UkPostcode {
    /** {@return the problem in plain words} */
    String message() default "must be a UK postcode, for example AA1 1AA";

    /** {@return the groups of constraints that it belongs to} */
    Class<?>[] groups() default {};

    /** {@return what a client of the validation wants to attach} */
    Class<? extends Payload>[] payload() default {};

    /** Does the checking, for the validation provider. */
    final class Check implements ConstraintValidator<UkPostcode, CharSequence> {
        // Structure as in the documentation above; CASE_INSENSITIVE alone knows the letters A to Z only.
        private static final Pattern POSTCODE = Pattern.compile(
                "(?:[A-PR-UWYZ](?:[0-9]|[1-9][0-9]|[1-9][A-HJKPSTUW])"
                        + "|[A-PR-UWYZ][A-HK-Y](?:[0-9]|[1-9][0-9]|[1-9][ABEHMNPRVWXY]))"
                        + " ?[0-9][ABD-HJLNP-UW-Z]{2}|GIR ?0AA",
                Pattern.CASE_INSENSITIVE);

        /** For the validation provider. */
        public Check() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || POSTCODE.matcher(text).matches();
        }
    }
}
