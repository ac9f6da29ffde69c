package london.loti.evaluation.compare;

import java.util.Locale;

/** The intervals of a difference between two shares. */
public enum DifferenceInterval {
    /** From Wilson's intervals of both shares (Newcombe 1998): good for few people too. */
    NEWCOMBE,
    /** The difference and its standard error: too short for few people. */
    WALD,
    /** Wald's with the continuity correction of R's {@code prop.test}. */
    WALD_CORRECTED;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
