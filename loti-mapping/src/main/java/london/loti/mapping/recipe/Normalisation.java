package london.loti.mapping.recipe;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.json.LotiJson;

/**
 * How an indicator's values become scores that can be added: in every result a higher score means more need, because
 * values that point the other way are negated first.
 *
 * @param method the rule
 * @param from for {@code MIN_MAX} and {@code PERCENTILE_RANK}: the score of the lowest need; null is 0
 * @param to for {@code MIN_MAX} and {@code PERCENTILE_RANK}: the score of the highest need; null is 100
 * @param share for {@code HIGHEST_SHARE}: the share of areas that is flagged, between 0 and 1; null is a fifth
 */
public record Normalisation(
        Method method,
        @Nullable Double from,
        @Nullable Double to,
        @Nullable Double share) {

    private static final double FARTHEST = 1e6;

    /** The rules. n is the number of areas in the base with a value; missing values stay missing. */
    public enum Method {
        /** The values as they are: for scores that somebody published. */
        AS_PUBLISHED,
        /** {@code from + (to - from) * (x - min) / (max - min)}. */
        MIN_MAX,
        /** {@code (x - mean) / sd}, with the sample standard deviation (n - 1). */
        Z_SCORE,
        /** 1 for the lowest need to n for the highest; equal values share the lowest of their ranks. */
        RANK,
        /** {@code (rank - 1) / (n - 1)}, moved to {@code from..to}; equal values share the lowest of their ranks. */
        PERCENTILE_RANK,
        /**
         * The transform of the English Indices of Deprivation: {@code -23 ln(1 - R (1 - exp(-100/23)))} with
         * {@code R = (n - r + 1) / n}, where r = 1 is the highest need and equal values share the mean of their ranks.
         * From nearly 0 to 100; about a tenth of the areas lie above 50.
         */
        IOD_EXPONENTIAL,
        /** 1 for ranks up to {@code share * n}, otherwise 0; rank 1 is the highest need, equal values share the lowest. */
        HIGHEST_SHARE
    }

    /**
     * Checks that only parameters of the method are given, and that they make sense.
     *
     * @param method the rule
     * @param from the score of the lowest need; null is 0, or a method without one
     * @param to the score of the highest need, greater than {@code from}; null is 100, or a method without one
     * @param share the share of areas that is flagged, between 0 and 1; null is a fifth, or a method without one
     * @throws IllegalArgumentException if a parameter belongs to another method or is out of range
     */
    public Normalisation {
        Objects.requireNonNull(method, "a normalisation needs a 'method'");
        boolean scaled = method == Method.MIN_MAX || method == Method.PERCENTILE_RANK;
        if (!scaled && (from != null || to != null)) {
            throw new IllegalArgumentException(
                    "'from' and 'to' belong to MIN_MAX and PERCENTILE_RANK, not to " + method);
        }
        if (method != Method.HIGHEST_SHARE && share != null) {
            throw new IllegalArgumentException("'share' belongs to HIGHEST_SHARE, not to " + method);
        }
        if (scaled && !(scoreOf(to, 100) > scoreOf(from, 0))) {
            throw new IllegalArgumentException("'to' must be greater than 'from', so that a higher score is more need");
        }
        if (Math.abs(scoreOf(from, 0)) > FARTHEST || Math.abs(scoreOf(to, 0)) > FARTHEST) {
            throw new IllegalArgumentException("'from' and 'to' must lie between minus a million and a million");
        }
        if (share != null && !(share > 0 && share < 1)) {
            throw new IllegalArgumentException("'share' must lie between 0 and 1");
        }
    }

    /**
     * {@return a method without parameters, or with their defaults}
     *
     * @param method the rule; {@code MIN_MAX} and {@code PERCENTILE_RANK} score from 0 to 100, {@code HIGHEST_SHARE}
     *     flags a fifth
     */
    public static Normalisation of(Method method) {
        return new Normalisation(method, null, null, null);
    }

    /** {@return the score of the lowest need, for the methods that have one; 0 unless given} */
    public double lowest() {
        return scoreOf(from, 0);
    }

    /** {@return the score of the highest need, for the methods that have one; 100 unless given} */
    public double highest() {
        return scoreOf(to, 100);
    }

    /** {@return the share of areas that is flagged, between 0 and 1; a fifth unless given} */
    public double flaggedShare() {
        return scoreOf(share, 0.2);
    }

    /**
     * Whether a score may be below nought, so that a geometric mean can't take it.
     *
     * @return false for {@code AS_PUBLISHED} too, whose scores are looked at when an index is made
     */
    public boolean mayBeNegative() {
        return method == Method.Z_SCORE || lowest() < 0;
    }

    /**
     * {@return the rule in words for readers: {@code min-max to 0..100 over all areas of the table}}
     *
     * @param base the areas that are compared; not named for {@code AS_PUBLISHED}, which compares none
     */
    public String words(Base base) {
        String over = " over " + base.words();
        return switch (method) {
            case AS_PUBLISHED -> "as published";
            case MIN_MAX -> "min-max to " + range() + over;
            case Z_SCORE -> "z-score" + over;
            case RANK -> "rank" + over;
            case PERCENTILE_RANK -> "percentile rank, " + range() + over;
            case IOD_EXPONENTIAL -> "exponential transform of the Indices of Deprivation" + over;
            case HIGHEST_SHARE ->
                "1 in the " + LotiJson.number(100 * flaggedShare()) + " % of areas with the highest need, else 0,"
                        + over;
        };
    }

    private String range() {
        return LotiJson.number(lowest()) + ".." + LotiJson.number(highest());
    }

    private static double scoreOf(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
