package london.loti.evaluation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.plan.Deviation.Kind;
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
     * {@return every step away from the plan, in the order of the plan, then what was added}
     *
     * @param design how the study was made in fact
     * @param results all effects on outcomes that are reported; subgroups are none
     */
    public List<Deviation> deviations(StudyDesign design, List<MeasuredEffect> results) {
        List<Deviation> deviations = new ArrayList<>();
        if (design != plan.design()) {
            deviations.add(new Deviation(Kind.DESIGN, "study", words(plan.design()), words(design)));
        }
        for (PlannedAnalysis planned : plan.outcomes()) {
            List<MeasuredEffect> found = results.stream()
                    .filter(result -> result.measure().id().equals(planned.measure()))
                    .toList();
            if (found.isEmpty()) {
                deviations.add(new Deviation(Kind.OUTCOME_LEFT_OUT, planned.measure(), "reported", "not reported"));
            }
            found.forEach(result -> compare(planned, result.effect(), deviations));
        }
        results.stream()
                .map(MeasuredEffect::measure)
                .filter(measure -> find(plan.outcomes(), measure).isEmpty())
                .map(OutcomeMeasure::id)
                .distinct()
                .forEach(added ->
                        deviations.add(new Deviation(Kind.OUTCOME_ADDED, added, "not in the plan", "reported")));
        return List.copyOf(deviations);
    }

    private void compare(PlannedAnalysis planned, Effect effect, List<Deviation> deviations) {
        String about = planned.measure();
        if (!planned.method().equals(effect.method())) {
            deviations.add(new Deviation(Kind.METHOD, about, planned.method(), effect.method()));
        }
        planned.convention().forEach((name, choice) -> {
            String done = effect.convention().getOrDefault(name, "not said");
            if (!choice.equals(done)) {
                deviations.add(new Deviation(Kind.CONVENTION, about, name + ": " + choice, name + ": " + done));
            }
        });
        if (effect.n() < plan.people()) {
            deviations.add(new Deviation(Kind.FEWER_PEOPLE, about, plan.people() + " people", "fewer people"));
        }
        if (plan.clusters() != null && effect.clusters() == null) {
            deviations.add(new Deviation(
                    Kind.CLUSTERS, about, "errors allow for " + plan.clusters(), "errors do not allow for clusters"));
        }
    }

    private static Optional<PlannedAnalysis> find(List<PlannedAnalysis> analyses, OutcomeMeasure measure) {
        return analyses.stream()
                .filter(planned -> planned.measure().equals(measure.id()))
                .findFirst();
    }

    private static String words(StudyDesign design) {
        return design.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
