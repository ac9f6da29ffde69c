package london.loti.model.need;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A note that lies in the council's own system, by a token that means nothing elsewhere. What somebody typed stays
 * there: loti keeps codes, and where to read on.
 *
 * <p>The same tokens are refused as for a {@link ResidentRef}. The token never shows in {@link #toString()}, and no
 * message repeats it. It is text in JSON.
 *
 * @param token 8 to 64 letters, digits, hyphens and underscores; a random UUID is a good one
 */
public record NoteRef(@Classified(DataClass.PSEUDONYM) String token) {
    /**
     * Checks the form, and that it is no number or address that others know somebody by.
     *
     * @param token 8 to 64 letters, digits, hyphens and underscores
     * @throws IllegalArgumentException if it has another form or could tell who it is; the message does not repeat it
     */
    public NoteRef {
        OpaqueToken.require("a note's reference", token);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "NoteRef[redacted]";
    }
}
