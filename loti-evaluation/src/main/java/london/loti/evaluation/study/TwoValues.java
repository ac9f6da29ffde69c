package london.loti.evaluation.study;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;

/**
 * A column with two values as 0 and 1, numbers or categories: treated or not, before or after, yes or no. The larger
 * number or the later label is 1, unless one is named. Immutable.
 */
public final class TwoValues {
    private final byte[] flags;
    private final String zero;
    private final String one;

    private TwoValues(byte[] flags, String zero, String one) {
        this.flags = flags;
        this.zero = zero;
        this.one = one;
    }

    /**
     * {@return the column as 0 and 1}
     *
     * @param table the table
     * @param column the column's name
     * @param named the value that is to be 1, or null for the larger number or the later label
     * @param whenOne the code of the finding where the column has fewer than two values
     * @throws london.loti.model.finding.FindingsException if the column has not two values
     * @throws IllegalArgumentException if there is no such column, or it does not hold the named value
     */
    public static TwoValues of(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
        return table.hasNumbers(column)
                ? ofNumbers(table, column, named, whenOne)
                : ofLabels(table, column, named, whenOne);
    }

    private static TwoValues ofNumbers(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
        double[] values = table.numbers(column);
        double low = Double.NaN;
        double high = Double.NaN;
        int distinct = 0;
        for (double value : values) {
            if (!Double.isNaN(value) && value != low && value != high) {
                distinct++;
                if (distinct > 2) {
                    break;
                }
                high = distinct == 1 ? value : Math.max(low, value);
                low = distinct == 1 ? value : Math.min(low, value);
            }
        }
        requireTwo(table, column, distinct, whenOne);
        boolean turned = named != null && isNumber(named, low);
        if (named != null && !turned && !isNumber(named, high)) {
            throw notThere(column, named, List.of(text(low), text(high)));
        }
        double one = turned ? low : high;
        byte[] flags = new byte[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) (Double.isNaN(values[i]) ? -1 : values[i] == one ? 1 : 0);
        }
        return new TwoValues(flags, text(turned ? high : low), text(one));
    }

    private static boolean isNumber(String text, double value) {
        try {
            return Double.parseDouble(text) == value;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String text(double value) {
        return LotiJson.number(value);
    }

    private static TwoValues ofLabels(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
        Categories labels = table.categories(column).withoutEmpty();
        requireTwo(table, column, labels.labels().size(), whenOne);
        int one = named == null ? 1 : labels.labels().indexOf(named);
        if (one < 0) {
            throw notThere(column, String.valueOf(named), labels.labels());
        }
        byte[] flags = new byte[labels.size()];
        for (int i = 0; i < flags.length; i++) {
            int code = labels.code(i);
            flags[i] = (byte) (code < 0 ? -1 : code == one ? 1 : 0);
        }
        return new TwoValues(
                flags, labels.labels().get(1 - one), labels.labels().get(one));
    }

    private static void requireTwo(StudyTable table, String column, int distinct, StudyProblem whenOne) {
        if (distinct != 2) {
            throw new FindingsException(List.of(Finding.error(
                    distinct < 2 ? whenOne : StudyProblem.MORE_GROUPS,
                    distinct < 2
                            ? "the column must have two values to compare, but has " + (distinct == 0 ? "none" : "one")
                                    + "\nMaybe rows were left out, or another column was meant."
                            : "the column must have two values to compare, but has more"
                                    + "\nMaybe leave out the rows of the others, or use a design for several periods.",
                    Where.column(table.source(), column))));
        }
    }

    private static IllegalArgumentException notThere(String column, String named, List<String> there) {
        return new IllegalArgumentException(
                "the value '" + named + "' must stand in the column '" + column + "', but its values are " + there);
    }

    /**
     * {@return 1, 0, or -1 where it is missing}
     *
     * @param row the row
     */
    public int flag(int row) {
        return flags[row];
    }

    /** {@return the number of rows} */
    public int size() {
        return flags.length;
    }

    /** {@return the text of the value that counts as 0} */
    public String zero() {
        return zero;
    }

    /** {@return the text of the value that counts as 1} */
    public String one() {
        return one;
    }
}
