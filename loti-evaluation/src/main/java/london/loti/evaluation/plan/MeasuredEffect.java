package london.loti.evaluation.plan;

import java.util.Objects;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.outcome.OutcomeMeasure;

/**
 * An effect and what it is an effect on.
 *
 * @param measure the measure
 * @param effect what was found on it
 */
public record MeasuredEffect(OutcomeMeasure measure, Effect effect) {
    /**
     * Checks that both are there.
     *
     * @param measure the measure
     * @param effect what was found on it
     */
    public MeasuredEffect {
        Objects.requireNonNull(measure, "an effect needs its 'measure'");
        Objects.requireNonNull(effect, "a measure needs its 'effect'");
    }
}
