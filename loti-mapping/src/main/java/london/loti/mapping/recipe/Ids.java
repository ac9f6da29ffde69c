package london.loti.mapping.recipe;

import java.util.Objects;
import java.util.regex.Pattern;

/** The short names by which the parts of a recipe refer to each other, and which name columns of its results. */
final class Ids {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private Ids() {}

    static void require(String what, String id) {
        Objects.requireNonNull(id, () -> what + " needs an 'id'");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + "'s id must be lower case letters, digits and underscores, beginning with a letter");
        }
    }
}
