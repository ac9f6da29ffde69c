package london.loti.referral.feedback;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.table.CsvWriter;

/**
 * A report as a table, one row a number. A number that is not shown is empty.
 *
 * <pre>{@code
 * figure,by,of,category,residents,percent,value
 * loop,everybody,,"Asked, and answered",410,52.6,
 * contact-time,everybody,,median,,,4
 * }</pre>
 */
public final class ReportCsv {
    private static final String EVERYBODY = "everybody";

    private final CsvWriter csv =
            new CsvWriter(List.of("figure", "by", "of", "category", "residents", "percent", "value"));

    private ReportCsv() {}

    /**
     * {@return the table}
     *
     * @param report a report
     */
    public static String of(ReferralReport report) {
        ReportCsv table = new ReportCsv();
        report.breakdowns().forEach(table::add);
        report.waits().forEach(table::add);
        for (Comparison comparison : report.comparisons()) {
            String by = comparison.dimension().name().toLowerCase(Locale.ROOT);
            table.counts(comparison.id(), by, "Everybody", comparison.everybody());
            comparison.rows().forEach(row -> table.counts(comparison.id(), by, row.label(), row.counts()));
        }
        report.organisations().rows().forEach(row -> {
            table.counts("organisations", "organisation", row.organisation(), row.counts());
            table.row("organisations", "organisation", row.organisation(), "steadied", null, row.steadied(), null);
        });
        return table.csv.toString();
    }

    private void add(Breakdown breakdown) {
        counts(breakdown.id(), EVERYBODY, "", breakdown.counts());
        breakdown.parts().forEach(this::add);
    }

    private void add(WaitingTime wait) {
        counts(wait.id(), EVERYBODY, "", wait.counts());
        value(wait.id(), "quarter", wait.quarter());
        value(wait.id(), "median", wait.median());
        value(wait.id(), "three quarters", wait.threeQuarters());
    }

    private void counts(String figure, String by, String of, DisclosedCounts counts) {
        counts.rows().forEach(count -> row(figure, by, of, count.category(), count.people(), count.percent(), null));
    }

    private void value(String figure, String category, OptionalInt days) {
        row(figure, EVERYBODY, "", category, null, null, days.isPresent() ? (Double) (double) days.getAsInt() : null);
    }

    private void row(
            String figure,
            String by,
            String of,
            String category,
            @Nullable Long people,
            @Nullable Double percent,
            @Nullable Double value) {
        csv.text(figure).text(by).text(of).text(category);
        csv.number(people == null ? Double.NaN : people);
        csv.number(percent == null ? Double.NaN : Math.rint(percent * 10) / 10);
        csv.number(value == null ? Double.NaN : value);
        csv.endRow();
    }
}
