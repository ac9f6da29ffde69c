package london.loti.model.need;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * A resident, by a token that means nothing outside the council's own system. Who it is stays there: loti holds no
 * name, no address and no number that others issue.
 *
 * <p>What looks like an e-mail address, a postcode, a telephone, NHS or National Insurance number is refused. The token
 * never shows in {@link #toString()}, and no message repeats it. It is text in JSON.
 *
 * @param token 8 to 64 letters, digits, hyphens and underscores; a random UUID is a good one
 */
public record ResidentRef(@Classified(DataClass.PSEUDONYM) String token) {
    /**
     * Checks the form, and that it is no number or address that others know the resident by.
     *
     * @param token 8 to 64 letters, digits, hyphens and underscores
     * @throws IllegalArgumentException if it has another form or could tell who it is; the message does not repeat it
     */
    public ResidentRef {
        OpaqueToken.require("a resident's reference", token);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "ResidentRef[redacted]";
    }
}
