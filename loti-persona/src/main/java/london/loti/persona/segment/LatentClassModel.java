package london.loti.persona.segment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import london.loti.model.finding.Finding;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;

/**
 * Latent classes as they were fitted to a {@link Sample}: how large each is, what its people answer, and how likely each
 * row belongs to it.
 *
 * <p>Classes are numbered from 0, the largest first, so that their order doesn't depend on chance. Posteriors of single
 * rows are about people: publish shares and probabilities, and only of classes that are large enough. Read
 * {@link #findings()} before anything else. Immutable and thread-safe.
 */
public final class LatentClassModel {
    /** Log-likelihoods that differ by no more than this are taken for the same place: the third decimal. */
    private static final double SAME = 1e-3;

    /** A probability this near 0 or 1 is at the boundary. */
    private static final double BOUNDARY = 1e-5;

    /** What somebody should know before they rely on a model. */
    public enum Code implements Finding.Code {
        /** The best start met the limit of iterations first. */
        NOT_CONVERGED,
        /** Only one start reached the best log-likelihood, so there may be a better one. */
        BEST_FOUND_ONCE,
        /** There are more parameters than the data can determine. */
        NOT_IDENTIFIED,
        /** Less than one person is expected in a class. */
        EMPTY_CLASS,
        /** Probabilities are estimated as 0 or 1. */
        BOUNDARY_ESTIMATES,
        /** Nothing is known of some rows. */
        ROWS_LEFT_OUT
    }

    private final LatentPatterns patterns;
    private final LatentParameters parameters;
    private final double[] theta;
    private final double[] posteriors;
    private final double[] logProbabilities;
    private final double[] startLogLikelihoods;
    private final double logLikelihood;
    private final double same;
    private final int classes;
    private final int iterations;
    private final boolean converged;

    private LatentClassModel(
            LatentPatterns patterns,
            LatentParameters parameters,
            LatentStep step,
            double[] theta,
            LatentRun best,
            double[] startLogLikelihoods,
            double same) {
        this.patterns = patterns;
        this.parameters = parameters;
        this.theta = theta;
        this.classes = parameters.classes();
        this.posteriors = new double[patterns.size() * classes];
        this.logProbabilities = new double[patterns.size()];
        step.posteriors(theta, posteriors, logProbabilities);
        this.logLikelihood = IntStream.range(0, patterns.size())
                .mapToDouble(pattern -> patterns.count(pattern) * logProbabilities[pattern])
                .sum();
        this.startLogLikelihoods = startLogLikelihoods;
        this.same = same;
        this.iterations = best.steps();
        this.converged = best.converged();
    }

    static LatentClassModel of(
            LatentPatterns patterns,
            LatentParameters parameters,
            LatentStep step,
            List<LatentRun> runs,
            double tolerance) {
        LatentRun best = runs.get(0);
        for (LatentRun run : runs) {
            best = run.logLikelihood() > best.logLikelihood() ? run : best;
        }
        double[] theta = best.theta();
        int[] order = IntStream.range(0, parameters.classes())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -theta[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] logs = runs.stream()
                .mapToDouble(run -> -run.logLikelihood())
                .sorted()
                .map(log -> -log)
                .toArray();
        return new LatentClassModel(
                patterns, parameters, step, parameters.reordered(theta, order), best, logs, Math.max(SAME, tolerance));
    }

    /** {@return the number of classes} */
    public int classes() {
        return classes;
    }

    /** {@return what the columns of the sample were, in their order} */
    public List<Attribute> attributes() {
        return patterns.attributes();
    }

    /**
     * {@return the share of a class among the people, 0 to 1}
     *
     * @param latentClass a class, from 0
     * @throws IndexOutOfBoundsException if there is no such class
     */
    public double share(int latentClass) {
        return theta[Objects.checkIndex(latentClass, classes)];
    }

    /**
     * {@return how likely somebody of a class gives a level, 0 to 1} Those of an attribute sum to 1 in each class; a level
     * that nobody of the sample gave has 0.
     *
     * @param latentClass a class, from 0
     * @param column an attribute, from 0
     * @param level a level of it, from 0
     * @throws IndexOutOfBoundsException if there is no such class, attribute or level
     */
    public double probability(int latentClass, int column, int level) {
        return theta[parameters.at(patterns.cell(column, level)) + Objects.checkIndex(latentClass, classes)];
    }

    /** {@return the log-likelihood, natural logarithm; higher is better} */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** {@return the number of free parameters: k − 1 shares, and for each class and attribute its levels in use less 1} */
    public int parameters() {
        return patterns.parameters(classes);
    }

    /**
     * {@return the degrees of freedom that are left, as poLCA counts them: the smaller of the rows used and the number of
     * possible patterns less 1, less the parameters} Below 0 the model isn't identified.
     */
    public long degreesOfFreedom() {
        return Math.min(rowsUsed(), patterns.possible(Integer.MAX_VALUE) - 1) - parameters();
    }

    /** {@return Akaike's information criterion, −2 · log-likelihood + 2 · parameters; lower is better} */
    public double aic() {
        return -2 * logLikelihood + 2.0 * parameters();
    }

    /**
     * {@return the Bayesian information criterion, −2 · log-likelihood + parameters · ln(rows used); lower is better}
     * Source: Schwarz 1978, <a href="https://doi.org/10.1214/aos/1176344136">doi:10.1214/aos/1176344136</a>.
     */
    public double bic() {
        return -2 * logLikelihood + parameters() * Math.log(rowsUsed());
    }

    /**
     * {@return the BIC adjusted for sample size, with ln((rows used + 2) / 24); lower is better} Source: Sclove 1987, <a
     * href="https://doi.org/10.1007/BF02294360">doi:10.1007/BF02294360</a>.
     */
    public double adjustedBic() {
        return -2 * logLikelihood + parameters() * Math.log((rowsUsed() + 2) / 24.0);
    }

    /**
     * {@return the relative entropy, 1 − Σ −p·ln p / (rows used · ln k), p the posteriors: 1 if every row belongs to one
     * class for sure, 0 if nothing is known; empty for one class} Source: Ramaswamy and others 1993, <a
     * href="https://doi.org/10.1287/mksc.12.1.103">doi:10.1287/mksc.12.1.103</a>.
     */
    public OptionalDouble entropyR2() {
        return statistics().entropyR2();
    }

    /**
     * {@return the likelihood ratio chi-squared G² against the table of all patterns; empty where an answer is missing}
     * Without many rows a pattern it has no chi-squared distribution.
     */
    public OptionalDouble likelihoodRatio() {
        return complete(LatentStatistics::likelihoodRatio);
    }

    /** {@return Pearson's chi-squared X² against the table of all patterns; empty where an answer is missing} */
    public OptionalDouble pearson() {
        return complete(LatentStatistics::pearson);
    }

    private OptionalDouble complete(ToDoubleBiFunction<LatentPatterns, double[]> statistic) {
        return patterns.isComplete()
                ? OptionalDouble.of(statistic.applyAsDouble(patterns, logProbabilities))
                : OptionalDouble.empty();
    }

    /** {@return the number of rows of the sample} */
    public int rows() {
        return patterns.rows();
    }

    /** {@return the number of rows with an answer or more; the sample size of all criteria} */
    public int rowsUsed() {
        return patterns.rowsUsed();
    }

    /** {@return the number of distinct patterns of answers among the rows used, gaps included} */
    public int patterns() {
        return patterns.size();
    }

    /**
     * {@return how likely a row belongs to a class, given its answers, 0 to 1; {@code NaN} where it has none}
     *
     * @param row a row of the sample, from 0
     * @param latentClass a class, from 0
     * @throws IndexOutOfBoundsException if there is no such row or class
     */
    public double posterior(int row, int latentClass) {
        Objects.checkIndex(latentClass, classes);
        int pattern = patterns.ofRow(row);
        return pattern < 0 ? Double.NaN : posteriors[pattern * classes + latentClass];
    }

    /**
     * {@return how likely each class is for somebody who need not be in the sample}
     *
     * @param answers one value for each of {@link #attributes()}, as {@link Attribute} says; {@code NaN} where nothing is
     *     known. A level that nobody of the sample gave says nothing either
     * @throws IllegalArgumentException if there is not one value an attribute, or a value is no level; the message never
     *     repeats it
     */
    public LatentClassPosterior posteriorOf(double... answers) {
        byte[] levels = patterns.levelsOf(answers);
        int used = 0;
        for (byte level : levels) {
            used += level == LatentPatterns.MISSING ? 0 : 1;
        }
        double[] probabilities = new double[classes];
        parameters.posterior(theta, levels, probabilities);
        return new LatentClassPosterior(Arrays.stream(probabilities).boxed().toList(), used);
    }

    /**
     * {@return the most likely class of a row; empty where nothing is known of it}
     *
     * @param row a row of the sample, from 0
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public OptionalInt assigned(int row) {
        return assigned(row, 0);
    }

    /**
     * {@return the most likely class of a row; empty where nothing is known of it, or the class is less likely than asked
     * for} Of classes that are as likely as each other it is the larger.
     *
     * @param row a row of the sample, from 0
     * @param threshold the least posterior that is enough, for example 0.7
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public OptionalInt assigned(int row, double threshold) {
        int pattern = patterns.ofRow(row);
        if (pattern < 0) {
            return OptionalInt.empty();
        }
        int modal = statistics().modal(pattern);
        return posteriors[pattern * classes + modal] >= threshold ? OptionalInt.of(modal) : OptionalInt.empty();
    }

    /**
     * {@return every row in its most likely class, to be measured and compared like the segments of any method} A row of
     * which nothing is known is in class 0, the largest, which is the likeliest for anybody. A class that is nobody's most
     * likely one is empty.
     */
    public Segments segments() {
        int[] assigned =
                IntStream.range(0, rows()).map(row -> assigned(row).orElse(0)).toArray();
        return Segments.of("latent classes, most likely class", classes, assigned);
    }

    /** {@return the mean over the rows used of the largest posterior: the share of rows that are assigned rightly if the
     * model is right} */
    public double certainty() {
        return statistics().certainty();
    }

    /**
     * {@return the mean of the largest posterior over the rows that are assigned to a class; empty where none is} Below
     * 0.7 a class is usually held to be told apart too badly (Nagin 2005, ISBN 978-0-674-01686-6).
     *
     * @param latentClass a class, from 0
     * @throws IndexOutOfBoundsException if there is no such class
     */
    public OptionalDouble certainty(int latentClass) {
        return statistics().certainty(Objects.checkIndex(latentClass, classes));
    }

    /** {@return the number of random starts} */
    public int starts() {
        return startLogLikelihoods.length;
    }

    /** {@return how many starts ended within 0.001, or the tolerance if that is more, of the best log-likelihood} */
    public int startsAtBest() {
        return (int) Arrays.stream(startLogLikelihoods)
                .filter(log -> startLogLikelihoods[0] - log <= same)
                .count();
    }

    /** {@return the log-likelihoods that the starts ended at, the best first} */
    public double[] startLogLikelihoods() {
        return startLogLikelihoods.clone();
    }

    /** {@return whether the best start ended because nothing more was to be won, and not at the limit of iterations} */
    public boolean converged() {
        return converged;
    }

    /** {@return the steps of EM that the best start took} */
    public int iterations() {
        return iterations;
    }

    /**
     * {@return how many probabilities of levels are within 0.00001 of 0 or 1} Standard errors would mean nothing there.
     * Levels that nobody gave are not counted.
     */
    public int boundaryEstimates() {
        int boundary = 0;
        for (int cell = 0; parameters.at(cell) < theta.length; cell++) {
            for (int c = 0; c < classes && patterns.isUsed(cell); c++) {
                double p = theta[parameters.at(cell) + c];
                boundary += p < BOUNDARY || p > 1 - BOUNDARY ? 1 : 0;
            }
        }
        return boundary;
    }

    /** {@return what somebody should know before they rely on the model; empty if there is nothing} */
    public List<Finding> findings() {
        return LatentFindings.of(this);
    }

    /** {@return one sentence in plain words} */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d %s of %d people: log-likelihood %.3f, BIC %.1f; %d of %d starts reached the best.",
                classes,
                classes == 1 ? "class" : "classes",
                rowsUsed(),
                logLikelihood,
                bic(),
                startsAtBest(),
                starts());
    }

    /** Says how large it is, and nothing of any row. */
    @Override
    public String toString() {
        return "LatentClassModel of " + classes + " classes, " + attributes().size() + " attributes and " + rows()
                + " rows";
    }

    private LatentStatistics statistics() {
        return new LatentStatistics(patterns, classes, posteriors);
    }
}
