package london.loti.evaluation.meta;

import java.util.List;

/**
 * What a council sends in the first round: sums over its people, no row of any. It goes through JSON without loss.
 *
 * @param council the council's name
 * @param columns the names of the columns of the design
 * @param n how many people the sums are over
 * @param minimum the least number of people that the council required, for the whole and for each side of a column of 0
 *     and 1
 * @param cross the sums of the products of two columns, row by row
 * @param crossOutcome the sums of the products of each column and the outcome
 */
public record FirstShare(
        String council, List<String> columns, int n, int minimum, List<List<Double>> cross, List<Double> crossOutcome) {
    /**
     * Copies the lists.
     *
     * @param council the council's name
     * @param columns the names of the columns of the design
     * @param n how many people the sums are over
     * @param minimum the least number of people that the council required
     * @param cross the sums of the products of two columns
     * @param crossOutcome the sums of the products of each column and the outcome
     * @throws IllegalArgumentException if there are fewer people than the minimum, or the sizes do not fit
     */
    public FirstShare {
        columns = List.copyOf(columns);
        cross = cross.stream().map(List::copyOf).toList();
        crossOutcome = List.copyOf(crossOutcome);
        int p = columns.size();
        if (cross.size() != p || crossOutcome.size() != p || cross.stream().anyMatch(row -> row.size() != p)) {
            throw new IllegalArgumentException("a share's sums must be of its " + p + " columns, but were of "
                    + cross.size() + " and " + crossOutcome.size());
        }
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                if (!Double.isFinite(cross.get(j).get(k))
                        || !cross.get(j).get(k).equals(cross.get(k).get(j))) {
                    throw new IllegalArgumentException(
                            "a share's sums must be finite, and the same both ways, but are not");
                }
            }
            if (!Double.isFinite(crossOutcome.get(j))) {
                throw new IllegalArgumentException("a share's sums must be finite, but are not");
            }
        }
        if (minimum < CouncilData.LEAST_MINIMUM) {
            throw new IllegalArgumentException(
                    "a share's minimum must be " + CouncilData.LEAST_MINIMUM + " people or more, but was " + minimum);
        }
        if (n < minimum) {
            throw new IllegalArgumentException(
                    "a share must be over " + minimum + " people or more, but was over " + n);
        }
    }
}
