package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.need.ConceptRef;
import london.loti.model.service.Attribute;
import london.loti.model.service.Organisation;
import london.loti.model.service.Service;
import london.loti.model.service.TaxonomyTerm;

/**
 * What services say, and how well it answers words. A service's score for a word grows with where it stands (the name
 * counts most, then the kind of service, then the description) and with how few services have it; a synonym counts less
 * than the word itself. Names of contacts are not among what can be found. Immutable and thread-safe.
 */
final class WordIndex {
    private static final int NAME = 8;
    private static final int TYPE = 5;
    private static final int ORGANISATION = 2;
    private static final int TEXT = 2;
    private static final double SYNONYM = 0.75;
    private static final String CONCEPT = "#";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final EnglishText english = new EnglishText();
    private final ServiceWords words;
    private final Set<String> empty = new LinkedHashSet<>();
    private final PhraseFinder typed = new PhraseFinder();
    private final PhraseFinder published = new PhraseFinder();
    private final PhraseFinder groups = new PhraseFinder();
    private final Spelling spelling = new Spelling();
    private final TextIndex index;
    private final int size;

    WordIndex(List<Service> services, ServiceWords words) {
        this.words = words;
        this.size = services.size();
        words.emptyWords().forEach(word -> english.learn(word).forEach(token -> empty.add(token.surface())));
        for (int i = 0; i < words.concepts().size(); i++) {
            ServiceWords.Concept concept = words.concepts().get(i);
            int meaning = i;
            concept.words().forEach(phrase -> {
                typed.add(english.learn(phrase), meaning);
                published.add(english.learn(phrase), meaning);
                english.learn(phrase).forEach(token -> spelling.add(token.surface()));
            });
            concept.alsoFinds().forEach(phrase -> published.add(english.learn(phrase), meaning));
        }
        for (int i = 0; i < words.groups().size(); i++) {
            int meaning = i;
            words.groups().get(i).words().forEach(phrase -> groups.add(english.learn(phrase), meaning));
        }
        TextIndex.Builder builder = new TextIndex.Builder();
        Map<String, List<EnglishText.Token>> known = new HashMap<>();
        services.forEach(service -> add(service, builder, known));
        this.index = builder.build();
    }

    /** Texts that many services have in common are read once. */
    private void add(Service service, TextIndex.Builder builder, Map<String, List<EnglishText.Token>> known) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        List<List<String>> texts = new ArrayList<>();
        add(english::learn, service.name(), NAME, weights, texts);
        add(english::learn, service.alternateName(), NAME, weights, texts);
        Function<String, List<EnglishText.Token>> once = text -> known.computeIfAbsent(text, english::learn);
        for (Attribute attribute : service.extras().attributes()) {
            TaxonomyTerm term = attribute.term();
            if (term != null) {
                add(once, term.name(), TYPE, weights, texts);
            }
        }
        add(english::learn, service.description(), TEXT, weights, texts);
        add(once, service.eligibilityDescription(), 1, weights, texts);
        Organisation organisation = service.organisation();
        if (organisation != null) {
            add(once, organisation.name(), ORGANISATION, weights, texts);
        }
        builder.add(weights, texts);
    }

    private void add(
            Function<String, List<EnglishText.Token>> read,
            @Nullable String text,
            int weight,
            Map<String, Integer> weights,
            List<List<String>> texts) {
        if (text == null || text.isBlank()) {
            return;
        }
        List<EnglishText.Token> tokens = read.apply(text);
        Set<String> once = new LinkedHashSet<>();
        for (EnglishText.Token token : tokens) {
            spelling.add(token.surface());
            once.add(token.stem());
        }
        published
                .longestIn(tokens)
                .forEach(found ->
                        once.add(CONCEPT + words.concepts().get(found.meaning()).code()));
        once.forEach(term -> weights.merge(term, weight, Integer::sum));
        texts.add(tokens.stream().map(EnglishText.Token::stem).toList());
    }

    /**
     * What was looked for.
     *
     * @param terms terms with how much each counts
     * @param shown the terms as they are shown to people
     * @param phrases what must stand together, as stems
     * @param groups groups that the words ask for
     * @param readAs words that were taken for others
     */
    record Asked(
            Map<String, Double> terms,
            Map<String, String> shown,
            List<List<String>> phrases,
            Set<ConceptRef> groups,
            List<SearchResult.ReadAs> readAs) {
        boolean isSilent() {
            return terms.isEmpty() && phrases.isEmpty();
        }
    }

    /** Reads what somebody typed; nothing of it is kept. */
    Asked read(String text) {
        List<List<String>> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            List<String> stems = english.read(quoted.group(1)).stream()
                    .map(EnglishText.Token::stem)
                    .toList();
            if (!stems.isEmpty()) {
                phrases.add(stems);
            }
        }
        List<EnglishText.Token> tokens = english.read(text);
        List<SearchResult.ReadAs> readAs = new ArrayList<>();
        List<EnglishText.Token> meant = new ArrayList<>();
        for (EnglishText.Token token : tokens) {
            meant.add(corrected(token, tokens, readAs));
        }
        Map<String, Double> terms = new LinkedHashMap<>();
        Map<String, String> shown = new HashMap<>();
        typed.longestIn(meant).forEach(found -> {
            String concept = words.concepts().get(found.meaning()).code();
            terms.put(CONCEPT + concept, SYNONYM);
            shown.put(CONCEPT + concept, concept.replace('-', ' ').replace('_', ' '));
        });
        List<EnglishText.Token> telling =
                meant.stream().filter(token -> !empty.contains(token.surface())).toList();
        (telling.isEmpty() && terms.isEmpty() ? meant : telling).forEach(token -> {
            terms.put(token.stem(), 1.0);
            shown.put(token.stem(), "'" + token.surface() + "'");
        });
        Set<ConceptRef> asked = new LinkedHashSet<>();
        groups.in(meant)
                .forEach(found -> asked.add(words.groups().get(found.meaning()).group()));
        return new Asked(terms, shown, phrases, asked, List.copyOf(readAs));
    }

    /** The token itself where a service or a synonym has it, and the nearest word that one has otherwise. */
    private EnglishText.Token corrected(
            EnglishText.Token token, List<EnglishText.Token> all, List<SearchResult.ReadAs> readAs) {
        boolean known = empty.contains(token.surface())
                || index.postings(token.stem()) != null
                || typed.in(all).stream()
                        .anyMatch(found -> all.subList(found.from(), found.to()).contains(token));
        String nearest = known ? null : spelling.nearest(token.surface());
        if (nearest == null) {
            return token;
        }
        SearchResult.ReadAs read = new SearchResult.ReadAs(token.surface(), nearest);
        if (!readAs.contains(read)) {
            readAs.add(read);
        }
        return english.read(nearest).get(0);
    }

    /** How well every service answers. */
    WordScores scores(Asked asked) {
        return new WordScores(index, size, asked);
    }

    /** How large the index of Lucene is. */
    long bytes() {
        return index.bytes();
    }
}
