package london.loti.evaluation.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.plan.LockedPlan;
import london.loti.evaluation.plan.MeasuredEffect;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.outcome.Programme;
import london.loti.model.outcome.TheoryOfChange;

/** Whether the parts of a report belong together. */
final class ReportRules {
    private ReportRules() {}

    static void check(ReportInput input) {
        LocalDate date = input.date();
        Programme programme = input.programme();
        Claim claim = input.claim();
        TheoryOfChange theory = input.theory();
        LockedPlan plan = input.plan();
        List<PrimaryOutcome> primary = input.primary();
        List<MeasuredEffect> secondary = input.secondary();
        require(!primary.isEmpty() || !secondary.isEmpty(), "a report must have an outcome, but has none");
        Set<String> measures = new HashSet<>();
        for (PrimaryOutcome outcome : primary) {
            require(
                    measures.add(outcome.measure().id()),
                    "a primary outcome must come once, but one comes twice\nMaybe report the other as a secondary outcome.");
            require(
                    plan != null && outcome.plan().lock().equals(plan.lock()),
                    "a primary outcome's plan must be the report's, but is another\nMaybe add it by plan().");
        }
        require(
                plan == null || plan.plan().programme().equals(programme.id()),
                "the plan must be of the report's programme, but is of another");
        require(
                plan == null || !plan.lock().date().isAfter(date),
                "the plan must have been locked by the day of the report, but was not");
        require(
                plan != null || !claim.quality().planLocked(),
                "a claim that counts on a locked plan needs that plan in the report\nMaybe add it by plan().");
        require(
                !claim.quality().outcomeNamed() || !primary.isEmpty(),
                "a claim that counts on an outcome named in the plan needs a primary outcome, but there is none");
        Set<String> outcomes = new HashSet<>(measures);
        secondary.forEach(result -> outcomes.add(result.measure().id()));
        require(
                input.sensitivity().stream()
                        .allMatch(named -> outcomes.contains(named.measure().id())),
                "a sensitivity analysis must be of an outcome of the report, but one is of none");
        require(
                input.uncertainty() == null || input.value() != null,
                "draws of costs and benefits need the cost-benefit analysis itself\nMaybe add it by value().");
        String named = programme.theoryOfChange();
        require(
                theory == null || named == null || Objects.equals(theory.id(), named),
                "the theory of change must be the one that the programme names, but is another");
    }

    private static void require(boolean kept, String problem) {
        if (!kept) {
            throw new IllegalStateException(problem);
        }
    }
}
