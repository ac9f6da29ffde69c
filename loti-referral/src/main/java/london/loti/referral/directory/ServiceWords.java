package london.loti.referral.directory;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.need.ConceptRef;
import london.loti.model.provenance.Source;

/**
 * The words that residents, staff and providers use for the same things: synonyms, as data that a council may change.
 * "Skint", "short of money" and "hardship" are words of one concept; whoever types one finds services that use another.
 *
 * @param id a short name
 * @param version the version of this document
 * @param date when it was written, {@code 2026-11-25}
 * @param source whose words they are
 * @param emptyWords words that say nothing about what somebody looks for, for example "please" and "help"
 * @param concepts what the words stand for
 * @param groups the words that ask for what is only for a group
 */
public record ServiceWords(
        String id,
        String version,
        String date,
        Source source,
        List<String> emptyWords,
        List<Concept> concepts,
        List<Group> groups) {

    /** The rules between the entries. */
    public enum Code implements Finding.Code {
        /** A concept or a group comes twice. */
        DUPLICATE_CODE
    }

    /**
     * Words for one thing.
     *
     * @param code a short name
     * @param label what it is, in words that end a sentence: "about being online"
     * @param words words and phrases for it; each finds services that use any other
     * @param alsoFinds words that providers use for what helps with it; they are found, and typed they mean only
     *     themselves
     */
    public record Concept(String code, String label, List<String> words, List<String> alsoFinds) {
        /**
         * Checks that there are words.
         *
         * @param code a short name
         * @param label what it is
         * @param words words and phrases for it
         * @param alsoFinds words that providers use for what helps; a document may leave them out
         * @throws IllegalArgumentException if a text is blank or there is no word
         */
        public Concept {
            Require.code("a concept", code);
            Require.text(label, "a concept needs a 'label'");
            words = texts(Objects.requireNonNull(words, "a concept needs 'words'"));
            alsoFinds = texts(Objects.requireNonNullElse(alsoFinds, List.of()));
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a concept's 'words' must not be empty");
            }
        }
    }

    /**
     * Words that ask for what is only for a group: whoever types one wants to see it.
     *
     * @param group the group, as services name it in their eligibility
     * @param words words and phrases for it
     */
    public record Group(ConceptRef group, List<String> words) {
        /**
         * Copies the words.
         *
         * @param group the group
         * @param words words and phrases for it
         * @throws IllegalArgumentException if a word is blank
         */
        public Group {
            Objects.requireNonNull(group, "a group needs a 'group'");
            words = texts(Objects.requireNonNull(words, "a group needs 'words'"));
        }
    }

    /**
     * Checks the texts, and that no code comes twice.
     *
     * @param id a short name
     * @param version the version of this document
     * @param date when it was written
     * @param source whose words they are
     * @param emptyWords words that say nothing
     * @param concepts what the words stand for
     * @param groups the words that ask for what is only for a group; a document may leave them out
     * @throws FindingsException with every code that comes twice
     * @throws IllegalArgumentException if a text is blank
     */
    public ServiceWords {
        Require.code("words of services", "id", id);
        Require.text(version, "words of services need a 'version'");
        Require.date(date, "the 'date' of words of services must be a day, for example 2026-11-25");
        Objects.requireNonNull(source, "words of services need a 'source'");
        emptyWords = texts(Objects.requireNonNullElse(emptyWords, List.of()));
        concepts = List.copyOf(Objects.requireNonNull(concepts, "words of services need 'concepts'"));
        groups = List.copyOf(Objects.requireNonNullElse(groups, List.of()));
        Findings findings = new Findings();
        Set<String> seen = new HashSet<>();
        for (Concept concept : concepts) {
            once(seen, "concept '" + concept.code() + "'", id, findings);
        }
        for (Group group : groups) {
            once(seen, "group '" + group.group() + "'", id, findings);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    /** {@return loti's own words} */
    public static ServiceWords bundled() {
        String file = "service-words.json";
        return LotiJson.bundled(file, ServiceWords.class.getResourceAsStream(file), ServiceWords.class);
    }

    /**
     * Reads words of a council's own.
     *
     * @param file a document as the bundled one
     * @return the words, or the findings alone where one of them is an error
     */
    public static Checked<ServiceWords> read(Path file) {
        return LotiJson.read(file, ServiceWords.class);
    }

    /** {@return the same without a concept, so that only what was typed is found} */
    public ServiceWords withoutConcepts() {
        return new ServiceWords(id, version, date, source, emptyWords, List.of(), groups);
    }

    private static void once(Set<String> seen, String code, String id, Findings findings) {
        if (!seen.add(code)) {
            findings.error(Code.DUPLICATE_CODE, "it must come once, but comes twice", Where.column(id, code));
        }
    }

    private static List<String> texts(List<String> texts) {
        texts.forEach(text -> Require.text(text, "a word must not be blank"));
        return List.copyOf(texts);
    }
}
