package london.loti.model.need;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.provenance.Source;

/**
 * "Also ask about …": what one answer or event makes worth asking next, as data that a council may change, and one pure
 * function, {@link #suggest}. Every suggestion says which rules led to it and why.
 *
 * <p>It takes one step only: a rule looks at what was answered, never at what another rule suggests, so that rules may
 * point at each other without harm. It never suggests what was answered with yes or no. It suggests questions, and
 * decides nothing.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-25}
 * @param source what it rests on
 * @param rules the rules; what an earlier one suggests comes earlier
 */
public record AlsoAskRules(String id, String version, String title, String date, Source source, List<Rule> rules) {

    /** The rules about rules. */
    public enum Code implements Finding.Code {
        /** There is no rule. */
        NO_RULE,
        /** A rule's code comes twice. */
        DUPLICATE_CODE,
        /** Two rules suggest the same under the same conditions. */
        DUPLICATE_RULE,
        /** Two conditions of one rule exclude each other. */
        CONTRADICTION,
        /** A rule asks what its own condition takes as answered. */
        NEVER_ASKS,
        /** A concept is in no codelist that is in use. */
        UNKNOWN_CONCEPT
    }

    /**
     * A condition: one answer, or one crisis.
     *
     * @param about a question, or a crisis of the codelist {@code crisis-events}
     * @param answers for a question, which answers meet the condition; empty for a crisis
     * @param states for a crisis, which states meet the condition; empty for a question
     */
    public record When(ConceptRef about, Set<Answer> answers, Set<CrisisEvent.State> states) {
        /**
         * Checks that it is about one of the two.
         *
         * @param about a question or a crisis
         * @param answers for a question; a document may leave them out
         * @param states for a crisis; a document may leave them out
         * @throws IllegalArgumentException if there are neither answers nor states, or both
         */
        public When {
            Objects.requireNonNull(about, "a condition needs what it is 'about'");
            Set<Answer> some = EnumSet.noneOf(Answer.class);
            some.addAll(Objects.requireNonNullElse(answers, Set.of()));
            answers = Collections.unmodifiableSet(some);
            Set<CrisisEvent.State> others = EnumSet.noneOf(CrisisEvent.State.class);
            others.addAll(Objects.requireNonNullElse(states, Set.of()));
            states = Collections.unmodifiableSet(others);
            if (answers.isEmpty() == states.isEmpty()) {
                throw new IllegalArgumentException(
                        "a condition needs either 'answers' to a question or 'states' of a crisis");
            }
        }

        /** {@return whether it is about an answer; about a crisis otherwise} */
        public boolean aboutAnAnswer() {
            return states.isEmpty();
        }

        boolean holds(Map<ConceptRef, Answer> given, Map<ConceptRef, CrisisEvent.State> crises) {
            return aboutAnAnswer()
                    ? answers.contains(given.getOrDefault(about, Answer.NOT_ASKED))
                    : states.contains(crises.get(about));
        }
    }

    /**
     * One rule.
     *
     * @param code its code
     * @param when the conditions, at least one; all must hold
     * @param ask what to ask; null where there is only something to say
     * @param prompts ways to bring it up, in plain words; empty only where there is something to ask
     * @param because why, as a sentence to the person who asks
     * @param caution what to mind when asking; null for nothing
     */
    public record Rule(
            String code,
            List<When> when,
            @Nullable ConceptRef ask,
            List<String> prompts,
            String because,
            @Nullable String caution) {
        /**
         * Checks that something follows from something.
         *
         * @param code its code
         * @param when the conditions, at least one
         * @param ask what to ask, or null
         * @param prompts ways to bring it up; a document may leave them out where it asks
         * @param because why
         * @param caution what to mind when asking, or null
         * @throws IllegalArgumentException if there is no condition, or neither a question nor a prompt
         */
        public Rule {
            Require.code("a rule", code);
            when = List.copyOf(Objects.requireNonNull(when, "a rule needs its conditions 'when'"));
            prompts = List.copyOf(Objects.requireNonNullElse(prompts, List.of()));
            Require.text(because, "a rule needs a 'because'");
            Require.optionalText(caution, "a rule's 'caution' must not be blank");
            prompts.forEach(prompt -> Require.text(prompt, "a prompt must not be blank"));
            if (when.isEmpty()) {
                throw new IllegalArgumentException("a rule must have a condition, but has none");
            }
            if (ask == null && prompts.isEmpty()) {
                throw new IllegalArgumentException("a rule must 'ask' something or have a prompt, but does neither");
            }
        }
    }

    /**
     * Checks the rules against each other.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param rules the rules, at least one
     * @throws FindingsException with everything that is wrong
     */
    public AlsoAskRules {
        Require.code("a set of rules", "id", id);
        Require.text(version, "a set of rules needs a 'version'");
        Require.text(title, "a set of rules needs a 'title'");
        Require.date(date, "a set of rules' 'date' must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "a set of rules needs a 'source'");
        rules = List.copyOf(Objects.requireNonNull(rules, "a set of rules needs 'rules'"));
        List<Finding> findings = AlsoAskCheck.among(id, rules);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    /**
     * {@return what does not fit between the rules and the codelists; empty where all fits}
     *
     * @param known whether a concept is in a codelist or grid that is in use, for example {@code Vocabulary.contains}
     */
    public List<Finding> check(Predicate<ConceptRef> known) {
        return AlsoAskCheck.against(this, known);
    }

    /**
     * Suggests what to ask next in a conversation.
     *
     * @param snapshot what the resident said so far
     * @param crises what is recorded of the same resident's crises; of each, the one that stands counts
     * @return the suggestions, in the order of the rules; empty where there is none
     * @throws IllegalArgumentException if a crisis is another resident's
     */
    public List<Suggestion> suggest(NeedsSnapshot snapshot, Collection<CrisisEvent> crises) {
        Map<ConceptRef, Answer> answers = new LinkedHashMap<>();
        snapshot.answers().forEach((code, answer) -> answers.put(new ConceptRef(snapshot.grid(), code), answer));
        if (crises.stream().anyMatch(crisis -> !crisis.resident().equals(snapshot.resident()))) {
            throw new IllegalArgumentException("crises must be the same resident's as the answers, but are not");
        }
        return suggest(answers, crises);
    }

    /**
     * Suggests what to ask next from answers to questions of any kind: a grid's, barriers, parts of an access package.
     *
     * @param answers what is known, by question; {@link Answer#NOT_ASKED} where it holds nothing
     * @param crises what is recorded of one resident's crises; of each, the one that stands counts
     * @return the suggestions, in the order of the rules; empty where there is none
     * @throws IllegalArgumentException if the crises are of several residents
     */
    public List<Suggestion> suggest(Map<ConceptRef, Answer> answers, Collection<CrisisEvent> crises) {
        if (crises.stream().map(CrisisEvent::resident).distinct().count() > 1) {
            throw new IllegalArgumentException("crises must be one resident's, but are several residents'");
        }
        Map<ConceptRef, CrisisEvent.State> standing = new LinkedHashMap<>();
        CrisisEvent.standing(crises).forEach(crisis -> standing.put(crisis.event(), crisis.state()));
        SuggestionList suggestions = new SuggestionList();
        for (Rule rule : rules) {
            Answer answer = rule.ask() == null ? Answer.NOT_ASKED : answers.getOrDefault(rule.ask(), Answer.NOT_ASKED);
            if (!answer.isKnown() && rule.when().stream().allMatch(when -> when.holds(answers, standing))) {
                suggestions.add(rule, answer == Answer.UNKNOWN);
            }
        }
        return suggestions.toList();
    }
}
