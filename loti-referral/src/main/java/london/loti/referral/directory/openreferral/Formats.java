package london.loti.referral.directory.openreferral;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

import london.loti.referral.directory.openreferral.RuleTable.Form;

/** The forms that texts have. */
final class Formats {
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    /** Open Referral UK 1.0 gives a pattern without anchors, in lower case. */
    private static final Pattern UUID1 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern WEB = Pattern.compile("^(https?|wss?|ftp)://.*", Pattern.DOTALL);

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern TIME =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?");

    private static final Pattern TIMESTAMP = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Formats() {}

    /** Whether a text has the form; every text has that of a form for which there is no rule. */
    static boolean fits(Form form, String text) {
        return switch (form) {
            case UUID -> UUID.matcher(text).matches();
            case UUID1 -> UUID1.matcher(text).find();
            case URI -> isUri(text);
            case WEBURI -> isUri(text) && WEB.matcher(text).matches();
            case EMAIL -> isEmail(text);
            case DATE -> isDate(text);
            case TIME -> TIME.matcher(text).matches();
            case TIMESTAMP -> isTimestamp(text);
            default -> true;
        };
    }

    /** What is wanted, in words. */
    static String words(Form form) {
        return switch (form) {
            case UUID, UUID1 -> "an id must be a UUID";
            case URI -> "an address must be absolute, for example https://example.org/a";
            case WEBURI -> "an address must begin with http:// or https://";
            case EMAIL -> "an e-mail address must have the form name@example.org";
            case DATE -> "a date must have the form 2026-01-31";
            case TIME -> "a time must have the form 09:30 or 09:30:00";
            case TIMESTAMP -> "a time must have the form 2026-01-31T09:30:00Z";
            default -> "the text must have the form of its field";
        };
    }

    private static boolean isUri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && text.chars().allMatch(c -> c < 128);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.charAt(0) != '.'
                && text.charAt(at - 1) != '.'
                && !text.substring(0, at).contains("..")
                && EMAIL.matcher(text).matches();
    }

    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTimestamp(String text) {
        try {
            return TIMESTAMP.matcher(text).matches()
                    && OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT))
                                    .getYear()
                            >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
