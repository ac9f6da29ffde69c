package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/** A generalised linear model as fitted: coefficients on the scale of the link, and what the model says of every row. */
public final class GeneralisedLinearFit {
    private final FitParts parts;
    private final GeneralisedLinearModel.Errors errors;
    private final Inference inference;
    private final boolean profile;
    private final double[] fitted;
    private final double[] coefficients;
    private final double[][] covariance;
    private final double dispersion;

    GeneralisedLinearFit(
            FitParts parts,
            GeneralisedLinearModel.Errors errors,
            Inference inference,
            boolean profile,
            double[] fitted) {
        this.parts = parts;
        this.errors = errors;
        this.inference = inference;
        this.profile = profile;
        this.fitted = fitted;
        this.coefficients = parts.coefficients();
        this.covariance = parts.covariance(errors);
        this.dispersion = parts.dispersion();
    }

    /** {@return the names of the columns, the intercept first} */
    public List<String> names() {
        return parts.names;
    }

    /** {@return the coefficients, in the order of the names: log odds ratios or log rate ratios} */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** {@return the covariance of the coefficients, in the order of the names, with the errors that were asked for} */
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * {@return the mean that the model gives every row of the design, those without an outcome or of weight nought too:
     * a probability or an expected count} {@code NaN} where a column or the offset is missing.
     */
    public double[] fitted() {
        return fitted.clone();
    }

    /** {@return the deviance} */
    public double deviance() {
        return parts.top.deviance;
    }

    /** {@return the deviance of the model with an intercept, and the offset, alone} */
    public double nullDeviance() {
        return parts.nullDeviance;
    }

    /** {@return Akaike's criterion; {@code NaN} for a quasi-likelihood} */
    public double aic() {
        return parts.aic();
    }

    /** {@return the factor of the variance: 1, or Pearson's chi square over its degrees of freedom} */
    public double dispersion() {
        return dispersion;
    }

    /**
     * {@return the effect: an estimate a column on the scale of the link, in the order of the columns, the intercept last}
     */
    public Effect effect() {
        Effect.Builder effect = Effect.builder(parts.family.method(), parts.rows())
                .asked(inference)
                .convention("errors", errorsName())
                .convention("interval", profile ? "profile likelihood" : "wald")
                .convention("reference", byStudent() ? "t" : "normal")
                .convention("scale", parts.family.scale())
                .dataHash(parts.hash())
                .diagnostic("deviance", deviance())
                .diagnostic("null deviance", nullDeviance())
                .diagnostic("aic", aic())
                .diagnostic("dispersion", dispersion)
                .assumes("The outcomes of different " + (parts.clusters == null ? "rows" : "clusters")
                        + " are independent once the columns are known.")
                .assumes("The " + parts.family.scale() + " is a sum of the columns, each times its coefficient.");
        if (parts.clusters != null) {
            effect.clusters(parts.clusters.labels().size());
        }
        return effect.estimates(estimates()).build();
    }

    /**
     * {@return odds ratios or rate ratios: each estimate of {@link #effect()} and the ends of its interval raised from
     * the log} The standard error is left out, since a ratio does not scatter evenly.
     */
    public List<Estimate> ratios() {
        return estimates().stream()
                .map(e -> {
                    Interval log = e.interval();
                    Estimate ratio = Estimate.of(e.term(), Math.exp(e.value()))
                            .withTest(e.statistic(), e.degreesOfFreedom(), e.pValue());
                    return log == null
                            ? ratio
                            : ratio.withInterval(
                                    new Interval(Math.exp(log.lower()), Math.exp(log.upper()), log.level()));
                })
                .toList();
    }

    private List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        for (int j = 1; j < coefficients.length; j++) {
            estimates.add(estimate(j));
        }
        estimates.add(estimate(0));
        return estimates;
    }

    private Estimate estimate(int j) {
        double error = Math.sqrt(covariance[j][j]);
        Estimate wald = inference.student(
                parts.names.get(j),
                coefficients[j],
                error,
                byStudent() ? degreesOfFreedom() : Double.POSITIVE_INFINITY);
        if (!profile) {
            return wald;
        }
        double reach = reach() * Math.sqrt(dispersion);
        Profile ends = new Profile(parts, j);
        return wald.withInterval(inference.open(
                inference.alternative() == Alternative.LESS ? Double.NEGATIVE_INFINITY : ends.end(-1, reach),
                inference.alternative() == Alternative.GREATER ? Double.POSITIVE_INFINITY : ends.end(1, reach)));
    }

    private double reach() {
        ContinuousDistribution distribution =
                byStudent() ? TDistribution.of(degreesOfFreedom()) : NormalDistribution.of(0, 1);
        double outside = 1 - inference.level();
        return distribution.inverseSurvivalProbability(
                inference.alternative() == Alternative.TWO_SIDED ? outside / 2 : outside);
    }

    private boolean byStudent() {
        return parts.family == Family.QUASI_POISSON;
    }

    private double degreesOfFreedom() {
        return parts.rows() - parts.parameters();
    }

    private String errorsName() {
        return parts.clusters != null ? "CR1" : errors.name().toLowerCase(Locale.ROOT);
    }
}
