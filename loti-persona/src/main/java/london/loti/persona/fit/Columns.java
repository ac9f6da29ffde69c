package london.loti.persona.fit;

import london.loti.model.finding.Nearest;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

/** Finds the columns of a sample, and says what was wrong with their names. */
final class Columns {
    private Columns() {}

    static int of(Sample sample, String id) {
        return sample.column(id).orElseThrow(() -> {
            var ids = sample.attributes().stream().map(Attribute::id).toList();
            return new IllegalArgumentException(
                    "an attribute must be one of " + ids + ", but was '" + id + "'" + Nearest.hint(id, ids));
        });
    }

    static int categorical(Sample sample, String id) {
        int column = of(sample, id);
        if (sample.attributes().get(column).kind() == AttributeKind.INTERVAL) {
            throw new IllegalArgumentException("the attribute '" + id + "' must have levels, but is an interval"
                    + "\nMaybe make bands of it: an ordinal attribute.");
        }
        return column;
    }
}
