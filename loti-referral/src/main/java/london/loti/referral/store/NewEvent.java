package london.loti.referral.store;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * An event on its way into a store, before it has a place in the chain. What is about a person is sealed already.
 *
 * @param subject the resident's token; null where it is about nobody
 * @param type the kind of event
 * @param schemaVersion the version of its JSON
 * @param at when it happened, by the clock of whoever records it
 * @param actor an opaque id of who did it
 * @param role in which role
 * @param open the part that is not about a person, as JSON on one line
 * @param sealed the rest, encrypted, in base 64; null where there is nothing
 */
public record NewEvent(
        @Nullable String subject,
        String type,
        int schemaVersion,
        Instant at,
        String actor,
        String role,
        String open,
        @Nullable String sealed) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /**
     * Checks the codes, and that every database can keep the texts as they are.
     *
     * @param subject the resident's token, at most 80 letters, digits, full stops, hyphens and underscores; null where it
     *     is about nobody
     * @param type the kind of event
     * @param schemaVersion the version of its JSON
     * @param at when it happened
     * @param actor an opaque id of who did it
     * @param role in which role
     * @param open the part that is not about a person
     * @param sealed the rest, encrypted; null where there is nothing
     * @throws IllegalArgumentException if a code has another form, the schema's version is below 1, or a text is blank or
     *     holds a control character or half a surrogate pair; the message does not repeat it
     */
    public NewEvent {
        Require.code("an event", "type", type);
        Require.code("an event", "actor", actor);
        Require.code("an event", "role", role);
        Require.text(open, "an event needs its 'open' part");
        Objects.requireNonNull(at, "an event needs its time 'at'");
        if (subject != null && !TOKEN.matcher(subject).matches()) {
            throw new IllegalArgumentException("an event's 'subject' must be a token of at most 80 characters");
        }
        if (schemaVersion < 1) {
            throw new IllegalArgumentException("an event's 'schemaVersion' must be at least 1");
        }
        Require.optionalText(sealed, "an event's 'sealed' part must not be blank");
        if (!isOneLine(open) || (sealed != null && !isOneLine(sealed))) {
            throw new IllegalArgumentException(
                    "an event's 'open' and 'sealed' parts must be on one line, of whole characters");
        }
    }

    private static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Says which event it is, and nothing of what it holds or about whom. */
    @Override
    public String toString() {
        return "NewEvent[" + type + ", redacted]";
    }
}
