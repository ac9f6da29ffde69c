package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.table.CsvWriter;

/** Every estimate on a line of its own. */
final class TidyTable {
    private static final List<String> HEADER = List.of(
            "outcome", "role", "group", "term", "n", "estimate", "lo", "hi", "level", "p", "method", "suppressed");

    private TidyTable() {}

    /** One line; a number is null where it is not known, not shown or without limit. */
    record Row(
            String outcome,
            String role,
            String group,
            String term,
            @Nullable Double n,
            @Nullable Double estimate,
            @Nullable Double lo,
            @Nullable Double hi,
            @Nullable Double level,
            @Nullable Double p,
            String method,
            boolean suppressed) {}

    static String csv(ReportContent content) {
        CsvWriter csv = new CsvWriter(HEADER);
        for (Row row : rows(content)) {
            csv.text(row.outcome()).text(row.role()).text(row.group()).text(row.term());
            number(csv, row.n());
            number(csv, row.estimate());
            number(csv, row.lo());
            number(csv, row.hi());
            number(csv, row.level());
            number(csv, row.p());
            csv.text(row.method()).text(row.suppressed() ? "yes" : "no").endRow();
        }
        return csv.toString();
    }

    static List<Row> rows(ReportContent content) {
        List<Row> rows = new ArrayList<>();
        content.effects().forEach(shown -> add(rows, shown));
        ReportInput.Balance balance = content.input().balance();
        if (balance != null) {
            add(rows, content.balance("before", balance.before()));
            if (balance.after() != null) {
                add(rows, content.balance("after", balance.after()));
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, Shown shown) {
        boolean everybody = shown.role() == Role.PRIMARY || shown.role() == Role.SECONDARY;
        for (Estimate estimate : shown.effect().estimates()) {
            boolean hidden = shown.shown(estimate) == null;
            Interval interval = estimate.interval();
            rows.add(new Row(
                    shown.measure() == null ? "balance" : shown.measure().id(),
                    shown.role().word(),
                    everybody ? "everybody" : shown.label(),
                    estimate.term(),
                    shown.n() == null ? null : (Double) (double) shown.n(),
                    known(hidden, estimate.value()),
                    interval == null ? null : known(hidden, interval.lower()),
                    interval == null ? null : known(hidden, interval.upper()),
                    interval == null ? null : known(hidden, interval.level()),
                    known(hidden, estimate.pValue()),
                    shown.effect().method(),
                    hidden));
        }
    }

    private static @Nullable Double known(boolean hidden, double value) {
        return hidden || !Double.isFinite(value) ? null : (Double) value;
    }

    private static void number(CsvWriter csv, @Nullable Double value) {
        csv.number(value == null ? Double.NaN : value);
    }
}
