package london.loti.evaluation.estimate;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What is asked of a method: on which side the truth is sought, how sure an interval is to be, and which value is put to
 * the test. It turns a value and its standard error into an {@link Estimate}.
 *
 * @param alternative on which side of the value under test the truth is asked to lie
 * @param level the level of the interval, above 0 and below 1
 * @param underTest the value that the p value is about, mostly 0
 */
public record Inference(Alternative alternative, double level, double underTest) {
    private static final Inference USUAL = new Inference(Alternative.TWO_SIDED, Interval.USUAL_LEVEL, 0);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Checks the level.
     *
     * @param alternative on which side of the value under test the truth is asked to lie
     * @param level the level of the interval, above 0 and below 1
     * @param underTest the value that the p value is about
     * @throws IllegalArgumentException if the level is none or the value under test not finite
     */
    public Inference {
        Interval.requireLevel(level);
        if (!Double.isFinite(underTest)) {
            throw new IllegalArgumentException("the value under test must be finite, but was " + underTest);
        }
    }

    /** {@return two-sided, at the level 0.95, against nought} */
    public static Inference usual() {
        return USUAL;
    }

    /**
     * {@return the same, on a side}
     *
     * @param newAlternative the side
     */
    public Inference withAlternative(Alternative newAlternative) {
        return new Inference(newAlternative, level, underTest);
    }

    /**
     * {@return the same, at a level}
     *
     * @param newLevel the level, above 0 and below 1
     */
    public Inference withLevel(double newLevel) {
        return new Inference(alternative, newLevel, underTest);
    }

    /**
     * {@return the same, against a value}
     *
     * @param value the value under test
     */
    public Inference against(double value) {
        return new Inference(alternative, level, value);
    }

    /**
     * {@return an estimate with its test and interval by Student's t; by the normal distribution where the degrees of
     * freedom are infinite} Where the standard error is nought or missing, there is neither test nor interval.
     *
     * @param term what is estimated
     * @param value the estimate
     * @param standardError its standard error
     * @param degreesOfFreedom the degrees of freedom, above 0
     */
    public Estimate student(String term, double value, double standardError, double degreesOfFreedom) {
        Estimate estimate = Estimate.of(term, value).withStandardError(standardError);
        if (!(standardError > 0) || !(degreesOfFreedom > 0)) {
            return estimate;
        }
        boolean normal = Double.isInfinite(degreesOfFreedom);
        ContinuousDistribution distribution = normal ? NORMAL : TDistribution.of(degreesOfFreedom);
        double statistic = (value - underTest) / standardError;
        return estimate.withTest(statistic, normal ? Double.NaN : degreesOfFreedom, pValue(distribution, statistic))
                .withInterval(around(value, standardError, distribution));
    }

    /**
     * {@return an estimate with its test and interval by the normal distribution}
     *
     * @param term what is estimated
     * @param value the estimate
     * @param standardError its standard error
     */
    public Estimate normal(String term, double value, double standardError) {
        return student(term, value, standardError, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return the p value of a standard normal statistic}
     *
     * @param statistic the statistic
     */
    public double normalPValue(double statistic) {
        return pValue(NORMAL, statistic);
    }

    /**
     * {@return the quantile that an interval goes out to, in standard errors, by the normal distribution: 1.96 for a
     * two-sided level of 0.95, 1.64 for a one-sided}
     */
    public double normalReach() {
        return reach(NORMAL);
    }

    private double pValue(ContinuousDistribution symmetric, double statistic) {
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * symmetric.survivalProbability(Math.abs(statistic)));
            case GREATER -> symmetric.survivalProbability(statistic);
            case LESS -> symmetric.cumulativeProbability(statistic);
        };
    }

    private Interval around(double value, double standardError, ContinuousDistribution symmetric) {
        double reach = reach(symmetric) * standardError;
        return open(value - reach, value + reach);
    }

    private double reach(ContinuousDistribution symmetric) {
        double outside = alternative == Alternative.TWO_SIDED ? (1 - level) / 2 : 1 - level;
        return symmetric.inverseSurvivalProbability(outside);
    }

    /**
     * {@return an interval with these ends, opened on the side that the alternative leaves open}
     *
     * @param lower the lower end
     * @param upper the upper end
     */
    public Interval open(double lower, double upper) {
        return new Interval(
                alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : lower,
                alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : upper,
                level);
    }
}
