package london.loti.mapping.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.ColumnMapping;
import london.loti.mapping.source.TableReader.Code;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.table.CsvReader;

/** Reads the rows of one file. */
final class AreaRows {
    /** Keeps the place of a row whose code is wrong; no table is made of it. */
    private static final AreaCode NOBODY = new AreaCode("E99999999");

    /** Beyond it nothing is counted or measured, and sums of squares may end up infinite. */
    private static final double LARGEST = 1e15;

    private final CsvReader csv;
    private final @Nullable AreaVintage wanted;
    private final ColumnMapping mapping;
    private final List<Metric> metrics;

    AreaRows(CsvReader csv, @Nullable AreaVintage wanted, ColumnMapping mapping, List<Metric> metrics) {
        this.csv = csv;
        this.wanted = wanted;
        this.mapping = mapping;
        this.metrics = metrics;
    }

    /** The table; empty where an error stands in the way. */
    Optional<AreaTable> read() {
        if (csv.header().isEmpty()) {
            return Optional.empty();
        }
        HeaderColumns header = new HeaderColumns(csv, wanted, mapping);
        Optional<HeaderColumns.Code> found = header.code();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AreaVintage vintage = found.get().vintage();
        int code = csv.column(found.get().name());
        int name = header.name(vintage);
        List<ParentColumns> parents = header.parents(vintage);
        int[] columns = metrics.stream().mapToInt(m -> csv.column(m.id())).toArray();

        List<AreaCode> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        double[][] values = new double[columns.length][1024];
        Map<AreaCode, Integer> lineOf = new HashMap<>();
        while (csv.next()) {
            Optional<AreaCode> area = area(code, vintage, lineOf);
            int row = codes.size();
            for (int i = 0; i < columns.length; i++) {
                if (row == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], 2 * row);
                }
                values[i][row] = number(columns[i], metrics.get(i));
            }
            parents.forEach(p -> p.read(csv));
            codes.add(area.orElse(NOBODY));
            names.add(csv.text(name).isEmpty() ? csv.text(code) : csv.text(name));
        }
        if (csv.findings().stream().anyMatch(f -> f.isError())) {
            return Optional.empty();
        }
        AreaTable.Builder table =
                AreaTable.builder(vintage).codes(codes).names(names).datasets(List.of(csv.dataset()));
        parents.forEach(p -> table.parents(AreaParents.of(p.vintage(), p.codes(), p.names())));
        for (int i = 0; i < columns.length; i++) {
            table.column(metrics.get(i), Arrays.copyOf(values[i], codes.size()));
        }
        return Optional.of(table.build());
    }

    private Optional<AreaCode> area(int column, AreaVintage vintage, Map<AreaCode, Integer> lineOf) {
        String text = csv.text(column);
        if (!AreaCode.isCode(text)) {
            csv.error(
                    Code.UNKNOWN_AREA,
                    "the code of an area is wanted (a letter and eight digits), but the cell holds another text",
                    csv.where(column));
            return Optional.empty();
        }
        AreaCode code = new AreaCode(text);
        if (!vintage.geography().covers(code.type())) {
            csv.error(
                    Code.UNKNOWN_AREA,
                    "the code of an area of " + vintage + " is wanted, but " + code + " is the code of a "
                            + code.type().label(),
                    csv.where(column));
            return Optional.empty();
        }
        Integer before = lineOf.putIfAbsent(code, csv.line());
        if (before != null) {
            csv.error(
                    Code.DUPLICATE_AREA,
                    "an area must come once, but " + code + " stands in line " + before + " already",
                    csv.where(column));
        }
        return Optional.of(code);
    }

    private double number(int column, Metric metric) {
        double value = csv.number(column);
        boolean allowed = !(Math.abs(value) > LARGEST)
                && switch (metric.unit()) {
                    case PEOPLE, HOUSEHOLDS -> !(value < 0);
                    case PERCENT -> !(value < 0 || value > 100);
                    case PROPORTION -> !(value < 0 || value > 1);
                    case RANK -> !(value < 1);
                    case RATE, SCORE -> true;
                };
        if (!allowed) {
            csv.error(
                    Code.OUT_OF_RANGE,
                    "a number of the unit " + metric.unit() + " can't have this value"
                            + (metric.unit() == MetricUnit.PROPORTION && value <= 100
                                    ? "\nMaybe the column holds percentages: say PERCENT in the recipe."
                                    : ""),
                    csv.where(column));
        }
        return value;
    }
}
