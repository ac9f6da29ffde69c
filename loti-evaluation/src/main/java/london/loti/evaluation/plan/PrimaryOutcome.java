package london.loti.evaluation.plan;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.outcome.OutcomeMeasure;

/** An effect that may be called primary, because a locked plan says so. Only {@link LockedPlan#primary} makes one. */
public final class PrimaryOutcome {
    private final LockedPlan plan;
    private final MeasuredEffect result;

    PrimaryOutcome(LockedPlan plan, MeasuredEffect result) {
        this.plan = plan;
        this.result = result;
    }

    /** {@return the plan that names it} */
    public LockedPlan plan() {
        return plan;
    }

    /** {@return the measure} */
    public OutcomeMeasure measure() {
        return result.measure();
    }

    /** {@return what was found on it} */
    public Effect effect() {
        return result.effect();
    }

    /** {@return both} */
    public MeasuredEffect result() {
        return result;
    }
}
