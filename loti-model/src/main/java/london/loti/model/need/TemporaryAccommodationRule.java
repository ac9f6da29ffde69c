package london.loti.model.need;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.provenance.Source;

/**
 * Which offers make no sense in a home that is not for long or has no line of its own, and which are better there. A
 * contract for broadband binds somebody who will have moved, for example. It is data, which a council may change, and
 * one pure function, {@link #ruling}, so that everybody who makes offers makes the same.
 *
 * <p><b>Unknown is not no, and not yes:</b> an offer is ruled out only where a condition is known to hold. It is about
 * offers, never about people: what is ruled out is a contract, not a resident.
 *
 * @param id a short name
 * @param version the version of this document
 * @param title its title for readers
 * @param date when this version was written, {@code 2026-11-23}
 * @param source what it rests on
 * @param conditions what may hold of a home
 * @param excludes offers that make no sense where a condition holds
 * @param prefers offers that come first where a condition holds, best first
 * @param followsPerson what stays with the person when they move, also to another borough
 */
public record TemporaryAccommodationRule(
        String id,
        String version,
        String title,
        String date,
        Source source,
        List<HomeCondition> conditions,
        List<Clause> excludes,
        List<Clause> prefers,
        Set<AccessItem> followsPerson) {

    /** The rules between the parts. */
    public enum Code implements Finding.Code {
        /** A condition comes twice. */
        DUPLICATE_CODE,
        /** A clause names a condition that is not there. */
        UNKNOWN_CONDITION,
        /** What one clause rules out under a condition, another prefers under the same. */
        CONTRADICTION
    }

    /**
     * What follows from one condition.
     *
     * @param when the code of a condition
     * @param offers concepts of the codelist {@code interventions}
     * @param because why, as a sentence to the person
     */
    public record Clause(String when, List<ConceptRef> offers, String because) {
        /**
         * Checks that something follows.
         *
         * @param when the code of a condition
         * @param offers at least one concept
         * @param because why
         * @throws IllegalArgumentException if there is no offer
         */
        public Clause {
            Require.code("a condition of a clause", when);
            offers = List.copyOf(Objects.requireNonNull(offers, "a clause needs 'offers'"));
            Require.text(because, "a clause needs a 'because'");
            if (offers.isEmpty()) {
                throw new IllegalArgumentException("a clause must have an offer, but has none");
            }
        }
    }

    /**
     * What the rule says of one offer.
     *
     * @param offer the offer
     * @param when the code of the condition
     * @param because why, as a sentence to the person
     */
    public record Verdict(ConceptRef offer, String when, String because) {}

    /**
     * What follows for one home. It is about a resident's home, so that its text tells nothing.
     *
     * @param excluded what makes no sense there, by offer
     * @param preferred what is better there, best first
     * @param toFindOut what would make no sense if a condition held of which nobody knows: ask before offering it
     */
    public record Ruling(
            @Classified(DataClass.PERSONAL) List<Verdict> excluded,
            @Classified(DataClass.PERSONAL) List<Verdict> preferred,
            @Classified(DataClass.PERSONAL) List<Verdict> toFindOut) {
        /**
         * Copies the lists.
         *
         * @param excluded what makes no sense there
         * @param preferred what is better there
         * @param toFindOut what must be asked first
         */
        public Ruling {
            excluded = List.copyOf(excluded);
            preferred = List.copyOf(preferred);
            toFindOut = List.copyOf(toFindOut);
        }

        /** Says nothing of the home. */
        @Override
        public String toString() {
            return "Ruling[redacted]";
        }
    }

    /**
     * Checks the rules between the parts.
     *
     * @param id a short name
     * @param version the version of this document
     * @param title its title for readers
     * @param date when this version was written
     * @param source what it rests on
     * @param conditions what may hold of a home, each code once
     * @param excludes offers that make no sense; a document may leave them out
     * @param prefers offers that come first; a document may leave them out
     * @param followsPerson what stays with the person; a document may leave it out
     * @throws FindingsException with every broken rule
     */
    public TemporaryAccommodationRule {
        Require.code("a rule", id);
        Require.text(version, "a rule needs a 'version'");
        Require.text(title, "a rule needs a 'title'");
        Objects.requireNonNull(date, "a rule needs a 'date'");
        Require.date(date, "a rule's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a rule needs a 'source'");
        conditions = List.copyOf(Objects.requireNonNull(conditions, "a rule needs 'conditions'"));
        excludes = List.copyOf(Objects.requireNonNullElse(excludes, List.of()));
        prefers = List.copyOf(Objects.requireNonNullElse(prefers, List.of()));
        Set<AccessItem> follows = EnumSet.noneOf(AccessItem.class);
        follows.addAll(Objects.requireNonNullElse(followsPerson, Set.of()));
        followsPerson = Collections.unmodifiableSet(follows);
        check(id, conditions, excludes, prefers);
    }

    /** {@return the codes of the conditions, in their order} */
    public List<String> conditionCodes() {
        return conditions.stream().map(HomeCondition::code).toList();
    }

    /**
     * {@return what follows for a home}
     *
     * @param home what is known of it, by the code of a condition; {@link Answer#NOT_ASKED} where it holds nothing
     * @throws IllegalArgumentException if the rule has no such condition
     */
    public Ruling ruling(Map<String, Answer> home) {
        List<String> known = conditionCodes();
        for (String code : home.keySet()) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException("a condition of a home must be one of " + known + ", but '" + code
                        + "' is not" + Nearest.hint(code, known));
            }
        }
        Map<ConceptRef, Verdict> excluded = new LinkedHashMap<>();
        Map<ConceptRef, Verdict> open = new LinkedHashMap<>();
        for (Clause clause : excludes) {
            Answer answer = home.getOrDefault(clause.when(), Answer.NOT_ASKED);
            if (answer != Answer.NO) {
                collect(clause, answer == Answer.YES ? excluded : open);
            }
        }
        open.keySet().removeAll(excluded.keySet());
        Map<ConceptRef, Verdict> preferred = new LinkedHashMap<>();
        for (Clause clause : prefers) {
            if (home.get(clause.when()) == Answer.YES) {
                collect(clause, preferred);
            }
        }
        preferred.keySet().removeAll(excluded.keySet());
        return new Ruling(
                new ArrayList<>(excluded.values()),
                new ArrayList<>(preferred.values()),
                new ArrayList<>(open.values()));
    }

    /**
     * {@return what is known of a home from its tenure alone: yes for the conditions that hold in every home of the
     * kind, and nothing of the others}
     *
     * @param tenure a concept of the codelist {@code tenure}
     */
    public Map<String, Answer> impliedBy(ConceptRef tenure) {
        Map<String, Answer> home = new LinkedHashMap<>();
        conditions.stream()
                .filter(condition -> condition.tenures().contains(tenure))
                .forEach(condition -> home.put(condition.code(), Answer.YES));
        return Collections.unmodifiableMap(home);
    }

    /**
     * {@return the clauses that rule an offer out, in their order}
     *
     * @param offer a concept of the codelist {@code interventions}
     */
    public List<Clause> excluding(ConceptRef offer) {
        return excludes.stream()
                .filter(clause -> clause.offers().contains(offer))
                .toList();
    }

    private static void collect(Clause clause, Map<ConceptRef, Verdict> into) {
        for (ConceptRef offer : clause.offers()) {
            into.putIfAbsent(offer, new Verdict(offer, clause.when(), clause.because()));
        }
    }

    private static void check(String id, List<HomeCondition> conditions, List<Clause> excludes, List<Clause> prefers) {
        Findings findings = new Findings();
        Set<String> codes = new LinkedHashSet<>();
        for (HomeCondition condition : conditions) {
            if (!codes.add(condition.code())) {
                findings.error(
                        Code.DUPLICATE_CODE,
                        "a code must come once, but comes twice",
                        Where.column(id, "condition '" + condition.code() + "'"));
            }
        }
        checkKnown(id, "excludes", excludes, codes, findings);
        checkKnown(id, "prefers", prefers, codes, findings);
        for (Clause prefer : prefers) {
            Set<ConceptRef> both = new LinkedHashSet<>(prefer.offers());
            both.retainAll(excludes.stream()
                    .filter(clause -> clause.when().equals(prefer.when()))
                    .flatMap(clause -> clause.offers().stream())
                    .toList());
            if (!both.isEmpty()) {
                findings.error(
                        Code.CONTRADICTION,
                        "an offer must not be preferred and ruled out under one condition, but is: " + both,
                        Where.column(id, "prefers '" + prefer.when() + "'"));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static void checkKnown(
            String id, String part, List<Clause> clauses, Collection<String> codes, Findings findings) {
        for (Clause clause : clauses) {
            if (!codes.contains(clause.when())) {
                findings.error(
                        Code.UNKNOWN_CONDITION,
                        "a clause must be on one of the rule's conditions, but this is none"
                                + Nearest.hint(clause.when(), codes),
                        Where.column(id, part + " '" + clause.when() + "'"));
            }
        }
    }
}
