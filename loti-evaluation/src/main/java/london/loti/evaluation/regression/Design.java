package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.study.Categories;

/**
 * The columns that an outcome is explained by, with their names: an intercept, numbers, powers of numbers, and
 * categories as a column of 0 and 1 for each label but the reference. Immutable; each call gives a longer design.
 */
public final class Design {
    /** The name of the column of ones, as R writes it. */
    public static final String INTERCEPT = "(Intercept)";

    private static final double[] EXACT = {};

    private final int rows;
    private final List<String> names;
    private final List<double[]> columns;
    private final List<double[]> rests;

    private Design(int rows, List<String> names, List<double[]> columns, List<double[]> rests) {
        this.rows = rows;
        this.names = names;
        this.columns = columns;
        this.rests = rests;
    }

    /**
     * {@return a design with a column of ones}
     *
     * @param rows the number of rows
     */
    public static Design withIntercept(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return withoutIntercept(rows).plus(INTERCEPT, ones, EXACT);
    }

    /**
     * {@return a design without any column}
     *
     * @param rows the number of rows
     */
    public static Design withoutIntercept(int rows) {
        return new Design(rows, List.of(), List.of(), List.of());
    }

    /**
     * {@return this design and a column of numbers}
     *
     * @param name the column's name
     * @param values a number a row; {@code NaN} is missing
     */
    public Design number(String name, double[] values) {
        return plus(name, values.clone(), EXACT);
    }

    /**
     * {@return this design and a power of a column of numbers, named {@code name^power}} The power is kept to twice the
     * digits of a double, so that a polynomial loses none of what its column held.
     *
     * @param name the name of the column
     * @param values a number a row; {@code NaN} is missing
     * @param power the power, at least 1
     */
    public Design power(String name, double[] values, int power) {
        if (power < 1) {
            throw new IllegalArgumentException("a power must be at least 1, but was " + power);
        }
        double[] high = new double[values.length];
        double[] rest = new double[values.length];
        DoubleDouble value = new DoubleDouble();
        for (int i = 0; i < values.length; i++) {
            value.set(values[i]);
            for (int times = 1; times < power; times++) {
                value.multiply(values[i]);
            }
            high[i] = value.value();
            rest[i] = value.rest();
        }
        return plus(name + "^" + power, high, rest);
    }

    /**
     * {@return this design and a column of 0 and 1 for each label of a column of categories but the first}
     *
     * @param name the column's name; a label's column has the name and the label, as in R
     * @param categories a label a row
     */
    public Design categories(String name, Categories categories) {
        return categories(name, categories, categories.labels().get(0));
    }

    /**
     * {@return this design and a column of 0 and 1 for each label of a column of categories but the reference}
     *
     * @param name the column's name; a label's column has the name and the label, as in R
     * @param categories a label a row
     * @param reference the label that the others are compared with
     * @throws IllegalArgumentException if no label is the reference
     */
    public Design categories(String name, Categories categories, String reference) {
        int without = categories.labels().indexOf(reference);
        if (without < 0) {
            throw new IllegalArgumentException("the reference '" + reference + "' must be a label of the column '"
                    + name + "', but is none of " + categories.labels());
        }
        Design longer = this;
        for (int label = 0; label < categories.labels().size(); label++) {
            if (label != without) {
                double[] indicator = new double[categories.size()];
                for (int row = 0; row < indicator.length; row++) {
                    int code = categories.code(row);
                    indicator[row] = code == Categories.MISSING ? Double.NaN : code == label ? 1 : 0;
                }
                longer = longer.plus(name + categories.labels().get(label), indicator, EXACT);
            }
        }
        return longer;
    }

    private Design plus(String name, double[] values, double[] rest) {
        if (values.length != rows) {
            throw new IllegalArgumentException(
                    "the column '" + name + "' must have " + rows + " rows, but has " + values.length);
        }
        if (names.contains(name)) {
            throw new IllegalArgumentException("a column's name must come once, but '" + name + "' comes twice");
        }
        return new Design(rows, with(names, name), with(columns, values), with(rests, rest));
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the columns' names, in their order} */
    public List<String> names() {
        return names;
    }

    /** {@return a copy of the columns, in their order} */
    public double[][] columns() {
        return columns.stream().map(double[]::clone).toArray(double[][]::new);
    }

    /** {@return what the rounding of each column to doubles left out; empty for a column that is exact} */
    double[][] rests() {
        return rests.toArray(double[][]::new);
    }

    /** {@return the rows in which no column is missing} */
    boolean isComplete(int row) {
        for (double[] column : columns) {
            if (Double.isNaN(column[row])) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return this design for some of its rows}
     *
     * @param kept the rows to keep, in their new order
     */
    public Design select(int[] kept) {
        return new Design(kept.length, names, select(columns, kept), select(rests, kept));
    }

    private static List<double[]> select(List<double[]> columns, int[] kept) {
        return columns.stream()
                .map(column -> column.length == 0
                        ? column
                        : Arrays.stream(kept).mapToDouble(row -> column[row]).toArray())
                .toList();
    }
}
