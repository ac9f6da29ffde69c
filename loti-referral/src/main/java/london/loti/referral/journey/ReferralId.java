package london.loti.referral.journey;

import london.loti.model.finding.Require;

/**
 * The id of a referral. It means nothing by itself and stands in no message to a resident.
 *
 * @param value 1 to 80 letters, digits, full stops, hyphens and underscores; a random UUID is a good one
 */
public record ReferralId(String value) implements Comparable<ReferralId> {
    /**
     * Checks the form.
     *
     * @param value letters, digits, full stops, hyphens and underscores
     * @throws IllegalArgumentException if it has another form
     */
    public ReferralId {
        Require.code("a referral", "id", value);
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
