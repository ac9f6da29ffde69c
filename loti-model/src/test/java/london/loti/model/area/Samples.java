package london.loti.model.area;

import java.util.ArrayList;
import java.util.List;

import london.loti.model.metric.Metric;

/** Small tables out of text. */
public final class Samples {
    public static final AreaVintage LSOA_21 = AreaVintage.parse("lsoa21");

    private Samples() {}

    /** One area a line: its code and a number a metric, {@code -} where it is missing. */
    public static AreaTable table(List<Metric> metrics, String text) {
        List<String[]> rows = text.lines().map(line -> line.strip().split(" +")).toList();
        List<AreaCode> codes = new ArrayList<>();
        rows.forEach(row -> codes.add(new AreaCode(row[0])));
        AreaTable.Builder table = AreaTable.builder(LSOA_21).codes(codes);
        for (int column = 0; column < metrics.size(); column++) {
            int cell = column + 1;
            table.column(
                    metrics.get(column),
                    rows.stream()
                            .mapToDouble(row -> row[cell].equals("-") ? Double.NaN : Double.parseDouble(row[cell]))
                            .toArray());
        }
        return table.build();
    }

    static AreaCode code(String text) {
        return new AreaCode(text);
    }
}
