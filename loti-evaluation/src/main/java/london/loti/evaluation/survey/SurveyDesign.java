package london.loti.evaluation.survey;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Means, totals and ratios of the population from a weighted sample, their errors by Taylor linearisation over the first
 * stage of the sampling: strata, clusters and the part of the population that was drawn. The same as {@code svymean},
 * {@code svytotal} and {@code svyratio} of R's survey.
 *
 * <pre>{@code
 * Effect mean = SurveyDesign.of(weights).withStrata(schoolType).withPopulationSizes(schools).mean(score);
 * }</pre>
 *
 * <p><b>Missing:</b> a person without a value is left out of the estimate and kept in the design. Degrees of freedom for t
 * are clusters less strata. Weights are taken as given: where they were raked, the errors are a little too large.
 * Immutable.
 */
public final class SurveyDesign {
    private final double[] weights;
    private final @Nullable Categories strata;
    private final @Nullable Categories clusters;
    private final double @Nullable [] populations;
    private final Inference inference;

    private SurveyDesign(
            double[] weights,
            @Nullable Categories strata,
            @Nullable Categories clusters,
            double @Nullable [] populations,
            Inference inference) {
        this.weights = weights;
        this.strata = strata;
        this.clusters = clusters;
        this.populations = populations;
        this.inference = inference;
    }

    /**
     * {@return a design of people drawn one by one with replacement}
     *
     * @param weights for how many people each person speaks, above 0
     * @throws FindingsException if a weight is not above 0, or there are fewer than two people
     */
    public static SurveyDesign of(double[] weights) {
        Findings findings = new Findings();
        SurveyWeights.requirePositive(findings, weights);
        if (weights.length < 2) {
            findings.error(
                    StudyProblem.TOO_FEW,
                    "a sample must have two people or more, but had " + weights.length,
                    Where.file("sample"));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new SurveyDesign(weights.clone(), null, null, null, Inference.usual());
    }

    /**
     * {@return the same, drawn within strata}
     *
     * @param newStrata the stratum of each person; none is missing
     * @throws IllegalArgumentException if it is of another number of people
     */
    public SurveyDesign withStrata(Categories newStrata) {
        requireSize(newStrata.size());
        return new SurveyDesign(weights, newStrata, clusters, populations, inference);
    }

    /**
     * {@return the same, drawn in clusters; the same label in two strata is two clusters}
     *
     * @param newClusters the cluster of each person; none is missing
     * @throws IllegalArgumentException if it is of another number of people
     */
    public SurveyDesign withClusters(Categories newClusters) {
        requireSize(newClusters.size());
        return new SurveyDesign(weights, strata, newClusters, populations, inference);
    }

    /**
     * {@return the same, drawn without replacement}
     *
     * @param newPopulations how many clusters (people, where there are none) the person's stratum has in the population,
     *     the same for all of a stratum
     * @throws IllegalArgumentException if it is of another number of people
     */
    public SurveyDesign withPopulationSizes(double[] newPopulations) {
        requireSize(newPopulations.length);
        return new SurveyDesign(weights, strata, clusters, newPopulations.clone(), inference);
    }

    /**
     * {@return the same asked another way}
     *
     * @param newInference the side, level and value under test
     */
    public SurveyDesign withInference(Inference newInference) {
        return new SurveyDesign(weights, strata, clusters, populations, newInference);
    }

    /**
     * {@return the population's mean; as diagnostics the {@code design effect} against a simple random sample without
     * replacement of as many people, and {@code Kish's design effect} of the weights alone}
     *
     * @param values a value a person; {@code NaN} is missing
     * @throws IllegalArgumentException if it is of another number of people
     * @throws FindingsException if the design does not allow an error, or fewer than two people have a value
     */
    public Effect mean(double[] values) {
        return ratioOf("mean", values, ones(), null);
    }

    /**
     * {@return the mean of a part of the population, the whole sample kept for the error}
     *
     * @param values a value a person; {@code NaN} is missing
     * @param domain whether the person is of the part
     * @throws IllegalArgumentException if they are of another number of people
     * @throws FindingsException if the design does not allow an error, or fewer than two people of the part have a value
     */
    public Effect domainMean(double[] values, boolean[] domain) {
        requireSize(domain.length);
        return ratioOf("domain mean", values, ones(), domain);
    }

    /**
     * {@return the ratio of two totals}
     *
     * @param numerators a value a person; {@code NaN} leaves the person out
     * @param denominators a value a person; {@code NaN} leaves the person out
     * @throws IllegalArgumentException if they are of another number of people
     * @throws FindingsException if the design does not allow an error, fewer than two people have values, or the
     *     denominators sum to 0
     */
    public Effect ratio(double[] numerators, double[] denominators) {
        return ratioOf("ratio", numerators, denominators, null);
    }

    /**
     * {@return the population's total}
     *
     * @param values a value a person; a missing one counts as 0, so fill in before where that is wrong
     * @throws IllegalArgumentException if it is of another number of people
     * @throws FindingsException if the design does not allow an error, or fewer than two people have a value
     */
    public Effect total(double[] values) {
        requireSize(values.length);
        boolean[] used = used(values, values, null);
        double[] scores = new double[weights.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = used[i] ? weights[i] * values[i] : 0;
        }
        return effect("total", Sums.sum(scores), scores, count(used), hash(null, values))
                .build();
    }

    /** Of the values and all that decides the error. */
    private String hash(boolean @Nullable [] domain, double[]... values) {
        DataHash hash = DataHash.start().add(weights);
        for (double[] column : values) {
            hash.add(column);
        }
        if (strata != null) {
            hash.add("strata").add(strata.codes());
        }
        if (clusters != null) {
            hash.add("clusters").add(clusters.codes());
        }
        if (populations != null) {
            hash.add("populations").add(populations);
        }
        if (domain != null) {
            hash.add("domain").add(domain);
        }
        return hash.finish();
    }

    private Effect ratioOf(String term, double[] numerators, double[] denominators, boolean @Nullable [] domain) {
        requireSize(numerators.length);
        requireSize(denominators.length);
        boolean[] used = used(numerators, denominators, domain);
        int[] rows = IntStream.range(0, used.length).filter(i -> used[i]).toArray();
        double[] w = Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(i -> numerators[i]).toArray();
        double[] x = Arrays.stream(rows).mapToDouble(i -> denominators[i]).toArray();
        double below = Sums.dot(w, x);
        if (below == 0) {
            throw problem(StudyProblem.OUT_OF_RANGE, "the denominators must not sum to 0, but do");
        }
        double ratio = Sums.dot(w, y) / below;
        double[] scores = new double[weights.length];
        for (int i : rows) {
            scores[i] = weights[i] * (numerators[i] - ratio * denominators[i]) / below;
        }
        Effect.Builder effect = effect(term, ratio, scores, rows.length, hash(domain, numerators, denominators));
        if (term.equals("mean")) {
            addDesignEffects(effect, w, y, ratio, error(scores));
        }
        return effect.build();
    }

    /** As survey's {@code deff = TRUE}: against a simple random sample without replacement. */
    private static void addDesignEffects(Effect.Builder effect, double[] w, double[] y, double mean, double error) {
        double n = y.length;
        double total = Sums.sum(w);
        double[] squares = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).toArray();
        double variance = Sums.dot(w, squares) / total * n / (n - 1);
        double simple = variance * (total - n) / (total * n);
        if (simple > 0) {
            effect.diagnostic("design effect", error * error / simple);
        }
        effect.diagnostic("Kish's design effect", Weighting.designEffect(w));
    }

    private Effect.Builder effect(String term, double value, double[] scores, int n, String hash) {
        Sampling sampling = sampling();
        double error = Math.sqrt(sampling.variance(scores));
        Estimate estimate = inference.student(term, value, error, sampling.degreesOfFreedom());
        Effect.Builder effect = Effect.builder("survey-" + term.replace(' ', '-'), n)
                .asked(inference)
                .dataHash(hash)
                .convention("errors", "Taylor linearisation, first stage")
                .convention("degrees of freedom", "clusters less strata")
                .convention("drawn", populations == null ? "with replacement" : "without replacement")
                .estimate(estimate)
                .diagnostic("strata", sampling.strata())
                .assumes("The weights are the inverse of everybody's chance to be in the sample.");
        if (clusters != null) {
            effect.clusters(sampling.clusters());
        }
        return effect;
    }

    private double error(double[] scores) {
        return Math.sqrt(sampling().variance(scores));
    }

    private Sampling sampling() {
        return Sampling.of(weights.length, strata, clusters, populations);
    }

    private boolean[] used(double[] first, double[] second, boolean @Nullable [] domain) {
        boolean[] used = new boolean[weights.length];
        for (int i = 0; i < used.length; i++) {
            used[i] = !Double.isNaN(first[i]) && !Double.isNaN(second[i]) && (domain == null || domain[i]);
        }
        if (count(used) < 2) {
            throw problem(StudyProblem.TOO_FEW, "two people or more must have a value, but " + count(used) + " had");
        }
        return used;
    }

    private static int count(boolean[] used) {
        int count = 0;
        for (boolean one : used) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private double[] ones() {
        double[] ones = new double[weights.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private void requireSize(int size) {
        if (size != weights.length) {
            throw new IllegalArgumentException(
                    "a column must be of the sample's " + weights.length + " people, but was of " + size);
        }
    }

    static FindingsException problem(StudyProblem code, String message) {
        return FindingsException.error(code, message, Where.file("sample"));
    }
}
