package london.loti.model.need;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.need.AlsoAskRules.Code;
import london.loti.model.need.AlsoAskRules.Rule;
import london.loti.model.need.AlsoAskRules.When;

/** What is wrong with rules of what to ask: among themselves, and against the codelists. */
final class AlsoAskCheck {
    private AlsoAskCheck() {}

    static List<Finding> among(String id, List<Rule> rules) {
        Findings findings = new Findings();
        if (rules.isEmpty()) {
            findings.error(Code.NO_RULE, "a set of rules must have a rule, but has none", Where.file(id));
        }
        Set<String> codes = new HashSet<>();
        Map<List<Object>, String> sameMeaning = new HashMap<>();
        for (Rule rule : rules) {
            if (!codes.add(rule.code())) {
                error(findings, Code.DUPLICATE_CODE, id, rule, "a code must come once, but comes twice");
            }
            if (rule.ask() != null) {
                String other = sameMeaning.putIfAbsent(List.of(Set.copyOf(rule.when()), rule.ask()), rule.code());
                if (other != null) {
                    error(
                            findings,
                            Code.DUPLICATE_RULE,
                            id,
                            rule,
                            "a rule must say something new, but rule '" + other
                                    + "' asks the same under the same conditions");
                }
            }
            checkConditions(findings, id, rule);
        }
        return findings.toList();
    }

    private static void checkConditions(Findings findings, String id, Rule rule) {
        for (int i = 0; i < rule.when().size(); i++) {
            When one = rule.when().get(i);
            for (When other : rule.when().subList(0, i)) {
                if (one.about().equals(other.about()) && excludeEachOther(one, other)) {
                    error(
                            findings,
                            Code.CONTRADICTION,
                            id,
                            rule,
                            "all conditions must be able to hold at once, but two on " + one.about() + " exclude each"
                                    + " other");
                }
            }
            boolean answered = one.aboutAnAnswer()
                    && one.about().equals(rule.ask())
                    && one.answers().stream().allMatch(Answer::isKnown);
            if (answered) {
                error(
                        findings,
                        Code.NEVER_ASKS,
                        id,
                        rule,
                        "a rule must not ask what its condition takes as answered, because nothing is suggested that"
                                + " was answered");
            }
        }
    }

    private static boolean excludeEachOther(When one, When other) {
        Set<Object> both = new HashSet<>(one.answers());
        both.addAll(one.states());
        Set<Object> others = new HashSet<>(other.answers());
        others.addAll(other.states());
        both.retainAll(others);
        return both.isEmpty();
    }

    static List<Finding> against(AlsoAskRules rules, Predicate<ConceptRef> known) {
        Findings findings = new Findings();
        for (Rule rule : rules.rules()) {
            Set<ConceptRef> concepts = new TreeSet<>();
            rule.when().forEach(when -> concepts.add(when.about()));
            if (rule.ask() != null) {
                concepts.add(rule.ask());
            }
            concepts.removeIf(known);
            for (ConceptRef concept : concepts) {
                error(
                        findings,
                        Code.UNKNOWN_CONCEPT,
                        rules.id(),
                        rule,
                        "a concept must be in a codelist or grid that is in use, but " + concept + " is in none");
            }
        }
        return findings.toList();
    }

    private static void error(Findings findings, Code code, String id, Rule rule, String message) {
        findings.error(code, message, Where.column(id, "rule '" + rule.code() + "'"));
    }
}
