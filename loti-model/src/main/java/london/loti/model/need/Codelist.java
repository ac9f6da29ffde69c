package london.loti.model.need;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Source;

/**
 * A list of words with a fixed meaning, as somebody publishes it: barriers, the levels of a scale, groups of a
 * classification. It is data: a council may load another version, or its own.
 *
 * @param id a short name, by which {@link ConceptRef} refers to it
 * @param version its version, as its publisher counts, or the date of this document
 * @param title its title for readers
 * @param description what it lists, and what it must not be used for
 * @param date when this document was written, {@code 2026-11-23}
 * @param source who publishes the words; its note says what of them is not verified
 * @param ordered whether the concepts are levels, from the lowest to the highest
 * @param concepts the entries, in their published order
 */
public record Codelist(
        String id,
        String version,
        String title,
        String description,
        String date,
        Source source,
        boolean ordered,
        List<Concept> concepts) {

    /** The rules between the entries. */
    public enum Code implements Finding.Code {
        /** A code comes twice. */
        DUPLICATE_CODE,
        /** A broader concept is not in the list. */
        UNKNOWN_BROADER,
        /** A concept is, by way of others, broader than itself. */
        CYCLE,
        /** A codelist has no entry. */
        NO_CONCEPT,
        /** No bundled codelist has this name. */
        UNKNOWN_CODELIST
    }

    /**
     * Checks the rules between the entries.
     *
     * @param id a short name
     * @param version its version
     * @param title its title for readers
     * @param description what it lists
     * @param date when this document was written
     * @param source who publishes the words
     * @param ordered whether the concepts are levels, from the lowest to the highest
     * @param concepts the entries, each code once
     * @throws FindingsException with every broken rule
     */
    public Codelist {
        Require.code("a codelist", "id", id);
        Require.text(version, "a codelist needs a 'version'");
        Require.text(title, "a codelist needs a 'title'");
        Require.text(description, "a codelist needs a 'description'");
        Require.date(date, "a codelist's 'date' must be a day, for example 2026-11-23");
        Objects.requireNonNull(source, "a codelist needs a 'source'");
        concepts = List.copyOf(Objects.requireNonNull(concepts, "a codelist needs 'concepts'"));
        check(id, concepts);
    }

    /**
     * {@return the concept with this code; empty where there is none}
     *
     * @param code a code; case counts
     */
    public Optional<Concept> find(String code) {
        return concepts.stream().filter(concept -> concept.code().equals(code)).findFirst();
    }

    /** {@return the codes, in the order of the entries} */
    public List<String> codes() {
        return concepts.stream().map(Concept::code).toList();
    }

    /**
     * {@return the concepts that are a part of another one, in their order}
     *
     * @param code the wider concept's code; null for those that stand by themselves
     */
    public List<Concept> within(@Nullable String code) {
        return concepts.stream()
                .filter(concept -> Objects.equals(concept.broader(), code))
                .toList();
    }

    private static void check(String id, List<Concept> concepts) {
        Findings findings = new Findings();
        Map<String, Concept> byCode = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            if (byCode.putIfAbsent(concept.code(), concept) != null) {
                error(findings, Code.DUPLICATE_CODE, id, concept.code(), "a code must come once, but comes twice");
            }
        }
        if (concepts.isEmpty()) {
            findings.error(Code.NO_CONCEPT, "a codelist must have an entry, but has none", Where.file(id));
        }
        for (Concept concept : concepts) {
            String broader = concept.broader();
            if (broader != null && !byCode.containsKey(broader)) {
                error(
                        findings,
                        Code.UNKNOWN_BROADER,
                        id,
                        concept.code(),
                        "its 'broader' must be a code of the list, but '" + broader + "' is not"
                                + Nearest.hint(broader, byCode.keySet()));
            }
        }
        for (Concept concept : byCode.values()) {
            if (isAboveItself(concept, byCode)) {
                error(findings, Code.CYCLE, id, concept.code(), "a concept must not be broader than itself, but is");
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static boolean isAboveItself(Concept concept, Map<String, Concept> byCode) {
        Set<String> seen = new HashSet<>();
        Concept above = concept;
        while (above != null && above.broader() != null && seen.add(above.code())) {
            above = byCode.get(above.broader());
            if (above != null && above.code().equals(concept.code())) {
                return true;
            }
        }
        return false;
    }

    private static void error(Findings findings, Code code, String list, String concept, String message) {
        findings.error(code, message, Where.column(list, "concept '" + concept + "'"));
    }
}
