package london.loti.evaluation.missing;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;

/**
 * Between what values the effect on those who would stay in either group must lie, where one group lost more than the
 * other. The group that lost less is trimmed at either end by the share that the other lost more: Lee 2009,
 * doi:10.1111/j.1467-937X.2009.00536.x. It holds where allocation was random and the treatment moves everybody's staying
 * the same way.
 */
public final class LeeBounds {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] outcome;
    private final boolean[] treated;
    private final Trimming trimming;
    private final double level;

    private LeeBounds(double[] outcome, boolean[] treated, Trimming trimming, double level) {
        this.outcome = outcome;
        this.treated = treated;
        this.trimming = trimming;
        this.level = level;
    }

    /** How many known outcomes are trimmed where the share gives no whole number. Ties do not matter to either. */
    public enum Trimming {
        /** The nearest whole number, halves to the even one. */
        NEAREST,
        /** The last one with a part of its weight, so that exactly the share is trimmed. */
        FRACTIONAL
    }

    /**
     * {@return a calculator that trims to the nearest whole number, at the level 0.95}
     *
     * @param outcome an outcome for everybody who began; {@code NaN} for those who left
     * @param treated whether a person was allocated to the treated group, as many
     * @throws IllegalArgumentException if the lengths differ
     */
    public static LeeBounds of(double[] outcome, boolean[] treated) {
        if (outcome.length != treated.length) {
            throw new IllegalArgumentException(
                    "outcome and treated must be as long, but were " + outcome.length + " and " + treated.length);
        }
        return new LeeBounds(outcome.clone(), treated.clone(), Trimming.NEAREST, Interval.USUAL_LEVEL);
    }

    /**
     * {@return the same with another trimming}
     *
     * @param newTrimming how many are trimmed
     */
    public LeeBounds withTrimming(Trimming newTrimming) {
        return new LeeBounds(outcome, treated, newTrimming, level);
    }

    /**
     * {@return the same with another level of the interval}
     *
     * @param newLevel above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public LeeBounds withLevel(double newLevel) {
        return new LeeBounds(outcome, treated, trimming, Interval.requireLevel(newLevel));
    }

    /**
     * {@return the {@code lower bound} and {@code upper bound} of treated less untreated, with Lee's analytic standard
     * errors; the {@code naive} difference of those who stayed; and the {@code effect}, the middle of the bounds, which
     * stands for nothing itself, with the interval of Imbens and Manski 2004 that holds the effect with the level}
     *
     * @throws london.loti.model.finding.FindingsException if a group has fewer than two known outcomes, or an outcome is
     *     infinite
     */
    public Effect bounds() {
        Arm first = Arm.of(outcome, treated, true, "treated");
        Arm second = Arm.of(outcome, treated, false, "untreated");
        boolean trimsTreated = first.retained() >= second.retained();
        Arm trimmed = trimsTreated ? first : second;
        Arm whole = trimsTreated ? second : first;
        double share = (trimmed.retained() - whole.retained()) / trimmed.retained();
        double count = trimming == Trimming.NEAREST ? Math.rint(share * trimmed.size()) : share * trimmed.size();
        if (trimmed.size() - count < 2) {
            throw Arm.problem(
                    StudyProblem.TOO_FEW,
                    "two people or more must be left when the group that stayed is trimmed, but fewer are"
                            + "\nMaybe so many of the other group left that no bound says anything.");
        }
        Side high = Side.of(trimmed.known(), count);
        Side low = Side.of(negated(trimmed.known()), count).negated();
        double sign = trimsTreated ? 1 : -1;
        Estimate fromHigh = bound(trimmed, whole, share, high, sign);
        Estimate fromLow = bound(trimmed, whole, share, low, sign);
        Estimate lower = (trimsTreated ? fromLow : fromHigh).as("lower bound");
        Estimate upper = (trimsTreated ? fromHigh : fromLow).as("upper bound");
        return Effect.builder("lee-bounds", outcome.length)
                .dataHash(DataHash.start().add(outcome).add(treatedNumbers()).finish())
                .group("treated", first.began())
                .group("untreated", second.began())
                .convention("trimming", trimming == Trimming.NEAREST ? "nearest whole number" : "fractional")
                .convention("trimmed group", trimsTreated ? "treated" : "untreated")
                .convention("interval", "Imbens and Manski")
                .estimate(lower)
                .estimate(upper)
                .estimate(Estimate.of("effect", (lower.value() + upper.value()) / 2)
                        .withInterval(around(lower, upper)))
                .estimate(Estimate.of("naive", first.mean() - second.mean()))
                .diagnostic("share trimmed", share)
                .diagnostic("number trimmed", count)
                .assumes("Allocation was random.")
                .assumes("The treatment makes nobody leave who would have stayed, or nobody stay who would have left.")
                .build();
    }

    private double[] treatedNumbers() {
        double[] numbers = new double[treated.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = treated[i] ? 1 : 0;
        }
        return numbers;
    }

    private static double[] negated(double[] rising) {
        double[] turned = new double[rising.length];
        for (int i = 0; i < rising.length; i++) {
            turned[i] = -rising[rising.length - 1 - i];
        }
        return turned;
    }

    /** What is left where the least are trimmed. */
    private record Side(double mean, double variance, double threshold) {
        static Side of(double[] rising, double count) {
            int whole = (int) Math.floor(count);
            double part = count - whole;
            double[] kept = Arrays.copyOfRange(rising, whole, rising.length);
            double weight = kept.length - part;
            double mean = (Sums.sum(kept) - part * kept[0]) / weight;
            double[] squares =
                    Arrays.stream(kept).map(v -> (v - mean) * (v - mean)).toArray();
            double sum = Sums.sum(squares) - part * squares[0];
            return new Side(mean, weight > 1 ? sum / (weight - 1) : 0, kept[0]);
        }

        Side negated() {
            return new Side(-mean, variance, -threshold);
        }
    }

    private static Estimate bound(Arm trimmed, Arm whole, double share, Side side, double sign) {
        double kept = trimmed.size() * (1 - share);
        double distance = side.threshold() - side.mean();
        double ratio = 1 - share;
        double ofShare =
                ratio * ratio * ((1 - trimmed.retained()) / trimmed.size() + (1 - whole.retained()) / whole.size());
        double variance = side.variance() / kept
                + distance * distance * share / kept
                + distance * distance / (ratio * ratio) * ofShare
                + whole.variance() / whole.size();
        return Estimate.of("bound", sign * (side.mean() - whole.mean())).withStandardError(Math.sqrt(variance));
    }

    /** The reach c with Φ(c + width / larger error) − Φ(−c) = level. */
    private Interval around(Estimate lower, Estimate upper) {
        double larger = Math.max(lower.standardError(), upper.standardError());
        double width = larger > 0 ? (upper.value() - lower.value()) / larger : 0;
        double from = 0;
        double to = NORMAL.inverseCumulativeProbability((1 + level) / 2);
        for (int i = 0; i < 100; i++) {
            double middle = (from + to) / 2;
            if (NORMAL.cumulativeProbability(middle + width) - NORMAL.cumulativeProbability(-middle) < level) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return new Interval(
                lower.value() - to * lower.standardError(), upper.value() + to * upper.standardError(), level);
    }
}
