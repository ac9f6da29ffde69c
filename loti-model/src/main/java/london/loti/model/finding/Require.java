package london.loti.model.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The checks that the constructors of loti's types share. Each throws with the words that it is given, and never
 * repeats the value.
 */
public final class Require {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private Require() {}

    /**
     * {@return a text that is there and says something}
     *
     * @param text the text
     * @param problem what is wrong where it is absent or blank
     * @throws NullPointerException if it is absent
     * @throws IllegalArgumentException if it is blank
     */
    public static String text(@Nullable String text, String problem) {
        Objects.requireNonNull(text, problem);
        optionalText(text, problem);
        return text;
    }

    /**
     * Checks a text that may be absent.
     *
     * @param text the text, or null
     * @param problem what is wrong where it is blank
     * @throws IllegalArgumentException if it is there and blank
     */
    public static void optionalText(@Nullable String text, String problem) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * Checks a day, for example {@code 2026-11-23}.
     *
     * @param date the day
     * @param problem what is wrong where it is none
     * @throws NullPointerException if it is absent
     * @throws IllegalArgumentException if it is not a day
     */
    public static void date(String date, String problem) {
        Objects.requireNonNull(date, problem);
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(problem, e);
        }
    }

    /**
     * Checks a short name by which parts of a document refer to each other, and which may name a column.
     *
     * @param what whose id it is, for example {@code an indicator}
     * @param id lower case letters, digits and underscores, beginning with a letter
     * @throws IllegalArgumentException if it has another form
     */
    public static void id(String what, String id) {
        Objects.requireNonNull(id, () -> what + " needs an 'id'");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + "'s id must be lower case letters, digits and underscores, beginning with a letter");
        }
    }

    /**
     * Checks a code as others publish it.
     *
     * @param what whose code it is, for example {@code a concept}
     * @param code at most 80 letters, digits, full stops, hyphens and underscores, beginning with a letter or digit
     * @throws NullPointerException if it is absent
     * @throws IllegalArgumentException if it has another form
     */
    public static void code(String what, String code) {
        code(what, "code", code);
    }

    /**
     * Checks a field that holds a code as others publish it.
     *
     * @param what whose field it is, for example {@code a codelist}
     * @param field the field's name, for example {@code id}
     * @param code at most 80 letters, digits, full stops, hyphens and underscores, beginning with a letter or digit
     * @throws NullPointerException if it is absent
     * @throws IllegalArgumentException if it has another form
     */
    public static void code(String what, String field, String code) {
        Objects.requireNonNull(code, () -> what + " needs its '" + field + "'");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(what + "'s '" + field + "' must be at most 80 letters, digits, full"
                    + " stops, hyphens and underscores, beginning with a letter or a digit");
        }
    }
}
