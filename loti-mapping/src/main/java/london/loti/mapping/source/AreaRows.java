package london.loti.mapping.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.ColumnMapping;
import london.loti.mapping.source.TableReader.Code;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.finding.Where;
import london.loti.model.metric.Metric;
import london.loti.model.table.CsvReader;

/** Reads the rows of one file. */
final class AreaRows {
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
        Optional<CodeColumn> found = codeColumn();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AreaVintage vintage = found.get().vintage();
        int code = csv.column(found.get().name());
        int name = Optional.ofNullable(mapping.name())
                .or(() -> nameColumn(vintage))
                .map(csv::column)
                .orElse(-1);
        List<ParentColumns> parents = parentColumns(vintage);
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

    /** Keeps the place of a row whose code is wrong; no table is made of it. */
    private static final AreaCode NOBODY = new AreaCode("E99999999");

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

    /** Beyond it nothing is counted or measured, and sums of squares may end up infinite. */
    private static final double LARGEST = 1e15;

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
                            + (metric.unit() == london.loti.model.metric.MetricUnit.PROPORTION && value <= 100
                                    ? "\nMaybe the column holds percentages: say PERCENT in the recipe."
                                    : ""),
                    csv.where(column));
        }
        return value;
    }

    private record CodeColumn(String name, AreaVintage vintage) {}

    private Optional<CodeColumn> codeColumn() {
        String given = mapping.code();
        if (given != null) {
            if (csv.column(given) < 0) {
                return Optional.empty();
            }
            Optional<AreaVintage> told = AreaVintage.fromHeader(given).or(() -> Optional.ofNullable(wanted));
            if (told.isEmpty()) {
                csv.error(
                        Code.NO_VINTAGE,
                        "the header does not tell the year of the geography\nMaybe give it, for example as lsoa21.",
                        Where.column(csv.source(), given));
            }
            return told.flatMap(v -> asWanted(new CodeColumn(given, v)));
        }
        List<CodeColumn> told = csv.header().stream()
                .filter(AreaRows::isCodeColumn)
                .map(h -> new CodeColumn(h, AreaVintage.fromHeader(h).orElseThrow()))
                .sorted((a, b) -> a.vintage().geography().compareTo(b.vintage().geography()))
                .toList();
        if (told.isEmpty() && csv.header().size() == 1) {
            csv.error(
                    Code.NO_CODE_COLUMN,
                    "the first line must name the columns, with commas between them, but names only one"
                            + "\nMaybe the file has semicolons or tabs in their place, or a title above its header.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        if (told.isEmpty()) {
            csv.error(
                    Code.NO_CODE_COLUMN,
                    "a column of area codes is needed whose name tells geography and year, for example lsoa21_code, but"
                            + " the header has none\nMaybe name the column of codes and its vintage.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        Optional<CodeColumn> exact =
                told.stream().filter(c -> c.vintage().equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        CodeColumn finest = told.get(0);
        List<String> rivals = told.stream()
                .filter(c -> c.vintage().geography() == finest.vintage().geography())
                .map(CodeColumn::name)
                .toList();
        if (wanted == null && rivals.size() > 1) {
            csv.error(
                    Code.NO_CODE_COLUMN,
                    "one column of area codes is needed, but there are " + rivals
                            + "\nMaybe give the vintage that is meant.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        if (wanted != null && wanted.geography() != finest.vintage().geography()) {
            csv.error(
                    Code.NO_CODE_COLUMN,
                    "a column with codes of " + wanted + " is needed, for example " + wanted.key()
                            + "_code, but there are only "
                            + told.stream().map(CodeColumn::name).toList()
                            + "\nMaybe name the column of codes.",
                    Where.line(csv.source(), 1));
            return Optional.empty();
        }
        return asWanted(finest);
    }

    private Optional<CodeColumn> asWanted(CodeColumn column) {
        if (wanted == null || wanted.equals(column.vintage())) {
            return Optional.of(column);
        }
        csv.error(
                Code.OTHER_VINTAGE,
                "a table of " + wanted + " is wanted, but this one is of " + column.vintage()
                        + "\nMaybe convert it first: equal codes may be other land.",
                Where.column(csv.source(), column.name()));
        return Optional.empty();
    }

    private static boolean isCodeColumn(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith("nm") || lower.endsWith("name");
        return !named && AreaVintage.fromHeader(header).isPresent();
    }

    private Optional<String> nameColumn(AreaVintage vintage) {
        return csv.header().stream()
                .filter(h -> !isCodeColumn(h))
                .filter(h -> AreaVintage.fromHeader(h).equals(Optional.of(vintage)))
                .findFirst();
    }

    private List<ParentColumns> parentColumns(AreaVintage vintage) {
        List<ParentColumns> parents = new ArrayList<>();
        for (ColumnMapping.Parent parent : mapping.parents()) {
            int name = Optional.ofNullable(parent.name()).map(csv::column).orElse(-1);
            parents.add(new ParentColumns(
                    parent.vintage(), csv.column(parent.code()), name, new ArrayList<>(), new ArrayList<>()));
        }
        for (String header : csv.header()) {
            Optional<AreaVintage> told = AreaVintage.fromHeader(header).filter(v -> isCodeColumn(header));
            boolean coarser = told.isPresent()
                    && told.get().geography().compareTo(vintage.geography()) > 0
                    && parents.stream().noneMatch(p -> p.vintage().equals(told.get()));
            if (coarser) {
                int name = nameColumn(told.get()).map(csv::column).orElse(-1);
                parents.add(
                        new ParentColumns(told.get(), csv.column(header), name, new ArrayList<>(), new ArrayList<>()));
            }
        }
        return parents;
    }

    private record ParentColumns(
            AreaVintage vintage, int code, int name, List<@Nullable AreaCode> codes, List<@Nullable String> names) {
        void read(CsvReader csv) {
            String text = csv.text(code);
            boolean known = AreaCode.isCode(text) && vintage.geography().covers(new AreaCode(text).type());
            if (!known && !text.isEmpty()) {
                csv.error(
                        Code.UNKNOWN_AREA,
                        "the code of an area of " + vintage + " is wanted, or nothing, but the cell holds another text",
                        csv.where(code));
            }
            codes.add(known ? new AreaCode(text) : null);
            String label = csv.text(name);
            names.add(label.isEmpty() ? null : label);
        }
    }
}
