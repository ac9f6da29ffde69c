package london.loti.referral.opening;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * Whether something is open, with words that can be shown.
 *
 * @param state open, closed or unknown
 * @param words for example {@code open until 16:30}, or {@code closed today; next open Thursday 10:00}
 * @param until until when it stays open, where it is; null otherwise, or where it does not close within a week
 * @param next when it is next sure to be open, where it is not; null where it is open, or nothing is sure within the
 *     policy's horizon
 */
public record OpenAnswer(
        OpenState state,
        String words,
        @Nullable Instant until,
        @Nullable Instant next) {
    /**
     * Checks that there are words.
     *
     * @param state open, closed or unknown
     * @param words what to show
     * @param until until when it stays open
     * @param next when it is next sure to be open
     * @throws IllegalArgumentException if there are no words
     */
    public OpenAnswer {
        Objects.requireNonNull(state, "an answer needs a state");
        Require.text(words, "an answer needs words");
    }
}
