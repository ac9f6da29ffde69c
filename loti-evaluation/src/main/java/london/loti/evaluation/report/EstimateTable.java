package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** Estimates below each other. Every interval has its level: in the header where all have the same, else in its cell. */
final class EstimateTable {
    /** One row; the estimate is null where it is not shown. */
    record Row(String label, @Nullable String n, @Nullable Estimate estimate) {
        static Row of(Shown shown) {
            return new Row(shown.label(), Shown.count(shown.n()), shown.headline());
        }

        Plots.Row plotted() {
            return new Plots.Row(label, estimate);
        }
    }

    private final String first;
    private final List<Row> rows;
    private final @Nullable String level;

    EstimateTable(String first, List<Row> rows) {
        this.first = first;
        this.rows = List.copyOf(rows);
        List<String> levels = intervals(rows).map(PlainNumber::level).distinct().toList();
        this.level = levels.size() == 1 ? levels.get(0) : null;
    }

    List<Plots.Row> plotted() {
        return rows.stream().map(Row::plotted).toList();
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of(first));
        if (hasN()) {
            header.add("n");
        }
        header.add("Estimate");
        if (hasIntervals()) {
            header.add(level == null ? "Interval" : level + " interval");
        }
        if (hasPValues()) {
            header.add("p value");
        }
        return header;
    }

    List<List<String>> cells() {
        return rows.stream().map(this::cells).toList();
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.label()));
        if (hasN()) {
            cells.add(Objects.requireNonNullElse(row.n(), "–"));
        }
        Estimate estimate = row.estimate();
        cells.add(estimate == null ? Shown.NOT_SHOWN : value(estimate));
        if (hasIntervals()) {
            cells.add(estimate == null ? Shown.NOT_SHOWN : interval(estimate.interval()));
        }
        if (hasPValues()) {
            cells.add(estimate == null ? Shown.NOT_SHOWN : pValue(estimate));
        }
        return cells;
    }

    private static String value(Estimate estimate) {
        return Double.isNaN(estimate.value()) && estimate.interval() != null ? "–" : PlainNumber.text(estimate.value());
    }

    private String interval(@Nullable Interval interval) {
        if (interval == null) {
            return "none";
        }
        return level == null
                ? PlainNumber.level(interval) + ": " + PlainNumber.ends(interval)
                : PlainNumber.ends(interval);
    }

    private static String pValue(Estimate estimate) {
        return Double.isNaN(estimate.pValue()) ? "–" : PlainNumber.pValue(estimate.pValue());
    }

    private boolean hasN() {
        return rows.stream().anyMatch(row -> row.n() != null);
    }

    private boolean hasIntervals() {
        return intervals(rows).findAny().isPresent();
    }

    private boolean hasPValues() {
        return rows.stream()
                .map(Row::estimate)
                .anyMatch(estimate -> estimate != null && !Double.isNaN(estimate.pValue()));
    }

    private static Stream<Interval> intervals(List<Row> rows) {
        return rows.stream()
                .map(Row::estimate)
                .flatMap(estimate ->
                        estimate == null ? Stream.<Interval>empty() : Stream.ofNullable(estimate.interval()));
    }
}
