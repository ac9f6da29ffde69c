package london.loti.model.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaType;

/**
 * The text must have the shape of a GSS code, and of one of some types where it says which. Whether there is such an
 * area is not checked. Null is valid.
 */
@Documented
@Constraint(validatedBy = GssCode.Check.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface GssCode {
    /** {@return the types of area that are wanted; none stands for any} */
    AreaType[] type() default {};

    /** {@return the problem in plain words; the default becomes "must be the code of an LSOA" where types are given} */
    String message() default Check.ANY;

    /** {@return the groups of constraints that it belongs to} */
    Class<?>[] groups() default {};

    /** {@return what a client of the validation wants to attach} */
    Class<? extends Payload>[] payload() default {};

    /** Does the checking, for the validation provider. */
    final class Check implements ConstraintValidator<GssCode, CharSequence> {
        private static final String ANY = "must be an area code: a letter E, K, N, S or W and eight digits";

        private Set<AreaType> types = Set.of();
        private String message = ANY;

        /** For the validation provider. */
        public Check() {}

        @Override
        public void initialize(GssCode constraint) {
            types = Set.of(constraint.type());
            if (!types.isEmpty() && constraint.message().equals(ANY)) {
                message = Arrays.stream(constraint.type())
                        .map(Check::withArticle)
                        .collect(Collectors.joining(" or ", "must be the code of ", ""));
            } else {
                message = constraint.message();
            }
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            String code = text.toString();
            if (AreaCode.isCode(code) && (types.isEmpty() || types.contains(new AreaCode(code).type()))) {
                return true;
            }
            if (!message.equals(context.getDefaultConstraintMessageTemplate())) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            }
            return false;
        }

        private static String withArticle(AreaType type) {
            boolean soundsLikeVowel = switch (type) {
                case OUTPUT_AREA, LSOA, MSOA, OTHER -> true;
                default -> false;
            };
            return (soundsLikeVowel ? "an " : "a ") + type.label();
        }
    }
}
