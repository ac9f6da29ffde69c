package london.loti.evaluation.plan;

import java.util.List;
import java.util.Optional;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.outcome.OutcomeMeasure;

/** A plan whose bytes are those that were locked. Only {@link PlanLock#check} makes one. */
public final class LockedPlan {
    private final AnalysisPlan plan;
    private final PlanLock lock;

    LockedPlan(AnalysisPlan plan, PlanLock lock) {
        this.plan = plan;
        this.lock = lock;
    }

    /** {@return the plan} */
    public AnalysisPlan plan() {
        return plan;
    }

    /** {@return its lock} */
    public PlanLock lock() {
        return lock;
    }

    /**
     * {@return an effect that may be called primary}
     *
     * @param measure the measure
     * @param effect what was found on it
     * @throws IllegalArgumentException if the plan does not name the measure as primary, or planned another method
     */
    public PrimaryOutcome primary(OutcomeMeasure measure, Effect effect) {
        PlannedAnalysis planned = find(plan.primary(), measure)
                .orElseThrow(() -> new IllegalArgumentException("a primary outcome must be one of the plan's "
                        + plan.primary().stream().map(PlannedAnalysis::measure).toList() + ", but was '" + measure.id()
                        + "'\nMaybe report it as a secondary outcome."));
        if (!planned.method().equals(effect.method())) {
            throw new IllegalArgumentException("a primary outcome must be analysed by the planned method '"
                    + planned.method() + "', but was by '" + effect.method()
                    + "'\nMaybe run the planned method too, and report this one as a secondary outcome.");
        }
        return new PrimaryOutcome(this, new MeasuredEffect(measure, effect));
    }

    /**
     * {@return every step away from the plan, and by name what could not be compared with it}
     *
     * @param design how the study was made in fact
     * @param results all effects on outcomes that are reported; subgroups are none
     * @param groups by what people were grouped to look at groups by themselves, for example {@code age}
     */
    public PlanComparison compare(StudyDesign design, List<MeasuredEffect> results, List<String> groups) {
        return new PlanComparer(plan).compare(design, results, groups);
    }

    private static Optional<PlannedAnalysis> find(List<PlannedAnalysis> analyses, OutcomeMeasure measure) {
        return analyses.stream()
                .filter(planned -> planned.measure().equals(measure.id()))
                .findFirst();
    }
}
