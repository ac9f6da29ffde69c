package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A difference in differences made the plain way: rows as objects, outcomes gathered in a list a cell, scores summed by
 * cluster in a sorted map. It shares no code with loti, so that it can be held against it.
 */
final class PlainDid {
    /** An outcome of somebody in a cluster. */
    record Row(double outcome, boolean treated, boolean after, Integer cluster) {}

    /** The difference in differences and its error. */
    record Result(double value, double standardError) {}

    private PlainDid() {}

    static Result of(List<Row> rows) {
        List<List<Double>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            cells.get(cell(row)).add(row.outcome());
        }
        List<Double> means = cells.stream().map(PlainDid::mean).toList();
        Map<Integer, Double> scores = new TreeMap<>();
        for (Row row : rows) {
            int cell = cell(row);
            double weight = (row.treated() == row.after() ? 1.0 : -1.0)
                    / cells.get(cell).size();
            scores.merge(row.cluster(), weight * (row.outcome() - means.get(cell)), Double::sum);
        }
        double squares = 0;
        for (double score : scores.values()) {
            squares += score * score;
        }
        double g = scores.size();
        double n = rows.size();
        return new Result(
                means.get(3) - means.get(2) - (means.get(1) - means.get(0)),
                Math.sqrt(squares * g / (g - 1) * (n - 1) / (n - 4)));
    }

    private static int cell(Row row) {
        return (row.treated() ? 2 : 0) + (row.after() ? 1 : 0);
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (Double value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
