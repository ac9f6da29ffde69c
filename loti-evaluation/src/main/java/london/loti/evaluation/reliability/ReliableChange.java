package london.loti.evaluation.reliability;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.outcome.Direction;

/**
 * Reliable change: whether one person's score moved by more than the error of measurement would move it. The index is
 * {@code (after − before) / (√2 · s · √(1 − r))}, with the standard deviation before and the reliability of the score,
 * and a change counts beyond 1.96. Source: Jacobson and Truax 1991,
 * <a href="https://doi.org/10.1037/0022-006X.59.1.12">doi:10.1037/0022-006X.59.1.12</a>. Immutable.
 */
public final class ReliableChange {
    /** The critical value as published, not the quantile 1.959964. */
    private static final double CRITICAL = 1.96;

    private final double sd;
    private final double reliability;
    private final Direction direction;
    private final double critical;
    private final @Nullable Double cutoff;
    private final double level;

    private ReliableChange(
            double sd,
            double reliability,
            Direction direction,
            double critical,
            @Nullable Double cutoff,
            double level) {
        this.sd = sd;
        this.reliability = reliability;
        this.direction = direction;
        this.critical = critical;
        this.cutoff = cutoff;
        this.level = level;
    }

    /**
     * {@return reliable change of a score, beyond 1.96 and without a cut-off}
     *
     * @param sd the standard deviation of the score before, above 0
     * @param reliability the reliability of the score, from 0 to below 1: of a test again, or alpha
     * @param direction which way the score gets better
     * @throws IllegalArgumentException if a number is out of its range, or the score has no better side
     */
    public static ReliableChange of(double sd, double reliability, Direction direction) {
        if (!(sd > 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException("a standard deviation must be above 0, but was " + sd);
        }
        if (!(reliability >= 0 && reliability < 1)) {
            throw new IllegalArgumentException("a reliability must be from 0 to below 1, but was " + reliability);
        }
        if (direction == Direction.NEITHER) {
            throw new IllegalArgumentException("a score must have a better side, but has none");
        }
        return new ReliableChange(sd, reliability, direction, CRITICAL, null, Interval.USUAL_LEVEL);
    }

    /**
     * {@return reliable change beyond another value of the index}
     *
     * @param newCritical the value, above 0; 1.96 as published
     * @throws IllegalArgumentException if it is not above 0
     */
    public ReliableChange withCriticalValue(double newCritical) {
        if (!(newCritical > 0)) {
            throw new IllegalArgumentException("a critical value must be above 0, but was " + newCritical);
        }
        return new ReliableChange(sd, reliability, direction, newCritical, cutoff, level);
    }

    /**
     * {@return reliable change that also asks who crossed a line}
     *
     * @param newCutoff the line between people who need help and people who do not, see {@link ClinicalCutoff}; a score
     *     on the line is not across
     * @throws IllegalArgumentException if it is not finite
     */
    public ReliableChange withCutoff(double newCutoff) {
        if (!Double.isFinite(newCutoff)) {
            throw new IllegalArgumentException("a cut-off must be finite, but was " + newCutoff);
        }
        return new ReliableChange(sd, reliability, direction, critical, newCutoff, level);
    }

    /**
     * {@return reliable change whose shares have intervals of another level}
     *
     * @param newLevel above 0 and below 1
     */
    public ReliableChange withLevel(double newLevel) {
        return new ReliableChange(sd, reliability, direction, critical, cutoff, Interval.requireLevel(newLevel));
    }

    /** {@return the standard error of one measurement, {@code s √(1 − r)}} */
    public double standardErrorOfMeasurement() {
        return sd * Math.sqrt(1 - reliability);
    }

    /** {@return the standard error of the difference of two measurements} */
    public double standardErrorOfDifference() {
        return Math.sqrt(2) * standardErrorOfMeasurement();
    }

    /** {@return the change beyond which it is reliable, in the unit of the score} */
    public double threshold() {
        return critical * standardErrorOfDifference();
    }

    /**
     * {@return the index of one person, above 0 where the score rose; {@code NaN} where a score is}
     *
     * @param before the score before
     * @param after the score after
     */
    public double index(double before, double after) {
        return (after - before) / standardErrorOfDifference();
    }

    /**
     * {@return what became of one person}
     *
     * @param before the score before
     * @param after the score after
     * @throws IllegalArgumentException if one is {@code NaN}
     */
    public PersonalChange classify(double before, double after) {
        double better = (direction == Direction.HIGHER_IS_BETTER ? 1 : -1) * index(before, after);
        if (Double.isNaN(better)) {
            throw new IllegalArgumentException("scores must be there before and after, but one is missing");
        }
        if (better < -critical) {
            return PersonalChange.DETERIORATED;
        }
        if (better <= critical) {
            return PersonalChange.UNCHANGED;
        }
        return cutoff != null && !isAcross(before, cutoff) && isAcross(after, cutoff)
                ? PersonalChange.RECOVERED
                : PersonalChange.IMPROVED;
    }

    /**
     * {@return the share of people who are {@code reliably better} (recovered or improved), and the shares of each
     * {@link PersonalChange}, with Wilson's intervals}
     *
     * @param before the scores before
     * @param after the scores after, people in the same order; people with a {@code NaN} are left out
     * @throws IllegalArgumentException if they differ in length, or nobody has both
     */
    public Effect estimate(double[] before, double[] after) {
        CompleteCases cases = CompleteCases.of("scores before and after", 1, before, after);
        List<PersonalChange> changes = IntStream.range(0, cases.n())
                .mapToObj(row -> classify(cases.column(0)[row], cases.column(1)[row]))
                .toList();
        long recovered = Collections.frequency(changes, PersonalChange.RECOVERED);
        long improved = Collections.frequency(changes, PersonalChange.IMPROVED);
        long unchanged = Collections.frequency(changes, PersonalChange.UNCHANGED);
        long deteriorated = Collections.frequency(changes, PersonalChange.DETERIORATED);
        Effect.Builder effect = Effect.builder("reliable-change", cases.n())
                .convention("alternative", "two-sided")
                .convention("cases", "complete")
                .convention("critical value", String.valueOf(critical))
                .convention("interval", "wilson")
                .dataHash(cases.hash())
                .diagnostic("rows left out", cases.leftOut())
                .diagnostic("threshold", threshold())
                .diagnostic("cut-off", cutoff == null ? Double.NaN : cutoff)
                .assumes("People are independent of each other.")
                .assumes("The reliability that was told holds for these people.")
                .assumes("Without help scores would stay as they are: there is no comparison group.")
                .estimate(share("reliably better", recovered + improved, cases.n()));
        if (cutoff != null) {
            effect.estimate(share("recovered", recovered, cases.n()));
        }
        return effect.estimate(share("improved", improved, cases.n()))
                .estimate(share("unchanged", unchanged, cases.n()))
                .estimate(share("deteriorated", deteriorated, cases.n()))
                .build();
    }

    private boolean isAcross(double score, double line) {
        return direction == Direction.HIGHER_IS_BETTER ? score > line : score < line;
    }

    private Estimate share(String term, long people, int all) {
        return OneProportion.of((int) people, all)
                .withLevel(level)
                .share()
                .headline()
                .as(term);
    }
}
