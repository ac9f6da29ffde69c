package london.loti.model.need;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A resident, by a token that means nothing outside the council's own system. Who it is stays there: loti holds no
 * name, no address and no number that others issue.
 *
 * <p>What looks like an e-mail address, a postcode, a telephone, NHS or National Insurance number is refused. The token
 * never shows in {@link #toString()}, and no message repeats it. It is text in JSON.
 *
 * @param token 8 to 64 letters, digits, hyphens and underscores; a random UUID is a good one
 */
public record ResidentRef(String token) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Pattern NATIONAL_INSURANCE = Pattern.compile("(?i)[A-Z]{2}[0-9]{6}[A-D]?");
    private static final Pattern TELEPHONE = Pattern.compile("(0|(00)?440?)[0-9]{9,10}");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final int LONGEST_PART_THAT_CHANCE_MAKES = 8; // the first part of a random UUID

    /**
     * Checks the form, and that it is no number or address that others know the resident by.
     *
     * @param token 8 to 64 letters, digits, hyphens and underscores
     * @throws IllegalArgumentException if it has another form or could tell who it is; the message does not repeat it
     */
    public ResidentRef {
        Objects.requireNonNull(token, "a resident's reference needs a token");
        String plain = SEPARATOR.matcher(token).replaceAll("");
        if (!FORM.matcher(token).matches() || plain.length() < 8) {
            throw new IllegalArgumentException("a resident's reference must be an opaque token of 8 to 64 letters,"
                    + " digits, hyphens and underscores\nMaybe use a random UUID; never a name or an address.");
        }
        boolean prefixed = SEPARATOR
                .splitAsStream(token)
                .anyMatch(part -> part.length() > LONGEST_PART_THAT_CHANCE_MAKES && isIssued(part));
        if (prefixed || isIssued(plain) || TELEPHONE.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "a resident's reference must be an opaque token, and no number that tells"
                            + " who it is: no telephone, NHS or National Insurance number\nMaybe use a random UUID.");
        }
    }

    private static boolean isIssued(String part) {
        return NATIONAL_INSURANCE.matcher(part).matches() || isNhsNumber(part);
    }

    /** Ten digits, the last a check digit modulo 11 (NHS Data Dictionary, NHS NUMBER). */
    private static boolean isNhsNumber(String digits) {
        if (!TEN_DIGITS.matcher(digits).matches()) {
            return false;
        }
        int sum = IntStream.range(0, 9)
                .map(i -> (10 - i) * (digits.charAt(i) - '0'))
                .sum();
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "ResidentRef[redacted]";
    }
}
