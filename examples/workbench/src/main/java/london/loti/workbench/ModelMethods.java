package london.loti.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.Regression;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.regression.StandardErrors.ClusterType;
import london.loti.evaluation.regression.StandardErrors.RobustType;
import london.loti.evaluation.reliability.CronbachAlpha;
import london.loti.evaluation.reliability.IntraclassCorrelation;
import london.loti.evaluation.reliability.KappaError;
import london.loti.evaluation.reliability.KappaWeights;
import london.loti.evaluation.reliability.WeightedKappa;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;

/** Methods that take several columns together. */
final class ModelMethods {
    private ModelMethods() {}

    static List<EvaluationMethod> all() {
        return List.of(
                new EvaluationMethod(
                        "regression",
                        "How an outcome goes with other columns, taken together.",
                        List.of(
                                "",
                                "Needs --outcome and --covariates (numbers, or categories against their first label)."
                                        + " --group is one more covariate, and the headline. --cluster, --weights.",
                                "Conventions: errors=classical|HC0|HC1|HC2|HC3|HC4|HC4M|HC5|newey-west (with --cluster:"
                                        + " CR1|CR0|CR2|two-way, and second-cluster=COLUMN); lag=N; adjusted=no|yes;"
                                        + " prewhitened=no|yes; intercept=yes|no; reference.COLUMN=LABEL; null=0."),
                        ModelMethods::regression),
                new EvaluationMethod(
                        "reliability",
                        "How far items, or raters, agree with each other.",
                        List.of(
                                "",
                                "Needs --covariates: the columns of the items or raters.",
                                "Conventions: coefficient=alpha|icc|kappa; kappa-weights=quadratic|linear|none;"
                                        + " kappa-error=fleiss-cohen-everitt|psych."),
                        ModelMethods::reliability));
    }

    /** The columns of a design: an intercept, then each named column as numbers or categories. */
    static Design design(StudyInput input, StudyTable table, List<String> columns, boolean intercept) {
        Design design = intercept ? Design.withIntercept(table.rows()) : Design.withoutIntercept();
        for (String column : columns) {
            if (table.hasNumbers(column)) {
                design = design.number(column, table.numbers(column));
            } else {
                String reference = input.text("reference." + column);
                design = reference == null
                        ? design.categories(column, table.categories(column))
                        : design.categories(column, table.categories(column), reference);
            }
        }
        return design;
    }

    private static Effect regression(StudyInput input) {
        List<String> columns = new ArrayList<>();
        if (input.hasGroup()) {
            columns.add(input.group());
        }
        columns.addAll(input.covariates());
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("this method needs --covariates");
        }
        String second = input.cluster() == null ? null : input.text("second-cluster");
        StudyReader reader = StudyReader.create().numbers(input.outcome()).either(columns.toArray(String[]::new));
        StudyTable table = input.table(second == null ? reader : reader.categories(second));
        Regression regression = Regression.of(
                        design(
                                input,
                                table,
                                columns,
                                input.choice("intercept", "yes", "no").equals("yes")),
                        table.numbers(input.outcome()))
                .withErrors(errors(input, table, second))
                .withInference(input.inference())
                .withDataHash(table.hash());
        String weights = input.weights();
        Effect effect = (weights == null ? regression : regression.withWeights(table.numbers(weights)))
                .fit()
                .effect();
        return input.hasGroup()
                ? groupFirst(
                        effect,
                        design(input, table, List.of(input.group()), false).names())
                : effect;
    }

    /** What the group goes with is the answer; the intercept and the others explain it. */
    private static Effect groupFirst(Effect effect, List<String> terms) {
        List<Estimate> estimates = new ArrayList<>(effect.estimates());
        estimates.sort(Comparator.comparing(estimate -> !terms.contains(estimate.term())));
        return new Effect(
                effect.method(),
                effect.convention(),
                effect.n(),
                effect.groups(),
                effect.clusters(),
                effect.seed(),
                effect.dataHash(),
                estimates,
                effect.diagnostics(),
                effect.assumptions());
    }

    private static StandardErrors errors(StudyInput input, StudyTable table, @Nullable String second) {
        String cluster = input.cluster();
        if (cluster != null) {
            String type = input.choice("errors", "CR1", "CR0", "CR2", "two-way");
            if (type.equals("two-way")) {
                if (second == null) {
                    throw new IllegalArgumentException("two-way errors need --convention second-cluster=COLUMN");
                }
                return StandardErrors.twoWay(table.categories(cluster), table.categories(second));
            }
            return StandardErrors.clustered(table.categories(cluster), ClusterType.valueOf(type));
        }
        String type =
                input.choice("errors", "classical", "HC0", "HC1", "HC2", "HC3", "HC4", "HC4M", "HC5", "newey-west");
        if (type.equals("newey-west")) {
            return new StandardErrors.NeweyWest(
                    input.whole("lag", -1), input.flag("adjusted"), input.flag("prewhitened"));
        }
        return type.equals("classical") ? StandardErrors.classical() : StandardErrors.robust(RobustType.valueOf(type));
    }

    private static Effect reliability(StudyInput input) {
        String[] items = input.covariates().toArray(String[]::new);
        if (items.length < 2) {
            throw new IllegalArgumentException("this method needs --covariates: two columns at least");
        }
        StudyTable table = input.table(StudyReader.create().numbers(items));
        double[][] columns = input.covariates().stream().map(table::numbers).toArray(double[][]::new);
        String coefficient = input.choice("coefficient", "alpha", "icc", "kappa");
        return switch (coefficient) {
            case "icc" ->
                IntraclassCorrelation.withDefaults().withLevel(input.level()).estimate(columns);
            case "kappa" -> {
                if (columns.length != 2) {
                    throw new IllegalArgumentException(
                            "kappa is for two raters, but --covariates names " + columns.length);
                }
                yield WeightedKappa.withDefaults()
                        .withWeights(input.choice("kappa-weights", KappaWeights.class, KappaWeights.QUADRATIC))
                        .withError(input.choice("kappa-error", KappaError.class, KappaError.FLEISS_COHEN_EVERITT))
                        .withLevel(input.level())
                        .estimate(columns[0], columns[1]);
            }
            default -> CronbachAlpha.withDefaults().withLevel(input.level()).estimate(List.of(items), columns);
        };
    }
}
