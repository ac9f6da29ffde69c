package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;
import london.loti.model.finding.Nearest;

/**
 * The columns that a regression is on: an intercept, numbers, and categories as indicators.
 *
 * <pre>{@code
 * Design design = Design.withIntercept().number("age", age).categories("race", race, "white");
 * design.names(); // (Intercept), age, raceblack, racehispan
 * }</pre>
 *
 * <p>Categories are coded by treatment: one indicator a label, none for the reference, named as R names them. Labels that
 * belong to no row are left out. A missing number or category is {@code NaN} in {@link #columns()}. Immutable.
 */
public final class Design {
    /** The name of the intercept. */
    public static final String INTERCEPT = "(Intercept)";

    private final int rows;
    private final Map<String, double[]> columns;
    private final Map<String, double[]> everyLevel;

    private Design(int rows, Map<String, double[]> columns, Map<String, double[]> everyLevel) {
        this.rows = rows;
        this.columns = columns;
        this.everyLevel = everyLevel;
    }

    /** {@return a design of an intercept and no other column yet} */
    public static Design withIntercept() {
        return new Design(-1, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /**
     * {@return the design with one more column of numbers}
     *
     * @param name its name
     * @param values a number a row; {@code NaN} is missing
     * @throws IllegalArgumentException if a value is infinite, the column has another length than those before, or one has
     *     the name already
     */
    public Design number(String name, double[] values) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "the column '" + name + "' must be finite, but a value was " + value);
            }
        }
        Design next = copy(name, values.length);
        next.add(next.columns, name, values.clone());
        next.add(next.everyLevel, name, values.clone());
        return next;
    }

    /**
     * {@return the design with indicators of categories, the first label that a row has being the reference}
     *
     * @param name the name that the indicators' names begin with
     * @param values a category a row
     * @throws IllegalArgumentException if the column has another length than those before, or a name comes twice
     */
    public Design categories(String name, Categories values) {
        List<String> labels = values.withoutEmpty().labels();
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("the column '" + name + "' must have a category, but has none");
        }
        return categories(name, values, labels.get(0));
    }

    /**
     * {@return the design with indicators of categories}
     *
     * @param name the name that the indicators' names begin with
     * @param values a category a row
     * @param reference the label that the others are compared with
     * @throws IllegalArgumentException if no row has the reference, the column has another length than those before, or a
     *     name comes twice
     */
    public Design categories(String name, Categories values, String reference) {
        Categories used = values.withoutEmpty();
        if (!used.labels().contains(reference)) {
            throw new IllegalArgumentException("the reference of '" + name
                    + "' must be one of its categories, but no row has it" + Nearest.hint(reference, used.labels()));
        }
        Design next = copy(name, values.size());
        for (int code = 0; code < used.labels().size(); code++) {
            double[] indicator = indicator(used, code);
            String label = used.labels().get(code);
            next.add(next.everyLevel, name + label, indicator);
            if (!label.equals(reference)) {
                next.add(next.columns, name + label, indicator);
            }
        }
        return next;
    }

    private static double[] indicator(Categories values, int code) {
        double[] indicator = new double[values.size()];
        for (int i = 0; i < indicator.length; i++) {
            int here = values.code(i);
            indicator[i] = here == Categories.MISSING ? Double.NaN : here == code ? 1 : 0;
        }
        return indicator;
    }

    private Design copy(String name, int length) {
        if (rows >= 0 && length != rows) {
            throw new IllegalArgumentException(
                    "the column '" + name + "' must have " + rows + " rows, but has " + length);
        }
        return new Design(length, new LinkedHashMap<>(columns), new LinkedHashMap<>(everyLevel));
    }

    private void add(Map<String, double[]> to, String name, double[] values) {
        if (name.equals(INTERCEPT) || to.put(name, values) != null) {
            throw new IllegalArgumentException("a column's name must come once, but '" + name + "' comes twice");
        }
    }

    /** {@return the number of rows; nought where there is no column but the intercept} */
    public int rows() {
        return Math.max(0, rows);
    }

    /** {@return the names of the columns, the intercept first} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(INTERCEPT);
        names.addAll(columns.keySet());
        return List.copyOf(names);
    }

    /** {@return a copy of the columns, the intercept first; {@code NaN} is missing} */
    public double[][] columns() {
        double[][] copy = new double[columns.size() + 1][];
        copy[0] = new double[rows()];
        Arrays.fill(copy[0], 1);
        int next = 1;
        for (double[] column : columns.values()) {
            copy[next++] = column.clone();
        }
        return copy;
    }

    /**
     * {@return a copy of the columns without the intercept and with an indicator of every label, the reference's too, by
     * their names: what a table of balance shows}
     */
    public Map<String, double[]> everyLevel() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        everyLevel.forEach((name, column) -> copy.put(name, column.clone()));
        return copy;
    }

    /** {@return the rows in which no column is missing, in their order} */
    public int[] completeRows() {
        return IntStream.range(0, rows())
                .filter(row -> columns.values().stream().noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
    }

    @Override
    public String toString() {
        return "Design[rows=" + rows() + ", columns=" + names() + "]";
    }
}
