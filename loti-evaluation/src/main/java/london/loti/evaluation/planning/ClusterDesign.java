package london.loti.evaluation.planning;

import java.util.Arrays;
import java.util.List;

/**
 * People who come in clusters (hubs, libraries, schools), and how far those of a cluster are alike.
 *
 * @param clusterSize the mean number of people in a cluster, at least 1
 * @param intraclassCorrelation how far people of a cluster are alike, from 0 to 1; for wellbeing and skills mostly from
 *     0.01 to 0.1, so calculate over a {@link #overCorrelations range}
 * @param variationOfSizes the standard deviation of the clusters' sizes over their mean; 0 where they are equal
 */
public record ClusterDesign(double clusterSize, double intraclassCorrelation, double variationOfSizes) {
    /**
     * Checks the ranges.
     *
     * @param clusterSize the mean number of people in a cluster
     * @param intraclassCorrelation how far people of a cluster are alike
     * @param variationOfSizes the standard deviation of the clusters' sizes over their mean
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ClusterDesign {
        if (!(clusterSize >= 1) || Double.isInfinite(clusterSize)) {
            throw new IllegalArgumentException("a cluster must have 1 person or more, but had " + clusterSize);
        }
        if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
            throw new IllegalArgumentException(
                    "an intraclass correlation must be from 0 to 1, but was " + intraclassCorrelation);
        }
        if (!(variationOfSizes >= 0) || Double.isInfinite(variationOfSizes)) {
            throw new IllegalArgumentException(
                    "the variation of sizes must be 0 or above, but was " + variationOfSizes);
        }
    }

    /**
     * {@return clusters of the same size}
     *
     * @param clusterSize the number of people in a cluster
     * @param intraclassCorrelation how far people of a cluster are alike
     */
    public static ClusterDesign equalSizes(double clusterSize, double intraclassCorrelation) {
        return new ClusterDesign(clusterSize, intraclassCorrelation, 0);
    }

    /**
     * {@return by how much clusters inflate a variance: 1 + ((cv² + 1) m − 1) ρ, which is 1 + (m − 1) ρ for equal sizes}
     * Source: Eldridge, Ashby and Kerry 2006, doi:10.1093/ije/dyl129.
     */
    public double designEffect() {
        double unequal = variationOfSizes * variationOfSizes + 1;
        return 1 + (unequal * clusterSize - 1) * intraclassCorrelation;
    }

    /**
     * {@return how many people sampled one by one would tell as much}
     *
     * @param people the people in all clusters, 0 or above
     */
    public double effectiveSize(double people) {
        return people / designEffect();
    }

    /**
     * {@return how many people are needed in clusters, rounded up}
     *
     * @param people how many would be needed one by one, 0 or above
     */
    public long inflated(double people) {
        return Recruitment.roundedUp(people * designEffect());
    }

    /**
     * {@return how many clusters those people fill, rounded up}
     *
     * @param people how many would be needed one by one, 0 or above
     */
    public long clusters(double people) {
        return Recruitment.roundedUp(people * designEffect() / clusterSize);
    }

    /**
     * {@return the same design for each of several correlations, since the true one is unknown before the study}
     *
     * @param correlations each from 0 to 1
     */
    public List<ClusterDesign> overCorrelations(double... correlations) {
        return Arrays.stream(correlations)
                .mapToObj(icc -> new ClusterDesign(clusterSize, icc, variationOfSizes))
                .toList();
    }
}
