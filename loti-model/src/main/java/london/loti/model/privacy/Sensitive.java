package london.loti.model.privacy;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value about a resident that must not show by accident. It prints as redacted and can't be written as JSON; whoever
 * needs the value has to say so with {@link #reveal()}, where a reader of the code sees it.
 *
 * @param <T> what it holds
 */
public final class Sensitive<T> {
    private static final String REDACTED = "[redacted]";

    private final T value;

    private Sensitive(T value) {
        this.value = value;
    }

    /**
     * {@return a value that does not show}
     *
     * @param <T> what it holds
     * @param value the value
     */
    public static <T> Sensitive<T> of(T value) {
        return new Sensitive<>(Objects.requireNonNull(value, "a sensitive value must be there"));
    }

    /** {@return the value itself; do not put it into a message, a log or an exception} */
    public T reveal() {
        return value;
    }

    /**
     * {@return a sensitive value made from this one}
     *
     * @param <R> what it holds
     * @param change makes the other value
     */
    public <R> Sensitive<R> map(Function<? super T, ? extends R> change) {
        return new Sensitive<>(Objects.requireNonNull(change.apply(value), "a sensitive value must be there"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sensitive<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return REDACTED;
    }
}
