package london.loti.evaluation.meta;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Pools the estimates of several councils by the inverse of their variances.
 *
 * <pre>{@code
 * Effect pooled = MetaAnalysis.of(estimates, standardErrors)
 *         .withError(PooledError.HARTUNG_KNAPP)
 *         .pool();
 * }</pre>
 *
 * <p>The definitions are those of R's metafor: I² and H² from the typical variance with random effects, from Q without.
 * <b>Missing:</b> an estimate or error that is {@code NaN} is left out with its partner. <b>Limits:</b> with fewer than
 * five councils tau² is hardly known; the estimates must be independent and on one scale (logarithms for ratios).
 * Immutable.
 */
public final class MetaAnalysis {
    private final Pool pool;
    private final int leftOut;
    private final Heterogeneity heterogeneity;
    private final PooledError error;
    private final Prediction prediction;
    private final Inference inference;

    private MetaAnalysis(
            Pool pool,
            int leftOut,
            Heterogeneity heterogeneity,
            PooledError error,
            Prediction prediction,
            Inference inference) {
        this.pool = pool;
        this.leftOut = leftOut;
        this.heterogeneity = heterogeneity;
        this.error = error;
        this.prediction = prediction;
        this.inference = inference;
    }

    /**
     * {@return a calculator with tau² by REML, normal errors and a prediction interval by normal quantiles}
     *
     * @param estimates an estimate a council; {@code NaN} is missing
     * @param standardErrors its standard error, above 0; {@code NaN} is missing
     * @throws IllegalArgumentException if the lengths differ
     * @throws FindingsException if an error is not above 0, a number infinite, or there are fewer than two estimates
     */
    public static MetaAnalysis of(double[] estimates, double[] standardErrors) {
        if (estimates.length != standardErrors.length) {
            throw new IllegalArgumentException("estimates and standard errors must be as many, but were "
                    + estimates.length + " and " + standardErrors.length);
        }
        Findings findings = new Findings();
        for (int i = 0; i < estimates.length; i++) {
            if (standardErrors[i] <= 0 || Double.isInfinite(standardErrors[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a standard error must be above 0, but was " + standardErrors[i],
                        Where.cell("estimates", i + 1, "standard error"));
            }
            if (Double.isInfinite(estimates[i])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "an estimate must be finite, but was " + estimates[i],
                        Where.cell("estimates", i + 1, "estimate"));
            }
        }
        int[] complete = IntStream.range(0, estimates.length)
                .filter(i -> !Double.isNaN(estimates[i]) && !Double.isNaN(standardErrors[i]))
                .toArray();
        if (complete.length < 2) {
            findings.error(
                    StudyProblem.TOO_FEW,
                    "a meta-analysis needs two estimates or more, but had " + complete.length,
                    Where.file("estimates"));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        Pool pool = new Pool(
                complete,
                Arrays.stream(complete).mapToDouble(i -> estimates[i]).toArray(),
                Arrays.stream(complete)
                        .mapToDouble(i -> standardErrors[i] * standardErrors[i])
                        .toArray());
        return new MetaAnalysis(
                pool,
                estimates.length - complete.length,
                Heterogeneity.REML,
                PooledError.NORMAL,
                Prediction.NORMAL,
                Inference.usual());
    }

    /**
     * {@return the same over estimates as methods give them}
     *
     * @param estimates an estimate a council
     * @throws FindingsException as {@link #of}
     */
    public static MetaAnalysis ofEstimates(List<Estimate> estimates) {
        return of(
                estimates.stream().mapToDouble(Estimate::value).toArray(),
                estimates.stream().mapToDouble(Estimate::standardError).toArray());
    }

    /**
     * {@return the same with another tau²}
     *
     * @param newHeterogeneity how tau² is found
     */
    public MetaAnalysis withHeterogeneity(Heterogeneity newHeterogeneity) {
        return new MetaAnalysis(pool, leftOut, newHeterogeneity, error, prediction, inference);
    }

    /**
     * {@return the same with another error}
     *
     * @param newError how the error of the pooled estimate is found
     */
    public MetaAnalysis withError(PooledError newError) {
        return new MetaAnalysis(pool, leftOut, heterogeneity, newError, prediction, inference);
    }

    /**
     * {@return the same with another reach of the prediction interval}
     *
     * @param newPrediction how far it reaches out
     */
    public MetaAnalysis withPrediction(Prediction newPrediction) {
        return new MetaAnalysis(pool, leftOut, heterogeneity, error, newPrediction, inference);
    }

    /**
     * {@return the same asked another way}
     *
     * @param newInference the side, level and value under test
     */
    public MetaAnalysis withInference(Inference newInference) {
        return new MetaAnalysis(pool, leftOut, heterogeneity, error, prediction, newInference);
    }

    /**
     * {@return the pooled estimate, and with random effects the {@code prediction}: the same value with the interval
     * where the effect of a further council may lie (two-sided); by {@link Prediction#STUDENT} it needs three councils}
     * The diagnostics are tau², I² in per cent, H², Cochran's Q with its p value.
     */
    public Effect pool() {
        double tauSquared = pool.tauSquared(heterogeneity);
        Estimate pooled = pooled(pool, tauSquared);
        double q = pool.spread(pool.weights(0));
        int freedom = pool.size() - 1;
        boolean fixed = heterogeneity == Heterogeneity.NONE;
        double ratio = tauSquared / pool.typicalVariance();
        Effect.Builder effect = Effect.builder("meta-analysis", pool.size())
                .asked(inference)
                .dataHash(pool.hash())
                .convention("tau2", heterogeneity.label())
                .convention("error", error.label())
                .convention("I2", fixed ? "from Q" : "from tau2 and the typical variance")
                .estimate(pooled)
                .diagnostic("tau2", tauSquared)
                .diagnostic("I2 per cent", 100 * (fixed ? Math.max(0, (q - freedom) / q) : ratio / (1 + ratio)))
                .diagnostic("H2", fixed ? q / freedom : 1 + ratio)
                .diagnostic("Q", q)
                .diagnostic("Q p value", ChiSquaredDistribution.of(freedom).survivalProbability(q))
                .diagnostic("estimates left out", leftOut)
                .assumes("The estimates are independent of each other.");
        if (fixed) {
            effect.assumes("The true effect is the same everywhere.");
        } else {
            effect.assumes("The true effects of councils are normally distributed.");
            addPrediction(effect, pooled, tauSquared);
        }
        return effect.build();
    }

    private void addPrediction(Effect.Builder effect, Estimate pooled, double tauSquared) {
        effect.convention("prediction interval", prediction.label());
        Inference twoSided = Inference.usual().withLevel(inference.level());
        double reach;
        if (prediction == Prediction.NORMAL) {
            reach = twoSided.normalReach();
        } else if (pool.size() > 2) {
            reach = TDistribution.of(pool.size() - 2.0).inverseSurvivalProbability((1 - inference.level()) / 2);
        } else {
            return;
        }
        double sd = Math.sqrt(tauSquared + pooled.standardError() * pooled.standardError());
        effect.estimate(Estimate.of("prediction", pooled.value())
                .withInterval(
                        new Interval(pooled.value() - reach * sd, pooled.value() + reach * sd, inference.level())));
    }

    private Estimate pooled(Pool of, double tauSquared) {
        double[] weights = of.weights(tauSquared);
        double byWeights = 1 / Math.sqrt(Sums.sum(weights));
        if (error == PooledError.NORMAL) {
            return inference.normal("pooled effect", of.mean(weights), byWeights);
        }
        double factor = of.spread(weights) / (of.size() - 1);
        double used = error == PooledError.HARTUNG_KNAPP ? factor : Math.max(1, factor);
        return inference.student("pooled effect", of.mean(weights), Math.sqrt(used) * byWeights, of.size() - 1.0);
    }

    /**
     * {@return the pooled estimate without each council in turn, in their order: {@code without 1}, {@code without 2}...}
     * tau² is found anew each time.
     *
     * @throws FindingsException if there are fewer than three estimates
     */
    public List<Estimate> leaveOneOut() {
        requireThree("leaving one out");
        return IntStream.range(0, pool.size())
                .mapToObj(i -> {
                    Pool rest = pool.without(i);
                    return pooled(rest, rest.tauSquared(heterogeneity)).as("without " + (pool.position(i) + 1));
                })
                .toList();
    }

    /**
     * {@return Egger's test of whether small studies find more than large: the {@code slope} of the estimates on their
     * standard errors by weighted least squares with t(k − 2), and the {@code limit} that an estimate without error would
     * have} The same as {@code regtest(model = "lm")} of R's metafor. Source: Egger and others 1997,
     * doi:10.1136/bmj.315.7109.629. With fewer than ten councils it hardly finds anything.
     *
     * @throws FindingsException if there are fewer than three estimates, or their errors do not vary
     */
    public Effect eggerTest() {
        requireThree("Egger's test");
        int k = pool.size();
        double[] precision = new double[k];
        double[] ones = new double[k];
        double[] scaled = new double[k];
        for (int i = 0; i < k; i++) {
            double standardError = Math.sqrt(pool.variance(i));
            ones[i] = 1;
            precision[i] = 1 / standardError;
            scaled[i] = pool.value(i) / standardError;
        }
        LeastSquares fit = LeastSquares.solve(new double[][] {ones, precision}, scaled);
        if (!fit.collinear().isEmpty()) {
            throw problem(StudyProblem.NO_VARIATION, "Egger's test needs standard errors that vary, but all are alike");
        }
        double variance = fit.residualSquares() / (k - 2);
        double[][] cross = fit.crossInverse();
        return Effect.builder("egger-test", k)
                .asked(inference)
                .dataHash(pool.hash())
                .convention("model", "weighted least squares, multiplicative error, predictor standard error")
                .estimate(inference.student("slope", fit.coefficients()[0], Math.sqrt(variance * cross[0][0]), k - 2.0))
                .estimate(inference.student("limit", fit.coefficients()[1], Math.sqrt(variance * cross[1][1]), k - 2.0))
                .assumes("Small studies differ from large by chance and selection only, not in whom they reach.")
                .build();
    }

    private void requireThree(String what) {
        if (pool.size() < 3) {
            throw problem(StudyProblem.TOO_FEW, what + " needs three estimates or more, but had " + pool.size());
        }
    }

    private static FindingsException problem(StudyProblem code, String message) {
        return FindingsException.error(code, message, Where.file("estimates"));
    }
}
