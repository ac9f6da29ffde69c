package london.loti.evaluation.estimate;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.compare.DifferenceInterval;
import london.loti.evaluation.compare.NullDistribution;
import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.compare.PrePost;
import london.loti.evaluation.compare.ProportionInterval;
import london.loti.evaluation.compare.TwoGroups;
import london.loti.evaluation.compare.TwoProportions;
import london.loti.evaluation.survival.CurveInterval;
import london.loti.evaluation.survival.KaplanMeier;
import london.loti.evaluation.survival.SurvivalCurves;
import london.loti.evaluation.survival.TimeToEvent;

/** Comparisons of groups, shares and times to an event. */
final class SampleExperiments {
    private static final double RATE = 0.5;
    private static final double LOWER_RATE = 0.3;
    private static final double AT = 1.5;
    private static final double UNTIL = 3;

    private SampleExperiments() {}

    static List<Experiment> asymptotic() {
        return List.of(
                Experiment.of("Welch's t", "40 and 60, spreads 1 and 3", 2, SampleExperiments::welch),
                Experiment.of("paired t", "30 pairs", 1, SampleExperiments::paired),
                Experiment.of("Hodges-Lehmann shift, normal", "40 and 50, skewed", 0.5, SampleExperiments::shift),
                Experiment.of(
                        "risk difference, Newcombe",
                        "120 and 150",
                        0.5 - 0.35,
                        chance -> shares(chance)
                                .withInterval(DifferenceInterval.NEWCOMBE)
                                .difference()
                                .headline()
                                .interval()),
                Experiment.of(
                        "risk ratio, logarithmic",
                        "120 and 150",
                        0.5 / 0.35,
                        chance -> shares(chance).ratios().estimate("risk ratio").interval()),
                Experiment.of("share, Wilson", "150", 0.3, chance -> share(chance, 150, ProportionInterval.WILSON)),
                Experiment.of(
                        "Kaplan-Meier at a time, log-log",
                        "100, a third censored",
                        StrictMath.exp(-RATE * AT),
                        chance -> curves(chance, 100, RATE)
                                .survivalAt(AT)
                                .headline()
                                .interval()),
                Experiment.of(
                        "restricted mean difference",
                        "150 and 150",
                        meanUntil(LOWER_RATE) - meanUntil(RATE),
                        chance -> curves(chance, 150, RATE, LOWER_RATE)
                                .restrictedMeans(UNTIL)
                                .headline()
                                .interval()));
    }

    /** Conservative by construction: it never holds the truth less often than it says. */
    static Experiment clopperPearson() {
        return Experiment.of(
                "share, Clopper-Pearson", "12", 0.3, chance -> share(chance, 12, ProportionInterval.CLOPPER_PEARSON));
    }

    private static @Nullable Interval welch(Chance chance) {
        return TwoGroups.of(chance.normals(40, 2, 1), chance.normals(60, 0, 3))
                .welch()
                .headline()
                .interval();
    }

    private static @Nullable Interval paired(Chance chance) {
        double[] before = chance.normals(30, 10, 2);
        double[] after = new double[before.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = before[i] + 1 + 1.5 * chance.normal();
        }
        return PrePost.of(before, after).t().headline().interval();
    }

    private static @Nullable Interval shift(Chance chance) {
        double[] treated = fill(40, () -> 0.5 + chance.exponential());
        double[] control = fill(50, chance::exponential);
        return TwoGroups.of(treated, control)
                .withDistribution(NullDistribution.NORMAL_CORRECTED)
                .mannWhitney()
                .headline()
                .interval();
    }

    private static TwoProportions shares(Chance chance) {
        return TwoProportions.of(chance.yes(120, 0.5), 120, chance.yes(150, 0.35), 150);
    }

    private static @Nullable Interval share(Chance chance, int n, ProportionInterval interval) {
        return OneProportion.of(chance.yes(n, 0.3), n)
                .withInterval(interval)
                .share()
                .headline()
                .interval();
    }

    /** Each group waits at its own rate; people are lost at any time from 1 to 6. */
    private static SurvivalCurves curves(Chance chance, int each, double... rates) {
        double[] times = new double[each * rates.length];
        int[] events = new int[times.length];
        int[] groups = new int[times.length];
        for (int i = 0; i < times.length; i++) {
            groups[i] = i / each;
            double wait = chance.exponential() / rates[groups[i]];
            double lost = 1 + 5 * chance.uniform();
            times[i] = Math.min(wait, lost);
            events[i] = wait <= lost ? 1 : 0;
        }
        return KaplanMeier.withDefaults()
                .withInterval(CurveInterval.LOG_LOG)
                .of(TimeToEvent.builder(times, events)
                        .groups(groups, List.of("a", "b").subList(0, rates.length))
                        .build());
    }

    private static double meanUntil(double rate) {
        return (1 - StrictMath.exp(-rate * UNTIL)) / rate;
    }

    private static double[] fill(int n, DoubleSupplier value) {
        return DoubleStream.generate(value).limit(n).toArray();
    }
}
