package london.loti.persona.evidence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import london.loti.persona.evidence.AgreementResult.Estimated;
import london.loti.persona.evidence.AgreementResult.Method;
import london.loti.persona.evidence.AgreementResult.Reason;
import london.loti.persona.evidence.AgreementResult.Undefined;

/**
 * How far raters agree on the categories of the same units.
 *
 * <pre>{@code
 * Ratings ratings = Ratings.read(file, MeasurementLevel.NOMINAL).orElseThrow();
 * AgreementResult alpha = Agreement.of(ratings).withSeed(7).krippendorffAlpha(MeasurementLevel.NOMINAL);
 * }</pre>
 *
 * <p><b>Which one:</b> Krippendorff's alpha takes any number of raters, missing ratings and every level of measurement;
 * the kappas are for comparison with what others have published. <b>Interval:</b> percentile bootstrap over units
 * (Efron and Tibshirani 1993, ISBN 978-0-412-04231-7), quantiles of R's type 7; the same seed gives the same bits.
 * <b>Degenerate input</b> (one rater, no two ratings of a unit, one category only) has no coefficient: the result is
 * {@link Undefined} and says why, never {@code NaN}. <b>Limits:</b> agreement is not correctness; all coefficients fall
 * when nearly all units are of one category, so read raw agreement beside them. Immutable and thread-safe.
 */
public final class Agreement {
    private final Ratings ratings;
    private final long seed;
    private final int replicates;
    private final double confidence;

    private Agreement(Ratings ratings, long seed, int replicates, double confidence) {
        this.ratings = ratings;
        this.seed = seed;
        this.replicates = replicates;
        this.confidence = confidence;
    }

    /**
     * With seed 1, 1,000 replicates and a confidence of 0.95.
     *
     * @param ratings who chose what
     * @return a calculator
     */
    public static Agreement of(Ratings ratings) {
        return new Agreement(ratings, 1, 1_000, 0.95);
    }

    /**
     * {@return the same with another seed of the bootstrap}
     *
     * @param newSeed any number
     */
    public Agreement withSeed(long newSeed) {
        return new Agreement(ratings, newSeed, replicates, confidence);
    }

    /**
     * {@return the same with another number of bootstrap replicates}
     *
     * @param newReplicates 0 for no interval
     * @throws IllegalArgumentException if it is below 0
     */
    public Agreement withReplicates(int newReplicates) {
        if (newReplicates < 0) {
            throw new IllegalArgumentException("replicates must be 0 or more, but were " + newReplicates);
        }
        return new Agreement(ratings, seed, newReplicates, confidence);
    }

    /**
     * {@return the same with another level of the interval}
     *
     * @param newConfidence above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public Agreement withConfidence(double newConfidence) {
        if (!(newConfidence > 0 && newConfidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0 and below 1, but was " + newConfidence);
        }
        return new Agreement(ratings, seed, replicates, newConfidence);
    }

    /**
     * {@return the same for one category against all others together} {@link #fleissKappa()} is then Fleiss' kappa of
     * that category.
     *
     * @param category one of {@link Ratings#categories()}
     * @throws IllegalArgumentException if it is none of them
     */
    public Agreement onCategory(String category) {
        return new Agreement(ratings.onCategory(category), seed, replicates, confidence);
    }

    /**
     * {@return the share of pairs of ratings within a unit that are equal, averaged over the units with two ratings or
     * more} Nothing is taken off for chance. For two raters it is the percentage of agreement; for more, it is Fleiss'
     * observed agreement, and not the share of units on which all agree that {@code irr::agree} gives.
     */
    public AgreementResult raw() {
        UsedUnits units = UsedUnits.withRatings(ratings, 2);
        Method method = new Method("Raw agreement", "mean over units of the share of equal pairs of ratings");
        return refused(units, method).orElseGet(() -> result(new Fleiss(units, true), units, method));
    }

    /** {@return Cohen's kappa without weights, see {@link #cohenKappa(KappaWeights)}} */
    public AgreementResult cohenKappa() {
        return cohenKappa(KappaWeights.UNWEIGHTED);
    }

    /**
     * {@return Cohen's kappa, 1 − Σ w·observed / Σ w·expected, for two raters over the units that both rated}
     *
     * <p>Each rater has a distribution of their own. The weight of a disagreement is 1, the number of steps between the
     * two categories, or its square. As in {@code irr::kappa2} a step is one from a category that is used to the next,
     * however far apart two numbers are; but in an order that was declared, categories that nobody uses are steps too.
     * Sources: Cohen 1960, <a href="https://doi.org/10.1177/001316446002000104">doi:10.1177/001316446002000104</a>;
     * Cohen 1968, <a href="https://doi.org/10.1037/h0026256">doi:10.1037/h0026256</a>.
     *
     * @param weights how much a disagreement counts; all but {@link KappaWeights#UNWEIGHTED} want an order
     */
    public AgreementResult cohenKappa(KappaWeights weights) {
        UsedUnits units = UsedUnits.withRatings(ratings, Math.max(2, ratings.raterCount()));
        Method method = switch (weights) {
            case UNWEIGHTED -> new Method("Cohen's kappa", "units that both raters rated; no weights");
            case LINEAR -> new Method("Cohen's kappa, linear weights", "units that both raters rated; steps");
            case QUADRATIC -> new Method("Cohen's kappa, quadratic weights", "units that both rated; squared steps");
        };
        if (ratings.raterCount() > 2) {
            return new Undefined(method, units.counts(), Reason.NOT_TWO_RATERS);
        }
        if (weights != KappaWeights.UNWEIGHTED && !isOrdered()) {
            return new Undefined(method, units.counts(), Reason.NO_ORDER);
        }
        return refused(units, method).orElseGet(() -> result(new Cohen(units, weights), units, method));
    }

    /**
     * {@return Fleiss' kappa over the units that every rater has rated}
     *
     * <p>All raters share one distribution, so for two raters it is Scott's pi and not Cohen's kappa. Units with a
     * missing rating are left out, as {@code irr::kappam.fleiss} does. Source: Fleiss 1971,
     * <a href="https://doi.org/10.1037/h0031619">doi:10.1037/h0031619</a>.
     */
    public AgreementResult fleissKappa() {
        UsedUnits units = UsedUnits.withRatings(ratings, Math.max(2, ratings.raterCount()));
        Method method = new Method("Fleiss' kappa", "units that every rater rated; one distribution for all raters");
        return refused(units, method).orElseGet(() -> result(new Fleiss(units, false), units, method));
    }

    /**
     * {@return Krippendorff's alpha, 1 − observed / expected disagreement, over the units with two ratings or more}
     *
     * <p>A unit with one rating counts for nothing, as in {@code irr::kripp.alpha}; the expected disagreement is without
     * replacement, n·(n − 1). Squared differences: nominal 1; ordinal the square of the number of ratings between two
     * categories, half of both ends counted in; interval (c − k)²; ratio ((c − k) / (c + k))². Source: Hayes and
     * Krippendorff 2007, <a href="https://doi.org/10.1080/19312450709336664">doi:10.1080/19312450709336664</a>.
     *
     * @param level an order is wanted for ordinal, numbers for interval, numbers of nought or more for ratio
     */
    public AgreementResult krippendorffAlpha(MeasurementLevel level) {
        UsedUnits units = UsedUnits.withRatings(ratings, 2);
        Method method = new Method(
                "Krippendorff's alpha, " + level.name().toLowerCase(Locale.ROOT),
                "units with two ratings or more; expected without replacement");
        if (level == MeasurementLevel.ORDINAL && !isOrdered()) {
            return new Undefined(method, units.counts(), Reason.NO_ORDER);
        }
        boolean wantsNumbers = level == MeasurementLevel.INTERVAL || level == MeasurementLevel.RATIO;
        if (wantsNumbers && !ratings.areNumbers() && !ratings.categories().isEmpty()) {
            return new Undefined(method, units.counts(), Reason.NO_NUMBERS);
        }
        if (level == MeasurementLevel.RATIO && ratings.areNumbers() && ratings.number(0) < 0) {
            return new Undefined(method, units.counts(), Reason.BELOW_NOUGHT);
        }
        return refused(units, method).orElseGet(() -> result(new Alpha(units, level), units, method));
    }

    /**
     * {@return Gwet's AC1, which takes off less for chance where nearly all units are of one category}
     *
     * <p>Chance is Σ π·(1 − π) / (q − 1) over the q categories, π being a category's share, averaged over units. It is
     * at most 1/q and falls as one category takes over; the kappas' chance rises then, so that they may be low though
     * raters hardly ever differ (the <em>kappa paradox</em>). Report it beside alpha, not in its place. As in
     * {@code irrCAC::gwet.ac1.raw} a unit with one rating counts for the shares, and not for the agreement. Categories
     * of a declared order count though nobody uses them. Source: Gwet 2008,
     * <a href="https://doi.org/10.1348/000711006X126600">doi:10.1348/000711006X126600</a>.
     */
    public AgreementResult gwetAc1() {
        UsedUnits units = UsedUnits.withRatings(ratings, 1);
        Method method = new Method("Gwet's AC1", "agreement of units with two ratings or more; shares of all units");
        return refused(UsedUnits.withRatings(ratings, 2), method)
                .orElseGet(() -> result(new Gwet(units), units, method));
    }

    /**
     * {@return what to do about each category: keep it, define it better, or merge it with one that raters take it for;
     * see {@link CategoryAdvice}}
     *
     * @param thresholds when agreement is enough, and how many cases it takes to say so
     */
    public List<CategoryAdvice> advice(AdviceThresholds thresholds) {
        return new MergeOrSplit(this, ratings, thresholds).advice();
    }

    /**
     * {@return for every category how far raters agree on it: nominal alpha of the category against all others, in the
     * order of categories}
     */
    public Map<String, AgreementResult> alphaByCategory() {
        Map<String, AgreementResult> results = new LinkedHashMap<>();
        for (String category : ratings.categories()) {
            results.put(category, onCategory(category).krippendorffAlpha(MeasurementLevel.NOMINAL));
        }
        return results;
    }

    /** {@return the pairs of categories that raters confuse, the most frequent first} */
    public Confusions confusions() {
        return Confusions.of(ratings);
    }

    private boolean isOrdered() {
        return ratings.areNumbers()
                || ratings.haveDeclaredOrder()
                || ratings.categories().isEmpty();
    }

    private Optional<AgreementResult> refused(UsedUnits units, Method method) {
        if (ratings.raterCount() < 2) {
            return Optional.of(new Undefined(method, units.counts(), Reason.ONE_RATER));
        }
        if (units.count() == 0) {
            return Optional.of(new Undefined(method, units.counts(), Reason.NO_PAIRS));
        }
        return Optional.empty();
    }

    private AgreementResult result(Statistic statistic, UsedUnits units, Method method) {
        int[] once = new int[units.count()];
        Arrays.fill(once, 1);
        Statistic.Parts parts = statistic.of(once);
        if (Double.isNaN(parts.estimate())) {
            return new Undefined(method, units.counts(), Reason.ONE_CATEGORY);
        }
        Bootstrap bootstrap = new Bootstrap(seed, replicates, confidence);
        double[] drawn = bootstrap.estimates(statistic, units.count());
        return new Estimated(
                method,
                units.counts(),
                parts.estimate(),
                parts.observed(),
                parts.expected(),
                bootstrap.interval(drawn),
                bootstrap.degenerate(drawn, units.count()));
    }
}
