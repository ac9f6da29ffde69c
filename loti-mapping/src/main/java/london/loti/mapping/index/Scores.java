package london.loti.mapping.index;

import java.util.HashMap;
import java.util.Map;

/** The scores of every indicator and component of one index: a column each, one number a row. */
final class Scores {
    private final Map<String, double[]> columns = new HashMap<>();

    void put(String id, double[] column) {
        columns.put(id, column);
    }

    boolean has(String id) {
        return columns.containsKey(id);
    }

    /** The column itself, not a copy. */
    double[] of(String id) {
        double[] column = columns.get(id);
        if (column == null) {
            throw new IllegalArgumentException("the recipe has no indicator or component '" + id + "'");
        }
        return column;
    }
}
