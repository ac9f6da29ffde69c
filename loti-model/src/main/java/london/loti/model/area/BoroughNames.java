package london.loti.model.area;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** Finds boroughs' names in text: the longest run of words that is a name is taken. */
final class BoroughNames {
    /** An unknown piece is quoted up to this length: a longer one is a text, not a list. */
    private static final int QUOTED = 60;

    private static final List<String> BEFORE =
            List.of("", "london borough of ", "london borough ", "royal borough of ", "borough of ", "lb of ", "lb ");
    private static final List<String> AFTER = List.of(
            "", " council", " borough", " borough council", " london borough", " london borough council", " lb");

    /** What may stand between names, or before or after all of them, and names nothing. */
    private static final Set<String> BETWEEN = Set.of(
            "and",
            "the",
            "of",
            "plus",
            "both",
            "borough",
            "boroughs",
            "councils",
            "london borough",
            "london boroughs",
            "royal borough",
            "royal boroughs",
            "lbs of");

    /** Of these, what ends an unknown piece. */
    private static final Set<String> SPLITS = Set.of("and", "plus");

    /** A word, an abbreviation with dots, or a mark between words. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<word>(?:\\p{L}\\.){1,8}\\p{L}?(?![\\p{L}\\p{N}])|[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}\\p{N}]+){0,2})"
                    + "|(?<and>[&+])"
                    + "|(?<line>\\R)|(?<mark>[,;:/|()\\[\\]•·\"“”]|(?<=\\s)[-–—](?=\\s))");

    private static final Map<String, Borough> SURE = sure();
    private static final Map<String, List<Borough>> UNSURE = unsure();
    private static final int MOST_WORDS = mostWords();
    private static final List<String> SUGGESTED = suggested();

    /** What stands before a word: only white space, a new line, or a mark that ends every name. */
    private enum Gap {
        SPACE,
        LINE,
        MARK
    }

    private record Word(String key, int start, int end, Gap before) {}

    private BoroughNames() {}

    static Optional<Borough> find(String name) {
        List<Word> words = words(name);
        if (words.stream().skip(1).anyMatch(word -> word.before() == Gap.MARK)) {
            return Optional.empty();
        }
        String key = words.stream().map(Word::key).collect(Collectors.joining(" "));
        return Optional.ofNullable(SURE.get(key.startsWith("the ") ? key.substring("the ".length()) : key));
    }

    static Checked<List<Borough>> parseList(Where where, String text) {
        List<Word> words = words(text);
        Set<Borough> found = new LinkedHashSet<>();
        Findings findings = new Findings();
        int unknownFrom = -1;
        int at = 0;
        while (at < words.size()) {
            Match match = longest(words, at);
            boolean inPiece = unknownFrom >= 0 && words.get(at).before() == Gap.SPACE;
            if (inPiece
                    && match != null
                    && match.candidates().isEmpty()
                    && !SPLITS.contains(words.get(at).key())) {
                match = null;
            }
            if ((match != null || !inPiece) && unknownFrom >= 0) {
                unknown(where, piece(text, words, unknownFrom, at), findings);
                unknownFrom = -1;
            }
            if (match == null) {
                unknownFrom = unknownFrom < 0 ? at : unknownFrom;
                at++;
                continue;
            }
            if (match.candidates().size() == 1) {
                found.add(match.candidates().get(0));
            } else if (!match.candidates().isEmpty()) {
                ambiguous(where, piece(text, words, at, at + match.length()), match.candidates(), findings);
            }
            at += match.length();
        }
        if (unknownFrom >= 0) {
            unknown(where, piece(text, words, unknownFrom, at), findings);
        }
        if (found.isEmpty() && !findings.hasErrors() && !text.isBlank()) {
            unknown(where, text.strip(), findings);
        }
        return Checked.of(List.copyOf(found), findings.toList());
    }

    /**
     * Some words that mean something.
     *
     * @param candidates one borough; several, where it could be each of them; none for words between names
     */
    private record Match(int length, List<Borough> candidates) {}

    private static @Nullable Match longest(List<Word> words, int from) {
        @Nullable Match longest = null;
        StringBuilder key = new StringBuilder();
        boolean oneLine = true;
        int last = Math.min(words.size(), from + MOST_WORDS);
        for (int at = from; at < last && (at == from || words.get(at).before() != Gap.MARK); at++) {
            key.append(at == from ? "" : " ").append(words.get(at).key());
            oneLine &= at == from || words.get(at).before() == Gap.SPACE;
            List<Borough> candidates = candidates(key.toString());
            // A name may be wrapped; two lines that are two names must not become a doubtful one.
            if (candidates != null && (oneLine || candidates.size() == 1)) {
                longest = new Match(at - from + 1, candidates);
            }
        }
        return longest;
    }

    private static @Nullable List<Borough> candidates(String key) {
        Borough borough = SURE.get(key);
        if (borough != null) {
            return List.of(borough);
        }
        return BETWEEN.contains(key) ? List.of() : UNSURE.get(key);
    }

    private static String piece(String text, List<Word> words, int from, int to) {
        return text.substring(words.get(from).start(), words.get(to - 1).end());
    }

    private static void unknown(Where where, String piece, Findings findings) {
        findings.error(
                Borough.Code.UNKNOWN_BOROUGH,
                "a London borough is wanted, but '" + quoted(piece) + "' is none"
                        + (piece.length() <= QUOTED ? Nearest.hint(piece, SUGGESTED) : ""),
                where);
    }

    private static void ambiguous(Where where, String piece, List<Borough> candidates, Findings findings) {
        List<String> names = candidates.stream().map(Borough::officialName).toList();
        findings.error(
                Borough.Code.AMBIGUOUS_BOROUGH,
                "one London borough is wanted, but '" + quoted(piece) + "' could be "
                        + String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1)
                        + "\nMaybe write its full name.",
                where);
    }

    private static String quoted(String piece) {
        String line = piece.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, QUOTED)).strip() + "…";
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Gap gap = Gap.SPACE;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group("mark") != null) {
                gap = Gap.MARK;
            } else if (token.group("line") != null) {
                gap = gap == Gap.MARK ? gap : Gap.LINE;
            } else {
                String key = token.group("and") != null
                        ? "and"
                        : token.group().replace(".", "").toLowerCase(Locale.ROOT);
                words.add(new Word(key, token.start(), token.end(), gap));
                gap = Gap.SPACE;
            }
        }
        return words;
    }

    private static String key(String name) {
        return words(name).stream().map(Word::key).collect(Collectors.joining(" "));
    }

    private static Map<String, Borough> sure() {
        Map<String, Borough> sure = new HashMap<>();
        for (Borough borough : Borough.values()) {
            for (String name : borough.names()) {
                for (String before : BEFORE) {
                    for (String after : AFTER) {
                        put(sure, before + key(name) + after, borough);
                    }
                }
            }
            for (String form : borough.shortForms()) {
                put(sure, key(form), borough);
            }
        }
        return Map.copyOf(sure);
    }

    private static void put(Map<String, Borough> sure, String key, Borough borough) {
        Borough other = sure.putIfAbsent(key, borough);
        if (other != null && other != borough) {
            throw new IllegalStateException(
                    "a name must be one borough's, but '" + key + "' is that of " + other + " and " + borough);
        }
    }

    /** LB and a letter, which councils use for themselves; and what could be either of the two cities, or both. */
    private static Map<String, List<Borough>> unsure() {
        Map<String, List<Borough>> unsure = new HashMap<>();
        for (Borough borough : Borough.values()) {
            if (borough != Borough.CITY_OF_LONDON) {
                String letter = borough.officialName().substring(0, 1).toLowerCase(Locale.ROOT);
                unsure.computeIfAbsent("lb" + letter, any -> new ArrayList<>()).add(borough);
                unsure.computeIfAbsent("lb " + letter, any -> new ArrayList<>()).add(borough);
            }
        }
        unsure.values().removeIf(candidates -> candidates.size() == 1);
        List<Borough> cities = List.of(Borough.CITY_OF_LONDON, Borough.WESTMINSTER);
        unsure.put("city of", cities);
        unsure.put("city council", cities);
        unsure.put("westminster city", cities);
        return Map.copyOf(unsure);
    }

    private static int mostWords() {
        return SURE.keySet().stream()
                .mapToInt(key -> key.split(" ", -1).length)
                .max()
                .orElse(1);
    }

    /** Whole names only: every typing mistake is near to one of the short forms. */
    private static List<String> suggested() {
        List<String> names = new ArrayList<>();
        for (Borough borough : Borough.values()) {
            borough.names().stream().filter(name -> name.length() > 3).forEach(names::add);
        }
        return List.copyOf(names);
    }
}
