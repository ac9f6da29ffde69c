package london.loti.model.need;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rule for tokens that mean nothing outside the council's own system. */
final class OpaqueToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Pattern NATIONAL_INSURANCE = Pattern.compile("(?i)[A-Z]{2}[0-9]{6}[A-D]?");
    private static final Pattern TELEPHONE = Pattern.compile("(0|(00)?440?)[0-9]{9,10}");
    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final int LONGEST_PART_THAT_CHANCE_MAKES = 8; // the first part of a random UUID

    private OpaqueToken() {}

    /** Refuses another form, and what others know somebody by; the message begins with {@code what} and holds no token. */
    static void require(String what, String token) {
        Objects.requireNonNull(token, () -> what + " needs a token");
        String plain = SEPARATOR.matcher(token).replaceAll("");
        if (!FORM.matcher(token).matches() || plain.length() < 8) {
            throw new IllegalArgumentException(what + " must be an opaque token of 8 to 64 letters,"
                    + " digits, hyphens and underscores\nMaybe use a random UUID; never a name or an address.");
        }
        boolean prefixed = SEPARATOR
                .splitAsStream(token)
                .anyMatch(part -> part.length() > LONGEST_PART_THAT_CHANCE_MAKES && isIssued(part));
        if (prefixed || isIssued(plain) || TELEPHONE.matcher(plain).matches()) {
            throw new IllegalArgumentException(what + " must be an opaque token, and no number that tells"
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
}
