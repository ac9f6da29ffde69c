package london.loti.mapping.recipe;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The short names by which the parts of a recipe refer to each other, and which name columns of its results. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private Ids() {}

    /** Checks that a text is there and says something; null passes where the text is optional. */
    static void requireText(@Nullable String text, String problem) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException(problem);
        }
    }

    static void requireDate(String date, String problem) {
        try {
            LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(problem, e);
        }
    }

    static void require(String what, String id) {
        Objects.requireNonNull(id, () -> what + " needs an 'id'");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + "'s id must be lower case letters, digits and underscores, beginning with a letter");
        }
    }
}
