package london.loti.benchmarks.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import london.loti.model.need.Answer;
import london.loti.model.service.Service;
import london.loti.referral.directory.ServiceWords;

/**
 * A ranking like that of Better Conversations, from a description of its weights: the whole phrase anywhere 75, each word
 * 25 and 25 more in the name, a synonym's phrase 30 a field or 25 a word, and 50 for a service that takes referrals and has
 * any of it; words are looked for as parts of texts, one service after the other. It gets loti's own synonyms, so that
 * the comparison is of rankings and not of lists of words.
 */
final class PlainRanking {
    private static final Set<String> STOP = Set.of(
            "a",
            "an",
            "and",
            "the",
            "of",
            "to",
            "for",
            "in",
            "on",
            "at",
            "with",
            "my",
            "me",
            "i",
            "is",
            "it",
            "or",
            "by",
            "from",
            "advice",
            "support",
            "help",
            "service",
            "services",
            "hollowbrook",
            "can",
            "need",
            "want",
            "get",
            "some",
            "any");

    private final List<Service> services;
    private final ServiceWords words;

    PlainRanking(List<Service> services, ServiceWords words) {
        this.services = services;
        this.words = words;
    }

    private record Scored(Service service, double weight) {}

    List<Service> search(String query, int most) {
        String phrase = normal(query);
        List<String> single = Arrays.stream(phrase.split(" ", -1))
                .filter(word -> word.length() > 1 && !STOP.contains(word))
                .toList();
        List<String> synonyms = synonyms(query);
        List<Scored> scored = new ArrayList<>();
        for (Service service : services) {
            double weight = weight(service, phrase, single, synonyms);
            if (weight > 0) {
                scored.add(new Scored(service, weight));
            }
        }
        scored.sort(Comparator.<Scored>comparingDouble(one -> -one.weight())
                .thenComparing(one -> one.service().id()));
        return scored.stream().limit(most).map(Scored::service).toList();
    }

    /** The words of every concept that a word of the query belongs to. */
    List<String> synonyms(String query) {
        String phrase = normal(query);
        List<String> synonyms = new ArrayList<>();
        for (ServiceWords.Concept concept : words.concepts()) {
            if (concept.words().stream().map(PlainRanking::normal).anyMatch(word -> has(phrase, word))) {
                concept.words().forEach(word -> synonyms.add(normal(word)));
            }
        }
        return synonyms;
    }

    private static double weight(Service service, String phrase, List<String> single, List<String> synonyms) {
        String name = normal(service.name());
        String text = normal(Objects.requireNonNullElse(service.description(), ""));
        double weight = 0;
        if (name.contains(phrase) || text.contains(phrase)) {
            weight += 75;
        }
        for (String word : single) {
            if (name.contains(word) || text.contains(word)) {
                weight += name.contains(word) ? 50 : 25;
            }
        }
        for (String synonym : synonyms) {
            int fields = (name.contains(synonym) ? 1 : 0) + (text.contains(synonym) ? 1 : 0);
            weight += 30 * fields;
        }
        boolean refers = service.acceptsReferrals() == Answer.YES
                || !service.referralChannels().isEmpty();
        return weight > 0 && refers ? weight + 50 : weight;
    }

    private static boolean has(String phrase, String word) {
        return (" " + phrase + " ").contains(" " + word + " ");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9' ]", " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
