package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.study.Categories;

/**
 * The columns that an outcome is explained by, with their names: an intercept, numbers, powers of numbers, and
 * categories as a column of 0 and 1 for each label but the reference. Labels that belong to no row are left out. A
 * missing number or category is {@code NaN}. Immutable; each call gives a longer design.
 *
 * <pre>{@code
 * Design design = Design.withIntercept().number("age", age).categories("race", race, "white");
 * design.names(); // (Intercept), age, raceblack, racehispan
 * }</pre>
 */
public final class Design {
    /** The name of the column of ones, as R writes it. */
    public static final String INTERCEPT = "(Intercept)";

    private static final int UNKNOWN = -1;

    private static final double[] EXACT = {};

    private final int rows;
    private final boolean intercept;
    private final List<String> names;
    private final List<double[]> columns;
    private final List<double[]> rests;
    private final Map<String, double[]> everyLevel;

    private Design(
            int rows,
            boolean intercept,
            List<String> names,
            List<double[]> columns,
            List<double[]> rests,
            Map<String, double[]> everyLevel) {
        this.rows = rows;
        this.intercept = intercept;
        this.names = names;
        this.columns = columns;
        this.rests = rests;
        this.everyLevel = everyLevel;
    }

    /** {@return a design of a column of ones, as long as the columns that follow} */
    public static Design withIntercept() {
        return withIntercept(UNKNOWN);
    }

    /**
     * {@return a design of a column of ones}
     *
     * @param rows the number of rows
     */
    public static Design withIntercept(int rows) {
        return new Design(rows, true, List.of(), List.of(), List.of(), Map.of());
    }

    /** {@return a design without any column} */
    public static Design withoutIntercept() {
        return new Design(UNKNOWN, false, List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * {@return this design and a column of numbers}
     *
     * @param name the column's name
     * @param values a number a row; {@code NaN} is missing
     * @throws IllegalArgumentException if a value is infinite, the column has another length than the design, or a column
     *     has the name already
     */
    public Design number(String name, double[] values) {
        if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
            throw new IllegalArgumentException("the column '" + name + "' must be finite, but is not");
        }
        double[] copy = values.clone();
        return plus(name, copy, EXACT).showing(Map.of(name, copy));
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
        String named = name + "^" + power;
        return plus(named, high, rest).showing(Map.of(named, high));
    }

    /**
     * {@return this design and a column of 0 and 1 for each label of a column of categories but the first}
     *
     * @param name the column's name; a label's column has the name and the label, as in R
     * @param categories a label a row
     * @throws IllegalArgumentException if no row has a label
     */
    public Design categories(String name, Categories categories) {
        List<String> labels = categories.withoutEmpty().labels();
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("the column '" + name + "' must have a category, but has none");
        }
        return categories(name, categories, labels.get(0));
    }

    /**
     * {@return this design and a column of 0 and 1 for each label of a column of categories but the reference}
     *
     * @param name the column's name; a label's column has the name and the label, as in R
     * @param categories a label a row
     * @param reference the label that the others are compared with
     * @throws IllegalArgumentException if no row has the reference
     */
    public Design categories(String name, Categories categories, String reference) {
        Categories used = categories.withoutEmpty();
        if (!used.labels().contains(reference)) {
            throw new IllegalArgumentException(
                    "the reference of '" + name + "' must be one of its categories, but no row has it");
        }
        Design longer = this;
        Map<String, double[]> levels = new LinkedHashMap<>();
        for (int code = 0; code < used.labels().size(); code++) {
            double[] indicator = indicator(used, code);
            String named = name + used.labels().get(code);
            levels.put(named, indicator);
            if (!used.labels().get(code).equals(reference)) {
                longer = longer.plus(named, indicator, EXACT);
            }
        }
        return longer.showing(levels);
    }

    private static double[] indicator(Categories categories, int code) {
        double[] indicator = new double[categories.size()];
        for (int row = 0; row < indicator.length; row++) {
            int here = categories.code(row);
            indicator[row] = here == Categories.MISSING ? Double.NaN : here == code ? 1 : 0;
        }
        return indicator;
    }

    private Design plus(String name, double[] values, double[] rest) {
        if (rows != UNKNOWN && values.length != rows) {
            throw new IllegalArgumentException(
                    "the column '" + name + "' must have " + rows + " rows, but has " + values.length);
        }
        if (names.contains(name) || name.equals(INTERCEPT)) {
            throw new IllegalArgumentException("a column's name must come once, but '" + name + "' comes twice");
        }
        return new Design(
                values.length, intercept, with(names, name), with(columns, values), with(rests, rest), everyLevel);
    }

    private Design showing(Map<String, double[]> levels) {
        Map<String, double[]> more = new LinkedHashMap<>(everyLevel);
        more.putAll(levels);
        return new Design(rows, intercept, names, columns, rests, more);
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /** {@return the number of rows; nought where there is only an intercept of a length not known yet} */
    public int rows() {
        return Math.max(0, rows);
    }

    /** {@return whether the design begins with a column of ones} */
    public boolean hasIntercept() {
        return intercept;
    }

    /** {@return the columns' names, the intercept first} */
    public List<String> names() {
        List<String> all = new ArrayList<>();
        if (intercept) {
            all.add(INTERCEPT);
        }
        all.addAll(names);
        return List.copyOf(all);
    }

    /** {@return a copy of the columns, the intercept first; {@code NaN} is missing} */
    public double[][] columns() {
        List<double[]> all = new ArrayList<>();
        if (intercept) {
            double[] ones = new double[rows()];
            Arrays.fill(ones, 1);
            all.add(ones);
        }
        columns.forEach(column -> all.add(column.clone()));
        return all.toArray(double[][]::new);
    }

    /** {@return what the rounding of each column to doubles left out; empty for a column that is exact} */
    double[][] rests() {
        List<double[]> all = new ArrayList<>();
        if (intercept) {
            all.add(EXACT);
        }
        all.addAll(rests);
        return all.toArray(double[][]::new);
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
                .filter(row -> columns.stream().noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
    }

    /**
     * {@return this design for some of its rows}
     *
     * @param kept the rows to keep, in their new order
     */
    public Design select(int[] kept) {
        Map<String, double[]> levels = new LinkedHashMap<>();
        everyLevel.forEach((name, column) -> levels.put(name, select(column, kept)));
        return new Design(
                kept.length,
                intercept,
                names,
                columns.stream().map(column -> select(column, kept)).toList(),
                rests.stream()
                        .map(rest -> rest.length == 0 ? rest : select(rest, kept))
                        .toList(),
                levels);
    }

    private static double[] select(double[] column, int[] kept) {
        return Arrays.stream(kept).mapToDouble(row -> column[row]).toArray();
    }

    @Override
    public String toString() {
        return "Design[rows=" + rows() + ", columns=" + names().size() + "]";
    }
}
