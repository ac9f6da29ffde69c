package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.Claim;
import london.loti.evaluation.claims.ClaimsGuard;
import london.loti.evaluation.claims.StudyQuality;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.plan.MeasuredEffect;
import london.loti.evaluation.plan.PlanComparison;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.outcome.OutcomeMeasure;

/** What a report says, after the disclosure rule: the one place from which every form is made. */
final class ReportContent {
    private final ReportInput input;
    private final List<DisclosedCounts> flow;
    private final boolean hideN;
    private final List<Shown> effects = new ArrayList<>();

    ReportContent(ReportInput input) {
        this.input = input;
        this.flow = input.flow().stream().map(arm -> arm.shown(input.rule())).toList();
        // Where counts are exact, how many began less how many were analysed would tell how few were lost.
        this.hideN = input.rule().rounding() == 1 && flow.stream().anyMatch(arm -> arm.suppressedCount() > 0);
        for (PrimaryOutcome outcome : input.primary()) {
            effects.add(shown(Role.PRIMARY, outcome.measure().label(), outcome.measure(), outcome.effect()));
        }
        for (MeasuredEffect result : input.secondary()) {
            effects.add(shown(Role.SECONDARY, result.measure().label(), result.measure(), result.effect()));
        }
        input.sensitivity()
                .forEach(named -> effects.add(shown(Role.SENSITIVITY, named.name(), named.measure(), named.effect())));
        input.means().forEach(named -> effects.add(shown(Role.MEANS, named.title(), named.measure(), named.effect())));
        input.overTime()
                .forEach(named -> effects.add(shown(Role.OVER_TIME, named.title(), named.measure(), named.effect())));
        subgroups().values().forEach(effects::addAll);
    }

    ReportInput input() {
        return input;
    }

    List<DisclosedCounts> flow() {
        return flow;
    }

    List<Shown> effects(Role role) {
        return effects.stream().filter(shown -> shown.role() == role).toList();
    }

    /** All effects on outcomes, in the order of the report. */
    List<Shown> effects() {
        return List.copyOf(effects);
    }

    Shown balance(String label, Effect effect) {
        return Shown.of(Role.BALANCE, label, null, effect, input.rule(), hideN);
    }

    /** How many people each group of an effect has. */
    DisclosedCounts groups(Shown shown) {
        return input.rule().apply(shown.effect().groups());
    }

    List<DisclosedCounts> reach() {
        return input.reach().stream()
                .map(reach -> input.rule().apply(reach.people()))
                .toList();
    }

    /** Groups of one dimension and measure hide each other: else the smallest could be worked out from the whole. */
    Map<String, List<Shown>> subgroups() {
        Map<String, List<ReportInput.Named>> byTitle = new LinkedHashMap<>();
        for (ReportInput.Named named : input.subgroups()) {
            byTitle.computeIfAbsent(named.title() + ": " + named.measure().label(), title -> new ArrayList<>())
                    .add(named);
        }
        Map<String, List<Shown>> shown = new LinkedHashMap<>();
        byTitle.forEach((title, groups) -> {
            List<Shown> rows = new ArrayList<>();
            groups.forEach(group -> rows.add(shown(Role.SUBGROUP, group.name(), group.measure(), group.effect())));
            hideWhatWouldGiveBack(rows);
            shown.put(title, List.copyOf(rows));
        });
        return shown;
    }

    /** Of a lone hidden group, or of several that are few even together, the whole less the others would tell. */
    private void hideWhatWouldGiveBack(List<Shown> groups) {
        while (isGivenBack(groups.stream().filter(Shown::hidesAnything).toList())) {
            Shown smallest = groups.stream()
                    .filter(group -> !group.hidesAnything())
                    .min(Comparator.comparingLong(group -> group.effect().n()))
                    .orElse(null);
            if (smallest == null) {
                return;
            }
            groups.set(groups.indexOf(smallest), smallest.hide());
        }
    }

    private boolean isGivenBack(List<Shown> hidden) {
        long people = hidden.stream().mapToLong(group -> group.effect().n()).sum();
        return hidden.size() == 1 || (!hidden.isEmpty() && people < input.rule().threshold());
    }

    List<MeasuredEffect> outcomes() {
        return Stream.concat(input.primary().stream().map(PrimaryOutcome::result), input.secondary().stream())
                .toList();
    }

    /** The plan beside what was done; nothing without a plan. */
    PlanComparison comparison() {
        List<String> groups = input.subgroups().stream()
                .map(ReportInput.Named::title)
                .distinct()
                .toList();
        return input.plan() == null
                ? new PlanComparison(List.of(), List.of())
                : input.plan().compare(input.claim().design(), outcomes(), groups);
    }

    List<String> headlines() {
        List<Shown> shown = Stream.concat(effects(Role.PRIMARY).stream(), effects(Role.SECONDARY).stream())
                .toList();
        List<String> headlines = new ArrayList<>();
        for (MeasuredEffect result : outcomes()) {
            OutcomeMeasure measure = result.measure();
            headlines.add(
                    shown.get(headlines.size()).headline() == null
                            ? "Too few people were measured on “" + measure.label() + "” to show a result."
                            : claim(measure, result.effect())
                                    .sentence(result.effect(), measure, input.programme(), input.rule()));
        }
        return headlines;
    }

    /** The claim for one outcome: weaker where the plan does not name it, or names another method for it. */
    private Claim claim(OutcomeMeasure measure, Effect effect) {
        StudyQuality quality = input.claim().quality();
        boolean named = input.plan() != null
                && input.plan().plan().outcomes().stream()
                        .anyMatch(planned -> planned.measure().equals(measure.id())
                                && planned.method().equals(effect.method()));
        return ClaimsGuard.of(input.claim().policy())
                .judge(input.claim().design(), quality.withPlan(quality.planLocked(), quality.outcomeNamed() && named));
    }

    /** How many clusters, through the rule: a cluster may be a person. Null where it or n is not shown. */
    @Nullable
    Long clusters(Shown shown) {
        Integer clusters = shown.effect().clusters();
        return clusters == null || shown.n() == null ? null : Shown.count(input.rule(), clusters);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.addAll(new OpeningSections(this).sections());
        sections.addAll(new OutcomeSections(this).sections());
        sections.addAll(new ClosingSections(this).sections());
        return sections;
    }

    String disclosure() {
        int hidden = (int) effects.stream()
                        .filter(shown -> shown.hidden() || shown.sharesHidden())
                        .count()
                + flow.stream().mapToInt(DisclosedCounts::suppressedCount).sum()
                + reach().stream().mapToInt(DisclosedCounts::suppressedCount).sum();
        String rounding = input.rule().rounding() == 1
                ? ""
                : " Other counts of people are rounded to " + input.rule().rounding() + ".";
        return "Counts of fewer than " + input.rule().threshold() + " people are not shown, nor results that rest on so"
                + " few, nor what would give them away (disclosure rule "
                + input.rule().id() + " "
                + input.rule().version() + "). Not shown in this report: " + hidden + "." + rounding;
    }

    private Shown shown(Role role, String label, OutcomeMeasure measure, Effect effect) {
        return Shown.of(role, label, measure, effect, input.rule(), hideN);
    }
}
