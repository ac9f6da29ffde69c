package london.loti.evaluation.compare;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;

/**
 * The shares of the same people of whom something is so before and after. A difference is after less before, and only
 * those who changed tell anything about it. Unless told otherwise the test is McNemar's with the mid-p value, which
 * Fagerland, Lydersen and Laake 2013 recommend, doi:10.1186/1471-2288-13-91, and the interval Newcombe's. Immutable and
 * thread-safe.
 */
public final class PairedProportions {
    private final int both;
    private final int lost;
    private final int gained;
    private final int neither;
    private final Inference inference;
    private final McNemarTest test;
    private final boolean wald;

    private PairedProportions(int[] counts, Inference inference, McNemarTest test, boolean wald) {
        this.both = counts[0];
        this.lost = counts[1];
        this.gained = counts[2];
        this.neither = counts[3];
        this.inference = inference;
        this.test = test;
        this.wald = wald;
    }

    /**
     * {@return a comparison of two shares of the same people}
     *
     * @param both of how many it was so before and is so after
     * @param lost of how many it was so before only
     * @param gained of how many it is so after only
     * @param neither of how many it was so neither time
     * @throws IllegalArgumentException if a count is below 0, or all are 0
     */
    public static PairedProportions of(int both, int lost, int gained, int neither) {
        int[] counts = {both, lost, gained, neither};
        for (int count : counts) {
            Screening.count("a cell", count);
        }
        if ((long) both + lost + gained + neither == 0) {
            throw new IllegalArgumentException("shares must be of at least 1 person, but all cells are 0");
        }
        return new PairedProportions(counts, Inference.usual(), McNemarTest.MID_P, false);
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1; above 0.5 for an interval that is open on a side
     */
    public PairedProportions withLevel(double level) {
        return new PairedProportions(counts(), inference.withLevel(level), test, wald);
    }

    /**
     * {@return the same with the truth asked for on a side}
     *
     * @param alternative the side; greater means that the share rose
     */
    public PairedProportions withAlternative(Alternative alternative) {
        return new PairedProportions(counts(), inference.withAlternative(alternative), test, wald);
    }

    /**
     * {@return the same with another test}
     *
     * @param newTest the test
     */
    public PairedProportions withTest(McNemarTest newTest) {
        return new PairedProportions(counts(), inference, newTest, wald);
    }

    /** {@return the same with Wald's interval of the difference, in place of Newcombe's} */
    public PairedProportions withWaldInterval() {
        return new PairedProportions(counts(), inference, test, true);
    }

    /**
     * {@return the difference between the shares with its interval and McNemar's test, and the conditional odds ratio:
     * those who gained over those who lost} The odds ratio has a normal interval on the logarithmic scale, absent where
     * nobody gained or nobody lost, and an exact one from Clopper and Pearson's interval of the share of the gained among
     * the changed. Where nobody changed there is no test and no odds ratio.
     */
    public Effect difference() {
        int n = both + lost + gained + neither;
        double change = (double) gained - lost;
        double difference = change / n;
        double error = Math.sqrt(gained + lost - change * change / n) / n;
        double reach = inference.normalReach() * error;
        Interval interval = wald
                ? Shares.difference(difference - reach, difference + reach, inference)
                : Shares.newcombe(both + gained, n, both + lost, n, correlation(), inference);
        Effect.Builder effect = Effect.builder("mcnemar", n)
                .estimate(tested(Estimate.of("risk difference", difference)
                        .withStandardError(error)
                        .withInterval(interval)));
        if (gained + lost > 0) {
            double odds = (double) gained / lost;
            effect.estimate(Estimate.of("conditional odds ratio", odds).withInterval(normalOdds()))
                    .estimate(Estimate.of("conditional odds ratio, exact", odds).withInterval(exactOdds()));
        }
        return effect.convention("difference", "after less before, odds ratio gained over lost")
                .asked(inference)
                .convention("p", test.words())
                .convention("interval", wald ? "wald" : "newcombe, paired, continuity corrected correlation")
                .diagnostic("gained", gained)
                .diagnostic("lost", lost)
                .diagnostic("smallest_cell", Arrays.stream(counts()).min().orElseThrow())
                .dataHash(DataHash.of(new double[] {both, lost, gained, neither}))
                .assumes("People are independent of each other.")
                .build();
    }

    private int[] counts() {
        return new int[] {both, lost, gained, neither};
    }

    private Estimate tested(Estimate estimate) {
        int changed = gained + lost;
        if (changed == 0) {
            return estimate;
        }
        double distance = Math.abs((double) gained - lost);
        return switch (test) {
            case CHI_SQUARED -> chiSquared(estimate, distance);
            case CHI_SQUARED_CORRECTED -> chiSquared(estimate, Math.max(0, distance - 1));
            case EXACT -> estimate.withTest(gained, Double.NaN, exact(0));
            case MID_P -> estimate.withTest(gained, Double.NaN, exact(0.5));
        };
    }

    private Estimate chiSquared(Estimate estimate, double distance) {
        double statistic = distance * distance / (gained + lost);
        double z = Math.signum(gained - lost) * Math.sqrt(statistic);
        double pValue = inference.alternative() == Alternative.TWO_SIDED
                ? ChiSquaredDistribution.of(1).survivalProbability(statistic)
                : inference.normalPValue(z);
        return estimate.withTest(statistic, 1, pValue);
    }

    /** With a share of the chance of what was seen left out. */
    private double exact(double leftOut) {
        BinomialDistribution coin = BinomialDistribution.of(gained + lost, 0.5);
        double less = coin.probability(gained) * leftOut;
        double atLeast = coin.survivalProbability(gained - 1) - less;
        double atMost = coin.cumulativeProbability(gained) - less;
        return switch (inference.alternative()) {
            case GREATER -> atLeast;
            case LESS -> atMost;
            case TWO_SIDED -> Math.min(1, 2 * Math.min(atLeast, atMost));
        };
    }

    private @Nullable Interval normalOdds() {
        return gained == 0 || lost == 0
                ? null
                : Shares.ratio(Math.log((double) gained / lost), Math.sqrt(1.0 / gained + 1.0 / lost), inference);
    }

    private Interval exactOdds() {
        Interval share = ProportionInterval.CLOPPER_PEARSON.of(gained, gained + lost, inference);
        return new Interval(
                share.lower() / (1 - share.lower()), share.upper() / (1 - share.upper()), inference.level());
    }

    /** Of the answers before and after, drawn towards nought where it is above, as Newcombe's method 10 asks. */
    private double correlation() {
        double n = (double) both + lost + gained + neither;
        double margins = Math.sqrt((both + lost) * (double) (gained + neither))
                * Math.sqrt((both + gained) * (double) (lost + neither));
        double product = (double) both * neither - (double) lost * gained;
        if (margins == 0) {
            return 0;
        }
        return (product > 0 ? Math.max(0, product - n / 2) : product) / margins;
    }
}
