package london.loti.evaluation.did;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;

/** A column with two values as 0 and 1: the larger number or the later label is 1, unless one is named. */
final class Flags {
    private final byte[] flags;
    private final String zero;
    private final String one;

    private Flags(byte[] flags, String zero, String one) {
        this.flags = flags;
        this.zero = zero;
        this.one = one;
    }

    static Flags of(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
        return table.hasNumbers(column)
                ? ofNumbers(table, column, named, whenOne)
                : ofLabels(table, column, named, whenOne);
    }

    private static Flags ofNumbers(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
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
        return new Flags(flags, text(turned ? high : low), text(one));
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

    private static Flags ofLabels(StudyTable table, String column, @Nullable String named, StudyProblem whenOne) {
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
        return new Flags(flags, labels.labels().get(1 - one), labels.labels().get(one));
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

    /** 1, 0, or -1 where it is missing. */
    byte flag(int row) {
        return flags[row];
    }

    /** The text of the value that counts as 0. */
    String zero() {
        return zero;
    }

    /** The text of the value that counts as 1. */
    String one() {
        return one;
    }
}
