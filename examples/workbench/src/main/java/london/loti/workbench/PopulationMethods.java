package london.loti.workbench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import london.loti.evaluation.equity.ConcentrationIndex;
import london.loti.evaluation.equity.InequalityIndex;
import london.loti.evaluation.equity.SubgroupEffects;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.meta.Heterogeneity;
import london.loti.evaluation.meta.MetaAnalysis;
import london.loti.evaluation.meta.PooledError;
import london.loti.evaluation.meta.Prediction;
import london.loti.evaluation.planning.ClusterDesign;
import london.loti.evaluation.planning.DetectableEffect;
import london.loti.evaluation.planning.InterimLooks;
import london.loti.evaluation.planning.Look;
import london.loti.evaluation.planning.ProportionsPower;
import london.loti.evaluation.planning.Spending;
import london.loti.evaluation.planning.TTestPower;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.evaluation.study.TwoValues;
import london.loti.evaluation.survey.SurveyDesign;

/** Methods about whole populations, several studies, and studies that are still to be done. */
final class PopulationMethods {
    private PopulationMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "equity",
                        "Who gains, and who does not: indices of inequality, and whether the effect differs between groups.",
                        List.of(
                                "",
                                "Slope index: --outcome a group, --weights its people, rows in the order of the groups."
                                        + " Concentration: --outcome a person, position=COLUMN. Subgroups: --outcome, --group"
                                        + " (treated), --covariates (one column of groups).",
                                "Conventions: index=slope|concentration|subgroups; position=COLUMN; bounded=no|yes with"
                                        + " least, greatest; treated=LABEL; null=0."),
                        PopulationMethods::equity),
                new EvaluationMethod(
                        "meta",
                        "What several councils found, together.",
                        List.of(
                                "",
                                "Needs --outcome (an estimate a row) and error=COLUMN (its standard error).",
                                "Conventions: error=COLUMN; heterogeneity=reml|dersimonian-laird|none;"
                                        + " errors=normal|hartung-knapp|hartung-knapp-at-least-normal;"
                                        + " prediction=normal|student; estimate=pool|egger; null=0."),
                        PopulationMethods::meta),
                new EvaluationMethod(
                        "power",
                        "How many people a study needs, or what it could find. Takes no data.",
                        List.of(
                                "",
                                "Conventions: design=two-sample|paired|one-sample|proportions|detectable|looks; two of n (a group),"
                                        + " effect (in standard deviations), power; for proportions first, and second instead"
                                        + " of effect; for detectable n in all, or clusters with size and icc;"
                                        + " tails=near|both; for looks (how far out an estimate must lie to stop a study"
                                        + " that runs) at=SHARE,SHARE of the information and spending=obrien-fleming|pocock."
                                        + " --level 0.95 is a test at 0.05."),
                        PopulationMethods::power),
                new EvaluationMethod(
                        "survey",
                        "What a survey says of all people, with its weights, strata and clusters.",
                        List.of(
                                "",
                                "Needs --outcome and --weights. --cluster.",
                                "Conventions: strata=COLUMN; population=COLUMN (how many the stratum has);"
                                        + " estimate=mean|total|ratio; of=COLUMN (ratio); null=0."),
                        PopulationMethods::survey));
    }

    private static String weights(StudyInput input) {
        String weights = input.weights();
        if (weights == null) {
            throw new IllegalArgumentException("this method needs --weights");
        }
        return weights;
    }

    private static Effect equity(StudyInput input) {
        StudyReader reader = StudyReader.create().numbers(input.outcome());
        String index = input.choice("index", "slope", "concentration", "subgroups");
        if (index.equals("slope")) {
            String people = weights(input);
            StudyTable table = input.table(reader);
            return InequalityIndex.of(table.numbers(people), table.numbers(input.outcome()), input.inference());
        }
        if (index.equals("concentration")) {
            String position = input.text("position");
            if (position == null) {
                throw new IllegalArgumentException("this index needs --convention position=COLUMN");
            }
            StudyTable table = input.table(reader.numbers(position));
            ConcentrationIndex concentration = ConcentrationIndex.of(
                            table.numbers(input.outcome()), table.numbers(position))
                    .withInference(input.inference());
            return input.flag("bounded")
                    ? concentration.bounded(input.required("least"), input.required("greatest"))
                    : concentration.index();
        }
        if (input.covariates().size() != 1) {
            throw new IllegalArgumentException("subgroups need --covariates with one column");
        }
        String groups = input.covariates().get(0);
        StudyTable table = input.table(reader.either(input.group()).categories(groups));
        TwoValues treated = input.groups(table);
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> treated.flag(row) >= 0)
                .toArray();
        StudyTable kept = table.select(rows);
        boolean[] flags = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            flags[i] = treated.flag(rows[i]) == 1;
        }
        return SubgroupEffects.of(kept.numbers(input.outcome()), flags, kept.categories(groups), input.inference());
    }

    private static Effect meta(StudyInput input) {
        String error = input.text("error");
        if (error == null) {
            throw new IllegalArgumentException("this method needs --convention error=COLUMN");
        }
        StudyTable table = input.table(StudyReader.create().numbers(input.outcome(), error));
        MetaAnalysis analysis = MetaAnalysis.of(table.numbers(input.outcome()), table.numbers(error))
                .withHeterogeneity(input.choice("heterogeneity", Heterogeneity.class, Heterogeneity.REML))
                .withError(input.choice("errors", PooledError.class, PooledError.NORMAL))
                .withPrediction(input.choice("prediction", Prediction.class, Prediction.NORMAL))
                .withInference(input.inference());
        return input.choice("estimate", "pool", "egger").equals("egger") ? analysis.eggerTest() : analysis.pool();
    }

    private static Effect survey(StudyInput input) {
        String weights = weights(input);
        String strata = input.text("strata");
        String population = input.text("population");
        String estimate = input.choice("estimate", "mean", "total", "ratio");
        String of = estimate.equals("ratio") ? input.text("of") : null;
        StudyReader reader = StudyReader.create().numbers(input.outcome());
        reader = strata == null ? reader : reader.categories(strata);
        reader = population == null ? reader : reader.numbers(population);
        reader = of == null ? reader : reader.numbers(of);
        StudyTable table = input.table(reader);
        SurveyDesign design = SurveyDesign.of(table.numbers(weights)).withInference(input.inference());
        design = strata == null ? design : design.withStrata(table.categories(strata));
        String cluster = input.cluster();
        design = cluster == null ? design : design.withClusters(table.categories(cluster));
        design = population == null ? design : design.withPopulationSizes(table.numbers(population));
        double[] values = table.numbers(input.outcome());
        return switch (estimate) {
            case "total" -> design.total(values);
            case "ratio" -> {
                if (of == null) {
                    throw new IllegalArgumentException("a ratio needs --convention of=COLUMN");
                }
                yield design.ratio(values, table.numbers(of));
            }
            default -> design.mean(values);
        };
    }

    private static Effect power(StudyInput input) {
        String design =
                input.choice("design", "two-sample", "paired", "one-sample", "proportions", "detectable", "looks");
        if (design.equals("looks")) {
            return looks(input);
        }
        boolean oneSided = input.alternative() != Alternative.TWO_SIDED;
        double alpha = 1 - input.level();
        Effect.Builder result = Effect.builder("power", 0)
                .convention("design", design)
                .convention("sides", oneSided ? "one, in the direction of the effect" : "two")
                .assumes("Nobody drops out: divide by the share that is expected to stay.")
                .assumes(
                        design.equals("proportions")
                                ? "The shares are those that were told."
                                : "The outcome varies alike in all groups, and its standard deviation is the one that"
                                        + " effects are told in.");
        if (design.equals("detectable")) {
            return result.estimate(detectable(input, alpha, oneSided)).build();
        }
        double n = input.number("n", Double.NaN);
        double power = input.number("power", Double.NaN);
        boolean both = input.choice("tails", "near", "both").equals("both");
        result.convention("tails", both ? "both" : "near");
        if (design.equals("proportions")) {
            ProportionsPower test = ProportionsPower.normal().withAlpha(alpha);
            test = oneSided ? test.oneSided() : test;
            test = both ? test.countingBothTails() : test;
            double first = input.required("first");
            double second = input.number("second", Double.NaN);
            requireOneUnknown(n, second, power, "second");
            return result.estimate(
                            Double.isNaN(power)
                                    ? Estimate.of("power", test.power(n, first, second))
                                    : Double.isNaN(n)
                                            ? Estimate.of("n a group", test.units(power, first, second))
                                            : Estimate.of("second share", test.second(n, power, first)))
                    .build();
        }
        TTestPower test = switch (design) {
            case "paired" -> TTestPower.paired();
            case "one-sample" -> TTestPower.oneSample();
            default -> TTestPower.twoSample();
        };
        test = test.withAlpha(alpha);
        test = oneSided ? test.oneSided() : test;
        test = both ? test.countingBothTails() : test;
        double effect = input.number("effect", Double.NaN);
        requireOneUnknown(n, effect, power, "effect");
        return result.estimate(
                        Double.isNaN(power)
                                ? Estimate.of("power", test.power(n, effect))
                                : Double.isNaN(n)
                                        ? Estimate.of(unit(design), test.units(power, effect))
                                        : Estimate.of("detectable effect", test.effect(n, power)))
                .build();
    }

    private static Effect looks(StudyInput input) {
        Spending spending = input.choice("spending", Spending.class, Spending.OBRIEN_FLEMING);
        InterimLooks looks = InterimLooks.at(input.numbers("at"))
                .withAlpha(1 - input.level())
                .withSpending(spending);
        boolean oneSided = input.alternative() != Alternative.TWO_SIDED;
        Effect.Builder effect = Effect.builder("interim-looks", 0)
                .convention("sides", oneSided ? "one, in the direction of the effect" : "two")
                .convention("spending", spending.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .assumes("When the next look comes does not depend on what the last one showed.");
        for (Look look : (oneSided ? looks.oneSided() : looks).looks()) {
            effect.estimate(Estimate.of("bound at " + look.share(), look.bound()))
                    .diagnostic("p below, at " + look.share(), look.nominalLevel());
        }
        return effect.build();
    }

    private static String unit(String design) {
        return switch (design) {
            case "paired" -> "pairs";
            case "one-sample" -> "people";
            default -> "n a group";
        };
    }

    private static void requireOneUnknown(double n, double effect, double power, String name) {
        int unknown = (Double.isNaN(n) ? 1 : 0) + (Double.isNaN(effect) ? 1 : 0) + (Double.isNaN(power) ? 1 : 0);
        if (unknown != 1) {
            throw new IllegalArgumentException(
                    "two of n, " + name + " and power must be told with --convention, but " + (3 - unknown) + " are");
        }
    }

    private static Estimate detectable(StudyInput input, double alpha, boolean oneSided) {
        DetectableEffect detectable = DetectableEffect.withDefaults()
                .withAlpha(alpha)
                .withPower(input.number("power", 0.8))
                .withTreated(input.number("treated-share", 0.5))
                .withCovariates(
                        input.whole("covariates", 0),
                        input.number("explained", 0),
                        input.number("explained-between", 0));
        detectable = oneSided ? detectable.oneSided() : detectable;
        double clusters = input.number("clusters", Double.NaN);
        if (!Double.isNaN(clusters)) {
            ClusterDesign design =
                    new ClusterDesign(input.required("size"), input.required("icc"), input.number("cv", 0));
            return Estimate.of("detectable effect", detectable.ofClusters(clusters, design));
        }
        double n = input.number("n", Double.NaN);
        if (Double.isNaN(n)) {
            throw new IllegalArgumentException("this needs --convention n=PEOPLE, or clusters, size and icc");
        }
        return Estimate.of("detectable effect", detectable.ofPeople(n));
    }
}
