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
    static final int LEAST_MINIMUM = 3;

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
     * @param newMinimum the least number of people behind a share, and behind what is not the commonest value of a column; at least 3
     * @throws IllegalArgumentException if it is below 3
     */
    public CouncilData withMinimum(int newMinimum) {
        if (newMinimum < LEAST_MINIMUM) {
            throw new IllegalArgumentException(
                    "the minimum must be " + LEAST_MINIMUM + " people or more, but was " + newMinimum);
        }
        return new CouncilData(council, columns, design, outcome, clusters, newMinimum);
    }

    /**
     * {@return what to send in the first round}
     *
     * @throws FindingsException if there are too few people, or too few whose value in a column, or pair of columns, is not the common one
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
        return new FirstShare(council, columns, outcome.length, minimum, cross, crossOutcome);
    }

    /**
     * {@return what to send in the second round}
     *
     * @param pooled the coefficients that the first round gave
     * @throws FindingsException if there are too few people, or too few whose value in a column, or pair of columns, is not the common one
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
        List<double[]> all = new ArrayList<>(List.of(design));
        all.add(outcome);
        List<String> names = new ArrayList<>(columns);
        names.add("outcome");
        List<double[]> twoValued = new ArrayList<>();
        for (int j = 0; j < all.size(); j++) {
            double[] column = all.get(j);
            double commonest = commonest(column);
            long others = Arrays.stream(column).filter(v -> v != commonest).count();
            if (others > 0 && others < minimum) {
                findings.error(
                        StudyProblem.TOO_FEW,
                        "a column must have " + minimum
                                + " people or more whose value is not the commonest, but has fewer"
                                + "\nMaybe merge it with another.",
                        Where.column(council, names.get(j)));
            } else if (others > 0 && Arrays.stream(column).distinct().limit(3).count() == 2) {
                twoValued.add(column);
            }
        }
        if (!findings.hasErrors() && hasSmallCell(twoValued)) {
            findings.error(
                    StudyProblem.TOO_FEW,
                    "two columns of two values must have nobody or " + minimum
                            + " people or more for each pair of values, but have fewer\nMaybe merge columns.",
                    Where.file(council));
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static double commonest(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        int best = 0;
        int run = 0;
        double value = sorted[0];
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > best) {
                best = run;
                value = sorted[i];
            }
        }
        return value;
    }

    /** The sum of the products of two such columns tells how many people have both values. */
    private boolean hasSmallCell(List<double[]> twoValued) {
        for (int a = 0; a < twoValued.size(); a++) {
            for (int b = 0; b < a; b++) {
                long[] cells = new long[4];
                double first = twoValued.get(a)[0];
                double second = twoValued.get(b)[0];
                for (int i = 0; i < outcome.length; i++) {
                    cells[(twoValued.get(a)[i] == first ? 2 : 0) + (twoValued.get(b)[i] == second ? 1 : 0)]++;
                }
                if (Arrays.stream(cells).anyMatch(cell -> cell > 0 && cell < minimum)) {
                    return true;
                }
            }
        }
        return false;
    }

    private FindingsException problem(StudyProblem code, String message) {
        return FindingsException.error(code, message, Where.file(council));
    }

    @Override
    public String toString() {
        return "CouncilData[" + council + ", columns=" + columns.size() + "]";
    }
}
