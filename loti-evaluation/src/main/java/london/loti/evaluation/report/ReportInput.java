package london.loti.evaluation.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.economics.CostBenefitResult;
import london.loti.evaluation.economics.CostBenefitUncertainty;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.MeasuredEffect;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.outcome.OutcomeMeasure;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;

/** What a report was given. Counts in it are raw: they leave only through the rule. */
record ReportInput(
        String title,
        LocalDate date,
        Programme programme,
        Claim claim,
        DisclosureRule rule,
        @Nullable String place,
        @Nullable String author,
        @Nullable TheoryOfChange theory,
        @Nullable LockedPlan plan,
        List<Reach> reach,
        List<FlowArm> flow,
        @Nullable Balance balance,
        List<PrimaryOutcome> primary,
        List<MeasuredEffect> secondary,
        @Nullable String multiplicity,
        List<Named> subgroups,
        List<Named> sensitivity,
        List<Named> means,
        List<Named> overTime,
        @Nullable CostBenefitResult value,
        @Nullable Long participants,
        @Nullable CostBenefitUncertainty uncertainty,
        List<String> limitations,
        @Nullable RegistryDetails registry) {

    /** Counts of people, each in one category. */
    record Reach(String title, String meaning, Map<String, Long> people) {}

    /** Standardised differences before the start, as they were and after matching or weighting. */
    record Balance(Effect before, @Nullable Effect after) {}

    /** An effect with a name: of a subgroup, within its dimension, or of a picture. */
    record Named(String title, String name, OutcomeMeasure measure, Effect effect) {}
}
