package london.loti.evaluation.economics;

import london.loti.model.finding.Require;

/**
 * How far two inputs of a simulation go together, for example pay of staff and price of a supplier: Spearman's
 * correlation of their ranks, which does not depend on their distributions.
 *
 * @param first the name of one input
 * @param second the name of the other
 * @param value the correlation, above -1 and below 1; where it is 1, one input says both
 */
public record RankCorrelation(String first, String second, double value) {
    /**
     * Checks the names and the number.
     *
     * @param first the name of one input
     * @param second the name of the other
     * @param value above -1 and below 1
     * @throws IllegalArgumentException if a name is blank, both are the same or the number is out of range
     */
    public RankCorrelation {
        Require.text(first, "a rank correlation needs its 'first' input");
        Require.text(second, "a rank correlation needs its 'second' input");
        if (first.equals(second)) {
            throw new IllegalArgumentException("a rank correlation must be of two inputs, but both are the same");
        }
        if (!(value > -1 && value < 1)) {
            throw new IllegalArgumentException("a rank correlation must lie between -1 and 1, but was " + value
                    + "\nMaybe let one input stand for both.");
        }
    }
}
