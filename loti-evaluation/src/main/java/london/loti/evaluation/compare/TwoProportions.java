package london.loti.evaluation.compare;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The shares of two groups of different people of whom something is so. A difference is treated less control, a ratio
 * treated over control. The same people before and after are {@link PairedProportions}.
 *
 * <pre>{@code
 * TwoProportions helped = TwoProportions.of(15, 100, 30, 100);
 * Effect difference = helped.difference();
 * Effect exact = helped.fisher();
 * }</pre>
 *
 * <p><b>Which one:</b> {@link #difference} with Newcombe's interval; {@link #fisher} where a cell is below five. Unless
 * told otherwise a test is two-sided and an interval of the level 0.95. Immutable and thread-safe.
 */
public final class TwoProportions {
    private final int yesTreated;
    private final int treated;
    private final int yesControl;
    private final int control;
    private final Inference inference;
    private final DifferenceInterval interval;
    private final boolean corrected;

    private TwoProportions(int[] counts, Inference inference, DifferenceInterval interval, boolean corrected) {
        this.yesTreated = counts[0];
        this.treated = counts[1];
        this.yesControl = counts[2];
        this.control = counts[3];
        this.inference = inference;
        this.interval = interval;
        this.corrected = corrected;
    }

    /**
     * {@return a comparison of two shares}
     *
     * @param yesTreated of how many of the treated it is so
     * @param treated how many were treated
     * @param yesControl of how many of the others it is so
     * @param control how many were not treated
     * @throws IllegalArgumentException if a group is empty, or has more yeses than people
     */
    public static TwoProportions of(int yesTreated, int treated, int yesControl, int control) {
        OneProportion.of(yesTreated, treated);
        OneProportion.of(yesControl, control);
        return new TwoProportions(
                new int[] {yesTreated, treated, yesControl, control},
                Inference.usual(),
                DifferenceInterval.NEWCOMBE,
                false);
    }

    private TwoProportions with(Inference newInference) {
        return new TwoProportions(counts(), newInference, interval, corrected);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1; above 0.5 for an interval that is open on a side
     */
    public TwoProportions withLevel(double level) {
        return with(inference.withLevel(level));
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side; greater means that the share of the treated is larger
     */
    public TwoProportions withAlternative(Alternative alternative) {
        return with(inference.withAlternative(alternative));
    }

    /**
     * {@return the same with another interval of {@link #difference} and {@link #numberNeeded}}
     *
     * @param newInterval the interval
     */
    public TwoProportions withInterval(DifferenceInterval newInterval) {
        return new TwoProportions(counts(), inference, newInterval, corrected);
    }

    /** {@return the same with Yates' continuity correction in the test of {@link #difference}} */
    public TwoProportions withContinuityCorrection() {
        return new TwoProportions(counts(), inference, interval, true);
    }

    /**
     * {@return the difference between the shares, with the chi-squared test of R's {@code prop.test}} A one-sided p value
     * is that of the signed root, {@code z}. Where all or none say yes there is no test.
     */
    public Effect difference() {
        double step = 1.0 / treated + 1.0 / control;
        double yates = corrected ? Math.min(0.5, Math.abs(riskDifference()) / step) : 0;
        double share = (double) (yesTreated + yesControl) / (treated + control);
        double size = Math.abs(riskDifference()) - yates * step;
        double z = Math.signum(riskDifference()) * size / Math.sqrt(share * (1 - share) * step);
        double chiSquared = z * z;
        boolean defined = share > 0 && share < 1;
        double pValue = inference.alternative() == Alternative.TWO_SIDED
                ? ChiSquaredDistribution.of(1).survivalProbability(chiSquared)
                : inference.normalPValue(z);
        Estimate difference = Estimate.of("risk difference", riskDifference())
                .withStandardError(standardError())
                .withInterval(differenceInterval());
        return described("two-proportions")
                .estimate(defined ? difference.withTest(chiSquared, 1, pValue) : difference)
                .estimate(oneShare("share of treated", yesTreated, treated))
                .estimate(oneShare("share of control", yesControl, control))
                .convention("interval", interval.words() + "; of a share wilson")
                .convention("p", corrected ? "chi-squared with Yates' correction" : "chi-squared")
                .diagnostic("z", z)
                .build();
    }

    /**
     * {@return the risk ratio and the odds ratio, with intervals that are normal on the logarithmic scale} Where a cell is
     * nought, 0.5 is added to each of the four, as R's {@code metafor} does, and the convention says so.
     */
    public Effect ratios() {
        int noTreated = treated - yesTreated;
        int noControl = control - yesControl;
        boolean zero = yesTreated == 0 || yesControl == 0 || noTreated == 0 || noControl == 0;
        double added = zero ? 0.5 : 0;
        double a = yesTreated + added;
        double b = noTreated + added;
        double c = yesControl + added;
        double d = noControl + added;
        double logRisk = Math.log(a / (a + b)) - Math.log(c / (c + d));
        double riskError = Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
        double logOdds = Math.log(a) - Math.log(b) - Math.log(c) + Math.log(d);
        double oddsError = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
        return described("risk-and-odds-ratio")
                .estimate(ratio("risk ratio", logRisk, riskError))
                .estimate(ratio("odds ratio", logOdds, oddsError))
                .convention("interval", "normal on the logarithmic scale")
                .convention("zero cells", zero ? "0.5 added to each cell" : "none")
                .convention("p", "normal on the logarithmic scale, against 1")
                .build();
    }

    /**
     * {@return how many people are to be treated for one more, or one fewer, of whom it is so: one over the difference}
     * The headline is on the side where the difference lies. Where the difference's interval holds nought, both sides are
     * possible, and each has an interval without an upper end: a number needed has no value at nought (Altman 1998,
     * doi:10.1136/bmj.317.7168.1309). Where the difference is nought it is infinite.
     */
    public Effect numberNeeded() {
        double difference = riskDifference();
        Inference both = inference.withAlternative(Alternative.TWO_SIDED);
        Interval range = with(both).differenceInterval();
        boolean more = difference >= 0;
        Effect.Builder effect = described("number-needed")
                .estimate(needed(more, 1 / Math.abs(difference), range))
                .convention("interval", "one over the ends of the difference's, two-sided " + interval.words());
        if (range.contains(0)) {
            effect.estimate(needed(!more, Double.NaN, range))
                    .assumes("The difference may be nought: then no number of people treated changes anything.");
        }
        return effect.diagnostic("risk difference", difference).build();
    }

    /**
     * {@return the conditional odds ratio by Fisher's exact test, as R's {@code fisher.test}} The estimate is the odds
     * ratio under which the table is the one to expect given its margins; it is not the odds ratio of the four cells. It
     * is nought or infinite where the table is an extreme one. A two-sided p value is the chance of all tables that are no
     * likelier. Estimate and interval are solved as far as doubles go.
     */
    public Effect fisher() {
        ConditionalOdds odds = new ConditionalOdds(yesTreated, treated - yesTreated, yesControl, control - yesControl);
        return described("fisher-exact")
                .estimate(Estimate.of("conditional odds ratio", odds.estimate())
                        .withTest(Double.NaN, Double.NaN, odds.pValue(inference.alternative()))
                        .withInterval(odds.interval(inference)))
                .convention("odds ratio", "conditional maximum likelihood")
                .convention("p", "exact: tables no likelier")
                .convention("interval", "exact, tail method")
                .build();
    }

    private int[] counts() {
        return new int[] {yesTreated, treated, yesControl, control};
    }

    private double riskDifference() {
        return (double) yesTreated / treated - (double) yesControl / control;
    }

    private double standardError() {
        double p1 = (double) yesTreated / treated;
        double p2 = (double) yesControl / control;
        return Math.sqrt(p1 * (1 - p1) / treated + p2 * (1 - p2) / control);
    }

    private Interval differenceInterval() {
        if (interval == DifferenceInterval.NEWCOMBE) {
            return Shares.newcombe(yesTreated, treated, yesControl, control, 0, inference);
        }
        double difference = riskDifference();
        double step = 1.0 / treated + 1.0 / control;
        double more = interval == DifferenceInterval.WALD ? 0 : Math.min(0.5 * step, Math.abs(difference));
        double reach = inference.normalReach() * standardError() + more;
        return Shares.difference(difference - reach, difference + reach, inference);
    }

    private Estimate oneShare(String term, int yes, int n) {
        return Estimate.of(term, (double) yes / n)
                .withInterval(ProportionInterval.WILSON.of(yes, n, inference.withAlternative(Alternative.TWO_SIDED)));
    }

    private Estimate ratio(String term, double log, double error) {
        double z = log / error;
        return Estimate.of(term, Math.exp(log))
                .withTest(z, Double.NaN, inference.normalPValue(z))
                .withInterval(Shares.ratio(log, error, inference));
    }

    private static Estimate needed(boolean more, double value, Interval range) {
        double nearest = more ? range.upper() : -range.lower();
        double farthest = more ? range.lower() : -range.upper();
        @Nullable
        Interval needed = nearest > 0
                ? new Interval(1 / nearest, farthest > 0 ? 1 / farthest : Double.POSITIVE_INFINITY, range.level())
                : null;
        return Estimate.of(more ? "number needed for one more" : "number needed for one fewer", value)
                .withInterval(needed);
    }

    private Effect.Builder described(String method) {
        return Effect.builder(method, (long) treated + control)
                .group("treated", treated)
                .group("control", control)
                .convention("difference", "treated less control, ratio treated over control")
                .diagnostic(
                        "smallest_cell",
                        Math.min(
                                Math.min(yesTreated, treated - yesTreated), Math.min(yesControl, control - yesControl)))
                .asked(inference)
                .dataHash(DataHash.of(new double[] {yesTreated, treated, yesControl, control}))
                .assumes("People are independent of each other.");
    }
}
