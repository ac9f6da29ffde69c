package london.loti.referral.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds words and phrases that stand for something in a text, by their stems. Immutable once all are added. */
final class PhraseFinder {
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private record Phrase(List<String> stems, int meaning) {}

    /**
     * A phrase that was found.
     *
     * @param meaning what it stands for
     * @param from its first word
     * @param to after its last word
     */
    record Found(int meaning, int from, int to) {
        private boolean isWithinLonger(Found other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    /** Adds a phrase. */
    void add(List<EnglishText.Token> phrase, int meaning) {
        List<String> stems = phrase.stream().map(EnglishText.Token::stem).toList();
        if (!stems.isEmpty()) {
            byFirst.computeIfAbsent(stems.get(0), first -> new ArrayList<>()).add(new Phrase(stems, meaning));
        }
    }

    /** Every phrase of the text, in the order of their first words. */
    List<Found> in(List<EnglishText.Token> text) {
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < text.size(); from++) {
            List<Phrase> phrases = byFirst.get(text.get(from).stem());
            if (phrases == null) {
                continue;
            }
            for (Phrase phrase : phrases) {
                if (stands(phrase.stems, text, from)) {
                    found.add(new Found(phrase.meaning, from, from + phrase.stems.size()));
                }
            }
        }
        return found;
    }

    /** The phrases of a text without those that are only a part of a longer one: "credit" in "universal credit". */
    List<Found> longestIn(List<EnglishText.Token> text) {
        List<Found> all = in(text);
        return all.stream()
                .filter(one -> all.stream().noneMatch(one::isWithinLonger))
                .toList();
    }

    private static boolean stands(List<String> stems, List<EnglishText.Token> text, int from) {
        if (from + stems.size() > text.size()) {
            return false;
        }
        for (int i = 1; i < stems.size(); i++) {
            if (!stems.get(i).equals(text.get(from + i).stem())) {
                return false;
            }
        }
        return true;
    }
}
