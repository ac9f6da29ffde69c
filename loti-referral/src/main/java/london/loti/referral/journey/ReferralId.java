package london.loti.referral.journey;

import london.loti.model.finding.Require;

/**
 * The id of a referral. It means nothing by itself and stands in no message to a resident.
 *
 * @param value 1 to 64 letters, digits, full stops, hyphens and underscores; a random UUID is a good one
 */
public record ReferralId(String value) implements Comparable<ReferralId> {
    private static final int LONGEST = 64;

    /**
     * Checks the form.
     *
     * @param value at most 64 letters, digits, full stops, hyphens and underscores
     * @throws IllegalArgumentException if it has another form
     */
    public ReferralId {
        Require.code("a referral", "id", value);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a referral's 'id' must be at most " + LONGEST + " characters long");
        }
    }

    @Override
    public int compareTo(ReferralId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
