package london.loti.mapping.index;

import java.util.Objects;
import java.util.OptionalInt;

import london.loti.mapping.recipe.Indicator;
import london.loti.model.area.AreaTable;

/** The values of an indicator: a column as it is, or a count over its denominator. */
final class IndicatorValues {
    private IndicatorValues() {}

    /** A fresh array, one value a row, in the indicator's unit and its own direction. */
    static double[] of(Indicator indicator, AreaTable table) {
        double[] values = table.copyColumn(column(table, columnOf(indicator)));
        if (indicator.count() != null) {
            int denominator = column(table, Objects.requireNonNull(indicator.denominator()));
            for (int row = 0; row < values.length; row++) {
                values[row] = indicator.per() * values[row] / table.value(row, denominator);
            }
        }
        return values;
    }

    /** One of these values. */
    static double of(Indicator indicator, AreaTable table, int row) {
        double value = table.value(row, column(table, columnOf(indicator)));
        return indicator.count() == null
                ? value
                : indicator.per()
                        * value
                        / table.value(row, column(table, Objects.requireNonNull(indicator.denominator())));
    }

    /** The column that the values come from. */
    static String columnOf(Indicator indicator) {
        return Objects.requireNonNull(indicator.column() == null ? indicator.count() : indicator.column());
    }

    /** The first row whose count can't be a part of its denominator. */
    static OptionalInt firstBadDenominator(Indicator indicator, AreaTable table) {
        if (indicator.count() == null) {
            return OptionalInt.empty();
        }
        int count = column(table, indicator.count());
        int denominator = column(table, Objects.requireNonNull(indicator.denominator()));
        for (int row = 0; row < table.rowCount(); row++) {
            double of = table.value(row, denominator);
            if (of <= 0 || (indicator.unit().isShare() && table.value(row, count) > of)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static int column(AreaTable table, String id) {
        return table.column(id).orElseThrow(() -> new IllegalArgumentException("the table must have '" + id + "'"));
    }
}
