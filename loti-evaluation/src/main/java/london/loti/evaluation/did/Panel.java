package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;

/**
 * Units seen in several periods: one row a unit and period. Not every unit need be seen in every period. Immutable.
 *
 * <pre>{@code
 * borough,quarter,contacts,began
 * Ashford,1,12,3
 * Ashford,2,15,3
 * Birchley,1,11,0
 * }</pre>
 */
public final class Panel {
    private static final long MOST_PERIODS = 10_000;

    private final StudyTable table;
    private final String unit;
    private final String period;
    private final Categories units;
    private final int[] periods;
    private final int[] periodOf;

    private Panel(StudyTable table, String unit, String period, Categories units, int[] periods, int[] periodOf) {
        this.table = table;
        this.unit = unit;
        this.period = period;
        this.units = units;
        this.periods = periods;
        this.periodOf = periodOf;
    }

    /**
     * {@return the panel}
     *
     * @param table one row a unit and period
     * @param unit the column of the units, categories
     * @param period the column of the periods: whole numbers in the order of time
     * @throws FindingsException if a unit or period is missing, a period is not a whole number, or a unit and period come
     *     twice: all such rows are told
     */
    public static Panel of(StudyTable table, String unit, String period) {
        Categories units = table.categories(unit).withoutEmpty();
        double[] told = table.numbers(period);
        Findings findings = new Findings();
        int[] earlier = earlier(units, told);
        for (int row = 0; row < told.length; row++) {
            if (units.code(row) < 0) {
                findings.error(
                        StudyProblem.MISSING_VALUE,
                        "each row must tell its unit, but this one does not",
                        table.where(row, unit));
            } else if (Double.isNaN(told[row])) {
                findings.error(
                        StudyProblem.MISSING_VALUE,
                        "each row must tell its period, but this one does not",
                        table.where(row, period));
            } else if (!isPeriod(told[row])) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "a period must be a whole number, but is not\nMaybe number the periods 1, 2, 3.",
                        table.where(row, period));
            } else if (earlier.length > 0 && earlier[row] >= 0) {
                findings.error(
                        StudyProblem.DUPLICATE_ROW,
                        "a unit and period must come once, but this one stands on " + table.where(earlier[row], unit)
                                + " already\nMaybe a file was joined twice, or another column tells the waves.",
                        table.where(row, unit));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        int[] periods = distinct(told);
        if (periods.length > MOST_PERIODS) {
            throw new IllegalArgumentException("a panel must have at most " + MOST_PERIODS + " periods, but has "
                    + periods.length + "\nMaybe the column of another thing was named.");
        }
        int[] periodOf = Arrays.stream(told)
                .mapToInt(value -> Arrays.binarySearch(periods, (int) value))
                .toArray();
        return new Panel(table, unit, period, units, periods, periodOf);
    }

    /**
     * The first row with the same unit and period, or -1 for the first itself; empty where none comes twice. So much is
     * known once they are sorted, and only a table that is wrong takes the map.
     */
    private static int[] earlier(Categories units, double[] told) {
        long[] keys = new long[told.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = units.code(row) >= 0 && isPeriod(told[row])
                    ? ((long) units.code(row) << 32) | ((long) told[row] & 0xffffffffL)
                    : -1 - row; // like no other
        }
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        if (IntStream.range(1, sorted.length).noneMatch(i -> sorted[i] == sorted[i - 1])) {
            return new int[0];
        }
        Map<Long, Integer> firstRow = new HashMap<>();
        int[] earlier = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            Integer before = firstRow.putIfAbsent(keys[row], row);
            earlier[row] = before == null ? -1 : before;
        }
        return earlier;
    }

    private static boolean isPeriod(double value) {
        return value == Math.rint(value) && Math.abs(value) <= 1e8;
    }

    /** In the order of time. A stream would box them to tell them apart. */
    private static int[] distinct(double[] told) {
        int[] sorted = Arrays.stream(told).mapToInt(value -> (int) value).toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (int period : sorted) {
            if (count == 0 || period != sorted[count - 1]) {
                sorted[count++] = period;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** {@return the table} */
    public StudyTable table() {
        return table;
    }

    /** {@return the unit of each row} */
    public Categories units() {
        return units;
    }

    /** {@return the periods, in the order of time} */
    public List<Integer> periods() {
        return Arrays.stream(periods).boxed().toList();
    }

    /** {@return the position of a row's period} */
    int periodOf(int row) {
        return periodOf[row];
    }

    int periodAt(int position) {
        return periods[position];
    }

    int periodCount() {
        return periods.length;
    }

    String unitColumn() {
        return unit;
    }

    String periodColumn() {
        return period;
    }

    /**
     * The first treated period of each unit; {@link Integer#MAX_VALUE} for those never treated, told by an empty cell, 0 or
     * infinity.
     */
    int[] firstTreated(String column) {
        double[] told = table.numbers(column);
        double[] ofUnit = new double[units.labels().size()];
        boolean[] known = new boolean[ofUnit.length];
        Findings findings = new Findings();
        for (int row = 0; row < told.length; row++) {
            double value = Double.isNaN(told[row]) || told[row] == 0 ? Double.POSITIVE_INFINITY : told[row];
            int u = units.code(row);
            if (!Double.isInfinite(value) && value != Math.rint(value)) {
                findings.error(
                        StudyProblem.OUT_OF_RANGE,
                        "the first treated period must be a whole number, or 0 or empty for never, but is not",
                        table.where(row, column));
            } else if (known[u] && ofUnit[u] != value) {
                findings.error(
                        StudyProblem.NOT_CONSTANT,
                        "a unit's first treated period must be the same in all its rows, but changes here"
                                + "\nMaybe the column tells whether it is treated now: the period in which it began is wanted.",
                        table.where(row, column));
            }
            ofUnit[u] = value;
            known[u] = true;
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return Arrays.stream(ofUnit)
                .mapToInt(value -> Double.isInfinite(value) ? Integer.MAX_VALUE : (int) value)
                .toArray();
    }
}
