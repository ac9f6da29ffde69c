package london.loti.persona.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.need.AccessState;
import london.loti.model.need.ConceptRef;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Gower;
import london.loti.persona.evidence.Fact;
import london.loti.persona.evidence.Insight;
import london.loti.persona.evidence.InsightBank;

/**
 * Looks for what is weak in a bank that can be read: claims without evidence, evidence that is old or contradicted,
 * stereotypes, personas that are the same, things that nothing uses, words that are hard to read. All findings are
 * warnings: a person judges.
 *
 * <pre>{@code
 * List<Finding> findings = BankLint.of(bank, LocalDate.of(2026, 11, 23)).findings();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class BankLint {
    /** What may be weak. */
    public enum Code implements Finding.Code {
        /** A claim has no evidence and is not marked as an assumption. */
        UNSUPPORTED_CLAIM,
        /** Facts speak against a claim. */
        CONTESTED_CLAIM,
        /** Everything that a claim rests on is old. */
        STALE_EVIDENCE,
        /** A persona should have been looked at again. */
        REVIEW_OVERDUE,
        /** A protected characteristic, special category data or a proxy defines a persona. */
        STEREOTYPE,
        /** Two personas are nearly the same. */
        DUPLICATE_PERSONA,
        /** Too little defines a persona: nearly everybody is near it. */
        THINLY_DEFINED,
        /** Nothing uses it. */
        ORPHAN,
        /** A persona has no barrier, or needs something and nothing helps. */
        INCOMPLETE,
        /** A reference to a concept that no codelist has. */
        UNKNOWN_CONCEPT,
        /** A text asks for more years of school than most readers like. */
        HARD_TO_READ
    }

    private final PersonaBank bank;
    private final LocalDate asOf;
    private final Vocabulary vocabulary;
    private final int staleAfterMonths;
    private final double duplicateBelow;
    private final double hardestReadingAge;

    private BankLint(
            PersonaBank bank,
            LocalDate asOf,
            Vocabulary vocabulary,
            int staleAfterMonths,
            double duplicateBelow,
            double hardestReadingAge) {
        this.bank = bank;
        this.asOf = asOf;
        this.vocabulary = vocabulary;
        this.staleAfterMonths = staleAfterMonths;
        this.duplicateBelow = duplicateBelow;
        this.hardestReadingAge = hardestReadingAge;
    }

    /**
     * {@return a lint with the bundled codelists, which calls evidence old after 60 months, personas the same below a
     * distance of 0.1, and a text hard above a reading age of 12}
     *
     * @param bank the bank to look at
     * @param asOf the day from which the age of evidence counts
     */
    public static BankLint of(PersonaBank bank, LocalDate asOf) {
        return new BankLint(bank, asOf, Vocabulary.bundled(), 60, 0.1, 12);
    }

    /**
     * {@return the same with other codelists}
     *
     * @param words the codelists that the bank's references are looked up in
     */
    public BankLint withVocabulary(Vocabulary words) {
        return new BankLint(bank, asOf, words, staleAfterMonths, duplicateBelow, hardestReadingAge);
    }

    /**
     * {@return the same with another age of evidence}
     *
     * @param months after how many months evidence is old, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public BankLint withStaleAfterMonths(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("evidence must be fresh for at least 1 month, but was given " + months);
        }
        return new BankLint(bank, asOf, vocabulary, months, duplicateBelow, hardestReadingAge);
    }

    /**
     * {@return the same with another distance between personas}
     *
     * @param distance below which two personas are the same, 0 to 1
     * @throws IllegalArgumentException if it is not of 0 to 1
     */
    public BankLint withDuplicateBelow(double distance) {
        if (!(distance >= 0 && distance <= 1)) {
            throw new IllegalArgumentException("a distance must be of 0 to 1, but was " + distance);
        }
        return new BankLint(bank, asOf, vocabulary, staleAfterMonths, distance, hardestReadingAge);
    }

    /**
     * {@return the same with another reading age}
     *
     * @param years the highest reading age of a text that is not hard
     */
    public BankLint withHardestReadingAge(double years) {
        return new BankLint(bank, asOf, vocabulary, staleAfterMonths, duplicateBelow, years);
    }

    /** {@return what is weak, persona by persona and then the rest of the bank; empty where nothing is} */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Persona persona : bank.personas()) {
            lintPersona(persona, findings);
        }
        lintStereotypes(findings);
        lintDuplicates(findings);
        lintOrphans(findings);
        lintConcepts(findings);
        return List.copyOf(findings);
    }

    private void lintPersona(Persona persona, List<Finding> findings) {
        for (Claim claim : persona.claims()) {
            lintClaim(persona, claim, findings);
        }
        if (LocalDate.parse(persona.reviewBy()).isBefore(asOf)) {
            warn(findings, Code.REVIEW_OVERDUE, persona, null, "should have been reviewed by " + persona.reviewBy());
        }
        lintDefinition(persona, findings);
        if (persona.barriers().isEmpty()) {
            warn(findings, Code.INCOMPLETE, persona, null, "has no barrier, so it tells nobody what to change");
        }
        if (persona.helps().isEmpty()
                && !persona.access().in(AccessState.NEEDED).isEmpty()) {
            warn(findings, Code.INCOMPLETE, persona, null, "needs something, and nothing is said to help");
        }
        lintText(persona.summary(), text -> warn(findings, Code.HARD_TO_READ, persona, "summary", text));
        String claims =
                String.join(" ", persona.claims().stream().map(Claim::text).toList());
        lintText(claims, text -> warn(findings, Code.HARD_TO_READ, persona, "claims", text));
    }

    private void lintClaim(Persona persona, Claim claim, List<Finding> findings) {
        String part = "claim '" + claim.id() + "'";
        if (claim.evidence().isEmpty()) {
            if (!claim.assumption()) {
                warn(
                        findings,
                        Code.UNSUPPORTED_CLAIM,
                        persona,
                        part,
                        "has no evidence\nMaybe point at a fact or an insight, or mark it as an assumption.");
            }
            return;
        }
        List<Fact> against = bank.evidence().factsAgainst(claim.evidence());
        if (!against.isEmpty()) {
            warn(findings, Code.CONTESTED_CLAIM, persona, part, "facts speak against it: " + ids(against));
        }
        List<Fact> facts = bank.evidence().factsFor(claim.evidence());
        if (facts.isEmpty()) {
            warn(findings, Code.UNSUPPORTED_CLAIM, persona, part, "rests on insights that no fact supports");
        } else if (facts.stream().noneMatch(this::isFresh)) {
            warn(
                    findings,
                    Code.STALE_EVIDENCE,
                    persona,
                    part,
                    "all of its facts are older than " + staleAfterMonths + " months: " + ids(facts));
        }
    }

    private boolean isFresh(Fact fact) {
        return !LocalDate.parse(fact.date()).plusMonths(staleAfterMonths).isBefore(asOf);
    }

    private static List<String> ids(List<Fact> facts) {
        return facts.stream().map(Fact::id).toList();
    }

    private void lintDefinition(Persona persona, List<Finding> findings) {
        double defined = 0;
        double all = 0;
        for (Attribute attribute : bank.matchingAttributes()) {
            all += attribute.weight();
            if (persona.defining().containsKey(attribute.id())) {
                defined += attribute.weight();
            }
        }
        if (defined < all / 2) {
            warn(
                    findings,
                    Code.THINLY_DEFINED,
                    persona,
                    null,
                    String.format(
                            Locale.ROOT,
                            "is defined by %.0f %% of the weight only, so nearly everybody is near it",
                            100 * defined / all));
        }
    }

    /** Once an attribute; that somebody is without it makes nobody a stereotype. */
    private void lintStereotypes(List<Finding> findings) {
        for (Attribute attribute : bank.matchingAttributes()) {
            if (attribute.sensitivity().isEmpty() || attribute.use() == AttributeUse.NEED_ONLY) {
                continue;
            }
            List<String> defined = bank.personas().stream()
                    .filter(persona -> isDefinedBy(persona, attribute))
                    .map(Persona::id)
                    .toList();
            if (!defined.isEmpty()) {
                findings.add(Finding.warning(
                        Code.STEREOTYPE,
                        "it is " + attribute.sensitivity() + " and defines " + defined
                                + "\nMaybe keep it for audits (AUDIT_ONLY), or name the need that it is (NEED_ONLY).",
                        Where.column(bank.id(), "attribute '" + attribute.id() + "'")));
            }
        }
    }

    private static boolean isDefinedBy(Persona persona, Attribute attribute) {
        String value = persona.defining().get(attribute.id());
        return value != null && (attribute.kind() != AttributeKind.ASYMMETRIC_BINARY || attribute.parse(value) == 1);
    }

    private void lintText(String text, Consumer<String> warn) {
        double age = ReadingAge.of(text);
        if (age > hardestReadingAge) {
            warn.accept(String.format(
                    Locale.ROOT,
                    "reads with ease from the age of %.0f, which is above %.0f\nMaybe shorten sentences and words.",
                    age,
                    hardestReadingAge));
        }
    }

    private void lintDuplicates(List<Finding> findings) {
        Gower gower = Gower.declared(bank.matchingAttributes());
        List<Persona> personas = bank.personas();
        for (int i = 0; i < personas.size(); i++) {
            for (int j = i + 1; j < personas.size(); j++) {
                double distance = gower.distance(bank.values(personas.get(i)), bank.values(personas.get(j)));
                if (distance < duplicateBelow) {
                    warn(
                            findings,
                            Code.DUPLICATE_PERSONA,
                            personas.get(i),
                            null,
                            String.format(
                                    Locale.ROOT,
                                    "is nearly the same as '%s': their distance is %.3f",
                                    personas.get(j).id(),
                                    distance));
                }
            }
        }
    }

    private void lintOrphans(List<Finding> findings) {
        InsightBank evidence = bank.evidence();
        Set<String> used = new HashSet<>();
        bank.personas().stream()
                .flatMap(persona -> persona.claims().stream())
                .forEach(claim -> used.addAll(claim.evidence()));
        evidence.recommendations().forEach(recommendation -> used.addAll(recommendation.because()));
        evidence.insights().forEach(insight -> {
            used.addAll(insight.supportedBy());
            used.addAll(insight.refutedBy());
        });
        Stream.concat(
                        evidence.facts().stream().map(Fact::id),
                        evidence.insights().stream().map(Insight::id))
                .filter(id -> !used.contains(id))
                .forEach(id -> orphan(findings, "evidence '" + id + "'", "no claim rests on it"));
        Set<String> sources = new HashSet<>();
        evidence.facts().forEach(fact -> sources.add(fact.source()));
        evidence.sources().stream()
                .filter(source -> !sources.contains(source.id()))
                .forEach(source -> orphan(findings, "source '" + source.id() + "'", "no fact comes from it"));
        for (Attribute attribute : bank.matchingAttributes()) {
            if (bank.personas().stream().noneMatch(persona -> persona.defining().containsKey(attribute.id()))) {
                orphan(findings, "attribute '" + attribute.id() + "'", "it defines no persona");
            }
        }
    }

    private void lintConcepts(List<Finding> findings) {
        for (Persona persona : bank.personas()) {
            for (ConceptRef concept : persona.concepts()) {
                if (vocabulary.find(concept).isEmpty()) {
                    warn(
                            findings,
                            Code.UNKNOWN_CONCEPT,
                            persona,
                            concept.toString(),
                            "no codelist in use has this concept");
                }
            }
        }
    }

    private void orphan(List<Finding> findings, String what, String message) {
        findings.add(Finding.warning(Code.ORPHAN, message, Where.column(bank.id(), what)));
    }

    private void warn(List<Finding> findings, Code code, Persona persona, @Nullable String part, String message) {
        Where where = Where.column(bank.id(), "persona '" + persona.id() + "'" + (part == null ? "" : ", " + part));
        findings.add(Finding.warning(code, message, where));
    }
}
