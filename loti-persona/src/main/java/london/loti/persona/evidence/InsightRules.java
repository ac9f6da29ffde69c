package london.loti.persona.evidence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;
import london.loti.persona.evidence.InsightBank.Code;

/** The rules that hold between the parts of a bank of insights. */
final class InsightRules {
    private final Findings findings = new Findings();
    private final Map<String, Insight> insights = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    private InsightRules() {}

    static void check(
            List<Source> sources,
            List<Experiment> experiments,
            List<Fact> facts,
            List<Insight> insights,
            List<Recommendation> recommendations) {
        InsightRules rules = new InsightRules();
        Set<String> sourceIds = new LinkedHashSet<>();
        sources.forEach(source -> rules.once(sourceIds, "source", source.id()));
        Set<String> experimentIds = new LinkedHashSet<>();
        experiments.forEach(experiment -> rules.once(experimentIds, "experiment", experiment.id()));
        facts.forEach(fact -> rules.once(rules.ids, "fact", fact.id()));
        insights.forEach(insight -> {
            rules.once(rules.ids, "insight", insight.id());
            rules.insights.putIfAbsent(insight.id(), insight);
        });
        Set<String> recommendationIds = new HashSet<>();
        recommendations.forEach(recommendation -> rules.once(recommendationIds, "recommendation", recommendation.id()));

        for (Fact fact : facts) {
            rules.known(sourceIds, "fact", fact.id(), fact.source());
            if (fact.experiment() != null) {
                rules.known(experimentIds, "fact", fact.id(), fact.experiment());
            }
        }
        for (Insight insight : insights) {
            below(insight).forEach(id -> rules.known(rules.ids, "insight", insight.id(), id));
        }
        for (Recommendation recommendation : recommendations) {
            recommendation
                    .because()
                    .forEach(id -> rules.known(rules.insights.keySet(), "recommendation", recommendation.id(), id));
        }
        rules.checkCycles();
        if (rules.findings.hasErrors()) {
            throw new FindingsException(rules.findings.toList());
        }
    }

    private static Stream<String> below(Insight insight) {
        return Stream.concat(insight.supportedBy().stream(), insight.refutedBy().stream());
    }

    private void once(Set<String> seen, String kind, String id) {
        if (!seen.add(id)) {
            error(Code.DUPLICATE_ID, kind, id, "an id must come once, but comes twice");
        }
    }

    private void known(Set<String> known, String kind, String id, String reference) {
        if (!known.contains(reference)) {
            error(
                    Code.UNKNOWN_REFERENCE,
                    kind,
                    id,
                    "it rests on '" + reference + "', which is not there" + Nearest.hint(reference, known));
        }
    }

    private void checkCycles() {
        Set<String> done = new HashSet<>();
        insights.keySet().forEach(id -> findCycle(id, new LinkedHashSet<>(), done));
    }

    private void findCycle(String id, Set<String> path, Set<String> done) {
        Insight insight = insights.get(id);
        if (insight == null || done.contains(id)) {
            return;
        }
        if (!path.add(id)) {
            List<String> circle =
                    path.stream().dropWhile(step -> !step.equals(id)).toList();
            done.addAll(circle);
            error(
                    Code.CYCLE,
                    "insight",
                    id,
                    "an insight must not rest on itself, but here is a circle: " + String.join(" -> ", circle) + " -> "
                            + id);
            return;
        }
        below(insight).forEach(next -> findCycle(next, path, done));
        path.remove(id);
        done.add(id);
    }

    private void error(Code code, String kind, String id, String message) {
        findings.error(code, message, Where.column("evidence", kind + " '" + id + "'"));
    }
}
