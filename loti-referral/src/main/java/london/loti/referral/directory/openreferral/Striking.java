package london.loti.referral.directory.openreferral;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Strikes words out of every text of a record and of the records in it, whatever their case and whatever white space or
 * dashes stand in them. All texts are looked at, so that a field that comes later is not forgotten; ids stay, and what a
 * publisher added goes as a whole where a word is in it. Nearly no text has such a word, which is told without a pattern:
 * by runs of {@value #RUN} characters. Immutable and thread-safe.
 */
final class Striking {
    static final String STRUCK = "[withheld]";
    /** Shorter words are in too many texts. */
    static final int RUN = 4;

    private static final int BITS_A_CHARACTER = 16;
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}]*";
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Pattern pattern;
    /** The first characters of every word, in a table that is a quarter full at most; nought where there is none. */
    private final long[] beginnings;

    /** How a record is taken apart and put together. */
    private record Shape(List<String> names, List<Method> parts, Constructor<?> maker) {
        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new Shape(
                        Stream.of(components).map(RecordComponent::getName).toList(),
                        Stream.of(components).map(RecordComponent::getAccessor).toList(),
                        type.getConstructor(Stream.of(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a public record has a public constructor", e);
            }
        }
    }

    /**
     * Strikes out words.
     *
     * @param words words of {@value #RUN} characters or more, white space and dashes not counted
     */
    Striking(Collection<String> words) {
        pattern = Pattern.compile(
                words.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Striking::loosely)
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        beginnings = new long[Integer.highestOneBit(Math.max(1, words.size())) * 8];
        for (String word : words) {
            long beginning = 0;
            for (int i = 0, count = 0; count < RUN; i++) {
                if (counts(word.charAt(i))) {
                    beginning = beginning << BITS_A_CHARACTER | folded(word.charAt(i));
                    count++;
                }
            }
            int at = place(beginning);
            while (beginnings[at] != 0 && beginnings[at] != beginning) {
                at = at + 1 & beginnings.length - 1;
            }
            beginnings[at] = beginning;
        }
    }

    /** How long a word is, white space and dashes not counted. */
    static int length(String word) {
        return (int) word.chars().filter(c -> counts((char) c)).count();
    }

    private static boolean counts(char c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.DASH_PUNCTUATION;
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static String loosely(String word) {
        return word.codePoints()
                .filter(c -> !Character.isBmpCodePoint(c) || counts((char) c))
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(BETWEEN));
    }

    private int place(long beginning) {
        long mixed = beginning * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE) & beginnings.length - 1;
    }

    /** Whether some word may be in it. */
    private boolean isSuspect(String text) {
        long run = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (counts(c)) {
                run = run << BITS_A_CHARACTER | folded(c);
                count++;
                if (count >= RUN && begins(run)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean begins(long run) {
        int at = place(run);
        while (beginnings[at] != 0) {
            if (beginnings[at] == run) {
                return true;
            }
            at = at + 1 & beginnings.length - 1;
        }
        return false;
    }

    private String text(String text) {
        return isSuspect(text) ? pattern.matcher(text).replaceAll(STRUCK) : text;
    }

    /**
     * {@return the record without the words; the same one where it has none}
     *
     * @param record a public record
     * @throws IllegalArgumentException if a record may not be without a word
     */
    <T extends Record> T in(T record) {
        @SuppressWarnings("unchecked") // a record is made of its own class
        T struck = (T) record(record);
        return struck;
    }

    private Record record(Record whole) {
        Shape shape = SHAPES.get(whole.getClass());
        try {
            @Nullable Object[] parts = new @Nullable Object[shape.parts().size()];
            boolean same = true;
            for (int i = 0; i < parts.length; i++) {
                @Nullable Object part = shape.parts().get(i).invoke(whole);
                parts[i] = shape.names().get(i).equals("id") ? part : value(part);
                same &= parts[i] == part;
            }
            return same ? whole : (Record) shape.maker().newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("a record may not be without a word", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be read and made", e);
        }
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Record record) {
            return record(record);
        } else if (value instanceof List<?> list) {
            return list(list);
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value;
    }

    private List<?> list(List<?> list) {
        List<@Nullable Object> struck = new ArrayList<>(list.size());
        boolean same = true;
        for (Object one : list) {
            @Nullable Object after = value(one);
            struck.add(after);
            same &= after == one;
        }
        return same ? list : struck;
    }

    private Map<?, ?> map(Map<?, ?> map) {
        Map<Object, Object> kept = new LinkedHashMap<>();
        map.forEach((key, one) -> {
            if (value(key) == key && value(one) == one) {
                kept.put(key, one);
            }
        });
        return kept.size() == map.size() ? map : kept;
    }

    @Override
    public String toString() {
        return "Striking[" + Arrays.stream(beginnings).filter(one -> one != 0).count() + " words]";
    }
}
