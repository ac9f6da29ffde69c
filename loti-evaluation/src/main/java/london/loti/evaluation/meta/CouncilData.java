package london.loti.evaluation.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * The people of one council, who stay there: only the two shares leave, and only where enough people are behind each.
 * Centre columns of large numbers (years, incomes) on a constant that all councils agree on, since products of large
 * numbers lose digits. {@code toString} tells no value.
 */
public final class CouncilData {
    /** The least number of people unless a council sets another. */
    public static final int USUAL_MINIMUM = 10;

    private final String council;
    private final List<String> columns;
    private final double[][] design;
    private final double[] outcome;
    private final Categories clusters;
    private final int minimum;

    private CouncilData(
            String council,
            List<String> columns,
            double[][] design,
            double[] outcome,
            Categories clusters,
            int minimum) {
        this.council = council;
        this.columns = columns;
        this.design = design;
        this.outcome = outcome;
        this.clusters = clusters;
        this.minimum = minimum;
    }

    /**
     * {@return the data of a council, with a minimum of {@value #USUAL_MINIMUM} people}
     *
     * @param council the council's name
     * @param columns the names of the columns of the design, the same in all councils
     * @param design the columns, one of ones for the intercept among them; none is missing
     * @param outcome the outcome; none is missing
     * @param clusters the cluster of each person, none in two councils; none is missing
     * @throws IllegalArgumentException if the sizes do not fit
     * @throws FindingsException if a value is missing or infinite
     */
    public static CouncilData of(
            String council, List<String> columns, double[][] design, double[] outcome, Categories clusters) {
        if (columns.size() != design.length
                || clusters.size() != outcome.length
                || Arrays.stream(design).anyMatch(column -> column.length != outcome.length)) {
            throw new IllegalArgumentException("a council's columns must have names and as many rows as the outcome and"
                    + " the clusters, but the outcome had " + outcome.length + " rows");
        }
        Findings findings = new Findings();
        for (int i = 0; i < outcome.length; i++) {
            requireFinite(findings, outcome[i], i, "outcome");
            for (int j = 0; j < design.length; j++) {
                requireFinite(findings, design[j][i], i, columns.get(j));
            }
            if (clusters.code(i) == Categories.MISSING) {
                findings.error(
                        StudyProblem.MISSING_VALUE,
                        "every person must have a cluster, but this one has none",
                        Where.cell(council, i + 1, "clusters"));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new CouncilData(
                council,
                List.copyOf(columns),
                Arrays.stream(design).map(double[]::clone).toArray(double[][]::new),
                outcome.clone(),
                clusters,
                USUAL_MINIMUM);
    }

    private static void requireFinite(Findings findings, double value, int row, String column) {
        if (!Double.isFinite(value)) {
            findings.error(
                    StudyProblem.MISSING_VALUE,
                    "a value must be finite, but this one is not\nMaybe leave out rows with missing values first.",
                    Where.cell("data", row + 1, column));
        }
    }

    /**
     * {@return the same with another minimum}
     *
     * @param newMinimum the least number of people behind a share, and on each side of a column of 0 and 1; at least 3
     * @throws IllegalArgumentException if it is below 3
     */
    public CouncilData withMinimum(int newMinimum) {
        if (newMinimum < 3) {
            throw new IllegalArgumentException("the minimum must be 3 people or more, but was " + newMinimum);
        }
        return new CouncilData(council, columns, design, outcome, clusters, newMinimum);
    }

    /**
     * {@return what to send in the first round}
     *
     * @throws FindingsException if there are too few people, or too few on a side of a column of 0 and 1
     */
    public FirstShare firstShare() {
        requireEnough();
        List<List<Double>> cross = new ArrayList<>();
        List<Double> crossOutcome = new ArrayList<>();
        for (double[] column : design) {
            cross.add(
                    Arrays.stream(design).map(other -> Sums.dot(column, other)).toList());
            crossOutcome.add(Sums.dot(column, outcome));
        }
        return new FirstShare(
                council, columns, outcome.length, minimum, cross, crossOutcome, Sums.dot(outcome, outcome));
    }

    /**
     * {@return what to send in the second round}
     *
     * @param pooled the coefficients that the first round gave
     * @throws FindingsException if there are too few people, or too few on a side of a column of 0 and 1
     * @throws IllegalArgumentException if the coefficients are of other columns
     */
    public SecondShare secondShare(PooledCoefficients pooled) {
        requireEnough();
        if (!pooled.columns().equals(columns)) {
            throw new IllegalArgumentException(
                    "the coefficients must be of the columns " + columns + ", but were of " + pooled.columns());
        }
        int p = design.length;
        DoubleDouble[][] scores = new DoubleDouble[clusters.labels().size()][p];
        for (DoubleDouble[] ofCluster : scores) {
            Arrays.setAll(ofCluster, j -> new DoubleDouble());
        }
        DoubleDouble residual = new DoubleDouble();
        for (int i = 0; i < outcome.length; i++) {
            residual.set(outcome[i]);
            for (int j = 0; j < p; j++) {
                residual.addProduct(-pooled.coefficients().get(j), design[j][i]);
            }
            for (int j = 0; j < p; j++) {
                scores[clusters.code(i)][j].addProduct(design[j][i], 0, residual.value(), residual.rest());
            }
        }
        int present = (int)
                Arrays.stream(clusters.counts()).filter(count -> count > 0).count();
        List<List<Double>> products = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            List<Double> row = new ArrayList<>();
            for (int k = 0; k < p; k++) {
                DoubleDouble sum = new DoubleDouble();
                for (DoubleDouble[] ofCluster : scores) {
                    sum.addProduct(
                            ofCluster[j].value(), ofCluster[j].rest(), ofCluster[k].value(), ofCluster[k].rest());
                }
                row.add(sum.value());
            }
            products.add(row);
        }
        return new SecondShare(council, pooled.coefficients(), outcome.length, present, products);
    }

    private void requireEnough() {
        if (outcome.length < minimum) {
            throw problem(
                    StudyProblem.TOO_FEW,
                    "a share must be over " + minimum + " people or more, but would be over " + outcome.length);
        }
        Findings findings = new Findings();
        for (int j = 0; j < design.length; j++) {
            long ones = Arrays.stream(design[j]).filter(v -> v == 1).count();
            long noughts = Arrays.stream(design[j]).filter(v -> v == 0).count();
            boolean isIndicator = ones + noughts == outcome.length && ones > 0 && noughts > 0;
            if (isIndicator && Math.min(ones, noughts) < minimum) {
                findings.error(
                        StudyProblem.TOO_FEW,
                        "a column of 0 and 1 must have " + minimum + " people or more on each side, but has fewer"
                                + "\nMaybe merge it with another.",
                        Where.column(council, columns.get(j)));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private FindingsException problem(StudyProblem code, String message) {
        Findings findings = new Findings();
        findings.error(code, message, Where.file(council));
        return new FindingsException(findings.toList());
    }

    @Override
    public String toString() {
        return "CouncilData[" + council + ", columns=" + columns + "]";
    }
}
