package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.did.StaggeredAdoption.Adjustment;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.GeneralisedLinearFit;
import london.loti.evaluation.regression.GeneralisedLinearModel;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * The change of the treated less what it would have been, with each unit's influence. The formulas are those of Sant'Anna
 * and Zhao 2020 for panels, as R's package DRDID has them: what the nuisance models add to the error is in the influence.
 */
final class Contrast {
    private static final double NEARLY_ONE = 1 - 1e-6;

    final double effect;
    final double[] influence;

    private Contrast(double effect, double[] influence) {
        this.effect = effect;
        this.influence = influence;
    }

    static Contrast of(Adjustment adjustment, double[] change, double[] treated, double[][] x, String where) {
        if (x.length == 1) {
            return means(change, treated);
        }
        return switch (adjustment) {
            case OUTCOME_REGRESSION -> outcomeRegression(change, treated, x, where);
            case INVERSE_PROBABILITY -> inverseProbability(change, treated, x, where);
            case DOUBLY_ROBUST -> doublyRobust(change, treated, x, where);
        };
    }

    private static Contrast means(double[] change, double[] treated) {
        int n = change.length;
        double share = Sums.mean(treated);
        double ofTreated = Sums.dot(treated, change) / n / share;
        double ofOthers = (Sums.sum(change) - Sums.dot(treated, change)) / n / (1 - share);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            influence[i] = treated[i] == 1 ? (change[i] - ofTreated) / share : -(change[i] - ofOthers) / (1 - share);
        }
        return new Contrast(ofTreated - ofOthers, influence);
    }

    private static Contrast outcomeRegression(double[] change, double[] treated, double[][] x, String where) {
        Outcome outcome = new Outcome(change, treated, x, where);
        int n = change.length;
        double share = Sums.mean(treated);
        double of = Sums.dot(treated, change) / n / share;
        double told = Sums.dot(treated, outcome.told) / n / share;
        double[] mean = weightedMeans(x, treated);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            double own = treated[i] * (change[i] - of) - treated[i] * (outcome.told[i] - told);
            influence[i] = (own - outcome.influence(i, mean)) / share;
        }
        return new Contrast(of - told, influence);
    }

    private static Contrast inverseProbability(double[] change, double[] treated, double[][] x, String where) {
        Propensity propensity = new Propensity(treated, x, where);
        double[] w = propensity.comparisonWeights(treated);
        int n = change.length;
        double share = Sums.mean(treated);
        double weight = Sums.mean(w);
        double of = Sums.dot(treated, change) / n / share;
        double others = Sums.dot(w, change) / n / weight;
        double[] pulled = new double[n];
        for (int i = 0; i < n; i++) {
            pulled[i] = w[i] * (change[i] - others);
        }
        double[] mean = weightedMeans(x, pulled);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            influence[i] = treated[i] * (change[i] - of) / share
                    - (pulled[i] + propensity.influence(i, treated, mean)) / weight;
        }
        return new Contrast(of - others, influence);
    }

    private static Contrast doublyRobust(double[] change, double[] treated, double[][] x, String where) {
        Propensity propensity = new Propensity(treated, x, where);
        Outcome outcome = new Outcome(change, treated, x, where);
        double[] w = propensity.comparisonWeights(treated);
        int n = change.length;
        double share = Sums.mean(treated);
        double weight = Sums.mean(w);
        double[] left = IntStream.range(0, n)
                .mapToDouble(i -> change[i] - outcome.told[i])
                .toArray();
        double of = Sums.dot(treated, left) / n / share;
        double others = Sums.dot(w, left) / n / weight;
        double[] pulled = new double[n];
        for (int i = 0; i < n; i++) {
            pulled[i] = w[i] * (left[i] - others);
        }
        double[] treatedMean = weightedMeans(x, treated);
        double[] pulledMean = weightedMeans(x, pulled);
        double[] weightedMean = weightedMeans(x, w);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            double ofTreated = (treated[i] * (left[i] - of) - outcome.influence(i, treatedMean)) / share;
            double ofOthers =
                    (pulled[i] + propensity.influence(i, treated, pulledMean) - outcome.influence(i, weightedMean))
                            / weight;
            influence[i] = ofTreated - ofOthers;
        }
        return new Contrast(of - others, influence);
    }

    private static double[] weightedMeans(double[][] x, double[] weights) {
        return Arrays.stream(x)
                .mapToDouble(column -> Sums.dot(weights, column) / column.length)
                .toArray();
    }

    private static FindingsException problem(StudyProblem problem, String message, String where) {
        return FindingsException.error(problem, message, Where.file(where));
    }

    /** The change that covariates tell, by least squares in the comparison group. */
    private static final class Outcome {
        private final double[] told;
        private final double[] weightedLeft;
        private final double[][] inverse;
        private final double[][] x;

        Outcome(double[] change, double[] treated, double[][] x, String where) {
            this.x = x;
            int n = change.length;
            int[] others = IntStream.range(0, n).filter(i -> treated[i] == 0).toArray();
            double[][] columns = Arrays.stream(x)
                    .map(column -> FixedEffects.pick(column, others))
                    .toArray(double[][]::new);
            if (others.length <= x.length) {
                throw problem(
                        StudyProblem.TOO_FEW,
                        "the comparison group must have more units than covariates, but has " + others.length
                                + "\nMaybe use fewer covariates, or compare with those not yet treated.",
                        where);
            }
            LeastSquares fit = LeastSquares.solve(columns, FixedEffects.pick(change, others));
            if (!fit.collinear().isEmpty()) {
                throw problem(
                        StudyProblem.COLLINEAR,
                        "no covariate may be a combination of the others in the comparison group, but the "
                                + fit.collinear().get(0) + ". is\nMaybe leave it out.",
                        where);
            }
            double[] coefficients = fit.coefficients();
            told = new double[n];
            weightedLeft = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < x.length; j++) {
                    told[i] += coefficients[j] * x[j][i];
                }
                weightedLeft[i] = treated[i] == 0 ? n * (change[i] - told[i]) : 0;
            }
            inverse = fit.crossInverse();
        }

        /** How far a unit moves the told mean of covariates with this mean. */
        double influence(int i, double[] mean) {
            if (weightedLeft[i] == 0) {
                return 0;
            }
            return weightedLeft[i] * form(inverse, x, i, mean);
        }
    }

    /** The probability of being treated, by a logit. */
    private static final class Propensity {
        private final double[] probabilities;
        private final double[][] inverse;
        private final double[][] x;

        Propensity(double[] treated, double[][] x, String where) {
            this.x = x;
            Design design = Design.withIntercept(treated.length);
            for (int j = 1; j < x.length; j++) {
                design = design.number("covariate " + j, x[j]);
            }
            try {
                GeneralisedLinearFit logit =
                        GeneralisedLinearModel.logit(design, treated).fit();
                probabilities = Arrays.stream(logit.fitted())
                        .map(p -> Math.min(p, NEARLY_ONE))
                        .toArray();
                inverse = logit.covariance();
            } catch (FindingsException e) {
                throw new FindingsException(e.findings().stream()
                        .map(finding -> Finding.error(
                                finding.code(),
                                "who is treated here can't be told by the covariates: " + finding.message(),
                                Where.file(where)))
                        .toList());
            }
        }

        double[] comparisonWeights(double[] treated) {
            double[] weights = new double[treated.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (1 - treated[i]) * probabilities[i] / (1 - probabilities[i]);
            }
            return weights;
        }

        double influence(int i, double[] treated, double[] mean) {
            return treated.length * (treated[i] - probabilities[i]) * form(inverse, x, i, mean);
        }
    }

    /** {@code x_i' inverse mean}. */
    private static double form(double[][] inverse, double[][] x, int i, double[] mean) {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            double inner = 0;
            for (int k = 0; k < mean.length; k++) {
                inner += inverse[j][k] * mean[k];
            }
            sum += x[j][i] * inner;
        }
        return sum;
    }
}
