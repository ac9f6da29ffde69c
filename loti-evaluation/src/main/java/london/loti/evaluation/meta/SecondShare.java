package london.loti.evaluation.meta;

import java.util.List;

/**
 * What a council sends in the second round, once it knows the pooled coefficients: its clusters' score sums, multiplied
 * with themselves and summed over the clusters. That is all the pooled error needs where no cluster lies in two councils,
 * and tells less than the scores of each cluster would.
 *
 * @param council the council's name, as in the first round
 * @param coefficients the pooled coefficients that the scores were computed with
 * @param n how many people the scores are over, as in the first round
 * @param clusters how many clusters the council has
 * @param products the sums over clusters of the products of two columns' score sums, row by row
 */
public record SecondShare(String council, List<Double> coefficients, int n, int clusters, List<List<Double>> products) {
    /**
     * Copies the lists.
     *
     * @param council the council's name
     * @param coefficients the pooled coefficients
     * @param n how many people the scores are over
     * @param clusters how many clusters the council has
     * @param products the sums of products
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public SecondShare {
        coefficients = List.copyOf(coefficients);
        products = products.stream().map(List::copyOf).toList();
        int p = coefficients.size();
        if (clusters < 1 || clusters > n) {
            throw new IllegalArgumentException("a share's clusters must be 1 or more and no more than its people");
        }
        if (products.stream().flatMap(List::stream).anyMatch(product -> !Double.isFinite(product))) {
            throw new IllegalArgumentException("a share's products must be finite, but are not");
        }
        if (products.size() != p || products.stream().anyMatch(row -> row.size() != p)) {
            throw new IllegalArgumentException(
                    "a share's products must be of its " + p + " coefficients, but were of " + products.size());
        }
    }
}
