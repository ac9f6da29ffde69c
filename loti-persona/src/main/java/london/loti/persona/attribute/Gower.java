package london.loti.persona.attribute;

import java.util.Arrays;
import java.util.List;

/**
 * How far two rows lie apart, from 0 (alike in all that is known of both) to 1 (as unlike as can be).
 *
 * <p>The distance is the weighted mean of what each attribute says, over the attributes that say anything:
 * {@code sum(w * delta * d) / sum(w * delta)}. {@code delta} is 0 where either value is not known, and where an
 * {@link AttributeKind#ASYMMETRIC_BINARY} is no in both; otherwise 1. {@code d} is 0 or 1 for nominal and binary
 * attributes; the difference over the range for numbers, and for the places of ordinal levels, at most 1. Where no
 * attribute says anything there is no distance: {@code NaN}, never 0. <a
 * href="https://doi.org/10.2307/2528823">Gower 1971</a>; conventions of {@code daisy} in R's package cluster (Kaufman
 * and Rousseeuw 1990), which treats ordinal places as numbers; a range of nought gives 0, as there.
 *
 * <p><b>Ranges</b> are either declared, by the attributes ({@link #declared}), so that a distance means the same in
 * every batch, or observed in a sample ({@link #observed}), as clustering does. Immutable and thread-safe.
 */
public final class Gower {
    private final List<Attribute> attributes;
    private final double[] weights;
    private final double[] ranges;
    private final boolean[] asymmetric;
    private final boolean[] graded;

    private Gower(List<Attribute> attributes, double[] ranges) {
        this.attributes = List.copyOf(attributes);
        this.ranges = ranges;
        this.weights = attributes.stream().mapToDouble(Attribute::weight).toArray();
        this.asymmetric = new boolean[ranges.length];
        this.graded = new boolean[ranges.length];
        for (int k = 0; k < ranges.length; k++) {
            AttributeKind kind = attributes.get(k).kind();
            if (!attributes.get(k).use().mayMatch()) {
                throw new IllegalArgumentException(
                        "the attribute '" + attributes.get(k).id() + "' is "
                                + attributes.get(k).use() + ", so it must not enter a distance");
            }
            asymmetric[k] = kind == AttributeKind.ASYMMETRIC_BINARY;
            graded[k] = kind == AttributeKind.INTERVAL || kind == AttributeKind.ORDINAL;
        }
    }

    /**
     * {@return distances by the ranges that the attributes declare; those of ordinals are all of their levels}
     *
     * @param attributes what is compared, in the order of the rows' values
     * @throws IllegalArgumentException if an interval declares no range, or an attribute must not be used for matching
     */
    public static Gower declared(List<Attribute> attributes) {
        double[] ranges = attributes.stream().mapToDouble(Gower::declaredRange).toArray();
        return new Gower(attributes, ranges);
    }

    /**
     * {@return distances by the ranges from the lowest to the highest value that a sample has}
     *
     * @param sample the rows that are to be compared
     * @throws IllegalArgumentException if an attribute of the sample must not be used for matching
     */
    public static Gower observed(Sample sample) {
        double[] ranges = new double[sample.attributes().size()];
        for (int k = 0; k < ranges.length; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < sample.size(); row++) {
                double value = sample.value(row, k);
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            ranges[k] = Math.max(0, high - low);
        }
        return new Gower(sample.attributes(), ranges);
    }

    private static double declaredRange(Attribute attribute) {
        if (attribute.kind() != AttributeKind.INTERVAL) {
            return attribute.levels().size() - 1;
        }
        if (attribute.low() == null || attribute.high() == null) {
            throw new IllegalArgumentException("the interval '" + attribute.id()
                    + "' must declare 'low' and 'high'\nMaybe compare by the ranges of a sample: Gower.observed(…).");
        }
        return attribute.high() - attribute.low();
    }

    /** {@return what is compared, in the order of the rows' values} */
    public List<Attribute> attributes() {
        return attributes;
    }

    /**
     * {@return how much an attribute can count between two values: its weight where it says anything, otherwise 0}
     *
     * @param attribute the place of an attribute, from 0
     * @param a a value, or {@code NaN}
     * @param b a value, or {@code NaN}
     */
    public double weight(int attribute, double a, double b) {
        boolean silent = Double.isNaN(a) || Double.isNaN(b) || (asymmetric[attribute] && a == 0 && b == 0);
        return silent ? 0 : weights[attribute];
    }

    /**
     * {@return how unlike two values are, from 0 to 1, before weighting}
     *
     * @param attribute the place of an attribute, from 0
     * @param a a value, not {@code NaN}
     * @param b a value, not {@code NaN}
     */
    public double difference(int attribute, double a, double b) {
        if (!graded[attribute]) {
            return a == b ? 0 : 1;
        }
        return ranges[attribute] == 0 ? 0 : Math.min(1, Math.abs(a - b) / ranges[attribute]);
    }

    /**
     * {@return the distance of two rows; {@code NaN} where no attribute says anything}
     *
     * @param a one value an attribute, {@code NaN} where it is not known
     * @param b one value an attribute, {@code NaN} where it is not known
     * @throws IllegalArgumentException if either has another length than the attributes
     */
    public double distance(double[] a, double[] b) {
        if (a.length != ranges.length || b.length != ranges.length) {
            throw new IllegalArgumentException(
                    "both rows must have " + ranges.length + " values, but have " + a.length + " and " + b.length);
        }
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < a.length; k++) {
            double w = weight(k, a[k], b[k]);
            if (w > 0) {
                sum += w * difference(k, a[k], b[k]);
                weight += w;
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }

    /**
     * {@return one row of a sample that has these attributes}
     *
     * @param sample the sample
     * @param row a row, from 0
     */
    static double[] row(Sample sample, int row) {
        double[] values = new double[sample.attributes().size()];
        Arrays.setAll(values, column -> sample.value(row, column));
        return values;
    }
}
