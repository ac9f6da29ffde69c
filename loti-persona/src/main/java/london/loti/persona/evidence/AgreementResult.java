package london.loti.persona.evidence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** How far raters agree by one method, or why that can't be said. Neither holds an id or a single rating. */
public sealed interface AgreementResult {

    /** {@return the method, and the convention where tools differ} */
    Method method();

    /** {@return how much of the ratings was used} */
    Counts counts();

    /**
     * {@return what one of the two functions makes of this result}
     *
     * @param <R> what they make
     * @param estimated for an estimate
     * @param undefined for a result that does not exist
     */
    default <R> R fold(
            Function<? super Estimated, ? extends R> estimated, Function<? super Undefined, ? extends R> undefined) {
        return this instanceof Estimated there ? estimated.apply(there) : undefined.apply((Undefined) this);
    }

    /** {@return one sentence in plain words} */
    default String words() {
        return fold(Estimated::sentence, none -> none.method().name() + ": not defined, " + none.reason().words);
    }

    /**
     * An estimate. 1 is perfect agreement; for all methods but raw agreement 0 is what chance would bring, and less is
     * worse than chance.
     *
     * @param method how it was made
     * @param counts what it was made of
     * @param estimate the coefficient, at most 1
     * @param observed the observed agreement; for alpha the observed <em>disagreement</em> in the square of its metric
     * @param expected the agreement expected by chance, for alpha the disagreement; 0 for raw agreement, which takes
     *     nothing off for chance
     * @param interval the bootstrap interval; null where none was asked for, where fewer than two units are used, or
     *     where fewer than half of the replicates have an estimate
     * @param degenerate the number of bootstrap replicates without an estimate, because only one category was drawn;
     *     the interval leaves them out
     */
    record Estimated(
            Method method,
            Counts counts,
            double estimate,
            double observed,
            double expected,
            @Nullable Interval interval,
            int degenerate)
            implements AgreementResult {

        private String sentence() {
            String told = degenerate == 0 ? "" : ", " + degenerate + " replicates without an estimate";
            String range = interval == null ? "no interval" : interval.words();
            return String.format(Locale.ROOT, "%s: %.2f (%s%s)", method.name(), estimate, range, told);
        }
    }

    /**
     * No estimate exists.
     *
     * @param method what was asked for
     * @param counts what could have been used
     * @param reason why there is none
     */
    record Undefined(Method method, Counts counts, Reason reason) implements AgreementResult {}

    /**
     * A method by its name.
     *
     * @param name for example {@code Cohen's kappa, linear weights}
     * @param convention what is counted and how, where tools differ
     */
    record Method(String name, String convention) {}

    /**
     * What was used.
     *
     * @param units the units (cases, interviews) that have enough ratings for the method
     * @param unitsLeftOut the units that have not
     * @param values the ratings of the units that are used
     */
    record Counts(int units, int unitsLeftOut, int values) {}

    /**
     * A percentile bootstrap interval over units. It tells what other cases from the same source might have given with
     * the same raters; not what other raters would have given.
     *
     * @param low its lower end
     * @param high its upper end
     * @param confidence its level, for example 0.95
     * @param replicates how many samples of units were drawn
     * @param seed the seed that they were drawn by
     */
    record Interval(double low, double high, double confidence, int replicates, long seed) {
        private String words() {
            BigDecimal percent =
                    BigDecimal.valueOf(confidence).movePointRight(2).stripTrailingZeros();
            return String.format(Locale.ROOT, "%s %% interval %.2f to %.2f", percent.toPlainString(), low, high);
        }
    }

    /** Why there is no estimate. */
    enum Reason {
        /** There is nobody to agree with. */
        ONE_RATER("because there is only one rater"),
        /** Cohen's kappa is for two raters. */
        NOT_TWO_RATERS("because it is for exactly two raters"),
        /** No unit has the ratings that the method needs. */
        NO_PAIRS("because no case has enough ratings to compare"),
        /** All ratings are of one category, so chance alone brings perfect agreement. */
        ONE_CATEGORY("because all ratings are of one category: nothing shows that raters can tell cases apart"),
        /** The categories are names without an order. */
        NO_ORDER("because the categories have no order"),
        /** The categories are not numbers. */
        NO_NUMBERS("because the ratings are not numbers"),
        /** A ratio needs numbers of nought or more. */
        BELOW_NOUGHT("because a rating is below nought");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }
}
