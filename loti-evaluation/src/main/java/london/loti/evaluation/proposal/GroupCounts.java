package london.loti.evaluation.proposal;

import london.loti.model.finding.Require;

/**
 * People of one group, and of how many of them it is so.
 *
 * @param group the group's label, never a person
 * @param yes of how many it is so
 * @param people how many there are
 */
public record GroupCounts(String group, int yes, int people) {
    /**
     * Checks the counts.
     *
     * @param group the group's label
     * @param yes of how many it is so, 0 or more
     * @param people how many there are, no fewer
     * @throws IllegalArgumentException if the label is blank, or the counts are none
     */
    public GroupCounts {
        Require.text(group, "a group needs its label");
        if (yes < 0 || people < yes) {
            throw new IllegalArgumentException(
                    "a group's 'yes' must be 0 or more and no more than its 'people', but is not"
                            + "\nMaybe the counts are in the wrong order.");
        }
    }
}
