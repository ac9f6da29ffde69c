package london.loti.referral.linkwork;

import java.util.Optional;

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

    /** {@return the stream that its events are kept in} */
    public String stream() {
        return PREFIX + value;
    }

    /** The id of the plan that a stream would be of; empty where no plan has a stream of such a name. */
    static Optional<PlanId> ofStream(String stream) {
        String id = stream.startsWith(PREFIX) ? stream.substring(PREFIX.length()) : "";
        boolean isNone = id.isEmpty() || id.length() > LONGEST || "-._".indexOf(id.charAt(0)) >= 0;
        return isNone ? Optional.empty() : Optional.of(new PlanId(id));
    }

    @Override
    public String toString() {
        return value;
    }
}
