package london.loti.evaluation.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * An XmR chart (individual values and moving range) by the rules of the NHS' Making Data Count.
 *
 * <pre>{@code
 * XmrResult chart = XmrChart.withDefaults().withImprovement(Improvement.DECREASE).withTarget(14).of(dates, waits);
 * }</pre>
 *
 * <p><b>Limits:</b> mean ± 2.66 times the mean moving range; near limits two thirds of that. Moving ranges of 3.267 times
 * their mean or more are dropped and the mean taken again, once, as {@code NHSRplotthedots::ptd_spc} does; the NHS' Excel
 * tool does not, see {@link #excelCompatible()}. <b>Rules,</b> the first that is true counts: outside the limits; seven
 * points rising or falling; two of three near one limit with all three on its side of the mean; seven points on one side
 * of the mean. A point on the mean breaks a run. Rules and limits begin afresh at a rebase. The one difference to the
 * package: where a trend begins right after another, the last point of the earlier one keeps its direction.
 * <b>Limits of use:</b> below {@value #TRIAL} points the limits are on trial (a warning); the rules find signs, and can't
 * say what the cause was. Immutable and thread-safe. Source: nhs-r-community/NHSRplotthedots 0.2.2.
 */
public final class XmrChart {
    /** With fewer points than this the limits of a phase are on trial. */
    public static final int TRIAL = 12;

    private static final String SOURCE = "chart";

    private final boolean screened;
    private final Improvement improvement;
    private final @Nullable Double target;
    private final int fixAfter;
    private final List<LocalDate> rebaseDates;
    private final List<Integer> rebasePositions;

    private XmrChart(
            boolean screened,
            Improvement improvement,
            @Nullable Double target,
            int fixAfter,
            List<LocalDate> rebaseDates,
            List<Integer> rebasePositions) {
        this.screened = screened;
        this.improvement = improvement;
        this.target = target;
        this.fixAfter = fixAfter;
        this.rebaseDates = rebaseDates;
        this.rebasePositions = rebasePositions;
    }

    /** {@return a chart where more is better, outliers are screened, and limits are from all points; no target} */
    public static XmrChart withDefaults() {
        return new XmrChart(true, Improvement.INCREASE, null, Integer.MAX_VALUE, List.of(), List.of());
    }

    /** {@return the same without the screen of outliers, as the NHS' Excel tool reckons limits} */
    public XmrChart excelCompatible() {
        return new XmrChart(false, improvement, target, fixAfter, rebaseDates, rebasePositions);
    }

    /**
     * {@return the same with another direction}
     *
     * @param newImprovement in which direction the figure gets better
     */
    public XmrChart withImprovement(Improvement newImprovement) {
        return new XmrChart(screened, newImprovement, target, fixAfter, rebaseDates, rebasePositions);
    }

    /**
     * {@return the same with a target}
     *
     * @param newTarget the target, in the unit of the values
     * @throws IllegalArgumentException if it is not a finite number
     */
    public XmrChart withTarget(double newTarget) {
        if (!Double.isFinite(newTarget)) {
            throw new IllegalArgumentException("a target must be a number, but was " + newTarget);
        }
        return new XmrChart(screened, improvement, newTarget, fixAfter, rebaseDates, rebasePositions);
    }

    /**
     * {@return the same with limits from the first points of each phase only}
     *
     * @param points how many, 2 or more
     * @throws IllegalArgumentException if they are fewer
     */
    public XmrChart withFixAfter(int points) {
        if (points < SeriesCheck.FEWEST) {
            throw new IllegalArgumentException("limits must be fixed after 2 points or more, but were after " + points);
        }
        return new XmrChart(screened, improvement, target, points, rebaseDates, rebasePositions);
    }

    /**
     * {@return the same with limits that begin afresh at these dates, beside those set before}
     *
     * @param dates dates of points, each the first of a phase
     */
    public XmrChart withRebaseAt(LocalDate... dates) {
        List<LocalDate> all = new ArrayList<>(rebaseDates);
        all.addAll(Arrays.asList(dates));
        return new XmrChart(screened, improvement, target, fixAfter, List.copyOf(all), rebasePositions);
    }

    /**
     * {@return the same with limits that begin afresh at these points, beside those set before}
     *
     * @param positions positions of points, counted from 0, each the first of a phase
     */
    public XmrChart withRebaseAt(int... positions) {
        List<Integer> all = new ArrayList<>(rebasePositions);
        Arrays.stream(positions).forEach(all::add);
        return new XmrChart(screened, improvement, target, fixAfter, rebaseDates, List.copyOf(all));
    }

    /**
     * {@return the chart of a series}
     *
     * @param dates when each value was taken, rising
     * @param values the figures, one a date
     * @throws IllegalArgumentException if there are not as many values as dates
     * @throws london.loti.model.finding.FindingsException with every date that does not rise, every value that is no
     *     finite number, every rebase without a point, fewer than 2 points, or a phase of one point
     */
    public XmrResult of(List<LocalDate> dates, double[] values) {
        SeriesCheck.requireSameLength("dates", dates.size(), "values", values.length);
        SeriesCheck check = new SeriesCheck(SOURCE);
        check.dates(dates);
        check.finite("value", values);
        int[] starts = starts(dates, check);
        check.orElseThrow();

        List<XmrPoint> points = new ArrayList<>(values.length);
        List<Finding> warnings = new ArrayList<>();
        XmrLimits limits = new XmrLimits(Double.NaN, Double.NaN);
        for (int phase = 0; phase + 1 < starts.length; phase++) {
            double[] part = Arrays.copyOfRange(values, starts[phase], starts[phase + 1]);
            int used = Math.min(part.length, fixAfter);
            limits = XmrLimits.of(part, used, screened);
            addPoints(points, dates.subList(starts[phase], starts[phase + 1]), part, phase + 1, limits);
            if (used < TRIAL) {
                warnings.add(Finding.warning(
                        ChartProblem.TRIAL_LIMITS,
                        "limits should be from " + TRIAL + " points or more, but those of phase " + (phase + 1)
                                + " are from " + used + ": they are trial limits",
                        Where.line(SOURCE, starts[phase] + 1)));
            }
        }
        Assurance assurance = target == null || improvement == Improvement.NEUTRAL
                ? null
                : Assurance.of(target, limits.lower(), limits.upper(), improvement);
        return new XmrResult(
                points, improvement, target, assurance, warnings, effect(dates, values, points, limits, starts));
    }

    /** The position of the first point of each phase, and the number of points at the end. */
    private int[] starts(List<LocalDate> dates, SeriesCheck check) {
        TreeSet<Integer> starts = new TreeSet<>();
        for (LocalDate date : rebaseDates) {
            int position = dates.indexOf(date);
            if (position < 0) {
                check.whole(
                        ChartProblem.REBASE, "limits must begin afresh at the date of a point, but none has " + date);
            } else {
                starts.add(position);
            }
        }
        for (int position : rebasePositions) {
            if (position < 0 || position >= dates.size()) {
                check.whole(
                        ChartProblem.REBASE,
                        "limits must begin afresh at a position from 0 to " + (dates.size() - 1) + ", but one was "
                                + position);
            } else {
                starts.add(position);
            }
        }
        starts.add(0);
        starts.add(dates.size());
        int[] sorted = starts.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 1; i < sorted.length && sorted.length > 2; i++) {
            if (sorted[i] - sorted[i - 1] < SeriesCheck.FEWEST) {
                check.row(
                        ChartProblem.REBASE, sorted[i - 1], "date", "a phase must have 2 points or more, but has one");
            }
        }
        return sorted;
    }

    private void addPoints(List<XmrPoint> points, List<LocalDate> dates, double[] values, int phase, XmrLimits limits) {
        XmrRules rules = new XmrRules(values, limits);
        for (int i = 0; i < values.length; i++) {
            SpecialCause cause = rules.cause(i);
            points.add(new XmrPoint(
                    dates.get(i),
                    values[i],
                    phase,
                    limits.mean(),
                    limits.lower(),
                    limits.upper(),
                    limits.nearLower(),
                    limits.nearUpper(),
                    cause,
                    PointType.of(cause, improvement)));
        }
    }

    private Effect effect(
            List<LocalDate> dates, double[] values, List<XmrPoint> points, XmrLimits limits, int[] starts) {
        double[] days =
                dates.stream().mapToDouble(date -> (double) date.toEpochDay()).toArray();
        Effect.Builder effect = Effect.builder("xmr", values.length)
                .convention("limits", "mean +- 2.66 mean moving range")
                .convention("near limits", "2/3")
                .convention("screen outliers", screened ? "3.267" : "none")
                .convention("fix after points", fixAfter == Integer.MAX_VALUE ? "all" : Integer.toString(fixAfter))
                .convention("improvement", improvement.name().toLowerCase(Locale.ROOT))
                .dataHash(DataHash.of(days, values))
                .estimate(Estimate.of("mean", limits.mean()))
                .estimate(Estimate.of("lower limit", limits.lower()))
                .estimate(Estimate.of("upper limit", limits.upper()))
                .diagnostic("phases", starts.length - 1)
                .diagnostic("mean moving range", limits.movingRange())
                .diagnostic("special causes", (double) points.stream()
                        .filter(p -> p.cause() != SpecialCause.NONE)
                        .count())
                .assumes("The figures are taken at even distances and do not depend on the ones before them.");
        if (target != null) {
            effect.convention("target", Double.toString(target));
        }
        if (starts.length > 2) {
            effect.convention(
                            "rebased at",
                            Arrays.stream(starts, 1, starts.length - 1)
                                    .mapToObj(start -> dates.get(start).toString())
                                    .collect(Collectors.joining(", ")))
                    .convention("limits of", "the last phase");
        }
        return effect.build();
    }
}
