package london.loti.referral.eligibility;

import java.util.Locale;
import java.util.regex.Pattern;

/** Beginnings of postcodes, compared part by part: ZZ9 is not the beginning of ZZ99 1AA, and E not of EC1. */
final class Postcodes {
    private static final Pattern INWARD = Pattern.compile("[0-9][A-Z]{2}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");

    private final String outward;
    private final String inward;

    private Postcodes(String outward, String inward) {
        this.outward = outward;
        this.inward = inward;
    }

    /** A postcode, or its first part alone. */
    static Postcodes of(String text) {
        String compact = SPACE.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        int cut = compact.length() - 3;
        boolean whole = cut >= 2 && INWARD.matcher(compact.substring(cut)).matches();
        return whole ? new Postcodes(compact.substring(0, cut), compact.substring(cut)) : new Postcodes(compact, "");
    }

    /** Whether the resident's postcode begins so; unknown where only its first part is known and does not decide. */
    EligibilityState beginsWith(String beginning) {
        String text = beginning.strip().toUpperCase(Locale.ROOT);
        String[] parts = SPACE.split(text, 2);
        if (parts.length == 1) {
            Postcodes whole = of(text);
            if (!whole.inward.isEmpty()) {
                return within(whole.outward, whole.inward);
            }
            if (LETTERS.matcher(text).matches()) {
                boolean area = outward.startsWith(text)
                        && outward.length() > text.length()
                        && Character.isDigit(outward.charAt(text.length()));
                return area ? EligibilityState.ELIGIBLE : EligibilityState.NOT_ELIGIBLE;
            }
            return outward.equals(text) ? EligibilityState.ELIGIBLE : EligibilityState.NOT_ELIGIBLE;
        }
        return within(parts[0], SPACE.matcher(parts[1]).replaceAll(""));
    }

    private EligibilityState within(String otherOutward, String inwardBeginning) {
        if (!outward.equals(otherOutward)) {
            return EligibilityState.NOT_ELIGIBLE;
        }
        if (inward.isEmpty()) {
            return EligibilityState.UNKNOWN;
        }
        return inward.startsWith(inwardBeginning) ? EligibilityState.ELIGIBLE : EligibilityState.NOT_ELIGIBLE;
    }
}
