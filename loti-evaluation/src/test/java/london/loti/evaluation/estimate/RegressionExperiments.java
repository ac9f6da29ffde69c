package london.loti.evaluation.estimate;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.balance.Comparison;
import london.loti.evaluation.balance.DoublyRobust;
import london.loti.evaluation.balance.InverseProbability;
import london.loti.evaluation.balance.PropensityScore;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.GeneralisedLinearModel;
import london.loti.evaluation.regression.Regression;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.regression.StandardErrors.ClusterType;
import london.loti.evaluation.regression.StandardErrors.RobustType;
import london.loti.evaluation.study.Categories;

/** Regressions, and weights made of one. */
final class RegressionExperiments {
    private RegressionExperiments() {}

    static List<Experiment> asymptotic() {
        return List.of(
                Experiment.of("least squares, HC3", "120, spread grows", 2, RegressionExperiments::robust),
                Experiment.of(
                        "least squares, CR1",
                        "50 clusters of 10",
                        1,
                        chance -> clustered(chance, 50, 10, ClusterType.CR1)),
                Experiment.of("logit, Wald", "400", 0.8, chance -> logit(chance, 400)),
                Experiment.of("Poisson, Wald", "200", 0.4, RegressionExperiments::poisson),
                Experiment.of("inverse probability, known scores", "500", 1, chance -> {
                    Study study = new Study(chance, 500);
                    return weighted(study, PropensityScore.known(study.comparison(), study.scores));
                }),
                fittedScoresByTheirErrors(),
                Experiment.of("doubly robust", "500", 1, chance -> {
                    Study study = new Study(chance, 500);
                    return DoublyRobust.of(PropensityScore.fit(study.comparison()))
                            .ate(study.outcome)
                            .headline()
                            .interval();
                }));
    }

    static Experiment fewClusters(ClusterType type) {
        return Experiment.of("least squares, " + type, "6 clusters of 20", 1, chance -> clustered(chance, 6, 20, type));
    }

    static Experiment smallLogit() {
        return Experiment.of("logit, Wald", "40", 0.8, chance -> logit(chance, 40));
    }

    /** The errors take the scores as known, but fitted ones scatter less: too wide, and so too often right. */
    static Experiment fittedScores() {
        return Experiment.of("inverse probability, fitted scores", "500", 1, chance -> {
            Study study = new Study(chance, 500);
            return weighted(study, PropensityScore.fit(study.comparison()));
        });
    }

    /** The same, by errors that know of the fit. */
    static Experiment fittedScoresByTheirErrors() {
        return Experiment.of("inverse probability, errors of fitted scores", "500", 1, chance -> {
            Study study = new Study(chance, 500);
            return InverseProbability.of(PropensityScore.fit(study.comparison()))
                    .effectOfFittedScores(study.outcome, Inference.usual())
                    .headline()
                    .interval();
        });
    }

    private static @Nullable Interval robust(Chance chance) {
        int n = 120;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2 * chance.uniform();
            y[i] = 1 + 2 * x[i] + (0.3 + x[i]) * chance.normal();
        }
        return Regression.of(Design.withIntercept().number("x", x), y)
                .withErrors(StandardErrors.robust(RobustType.HC3))
                .fit()
                .effect()
                .estimate("x")
                .interval();
    }

    /** Every second cluster is treated, and what its people have in common is a third of their variance. */
    private static @Nullable Interval clustered(Chance chance, int clusters, int each, ClusterType type) {
        double[] treated = new double[clusters * each];
        double[] y = new double[treated.length];
        int[] codes = new int[treated.length];
        double common = 0;
        for (int i = 0; i < y.length; i++) {
            codes[i] = i / each;
            common = i % each == 0 ? Math.sqrt(0.5) * chance.normal() : common;
            treated[i] = codes[i] % 2;
            y[i] = treated[i] + common + chance.normal();
        }
        return Regression.of(Design.withIntercept().number("treated", treated), y)
                .withErrors(StandardErrors.clustered(named(codes, clusters), type))
                .fit()
                .effect()
                .estimate("treated")
                .interval();
    }

    static Categories named(int[] codes, int labels) {
        return Categories.of(
                codes, IntStream.range(0, labels).mapToObj(String::valueOf).toList());
    }

    private static @Nullable Interval logit(Chance chance, int n) {
        double[] x = chance.normals(n, 0, 1);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = chance.yes(Chance.logistic(-0.5 + 0.8 * x[i]));
        }
        return GeneralisedLinearModel.logit(Design.withIntercept().number("x", x), y)
                .fit()
                .effect()
                .estimate("x")
                .interval();
    }

    private static @Nullable Interval poisson(Chance chance) {
        double[] x = chance.normals(200, 0, 1);
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = chance.events(StrictMath.exp(0.5 + 0.4 * x[i]));
        }
        return GeneralisedLinearModel.poisson(Design.withIntercept().number("x", x), y)
                .fit()
                .effect()
                .estimate("x")
                .interval();
    }

    private static @Nullable Interval weighted(Study study, PropensityScore scores) {
        return InverseProbability.of(scores)
                .weights()
                .effect(study.outcome)
                .headline()
                .interval();
    }

    /** Two covariates tell who is treated and how they fare; the effect differs between people and is 1 on average. */
    private static final class Study {
        private final double[] need;
        private final double[] alone;
        private final double[] scores;
        private final double[] treated;
        private final double[] outcome;

        Study(Chance chance, int n) {
            need = chance.normals(n, 0, 1);
            alone = new double[n];
            scores = new double[n];
            treated = new double[n];
            outcome = new double[n];
            for (int i = 0; i < n; i++) {
                alone[i] = chance.yes(0.5);
                scores[i] = Chance.logistic(0.5 * need[i] - 0.4 * alone[i]);
                treated[i] = chance.yes(scores[i]);
                outcome[i] = treated[i] * (1 + 0.5 * need[i]) + need[i] + alone[i] + chance.normal();
            }
        }

        Comparison comparison() {
            return Comparison.of(
                    treated, Design.withIntercept().number("need", need).number("alone", alone));
        }
    }
}
