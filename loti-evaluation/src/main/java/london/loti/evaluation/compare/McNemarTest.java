package london.loti.evaluation.compare;

import java.util.Locale;

/** How those who changed from yes to no are weighed against those who changed from no to yes. */
public enum McNemarTest {
    /** Exact, but only half of the chance of what was seen is counted: seldom rejects more often than it says. */
    MID_P,
    /** The exact binomial test. */
    EXACT,
    /** Chi-squared. */
    CHI_SQUARED,
    /** Chi-squared with a continuity correction, as R's {@code mcnemar.test}. */
    CHI_SQUARED_CORRECTED;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
