package london.loti.persona.fit;

import java.util.Locale;
import java.util.function.Function;

/** How far two categorical traits of people go together, or why that can't be said. */
public sealed interface Association {

    /** {@return how many people it is about} */
    long people();

    /** {@return how many people were left out, because one of the two is not known of them} */
    long leftOut();

    /**
     * {@return what one of the two functions makes of this result}
     *
     * @param <R> what they make
     * @param measured for an association that could be measured, be it strong or none
     * @param undefined for one that does not exist
     */
    default <R> R fold(
            Function<? super Measured, ? extends R> measured, Function<? super Undefined, ? extends R> undefined) {
        return this instanceof Measured there ? measured.apply(there) : undefined.apply((Undefined) this);
    }

    /** {@return one sentence in plain words} */
    default String words() {
        return fold(
                Measured::sentence, none -> "No association can be measured " + none.reason().words + leftOutWords());
    }

    private String leftOutWords() {
        return leftOut() == 0 ? "" : "; " + leftOut() + " left out, because something is not known of them";
    }

    /**
     * The usual measures. No number is {@code NaN}.
     *
     * @param people how many people it is about
     * @param leftOut how many people were left out
     * @param chiSquared Pearson's statistic, without continuity correction
     * @param degreesOfFreedom (rows − 1)(columns − 1), of the rows and columns that somebody is in
     * @param pValue how often chance alone would bring as large a statistic; rough where an expected count is below 5
     * @param g2 the likelihood ratio statistic, with the same degrees of freedom
     * @param phiSquared chi-squared over the people: the mean square contingency
     * @param contingencyCoefficient Pearson's √(φ² / (1 + φ²)), which never reaches 1
     * @param cramersV √(φ² / (min(rows, columns) − 1)), from 0 (none) to 1 (one tells the other); in small samples it is
     *     well above 0 by chance alone
     * @param correctedV Cramér's V with Bergsma's correction of that bias, from 0 to 1
     * @param smallestExpected the smallest count that independence would lead to expect in a cell
     */
    record Measured(
            long people,
            long leftOut,
            double chiSquared,
            int degreesOfFreedom,
            double pValue,
            double g2,
            double phiSquared,
            double contingencyCoefficient,
            double cramersV,
            double correctedV,
            double smallestExpected)
            implements Association {

        /** Cochran's rule of thumb. */
        private static final double SMALL = 5;

        private String sentence() {
            String p = pValue < 0.001 ? "p below 0.001" : String.format(Locale.ROOT, "p %.3f", pValue);
            return String.format(
                    Locale.ROOT,
                    "Cramér's V is %.2f (%.2f with bias correction) among %d people; chi-squared %.2f, %d degrees of"
                            + " freedom, %s%s%s",
                    cramersV,
                    correctedV,
                    people,
                    chiSquared,
                    degreesOfFreedom,
                    p,
                    smallestExpected < SMALL ? ", which is rough because an expected count is below 5" : "",
                    ((Association) this).leftOutWords());
        }
    }

    /**
     * Nothing to measure.
     *
     * @param people how many people it is about
     * @param leftOut how many people were left out
     * @param reason why there is none
     */
    record Undefined(long people, long leftOut, Reason reason) implements Association {}

    /** Why there is no association. */
    enum Reason {
        /** The table is empty. */
        NOBODY("because both are known of nobody"),
        /** The first does not vary. */
        ONE_ROW("because everybody is alike in the first"),
        /** The second does not vary. */
        ONE_COLUMN("because everybody is alike in the second");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }
}
