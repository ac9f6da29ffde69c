package london.loti.model.validation;

import java.lang.annotation.Annotation;
import java.util.Locale;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Messages in English whatever the machine's language, made without an expression language and without the value that
 * was checked.
 */
final class PlainMessages implements MessageInterpolator {
    private static final String STANDARD_MIN = "{jakarta.validation.constraints.DecimalMin.message}";
    private static final String STANDARD_MAX = "{jakarta.validation.constraints.DecimalMax.message}";

    private final MessageInterpolator parameters = new ParameterMessageInterpolator();

    @Override
    public String interpolate(String template, Context context) {
        return interpolate(template, context, Locale.ROOT);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return parameters
                .interpolate(withoutExpression(template, context), context, Locale.ROOT)
                .replace("${validatedValue}", "the value");
    }

    /** The standard messages of two common constraints are expressions. */
    private static String withoutExpression(String template, Context context) {
        Annotation constraint = context.getConstraintDescriptor().getAnnotation();
        if (template.equals(STANDARD_MIN) && constraint instanceof DecimalMin min) {
            return min.inclusive() ? "must be {value} or more" : "must be more than {value}";
        }
        if (template.equals(STANDARD_MAX) && constraint instanceof DecimalMax max) {
            return max.inclusive() ? "must be {value} or less" : "must be less than {value}";
        }
        return template;
    }
}
