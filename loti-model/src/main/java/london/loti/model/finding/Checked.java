package london.loti.model.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a reader could read, together with everything that it found. A value may come with errors: then it holds the
 * good records, and the errors name the others. Whoever wants all or nothing calls {@link #orElseThrow()}.
 *
 * @param <T> what is read
 */
public final class Checked<T> {
    private final @Nullable T value;
    private final List<Finding> findings;

    private Checked(@Nullable T value, List<Finding> findings) {
        this.value = value;
        this.findings = List.copyOf(findings);
    }

    /**
     * {@return a value without findings}
     *
     * @param <T> what is read
     * @param value what was read
     */
    public static <T> Checked<T> of(T value) {
        return new Checked<>(value, List.of());
    }

    /**
     * {@return a value with findings}
     *
     * @param <T> what is read
     * @param value what could be read: the good records, where others have errors
     * @param findings errors, warnings, or none
     */
    public static <T> Checked<T> of(T value, List<Finding> findings) {
        return new Checked<>(value, findings);
    }

    /**
     * Nothing could be read.
     *
     * @param <T> what should have been read
     * @param findings what stood in the way, an error among them
     * @return the findings without a value
     * @throws IllegalArgumentException if no finding is an error
     */
    public static <T> Checked<T> failed(List<Finding> findings) {
        if (findings.stream().noneMatch(Finding::isError)) {
            throw new IllegalArgumentException("a failure needs an error among its findings, but had " + findings);
        }
        return new Checked<>(null, findings);
    }

    /** {@return what could be read; empty where nothing could} */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** {@return all findings, in the order of the input} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return the findings that are errors, in the order of the input} */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    /** {@return whether a finding is an error} */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /**
     * {@return the value, if no finding is an error}
     *
     * @throws FindingsException with all findings otherwise
     */
    public T orElseThrow() {
        if (value == null || hasErrors()) {
            throw new FindingsException(findings);
        }
        return value;
    }

    /**
     * {@return the same findings with another value, where there is one}
     *
     * @param <R> what the other value is
     * @param change makes the other value from this one; not called where there is none
     */
    public <R> Checked<R> map(Function<? super T, ? extends R> change) {
        return new Checked<>(value == null ? null : change.apply(value), findings);
    }

    @Override
    public String toString() {
        return (value == null ? "nothing" : value.getClass().getSimpleName()) + " with " + findings.size()
                + " findings";
    }
}
