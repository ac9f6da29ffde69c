package london.loti.persona.segment;

import java.util.Arrays;

import london.loti.persona.attribute.Sample;

/**
 * How much a mismatch of categories should weigh against squared differences of numbers in {@link KPrototypes}, so that
 * neither drowns the other: the mean spread of the numbers over the mean spread of the categories. The four heuristics
 * of {@code lambdaest} in R's clustMixType; Huang 1998 suggests the spread of the numbers. The weights of the attributes
 * do not enter.
 */
public enum LambdaEstimate {
    /** Variance over {@code 1 - sum of squared shares}; the default there and here. */
    VARIANCE_OVER_GINI(false, false),
    /** Variance over {@code 1 - largest share}. */
    VARIANCE_OVER_LARGEST_SHARE(false, true),
    /** Standard deviation over {@code 1 - sum of squared shares}. */
    DEVIATION_OVER_GINI(true, false),
    /** Standard deviation over {@code 1 - largest share}. */
    DEVIATION_OVER_LARGEST_SHARE(true, true);

    private final boolean root;
    private final boolean largest;

    LambdaEstimate(boolean root, boolean largest) {
        this.root = root;
        this.largest = largest;
    }

    /**
     * {@return the weight of a mismatch, above 0; 1 where there are no numbers or no categories, as it then changes
     * nothing}
     *
     * @param sample the rows, with the numbers as they are; places of ordinals are numbers, what is missing is left out
     * @throws IllegalArgumentException if {@link SegmentInput} finds an error in the sample
     */
    public double of(Sample sample) {
        return of(MixedRows.of(SegmentInput.require(sample)));
    }

    double of(MixedRows rows) {
        double numbers = rows.mean(true, column -> root ? Math.sqrt(rows.variance(column)) : rows.variance(column));
        double categories = rows.mean(false, column -> spread(rows.shares(column)));
        double lambda = numbers / categories;
        return Double.isNaN(lambda) ? 1 : lambda;
    }

    private double spread(double[] shares) {
        return largest
                ? 1 - Arrays.stream(shares).max().orElseThrow()
                : 1 - Arrays.stream(shares).map(share -> share * share).sum();
    }
}
