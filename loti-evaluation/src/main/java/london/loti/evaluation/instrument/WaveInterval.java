package london.loti.evaluation.instrument;

import java.util.Objects;

import london.loti.model.finding.Require;

/**
 * How far apart one person should be asked again.
 *
 * @param leastDays the fewest days between two waves
 * @param status how well it is known
 * @param reason why, for example the time that the questions ask about
 */
public record WaveInterval(int leastDays, Verification status, String reason) {
    /**
     * Checks the number of days.
     *
     * @param leastDays the fewest days between two waves, one or more
     * @param status how well it is known
     * @param reason why
     * @throws IllegalArgumentException if it is less than a day
     */
    public WaveInterval {
        Objects.requireNonNull(status, "an interval of waves needs a 'status'");
        Require.text(reason, "an interval of waves needs a 'reason'");
        if (leastDays < 1) {
            throw new IllegalArgumentException("an interval's 'leastDays' must be one or more, but was " + leastDays);
        }
    }
}
