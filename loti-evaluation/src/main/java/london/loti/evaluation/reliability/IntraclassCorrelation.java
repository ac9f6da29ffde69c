package london.loti.evaluation.reliability;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;

/**
 * Intraclass correlation: which share of the variance of ratings is that of the people who are rated. There are six
 * forms, and they differ much on the same data, so a number must come with the form's name:
 *
 * <ul>
 *   <li>{@code ICC(1,1)}: every person is rated by other raters, who are a sample;
 *   <li>{@code ICC(2,1)}: all people are rated by the same raters, a sample; it counts where raters differ in level;
 *   <li>{@code ICC(3,1)}: the same, but these are all the raters there are; a difference in level does not count;
 *   <li>{@code ICC(1,k)}, {@code ICC(2,k)}, {@code ICC(3,k)}: of the mean over the raters.
 * </ul>
 *
 * Source: Shrout and Fleiss 1979, <a href="https://doi.org/10.1037/0033-2909.86.2.420">
 * doi:10.1037/0033-2909.86.2.420</a>. Agrees with {@code psych::ICC(lmer = FALSE)}.
 */
public final class IntraclassCorrelation {
    private final double level;

    private IntraclassCorrelation(double level) {
        this.level = level;
    }

    /** {@return intraclass correlation with intervals of 95 per cent} */
    public static IntraclassCorrelation withDefaults() {
        return new IntraclassCorrelation(Interval.USUAL_LEVEL);
    }

    /**
     * {@return intraclass correlation with intervals of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public IntraclassCorrelation withLevel(double newLevel) {
        return new IntraclassCorrelation(Interval.requireLevel(newLevel));
    }

    /**
     * {@return all six forms, {@code ICC(2,1)} first, each with an F test against 0 and its interval} A form is
     * {@code NaN} where ratings do not vary; there is no interval where raters agree without exception.
     *
     * @param raters the ratings of each rater, people in the same order; people with a {@code NaN} are left out
     * @throws IllegalArgumentException if there are fewer than two raters, they differ in length, or fewer than two
     *     people are without a gap
     */
    public Effect estimate(double[]... raters) {
        CompleteCases cases = CompleteCases.of("raters", 2, raters);
        double n = cases.n();
        double k = cases.width();
        MeanSquares ms = MeanSquares.of(cases);
        FTest byPerson = new FTest(ms.people() / ms.within(), n - 1, n * (k - 1));
        FTest byResidual = new FTest(ms.people() / ms.residual(), n - 1, (n - 1) * (k - 1));
        double one = (ms.people() - ms.within()) / (ms.people() + (k - 1) * ms.within());
        double two = (ms.people() - ms.residual())
                / (ms.people() + (k - 1) * ms.residual() + k * (ms.raters() - ms.residual()) / n);
        double three = (ms.people() - ms.residual()) / (ms.people() + (k - 1) * ms.residual());
        double twoMean = (ms.people() - ms.residual()) / (ms.people() + (ms.raters() - ms.residual()) / n);
        double[] ends = agreementEnds(ms, two, n, k);
        return Effect.builder("icc", cases.n())
                .convention("cases", "complete")
                .convention("headline", "ICC(2,1)")
                .convention("alternative", "greater")
                .convention("interval", "shrout-fleiss, two-sided")
                .convention("p", "F, against 0")
                .dataHash(cases.hash())
                .diagnostic("raters", k)
                .diagnostic("rows left out", cases.leftOut())
                .diagnostic("mean square of people", ms.people())
                .diagnostic("mean square of raters", ms.raters())
                .diagnostic("mean square of the residual", ms.residual())
                .assumes("People are independent of each other.")
                .assumes("Ratings are normal around each person, with one variance.")
                .estimate(byResidual.estimate("ICC(2,1)", two, interval(ends[0], ends[1])))
                .estimate(byPerson.estimate("ICC(1,1)", one, single(byPerson, k)))
                .estimate(byResidual.estimate("ICC(3,1)", three, single(byResidual, k)))
                .estimate(byPerson.estimate("ICC(1,k)", (ms.people() - ms.within()) / ms.people(), mean(byPerson)))
                .estimate(byResidual.estimate("ICC(2,k)", twoMean, interval(stepUp(ends[0], k), stepUp(ends[1], k))))
                .estimate(
                        byResidual.estimate("ICC(3,k)", (ms.people() - ms.residual()) / ms.people(), mean(byResidual)))
                .build();
    }

    private @Nullable Interval single(FTest f, double k) {
        double lower = f.lower(level);
        double upper = f.upper(level);
        return interval((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1));
    }

    private @Nullable Interval mean(FTest f) {
        return interval(1 - 1 / f.lower(level), 1 - 1 / f.upper(level));
    }

    /** The ends for ICC(2,1), with Satterthwaite's degrees of freedom. */
    private double[] agreementEnds(MeanSquares ms, double icc, double n, double k) {
        double raters = k * icc * ms.raters() / ms.residual();
        double people = n * (1 + (k - 1) * icc) - k * icc;
        double df = (k - 1)
                * (n - 1)
                * (raters + people)
                * (raters + people)
                / ((n - 1) * raters * raters + people * people);
        if (!(df > 0) || Double.isInfinite(df)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double tail = (1 - level) / 2;
        double up = FDistribution.of(n - 1, df).inverseSurvivalProbability(tail);
        double down = FDistribution.of(df, n - 1).inverseSurvivalProbability(tail);
        double rest = k * ms.raters() + (k * n - k - n) * ms.residual();
        return new double[] {
            n * (ms.people() - up * ms.residual()) / (up * rest + n * ms.people()),
            n * (down * ms.people() - ms.residual()) / (rest + n * down * ms.people())
        };
    }

    private static double stepUp(double icc, double k) {
        return k * icc / (1 + (k - 1) * icc);
    }

    private @Nullable Interval interval(double lower, double upper) {
        return lower <= upper ? new Interval(lower, upper, level) : null; // NaN where there is no residual
    }

    /** The mean squares of people by raters. */
    private record MeanSquares(double people, double raters, double residual, double within) {
        static MeanSquares of(CompleteCases cases) {
            int n = cases.n();
            int k = cases.width();
            double[] personMeans = Arrays.stream(cases.totalsWithout(-1))
                    .map(total -> total / k)
                    .toArray();
            double[] raterMeans = IntStream.range(0, k)
                    .mapToDouble(i -> Sums.mean(cases.column(i)))
                    .toArray();
            double grand = Sums.mean(raterMeans);
            double[] within = new double[n * k];
            double[] residual = new double[n * k];
            for (int i = 0; i < k; i++) {
                for (int row = 0; row < n; row++) {
                    double apart = cases.column(i)[row] - personMeans[row];
                    double left = apart - raterMeans[i] + grand;
                    within[i * n + row] = apart * apart;
                    residual[i * n + row] = left * left;
                }
            }
            return new MeanSquares(
                    k * Sums.covariance(personMeans, personMeans),
                    n * Sums.covariance(raterMeans, raterMeans),
                    Sums.sum(residual) / ((n - 1.0) * (k - 1.0)),
                    Sums.sum(within) / (n * (k - 1.0)));
        }
    }

    /** A ratio of mean squares. */
    private record FTest(double f, double numerator, double denominator) {
        double lower(double level) {
            return f / FDistribution.of(numerator, denominator).inverseSurvivalProbability((1 - level) / 2);
        }

        double upper(double level) {
            return f * FDistribution.of(denominator, numerator).inverseSurvivalProbability((1 - level) / 2);
        }

        Estimate estimate(String term, double icc, @Nullable Interval interval) {
            double p = Double.isNaN(f)
                    ? f
                    : FDistribution.of(numerator, denominator).survivalProbability(f);
            return Estimate.of(term, icc).withTest(f, numerator, p).withInterval(interval);
        }
    }
}
