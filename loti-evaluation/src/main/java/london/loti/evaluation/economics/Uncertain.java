package london.loti.evaluation.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.numeric.Sums;

/**
 * A quantity that is not known for certain, as a distribution.
 *
 * @param shape the distribution
 * @param parameters its parameters, in the order that {@link Shape} says
 */
public record Uncertain(Shape shape, List<Double> parameters) {
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private static final double REACH = 8.3; // no draw is as many standard deviations away

    /** The distributions, with their parameters in their order. */
    public enum Shape {
        /** Known: the value. */
        FIXED(1, "the value"),
        /** The normal distribution: mean, standard deviation above 0. */
        NORMAL(2, "a mean and a standard deviation above 0"),
        /** The triangular distribution: lowest, likeliest, highest. */
        TRIANGULAR(3, "the lowest, the likeliest and the highest value in ascending order"),
        /** The PERT distribution, a beta whose mean is (lowest + 4·likeliest + highest) / 6: the same three. */
        PERT(3, "the lowest, the likeliest and the highest value in ascending order"),
        /** The beta distribution between 0 and 1: alpha, beta, both above 0. */
        BETA(2, "alpha and beta, both above 0"),
        /** The lognormal distribution: mean and standard deviation, above 0, of the natural logarithm. */
        LOGNORMAL(2, "the mean and the standard deviation above 0 of the logarithm"),
        /**
         * Two halves of normal distributions that meet in the median: the median, the standard deviation below it and
         * that above it, both above 0. It has the median and the ends of an interval that is not symmetric.
         */
        TWO_PIECE_NORMAL(3, "the median and the standard deviations above 0 below and above it"),
        /** The same for the natural logarithm. */
        TWO_PIECE_LOGNORMAL(3, "the median of the logarithm and its standard deviations above 0 below and above it"),
        /** Draws from elsewhere, such as a bootstrap's, each as likely as the others: two or more. */
        EMPIRICAL(-1, "two draws or more");

        private final int count;
        private final String wanted;

        Shape(int count, String wanted) {
            this.count = count;
            this.wanted = wanted;
        }

        private String hint() {
            return this == LOGNORMAL || this == TWO_PIECE_LOGNORMAL
                    ? " (they are of the logarithm, not of the quantity itself)"
                    : "";
        }
    }

    /**
     * Checks the parameters.
     *
     * @param shape the distribution
     * @param parameters its parameters
     * @throws IllegalArgumentException if their number or a value is not as {@link Shape} says, or its mean or a draw
     *     could be above 1e15 in size
     */
    public Uncertain {
        Objects.requireNonNull(shape, "an uncertain quantity needs a 'shape'");
        parameters = List.copyOf(Objects.requireNonNull(parameters, "an uncertain quantity needs 'parameters'"));
        if (!fits(shape, parameters)) {
            throw new IllegalArgumentException("the parameters of a quantity that is " + shape + " must be "
                    + shape.wanted + ", but were " + parameters);
        }
        if (!(furthest(shape, parameters) <= Amounts.LARGEST)) {
            throw new IllegalArgumentException("the parameters of a quantity that is " + shape
                    + " must keep its mean and every draw at most 1e15 in size" + shape.hint() + ", but were "
                    + parameters);
        }
        if (shape == Shape.EMPIRICAL) {
            parameters = parameters.stream().sorted().toList();
        }
    }

    /**
     * {@return a known quantity}
     *
     * @param value the value
     */
    public static Uncertain fixed(double value) {
        return new Uncertain(Shape.FIXED, List.of(value));
    }

    /**
     * {@return a normal quantity}
     *
     * @param mean its mean
     * @param deviation its standard deviation, above 0
     */
    public static Uncertain normal(double mean, double deviation) {
        return new Uncertain(Shape.NORMAL, List.of(mean, deviation));
    }

    /**
     * {@return an effect as a quantity whose median and interval are those of the estimate} The interval decides the
     * distribution: normal where its ends are as far from the estimate; lognormal where their logarithms are, as those
     * of a ratio of risks, odds or rates; and where neither holds within a hundredth, two normal halves, for a ratio of
     * the logarithm. Without a closed interval it is normal with the estimate's standard error.
     *
     * @param estimate the headline of an effect; a {@code ratio} in its term makes it a ratio unless its interval is
     *     symmetric
     * @throws IllegalArgumentException if it has neither a closed interval around the estimate nor a standard error, or
     *     is a ratio without an interval above 0: no distribution of a ratio can be told from those
     */
    public static Uncertain of(Estimate estimate) {
        return Intervals.quantity(estimate);
    }

    /**
     * {@return a ratio, such as a risk ratio, whose median and interval are these: lognormal, or with two halves where
     * the interval is not symmetric on the logarithm within a hundredth} Its mean lies above its median.
     *
     * @param value the ratio, above 0
     * @param lower the lower end of its interval, above 0 and below the ratio
     * @param upper the upper end, above the ratio
     * @param level the level of the interval, for example 0.95
     * @throws IllegalArgumentException if the numbers are not in this order or the level is none
     */
    public static Uncertain ratio(double value, double lower, double upper, double level) {
        return Intervals.ratio("ratio", value, lower, upper, level);
    }

    /**
     * {@return a triangular quantity}
     *
     * @param low its lowest value
     * @param likely its likeliest value
     * @param high its highest value
     */
    public static Uncertain triangular(double low, double likely, double high) {
        return new Uncertain(Shape.TRIANGULAR, List.of(low, likely, high));
    }

    /**
     * {@return a quantity with less weight at its ends than a triangle has}
     *
     * @param low its lowest value
     * @param likely its likeliest value
     * @param high its highest value
     */
    public static Uncertain pert(double low, double likely, double high) {
        return new Uncertain(Shape.PERT, List.of(low, likely, high));
    }

    /**
     * {@return a share}
     *
     * @param alpha the first parameter, above 0
     * @param beta the second parameter, above 0
     */
    public static Uncertain beta(double alpha, double beta) {
        return new Uncertain(Shape.BETA, List.of(alpha, beta));
    }

    /**
     * {@return a quantity whose logarithm is normal}
     *
     * @param logMean the mean of the natural logarithm
     * @param logDeviation its standard deviation, above 0
     */
    public static Uncertain lognormal(double logMean, double logDeviation) {
        return new Uncertain(Shape.LOGNORMAL, List.of(logMean, logDeviation));
    }

    /**
     * {@return a quantity that is one of these values, each as likely as the others}
     *
     * @param draws two values or more, such as an effect's bootstrap draws
     */
    public static Uncertain empirical(double... draws) {
        return new Uncertain(Shape.EMPIRICAL, Arrays.stream(draws).boxed().toList());
    }

    /** {@return its mean} */
    public double mean() {
        return switch (shape) {
            case FIXED, NORMAL -> at(0);
            case TRIANGULAR -> (at(0) + at(1) + at(2)) / 3;
            case PERT -> (at(0) + 4 * at(1) + at(2)) / 6;
            case BETA -> at(0) / (at(0) + at(1));
            case LOGNORMAL -> Math.exp(at(0) + at(1) * at(1) / 2);
            case TWO_PIECE_NORMAL -> at(0) + (at(2) - at(1)) * STANDARD_NORMAL.density(0);
            case TWO_PIECE_LOGNORMAL ->
                Math.exp(at(0)) * (halfOfLognormal(at(1), -at(1)) + halfOfLognormal(at(2), at(2)));
            case EMPIRICAL -> Sums.sum(Amounts.array(parameters)) / parameters.size();
        };
    }

    /**
     * {@return the value that it stays below with this probability} Of draws it is the one at place
     * ⌊p·n⌋ + 1 in ascending order.
     *
     * @param p above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a probability must lie between 0 and 1, but was " + p);
        }
        return switch (shape) {
            case FIXED -> at(0);
            case NORMAL -> at(0) + at(1) * STANDARD_NORMAL.inverseCumulativeProbability(p);
            case TRIANGULAR -> triangle(p);
            case PERT -> at(0) + (at(2) - at(0)) * pertShape().inverseCumulativeProbability(p);
            case BETA -> BetaDistribution.of(at(0), at(1)).inverseCumulativeProbability(p);
            case LOGNORMAL -> Math.exp(at(0) + at(1) * STANDARD_NORMAL.inverseCumulativeProbability(p));
            case TWO_PIECE_NORMAL -> twoPieces(p);
            case TWO_PIECE_LOGNORMAL -> Math.exp(twoPieces(p));
            case EMPIRICAL -> at((int) (p * parameters.size()));
        };
    }

    /** {@return whether it can differ from its mean} */
    boolean varies() {
        return shape != Shape.FIXED && !(shape == Shape.EMPIRICAL && at(0) == at(parameters.size() - 1));
    }

    /** {@return a size that neither its mean nor any draw exceeds} */
    double furthest() {
        return furthest(shape, parameters);
    }

    private double at(int i) {
        return parameters.get(i);
    }

    /** Its likeliest value where that is a parameter, or else its median: what people write down as the value. */
    double centre() {
        return shape == Shape.TRIANGULAR || shape == Shape.PERT ? at(1) : quantile(0.5);
    }

    private double twoPieces(double p) {
        return at(0) + (p < 0.5 ? at(1) : at(2)) * STANDARD_NORMAL.inverseCumulativeProbability(p);
    }

    private static double halfOfLognormal(double deviation, double end) {
        return Math.exp(deviation * deviation / 2) * STANDARD_NORMAL.cumulativeProbability(end);
    }

    private double triangle(double p) {
        double width = at(2) - at(0);
        double below = at(1) - at(0);
        return p < below / width
                ? at(0) + Math.sqrt(p * width * below)
                : at(2) - Math.sqrt((1 - p) * width * (at(2) - at(1)));
    }

    private BetaDistribution pertShape() {
        double width = at(2) - at(0);
        return BetaDistribution.of(1 + 4 * (at(1) - at(0)) / width, 1 + 4 * (at(2) - at(1)) / width);
    }

    private static double furthest(Shape shape, List<Double> p) {
        double largest = p.stream().mapToDouble(Math::abs).max().orElse(0);
        double middle = p.get(0);
        double spread = p.stream().skip(1).mapToDouble(x -> x).max().orElse(0);
        return switch (shape) {
            case FIXED, TRIANGULAR, PERT, EMPIRICAL -> largest;
            case BETA -> Math.max(1, largest);
            case NORMAL, TWO_PIECE_NORMAL -> Math.abs(middle) + REACH * spread;
            case LOGNORMAL, TWO_PIECE_LOGNORMAL -> Math.exp(middle + Math.max(REACH, spread) * spread);
        };
    }

    private static boolean fits(Shape shape, List<Double> p) {
        if (!p.stream().allMatch(Double::isFinite) || (shape.count >= 0 && p.size() != shape.count)) {
            return false;
        }
        return switch (shape) {
            case FIXED -> true;
            case NORMAL, LOGNORMAL -> p.get(1) > 0;
            case TRIANGULAR, PERT -> p.get(0) <= p.get(1) && p.get(1) <= p.get(2) && p.get(0) < p.get(2);
            case BETA -> p.get(0) > 0 && p.get(1) > 0;
            case TWO_PIECE_NORMAL, TWO_PIECE_LOGNORMAL -> p.get(1) > 0 && p.get(2) > 0;
            case EMPIRICAL -> p.size() > 1;
        };
    }
}
