package london.loti.referral.linkwork;

import london.loti.model.finding.Require;

/**
 * The id of a support plan. It means nothing by itself.
 *
 * @param value 1 to 64 letters, digits, full stops, hyphens and underscores; a random UUID is a good one
 */
public record PlanId(String value) {
    private static final int LONGEST = 64;
    private static final String PREFIX = "plan-";

    /**
     * Checks the form.
     *
     * @param value at most 64 letters, digits, full stops, hyphens and underscores
     * @throws IllegalArgumentException if it has another form
     */
    public PlanId {
        Require.code("a plan", "id", value);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a plan's 'id' must be at most " + LONGEST + " characters long");
        }
    }

    /** The stream that its events are kept in. */
    String stream() {
        return PREFIX + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
