package london.loti.workbench;

import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.compare.DifferenceInterval;
import london.loti.evaluation.compare.McNemarTest;
import london.loti.evaluation.compare.NullDistribution;
import london.loti.evaluation.compare.OneProportion;
import london.loti.evaluation.compare.PairedProportions;
import london.loti.evaluation.compare.PrePost;
import london.loti.evaluation.compare.ProportionInterval;
import london.loti.evaluation.compare.SeveralGroups;
import london.loti.evaluation.compare.TwoGroups;
import london.loti.evaluation.compare.TwoProportions;
import london.loti.evaluation.compare.Zeros;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;

/** Methods that compare people before and after, or people of two groups and more. */
final class GroupMethods {
    private static final int DRAWS = 10_000;

    private GroupMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "effect-size",
                        "How large a difference is in standard deviations, each kind by its name.",
                        List.of("", "Two groups: --outcome and --group. " + Pairs.USAGE, "Conventions: treated=LABEL."),
                        GroupMethods::effectSize),
                new EvaluationMethod(
                        "pre-post",
                        "Did the same people change?",
                        List.of(
                                "",
                                Pairs.USAGE,
                                "Conventions: test=t|wilcoxon|permutation|equivalence|regression-to-the-mean;"
                                        + " zeros=pratt|wilcoxon; distribution=best|exact|normal|normal-corrected; low, high"
                                        + " (equivalence); cutoff, reliability, mean, deviation (regression to the mean);"
                                        + " draws=10000; null=0."),
                        GroupMethods::prePost),
                new EvaluationMethod(
                        "proportions",
                        "Shares: of one group, of two, or of the same people before and after.",
                        List.of(
                                "",
                                "--outcome has two values (yes=VALUE names the one that counts). With --group: two groups."
                                        + " With --id and --time, or before=COLUMN: the same people.",
                                "Conventions: one group: interval=wilson|wald|wilson-corrected|clopper-pearson|agresti-coull|"
                                        + "jeffreys; share=VALUE for an exact test. Two: measure=difference|ratios|"
                                        + "number-needed|fisher; interval=newcombe|wald|wald-corrected;"
                                        + " correction=no|yes; treated=LABEL. Before and after: test=mid-p|exact|"
                                        + "chi-squared|chi-squared-corrected; interval=newcombe|wald."),
                        GroupMethods::proportions),
                new EvaluationMethod(
                        "two-groups",
                        "Do two groups differ, or several?",
                        List.of(
                                "",
                                "Needs --outcome and --group.",
                                "Conventions: test=welch|pooled|mann-whitney|permutation|equivalence; for several groups"
                                        + " test=anova|welch-anova|kruskal-wallis; treated=LABEL;"
                                        + " distribution=best|exact|normal|normal-corrected; low, high (equivalence);"
                                        + " draws=10000; null=0."),
                        GroupMethods::twoGroups));
    }

    private static Effect prePost(StudyInput input) {
        Pairs pairs = Pairs.of(input, true);
        PrePost design = PrePost.of(pairs.before(), pairs.after()).withLevel(input.level());
        String test = input.choice("test", "t", "wilcoxon", "permutation", "equivalence", "regression-to-the-mean");
        if (!test.equals("equivalence")) {
            design = design.withAlternative(input.alternative()).against(input.number("null", 0));
        }
        return switch (test) {
            case "wilcoxon" ->
                design.withZeros(input.choice("zeros", Zeros.class, Zeros.PRATT))
                        .withDistribution(input.choice("distribution", NullDistribution.class, NullDistribution.BEST))
                        .wilcoxon();
            case "permutation" ->
                design.withSeed(input.seed())
                        .withDraws(input.whole("draws", DRAWS))
                        .permutation();
            case "equivalence" -> design.equivalence(input.required("low"), input.required("high"));
            case "regression-to-the-mean" ->
                design.regressionToTheMean(
                        input.required("cutoff"),
                        input.required("reliability"),
                        input.required("mean"),
                        input.required("deviation"));
            default -> design.t();
        };
    }

    private static StudyTable grouped(StudyInput input) {
        return input.table(StudyReader.create().numbers(input.outcome()).categories(input.group()));
    }

    private static TwoGroups two(StudyInput input, StudyTable table) {
        TwoValues groups = input.groups(table);
        return TwoGroups.of(table.numbers(input.outcome()), table.categories(input.group()), groups.one())
                .withLevel(input.level());
    }

    private static Effect twoGroups(StudyInput input) {
        StudyTable table = grouped(input);
        String test = input.choice(
                "test",
                "welch",
                "pooled",
                "mann-whitney",
                "permutation",
                "equivalence",
                "anova",
                "welch-anova",
                "kruskal-wallis");
        if (List.of("anova", "welch-anova", "kruskal-wallis").contains(test)) {
            SeveralGroups several = SeveralGroups.of(table.numbers(input.outcome()), table.categories(input.group()));
            return switch (test) {
                case "anova" -> several.anova();
                case "welch-anova" -> several.welch();
                default -> several.kruskalWallis();
            };
        }
        TwoGroups design = two(input, table);
        if (!test.equals("equivalence")) {
            design = design.withAlternative(input.alternative()).against(input.number("null", 0));
        }
        return switch (test) {
            case "pooled" -> design.pooled();
            case "mann-whitney" ->
                design.withDistribution(input.choice("distribution", NullDistribution.class, NullDistribution.BEST))
                        .mannWhitney();
            case "permutation" ->
                design.withSeed(input.seed())
                        .withDraws(input.whole("draws", DRAWS))
                        .permutation();
            case "equivalence" -> design.equivalence(input.required("low"), input.required("high"));
            default -> design.welch();
        };
    }

    private static Effect effectSize(StudyInput input) {
        if (input.hasGroup()) {
            return two(input, grouped(input))
                    .withAlternative(input.alternative())
                    .effectSizes();
        }
        Pairs pairs = Pairs.of(input, true);
        return PrePost.of(pairs.before(), pairs.after())
                .withLevel(input.level())
                .withAlternative(input.alternative())
                .effectSizes();
    }

    private static Effect proportions(StudyInput input) {
        if (input.hasGroup()) {
            return twoProportions(input);
        }
        if (input.hasId() || input.text("before") != null) {
            int[] counts = Pairs.of(input, false).yesAndNo(input);
            PairedProportions paired = PairedProportions.of(counts[0], counts[1], counts[2], counts[3])
                    .withLevel(input.level())
                    .withAlternative(input.alternative())
                    .withTest(input.choice("test", McNemarTest.class, McNemarTest.MID_P));
            return (input.choice("interval", "newcombe", "wald").equals("wald") ? paired.withWaldInterval() : paired)
                    .difference();
        }
        StudyTable table = input.table(StudyReader.create().either(input.outcome()));
        TwoValues said = TwoValues.answers(table, input.outcome(), input.text("yes"));
        int yes = (int) IntStream.range(0, said.size())
                .filter(row -> said.flag(row) == 1)
                .count();
        int all = (int) IntStream.range(0, said.size())
                .filter(row -> said.flag(row) >= 0)
                .count();
        OneProportion share =
                OneProportion.of(yes, all).withLevel(input.level()).withAlternative(input.alternative());
        double underTest = input.number("share", Double.NaN);
        return Double.isNaN(underTest)
                ? share.withInterval(input.choice("interval", ProportionInterval.class, ProportionInterval.WILSON))
                        .share()
                : share.binomialTest(underTest);
    }

    private static Effect twoProportions(StudyInput input) {
        StudyTable table =
                input.table(StudyReader.create().either(input.outcome()).either(input.group()));
        TwoValues said = TwoValues.answers(table, input.outcome(), input.text("yes"));
        TwoValues groups = input.groups(table);
        int[] yes = new int[2];
        int[] all = new int[2];
        for (int row = 0; row < table.rows(); row++) {
            if (said.flag(row) >= 0 && groups.flag(row) >= 0) {
                yes[groups.flag(row)] += said.flag(row);
                all[groups.flag(row)]++;
            }
        }
        TwoProportions design =
                TwoProportions.of(yes[1], all[1], yes[0], all[0]).withLevel(input.level());
        String measure = input.choice("measure", "difference", "ratios", "number-needed", "fisher");
        if (!measure.equals("number-needed")) {
            design = design.withAlternative(input.alternative());
        }
        return switch (measure) {
            case "ratios" -> design.ratios();
            case "fisher" -> design.fisher();
            case "number-needed" -> design.withInterval(interval(input)).numberNeeded();
            default -> {
                TwoProportions asked = design.withInterval(interval(input));
                yield (input.flag("correction") ? asked.withContinuityCorrection() : asked).difference();
            }
        };
    }

    private static DifferenceInterval interval(StudyInput input) {
        return input.choice("interval", DifferenceInterval.class, DifferenceInterval.NEWCOMBE);
    }
}
