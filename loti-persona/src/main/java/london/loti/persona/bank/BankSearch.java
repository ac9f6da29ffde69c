package london.loti.persona.bank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import london.loti.model.codelist.Vocabulary;
import london.loti.model.need.AccessState;
import london.loti.model.need.Concept;
import london.loti.model.need.ConceptRef;

/**
 * Finds personas by words: in their texts, and in the words of the barriers, helps, segments and adjustments that they
 * refer to. A word finds every word that begins with it. Immutable and thread-safe.
 */
public final class BankSearch {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private final PersonaBank bank;
    private final Vocabulary vocabulary;

    private BankSearch(PersonaBank bank, Vocabulary vocabulary) {
        this.bank = bank;
        this.vocabulary = vocabulary;
    }

    /**
     * {@return a search}
     *
     * @param bank the bank to search in
     * @param vocabulary the words of its concepts
     */
    public static BankSearch in(PersonaBank bank, Vocabulary vocabulary) {
        return new BankSearch(bank, vocabulary);
    }

    /**
     * A persona that was found.
     *
     * @param persona its id
     * @param matched how many of the words that were looked for it has
     * @param where in which of its parts, in their order
     */
    public record Hit(String persona, int matched, List<String> where) {
        /**
         * Copies the list.
         *
         * @param persona its id
         * @param matched how many of the words that were looked for it has
         * @param where in which of its parts
         */
        public Hit {
            where = List.copyOf(where);
        }
    }

    /**
     * {@return the personas that have at least one of the words; those with more of them first, then those with them in
     * more parts, then in the order of the bank}
     *
     * @param words what is looked for, in any order; case and accents do not count
     */
    public List<Hit> find(String words) {
        Set<String> wanted = words(words);
        List<Hit> hits = new ArrayList<>();
        for (Persona persona : bank.personas()) {
            Set<String> matched = new LinkedHashSet<>();
            List<String> where = new ArrayList<>();
            parts(persona).forEach((part, text) -> {
                Set<String> there = words(text);
                List<String> found = wanted.stream()
                        .filter(word -> there.stream().anyMatch(other -> other.startsWith(word)))
                        .toList();
                if (!found.isEmpty()) {
                    where.add(part);
                    matched.addAll(found);
                }
            });
            if (!matched.isEmpty()) {
                hits.add(new Hit(persona.id(), matched.size(), where));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::matched)
                .thenComparingInt(hit -> hit.where().size())
                .reversed());
        return List.copyOf(hits);
    }

    /**
     * {@return the personas that refer to a concept, in the order of the bank}
     *
     * @param concept a barrier, touchpoint, segment, intervention, strength, household or adjustment
     */
    public List<Persona> with(ConceptRef concept) {
        return bank.personas().stream()
                .filter(persona -> persona.concepts().contains(concept))
                .toList();
    }

    private Map<String, String> parts(Persona persona) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("name", persona.name());
        parts.put("summary", persona.summary());
        parts.put("illustrative", String.join(" ", persona.illustrative().values()));
        parts.put("claims", persona.claims().stream().map(Claim::text).collect(Collectors.joining(" ")));
        parts.put("helps", persona.helps().stream().map(Help::why).collect(Collectors.joining(" ")));
        parts.put(
                "needs",
                persona.access().in(AccessState.NEEDED).stream().map(Enum::name).collect(Collectors.joining(" ")));
        for (ConceptRef concept : persona.concepts()) {
            parts.merge(concept.codelist(), words(concept), (one, other) -> one + " " + other);
        }
        return parts;
    }

    private String words(ConceptRef reference) {
        Concept concept = vocabulary.find(reference).orElse(null);
        if (concept == null) {
            return reference.code();
        }
        return concept.label() + (concept.definition() == null ? "" : " " + concept.definition());
    }

    private static Set<String> words(String text) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(NO_WORD.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
