package london.loti.evaluation.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.GeneralisedLinearFit;
import london.loti.evaluation.regression.GeneralisedLinearModel;
import london.loti.evaluation.regression.Regression;
import london.loti.evaluation.regression.RegressionFit;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * An outcome in periods, interrupted once: a line before, a step at the interruption, and, where asked for, another
 * slope after it (Bernal, Cummins and Gasparrini 2017, doi:10.1093/ije/dyw098). The change of slope is counted from the
 * last period before, so the step is the distance of the two lines there. Immutable.
 */
public final class InterruptedTimeSeries {
    private static final int FEWEST = 3;
    private static final StandardErrors NEWEY_WEST = new StandardErrors.NeweyWest(-1, true, false);
    private static final String TIME = "time";
    private static final String STEP = "level change";
    private static final String SLOPE = "slope change";

    private final int[] periods;
    private final double[] outcome;
    private final int first;
    private final boolean slope;
    private final List<Harmonic> harmonics;
    private final @Nullable StandardErrors errors;
    private final Inference inference;
    private final @Nullable String dataHash;

    private record Harmonic(String name, List<Double> values) {}

    private InterruptedTimeSeries(
            int[] periods,
            double[] outcome,
            int first,
            boolean slope,
            List<Harmonic> harmonics,
            @Nullable StandardErrors errors,
            Inference inference,
            @Nullable String dataHash) {
        this.periods = periods;
        this.outcome = outcome;
        this.first = first;
        this.slope = slope;
        this.harmonics = harmonics;
        this.errors = errors;
        this.inference = inference;
        this.dataHash = dataHash;
    }

    /**
     * {@return the design with a step, and errors by Newey and West with the lag of their rule}
     *
     * @param periods the periods, whole numbers, each once, in the order of time
     * @param outcome the outcome in each; {@code NaN} is missing
     * @param first the first period after the interruption
     * @throws FindingsException if periods are out of order or come twice, or there are fewer than three on a side
     */
    public static InterruptedTimeSeries of(int[] periods, double[] outcome, int first) {
        if (periods.length != outcome.length) {
            throw new IllegalArgumentException(
                    "there must be an outcome a period, but there are " + outcome.length + " for " + periods.length);
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < periods.length; i++) {
            if (periods[i] <= periods[i - 1]) {
                findings.add(Finding.error(
                        periods[i] == periods[i - 1] ? StudyProblem.DUPLICATE_ROW : StudyProblem.OUT_OF_ORDER,
                        "periods must be in the order of time, each once, but row " + (i + 1) + " is not"
                                + "\nMaybe sort the file, or add up the rows of one period.",
                        Where.column("series", "period")));
            }
        }
        long before = IntStream.range(0, periods.length)
                .filter(i -> periods[i] < first && !Double.isNaN(outcome[i]))
                .count();
        long after = IntStream.range(0, periods.length)
                .filter(i -> periods[i] >= first && !Double.isNaN(outcome[i]))
                .count();
        if (before < FEWEST || after < FEWEST) {
            findings.add(Finding.error(
                    StudyProblem.TOO_FEW,
                    "there must be three periods with an outcome before the interruption and three after, but there are "
                            + before + " and " + after + "\nMaybe use shorter periods, or wait.",
                    Where.column("series", "period")));
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new InterruptedTimeSeries(
                periods.clone(), outcome.clone(), first, false, List.of(), null, Inference.usual(), null);
    }

    /** {@return the same with another slope after the interruption} */
    public InterruptedTimeSeries withSlopeChange() {
        return new InterruptedTimeSeries(periods, outcome, first, true, harmonics, errors, inference, dataHash);
    }

    /**
     * {@return the same with a season, as pairs of sines and cosines, in place of another season}
     *
     * @param position the place of each period in its cycle, for example the month; {@code NaN} is missing
     * @param cycle how many places a cycle has, for example 12
     * @param pairs how many pairs, at least 1 and fewer than half the places; two do for most seasons
     * @throws IllegalArgumentException if there is not a position a period, or the pairs are not as told
     */
    public InterruptedTimeSeries withSeason(double[] position, double cycle, int pairs) {
        if (position.length != periods.length) {
            throw new IllegalArgumentException(
                    "a season must have a position a period, but has " + position.length + " for " + periods.length);
        }
        if (!(pairs >= 1 && 2.0 * pairs < cycle)) {
            throw new IllegalArgumentException("a season must have 1 pair or more and fewer than half its places, since"
                    + " faster waves look like slower ones, but has " + pairs + " for " + cycle);
        }
        List<Harmonic> season = new ArrayList<>();
        for (int k = 1; k <= pairs; k++) {
            double turn = 2 * Math.PI * k / cycle;
            season.add(new Harmonic(
                    "sine " + k,
                    Arrays.stream(position).map(p -> Math.sin(turn * p)).boxed().toList()));
            season.add(new Harmonic(
                    "cosine " + k,
                    Arrays.stream(position).map(p -> Math.cos(turn * p)).boxed().toList()));
        }
        return new InterruptedTimeSeries(
                periods, outcome, first, slope, List.copyOf(season), errors, inference, dataHash);
    }

    /**
     * {@return the same with other errors of the linear model than those of Newey and West} A rate has the errors of its
     * model, and refuses others.
     *
     * @param newErrors from what the errors are made
     */
    public InterruptedTimeSeries withErrors(StandardErrors newErrors) {
        return new InterruptedTimeSeries(periods, outcome, first, slope, harmonics, newErrors, inference, dataHash);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked
     */
    public InterruptedTimeSeries withInference(Inference newInference) {
        return new InterruptedTimeSeries(periods, outcome, first, slope, harmonics, errors, newInference, dataHash);
    }

    /**
     * {@return the same for data whose hash is known}
     *
     * @param hash the SHA-256
     */
    public InterruptedTimeSeries withDataHash(String hash) {
        return new InterruptedTimeSeries(periods, outcome, first, slope, harmonics, errors, inference, hash);
    }

    /**
     * {@return the change in the outcome's own unit, by least squares: the step, the change of slope, and, where the slope
     * changes, the effect in the last period}
     */
    public SeriesResult linear() {
        Regression regression = Regression.of(design(), outcome)
                .withErrors(errors == null ? NEWEY_WEST : errors)
                .withInference(inference);
        RegressionFit fit = (dataHash == null ? regression : regression.withDataHash(dataHash)).fit();
        List<String> names =
                fit.effect().estimates().stream().map(Estimate::term).toList();
        Effect.Builder effect = start("its-linear", fit.effect());
        effect.estimate(fit.effect().estimate(STEP));
        if (slope) {
            effect.estimate(fit.effect().estimate(SLOPE)).estimate(atEnd(fit, names));
        }
        fit.effect().estimates().stream()
                .filter(estimate ->
                        !estimate.term().equals(STEP) && !estimate.term().equals(SLOPE))
                .forEach(effect::estimate);
        effect.diagnostic("durbin_watson", durbinWatson(fit.residuals()));
        if (hasGap()) {
            effect.assumes("Where a period is missing, those on both sides of it are taken as neighbours in time.");
        }
        double[] coefficients =
                fit.effect().estimates().stream().mapToDouble(Estimate::value).toArray();
        double[] told = told(coefficients, names, true);
        double[] without = told(coefficients, names, false);
        return new SeriesResult(effect.build(), points(told, without));
    }

    /**
     * {@return the change of a rate as a ratio, by a Poisson model whose spread is estimated (quasi-Poisson)}
     *
     * @param exposure what the counts are out of, for example people; above 0
     * @throws IllegalArgumentException if there is not an exposure a period
     * @throws IllegalStateException if other errors are asked for
     * @throws FindingsException if an exposure is not above 0, or a count is below 0
     */
    public SeriesResult rate(double[] exposure) {
        if (errors != null) {
            throw new IllegalStateException(
                    "a rate must have the errors of its model, but others are asked for\nMaybe use linear().");
        }
        requireExposure(exposure);
        GeneralisedLinearFit fit = GeneralisedLinearModel.quasiPoisson(design(), outcome)
                .withOffset(Arrays.stream(exposure).map(Math::log).toArray())
                .withInference(inference)
                .fit();
        List<String> names = design().names();
        Effect.Builder effect = start("its-rate", fit.effect());
        effect.estimate(ratio(fit, STEP, "rate ratio"));
        if (slope) {
            effect.estimate(ratio(fit, SLOPE, "rate ratio a period"));
        }
        double[] coefficients = fit.coefficients();
        double[] with = told(coefficients, names, true);
        double[] without = told(coefficients, names, false);
        for (int i = 0; i < with.length; i++) {
            with[i] = exposure[i] * Math.exp(with[i]);
            without[i] = exposure[i] * Math.exp(without[i]);
        }
        effect.diagnostic("dispersion", fit.dispersion());
        return new SeriesResult(effect.build(), points(with, without));
    }

    private void requireExposure(double[] exposure) {
        if (exposure.length != periods.length) {
            throw new IllegalArgumentException(
                    "there must be an exposure a period, but there are " + exposure.length + " for " + periods.length);
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < exposure.length; i++) {
            if (exposure[i] <= 0 || Double.isInfinite(exposure[i])) {
                findings.add(Finding.error(
                        StudyProblem.OUT_OF_RANGE,
                        "an exposure must be above 0 and finite, but is not",
                        Where.cell("series", i + 1, "exposure")));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    /** Whether a period between the first and the last has no outcome. */
    private boolean hasGap() {
        int[] seen = IntStream.range(0, periods.length)
                .filter(i -> !Double.isNaN(outcome[i]))
                .map(i -> periods[i])
                .toArray();
        return seen[seen.length - 1] - seen[0] != seen.length - 1;
    }

    private static Estimate ratio(GeneralisedLinearFit fit, String term, String name) {
        return fit.ratios().stream()
                .filter(estimate -> estimate.term().equals(term))
                .findFirst()
                .orElseThrow()
                .as(name);
    }

    private Effect.Builder start(String method, Effect model) {
        Effect.Builder effect = Effect.builder(method, model.n())
                .dataHash(dataHash == null ? model.dataHash() : dataHash)
                .convention("first_after", Integer.toString(first))
                .convention("slope_change", slope ? "yes" : "no")
                .convention("season", harmonics.isEmpty() ? "no" : harmonics.size() / 2 + " pairs")
                .assumes("Without the interruption, the line of before would have gone on.")
                .assumes("Nothing else that matters happened at the same time.");
        model.convention().forEach(effect::convention);
        model.diagnostics().forEach(effect::diagnostic);
        model.assumptions().forEach(effect::assumes);
        return effect;
    }

    private Design design() {
        int last = lastBefore();
        Design design = Design.withIntercept()
                .number(TIME, Arrays.stream(periods).asDoubleStream().toArray())
                .number(
                        STEP,
                        Arrays.stream(periods)
                                .mapToDouble(p -> p >= first ? 1 : 0)
                                .toArray());
        if (slope) {
            design = design.number(
                    SLOPE,
                    Arrays.stream(periods)
                            .mapToDouble(p -> Math.max(0, p - last))
                            .toArray());
        }
        for (Harmonic harmonic : harmonics) {
            design = design.number(
                    harmonic.name(),
                    harmonic.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
        return design;
    }

    private int lastBefore() {
        return Arrays.stream(periods).filter(p -> p < first).max().orElseThrow();
    }

    private Estimate atEnd(RegressionFit fit, List<String> names) {
        int end = periods[periods.length - 1];
        double length = end - lastBefore();
        int step = names.indexOf(STEP);
        int change = names.indexOf(SLOPE);
        double[][] covariance = fit.covariance();
        double value = fit.effect().estimate(STEP).value()
                + length * fit.effect().estimate(SLOPE).value();
        double variance = covariance[step][step]
                + 2 * length * covariance[step][change]
                + length * length * covariance[change][change];
        return inference.student(
                "effect in period " + end,
                value,
                Math.sqrt(variance),
                fit.effect().estimate(STEP).degreesOfFreedom());
    }

    private double[] told(double[] coefficients, List<String> names, boolean interrupted) {
        double[][] columns = design().columns();
        double[] told = new double[periods.length];
        for (int j = 0; j < columns.length; j++) {
            boolean ofInterruption = names.get(j).equals(STEP) || names.get(j).equals(SLOPE);
            for (int i = 0; i < told.length && (interrupted || !ofInterruption); i++) {
                told[i] += coefficients[j] * columns[j][i];
            }
        }
        return told;
    }

    private List<SeriesPoint> points(double[] fitted, double[] without) {
        return IntStream.range(0, periods.length)
                .mapToObj(i -> new SeriesPoint(periods[i], outcome[i], fitted[i], without[i]))
                .toList();
    }

    private static double durbinWatson(double[] residuals) {
        double steps = 0;
        double squares = residuals[0] * residuals[0];
        for (int i = 1; i < residuals.length; i++) {
            double step = residuals[i] - residuals[i - 1];
            steps += step * step;
            squares += residuals[i] * residuals[i];
        }
        return steps / squares;
    }
}
