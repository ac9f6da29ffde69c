package london.loti.persona.match;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Sample;

/** Where the bank's attributes stand in a sample. */
final class BatchColumns {
    private BatchColumns() {}

    /** One column an attribute of the matcher; -1 where the sample was not asked for it. */
    static int[] of(PersonaMatcher matcher, Sample sample) {
        List<Attribute> wanted = matcher.attributes();
        int[] columns =
                wanted.stream().mapToInt(a -> sample.column(a.id()).orElse(-1)).toArray();
        for (int k = 0; k < columns.length; k++) {
            if (columns[k] >= 0 && !isSame(wanted.get(k), sample.attributes().get(columns[k]))) {
                throw new IllegalArgumentException(
                        "the sample's attribute '" + wanted.get(k).id()
                                + "' must be the bank's, but has another kind, other levels or another range\nMaybe read the"
                                + " sample with the bank's attributes.");
            }
        }
        if (Arrays.stream(columns).allMatch(column -> column < 0)) {
            throw new IllegalArgumentException("a sample must have an attribute of the bank, but has none of "
                    + wanted.stream().map(Attribute::id).toList());
        }
        return columns;
    }

    private static boolean isSame(Attribute bank, Attribute sample) {
        return bank.kind() == sample.kind()
                && bank.levels().equals(sample.levels())
                && Objects.equals(bank.low(), sample.low())
                && Objects.equals(bank.high(), sample.high());
    }

    static double[] row(Sample sample, int[] columns, int row) {
        return Arrays.stream(columns)
                .mapToDouble(column -> column < 0 ? Double.NaN : sample.value(row, column))
                .toArray();
    }
}
