package london.loti.evaluation.instrument;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How far a score must move for one person before it means something.
 *
 * @param least the least change that is called meaningful, in the unit of the score
 * @param status how well it is known
 * @param note what kind of change it is, and what others say; or null
 */
public record MeaningfulChange(
        double least, Verification status, @Nullable String note) {
    /**
     * Checks the size.
     *
     * @param least the least change, above nought
     * @param status how well it is known
     * @param note what kind of change it is, or null
     * @throws IllegalArgumentException if the change is not above nought
     */
    public MeaningfulChange {
        Objects.requireNonNull(status, "a meaningful change needs a 'status'");
        if (!(least > 0)) {
            throw new IllegalArgumentException("a meaningful change's 'least' must be above 0, but was " + least);
        }
    }
}
