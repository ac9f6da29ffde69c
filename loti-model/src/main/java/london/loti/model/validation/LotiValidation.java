package london.loti.model.validation;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.HibernateValidator;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;

/**
 * Checks a form against the constraints that its fields are annotated with: those of Jakarta Validation and those of
 * this package.
 *
 * <pre>{@code
 * record PersonForm(
 *         @NotNull @PlausibleBirthDate LocalDate born,
 *         @NotBlank @UkPostcode String postcode) {}
 *
 * List<Finding> findings = LotiValidation.with(clock).check("person form", form);
 * }</pre>
 *
 * <p>All problems are told at once. What is "today" is the clock's say, so give it the zone in which people live,
 * {@code Europe/London}. It works out of the box, with Hibernate Validator and without an expression language; no
 * {@code validation.xml} of the application is read. On the module path the form's package must be opened to
 * {@code org.hibernate.validator}. Immutable and thread-safe; making one is cheap.
 */
public final class LotiValidation {

    /** The rules that a form can break. */
    public enum Code implements Finding.Code {
        /** A field that must be filled in is not. */
        MISSING_VALUE,
        /** A field holds what its constraint refuses. */
        INVALID_VALUE
    }

    private static final Set<Class<? extends Annotation>> ASK_FOR_A_VALUE =
            Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private final Validator validator;

    private LotiValidation(Validator validator) {
        this.validator = validator;
    }

    /**
     * {@return validation by this clock}
     *
     * @param clock tells what today is, in the zone in which people live
     */
    public static LotiValidation with(Clock clock) {
        return new LotiValidation(Shared.FACTORY
                .usingContext()
                .clockProvider(new FormClock(clock))
                .getValidator());
    }

    /**
     * {@return validation by an application's own validator; then its clock rules, and its messages are as it makes
     * them}
     *
     * @param validator the application's own, thread-safe as Jakarta Validation asks
     */
    public static LotiValidation using(Validator validator) {
        return new LotiValidation(validator);
    }

    /**
     * Everything that is wrong with a form, sorted by path and then by message. A path is that of the field,
     * {@code people[0].postcode}; a problem of the whole form has none. The key of a map, which may be personal, is
     * left out unless it is an enum's constant.
     *
     * @param source the form's name, for findings
     * @param form the form
     * @param groups the groups of constraints; none stands for the default group
     * @return an error for every broken constraint; empty where the form is in order
     */
    public List<Finding> check(String source, Object form, Class<?>... groups) {
        Findings findings = new Findings();
        validator.validate(form, groups).stream()
                .map(violation -> Problem.of(source, violation))
                .sorted(Comparator.comparing(Problem::order)
                        .thenComparing(problem -> problem.finding().message())
                        .thenComparing(problem -> problem.finding().code().name()))
                .forEach(problem -> findings.add(problem.finding()));
        return findings.toList();
    }

    /** {@return the validator itself, for those who want its violations} */
    public Validator validator() {
        return validator;
    }

    /**
     * A finding and where it comes in the order.
     *
     * @param order the path with every index filled up with noughts, so that the tenth comes after the second
     */
    private record Problem(String order, Finding finding) {

        static Problem of(String source, ConstraintViolation<?> violation) {
            String path = path(violation.getPropertyPath(), "%d");
            Class<? extends Annotation> constraint =
                    violation.getConstraintDescriptor().getAnnotation().annotationType();
            return new Problem(
                    path(violation.getPropertyPath(), "%010d"),
                    Finding.error(
                            ASK_FOR_A_VALUE.contains(constraint) ? Code.MISSING_VALUE : Code.INVALID_VALUE,
                            violation.getMessage(),
                            path.isEmpty() ? Where.file(source) : Where.column(source, path)));
        }

        private static String path(Path path, String index) {
            StringBuilder text = new StringBuilder();
            for (Path.Node node : path) {
                if (node.isInIterable()) {
                    text.append('[').append(place(node, index)).append(']');
                }
                // The node of a list's element or a map's value is named after its type's parameter.
                if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                    text.append(text.isEmpty() ? "" : ".").append(node.getName());
                }
            }
            return text.toString();
        }

        private static String place(Path.Node node, String index) {
            if (node.getIndex() != null) {
                return String.format(Locale.ROOT, index, node.getIndex());
            }
            return node.getKey() instanceof Enum<?> key ? key.name() : "";
        }
    }

    /** Equal for equal clocks: Hibernate Validator keeps what it has prepared for one. */
    private record FormClock(Clock clock) implements ClockProvider {
        @Override
        public Clock getClock() {
            return clock;
        }
    }

    /** Made when it is first needed, and never closed: it holds nothing but what it learnt of the forms' classes. */
    private static final class Shared {
        private static final ValidatorFactory FACTORY = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new PlainMessages())
                .buildValidatorFactory();
    }
}
