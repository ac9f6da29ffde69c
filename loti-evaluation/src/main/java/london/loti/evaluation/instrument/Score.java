package london.loti.evaluation.instrument;

import org.jspecify.annotations.Nullable;

/**
 * One score of one person.
 *
 * @param id the score's id
 * @param value the score, in the unit of its rule; {@code NaN} where answers are missing
 * @param band the name of its band; null where the score is missing or has no bands
 * @param whyMissing why there is no score, in plain words; null where there is one
 */
public record Score(
        String id,
        double value,
        @Nullable String band,
        @Nullable String whyMissing) {}
