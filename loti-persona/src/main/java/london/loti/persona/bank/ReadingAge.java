package london.loti.persona.bank;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The age at which a child in school reads a text with ease: Flesch-Kincaid grade and five years (Kincaid and others
 * 1975, Research Branch Report 8-75). Syllables are counted by rule, so it is an estimate, and one for English.
 */
final class ReadingAge {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]+(\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_END = Pattern.compile("([^aeiouyl]e|[^aeiouydt]ed|[^aeiouyscxz]es)$");

    /** Fewer words have no style. */
    private static final int FEWEST_WORDS = 20;

    private ReadingAge() {}

    /** The age in years; {@code NaN} for a text of fewer than twenty words. */
    static double of(String text) {
        int words = 0;
        int syllables = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words++;
            syllables += syllables(word.group().toLowerCase(Locale.ROOT));
        }
        if (words < FEWEST_WORDS) {
            return Double.NaN;
        }
        long sentences = Math.max(1, SENTENCE_END.matcher(text).results().count());
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5;
    }

    static int syllables(String word) {
        String spoken = SILENT_END.matcher(word).replaceFirst("");
        return (int) Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}
