package london.loti.evaluation.meta;

import java.util.List;

/**
 * The coefficients after the first round: those of ordinary least squares over the people of all councils. Their error
 * needs the second round, in which every council is told the coefficients.
 *
 * @param columns the names of the columns of the design
 * @param n how many people all councils have
 * @param councils the names of the councils, with the number of people of each at the same place in {@code sizes}
 * @param sizes how many people each council has
 * @param coefficients the coefficients, in the order of the columns
 * @param crossInverse the inverse of the summed products of the columns, row by row
 */
public record PooledCoefficients(
        List<String> columns,
        int n,
        List<String> councils,
        List<Integer> sizes,
        List<Double> coefficients,
        List<List<Double>> crossInverse) {
    /**
     * Copies the lists.
     *
     * @param columns the names of the columns of the design
     * @param n how many people all councils have
     * @param councils the names of the councils
     * @param sizes how many people each council has
     * @param coefficients the coefficients
     * @param crossInverse the inverse of the summed products
     */
    public PooledCoefficients {
        columns = List.copyOf(columns);
        councils = List.copyOf(councils);
        sizes = List.copyOf(sizes);
        coefficients = List.copyOf(coefficients);
        crossInverse = crossInverse.stream().map(List::copyOf).toList();
    }
}
