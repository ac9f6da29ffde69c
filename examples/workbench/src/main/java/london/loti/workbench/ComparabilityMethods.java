package london.loti.workbench;

import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.balance.CoarsenedExactMatching;
import london.loti.evaluation.balance.Comparison;
import london.loti.evaluation.balance.DoublyRobust;
import london.loti.evaluation.balance.EntropyBalancing;
import london.loti.evaluation.balance.Estimand;
import london.loti.evaluation.balance.GroupWeights;
import london.loti.evaluation.balance.InverseProbability;
import london.loti.evaluation.balance.Matching;
import london.loti.evaluation.balance.Matching.Neighbour;
import london.loti.evaluation.balance.PropensityScore;
import london.loti.evaluation.balance.Subclassification;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.missing.Attrition;
import london.loti.evaluation.missing.LeeBounds;
import london.loti.evaluation.missing.LittleTest;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;

/** Methods that make groups comparable, or ask who left. */
final class ComparabilityMethods {
    private ComparabilityMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "attrition",
                        "Who left, and how far that could move the result.",
                        List.of(
                                "",
                                "Needs --outcome (a missing one has left) and --group.",
                                "Conventions: estimate=difference|baseline|lee-bounds|little; treated=LABEL;"
                                        + " baseline=COLUMN; trimming=nearest|fractional. Little's test takes --covariates"
                                        + " instead; unbiased=no|yes."),
                        ComparabilityMethods::attrition),
                new EvaluationMethod(
                        "match",
                        "The effect on the treated, each compared with those most like them.",
                        List.of(
                                "",
                                "Needs --outcome, --group and --covariates.",
                                "Conventions: method=nearest|mahalanobis|coarsened-exact|subclasses; ratio=1;"
                                        + " replacement=no|yes; caliper=DEVIATIONS; neighbour=nearest|next-below (as"
                                        + " MatchIt 4.5.1); classes=6; treated=LABEL; reference.COLUMN=LABEL; null=0."),
                        ComparabilityMethods::match),
                new EvaluationMethod(
                        "weights",
                        "The effect with people weighted until the groups are alike.",
                        List.of(
                                "",
                                "Needs --outcome, --group and --covariates.",
                                "Conventions: method=inverse-probability|entropy-balancing|doubly-robust|horvitz-thompson;"
                                        + " estimand=ate|att|ato; errors=known|fitted (inverse probability: whether errors know"
                                        + " that the scores were fitted); trimming=SHARE; truncation=SHARE; treated=LABEL;"
                                        + " reference.COLUMN=LABEL; null=0."),
                        ComparabilityMethods::weights));
    }

    private static StudyTable table(StudyInput input) {
        if (input.covariates().isEmpty()) {
            throw new IllegalArgumentException("this method needs --covariates");
        }
        return input.table(StudyReader.create()
                .numbers(input.outcome())
                .either(input.group())
                .either(input.covariates().toArray(String[]::new)));
    }

    private static Comparison comparison(StudyInput input, StudyTable table) {
        return Comparison.of(treated(input, table), ModelMethods.design(input, table, input.covariates(), true));
    }

    private static double[] treated(StudyInput input, StudyTable table) {
        TwoValues groups = input.groups(table);
        return IntStream.range(0, groups.size())
                .mapToDouble(row -> groups.flag(row) < 0 ? Double.NaN : groups.flag(row))
                .toArray();
    }

    private static Effect match(StudyInput input) {
        StudyTable table = table(input);
        Comparison comparison = comparison(input, table);
        String method = input.choice("method", "nearest", "mahalanobis", "coarsened-exact", "subclasses");
        GroupWeights weights = switch (method) {
            case "coarsened-exact" -> CoarsenedExactMatching.of(comparison).weights();
            case "subclasses" ->
                Subclassification.of(PropensityScore.fit(comparison))
                        .withClasses(input.whole("classes", 6))
                        .weights();
            default ->
                pairs(
                        input,
                        method.equals("nearest")
                                ? Matching.nearest(PropensityScore.fit(comparison))
                                : Matching.mahalanobis(comparison));
        };
        return told(input, weights, table);
    }

    private static GroupWeights pairs(StudyInput input, Matching matching) {
        Matching chosen = matching.withRatio(input.whole("ratio", 1))
                .withNeighbour(input.choice("neighbour", Neighbour.class, Neighbour.NEAREST));
        chosen = input.flag("replacement") ? chosen.withReplacement() : chosen;
        double caliper = input.number("caliper", Double.NaN);
        return (Double.isNaN(caliper) ? chosen : chosen.withCaliper(caliper))
                .match()
                .weights();
    }

    private static Effect told(StudyInput input, GroupWeights weights, StudyTable table) {
        input.warn(weights.findings());
        return weights.effect(table.numbers(input.outcome()), input.inference());
    }

    private static Effect weights(StudyInput input) {
        StudyTable table = table(input);
        Comparison comparison = comparison(input, table);
        String method =
                input.choice("method", "inverse-probability", "entropy-balancing", "doubly-robust", "horvitz-thompson");
        if (method.equals("entropy-balancing")) {
            return told(input, EntropyBalancing.of(comparison).weights(), table);
        }
        PropensityScore score = PropensityScore.fit(comparison);
        Estimand estimand = input.choice("estimand", Estimand.class, Estimand.ATE);
        double[] outcome = table.numbers(input.outcome());
        if (method.equals("doubly-robust")) {
            input.warn(score.findings());
            DoublyRobust robust = DoublyRobust.of(score).withInference(input.inference());
            return switch (estimand) {
                case ATE -> robust.ate(outcome);
                case ATT -> robust.att(outcome);
                case ATO ->
                    throw new IllegalArgumentException(
                            "--convention estimand must be ate or att for doubly robust weights");
            };
        }
        InverseProbability inverse = InverseProbability.of(score).withEstimand(estimand);
        double trimming = input.number("trimming", Double.NaN);
        double truncation = input.number("truncation", Double.NaN);
        inverse = Double.isNaN(trimming) ? inverse : inverse.withTrimming(trimming);
        inverse = Double.isNaN(truncation) ? inverse : inverse.withTruncation(truncation);
        if (method.equals("horvitz-thompson")) {
            return inverse.horvitzThompson(outcome, input.inference());
        }
        if (input.choice("errors", "known", "fitted").equals("fitted")) {
            input.warn(inverse.weights().findings());
            return inverse.effectOfFittedScores(outcome, input.inference());
        }
        return told(input, inverse.weights(), table);
    }

    private static Effect attrition(StudyInput input) {
        String estimate = input.choice("estimate", "difference", "baseline", "lee-bounds", "little");
        if (estimate.equals("little")) {
            StudyTable table =
                    input.table(StudyReader.create().numbers(input.covariates().toArray(String[]::new)));
            LittleTest test = LittleTest.of(
                    input.covariates().stream().map(table::numbers).toArray(double[][]::new));
            return (input.flag("unbiased") ? test.unbiased() : test).test();
        }
        StudyReader reader = StudyReader.create().numbers(input.outcome()).either(input.group());
        String baseline = estimate.equals("baseline") ? input.text("baseline") : null;
        if (baseline == null && estimate.equals("baseline")) {
            throw new IllegalArgumentException("this estimate needs --convention baseline=COLUMN");
        }
        StudyTable table = input.table(baseline == null ? reader : reader.numbers(baseline));
        double[] treated = treated(input, table);
        double[] outcome = table.numbers(input.outcome());
        int[] rows = IntStream.range(0, treated.length)
                .filter(row -> !Double.isNaN(treated[row]))
                .toArray();
        boolean[] isTreated = new boolean[rows.length];
        boolean[] stayed = new boolean[rows.length];
        double[] seen = new double[rows.length];
        double[] first = new double[rows.length];
        double[] baselines = baseline == null ? outcome : table.numbers(baseline);
        for (int i = 0; i < rows.length; i++) {
            isTreated[i] = treated[rows[i]] == 1;
            seen[i] = outcome[rows[i]];
            stayed[i] = !Double.isNaN(seen[i]);
            first[i] = baselines[rows[i]];
        }
        if (estimate.equals("lee-bounds")) {
            return LeeBounds.of(seen, isTreated)
                    .withTrimming(input.choice("trimming", LeeBounds.Trimming.class, LeeBounds.Trimming.NEAREST))
                    .withLevel(input.level())
                    .bounds();
        }
        Attrition attrition = Attrition.of(isTreated, stayed);
        return estimate.equals("difference")
                ? attrition
                        .withInference(Inference.usual().withLevel(input.level()))
                        .effect()
                : attrition.withInference(input.inference()).baselineDifference(first);
    }
}
