package london.loti.model.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import london.loti.model.metric.Metric;
import london.loti.model.provenance.Dataset;

/**
 * Numbers by area: one row an area of one vintage, one column a metric.
 *
 * <p><b>Shape:</b> rows are sorted by code, whatever order they came in, and no code comes twice. <b>Missing:</b> a
 * missing number is {@code NaN}; an infinite one is refused. <b>Polarity:</b> none; a recipe says what a high value
 * means. Immutable and thread-safe.
 */
public final class AreaTable {
    private final AreaVintage vintage;
    private final List<AreaCode> codes;
    private final List<String> names;
    private final List<AreaParents> parents;
    private final List<Metric> metrics;
    private final Map<String, Integer> columnOf;
    private final double[][] columns;
    private final List<Dataset> datasets;

    private AreaTable(
            AreaVintage vintage,
            List<AreaCode> codes,
            List<String> names,
            List<AreaParents> parents,
            List<Metric> metrics,
            double[][] columns,
            List<Dataset> datasets) {
        this.vintage = vintage;
        this.codes = codes;
        this.names = names;
        this.parents = parents;
        this.metrics = metrics;
        this.columns = columns;
        this.datasets = datasets;
        this.columnOf = new HashMap<>();
        for (int column = 0; column < metrics.size(); column++) {
            columnOf.put(metrics.get(column).id(), column);
        }
    }

    /**
     * Starts a table of a vintage.
     *
     * @param vintage the geography and year of all its areas
     * @return an empty builder
     */
    public static Builder builder(AreaVintage vintage) {
        return new Builder(vintage);
    }

    /** {@return the geography and year of the areas} */
    public AreaVintage vintage() {
        return vintage;
    }

    /** {@return how many areas there are} */
    public int rowCount() {
        return codes.size();
    }

    /** {@return the areas' codes, sorted: the code of row i is the i-th} */
    public List<AreaCode> codes() {
        return codes;
    }

    /** {@return the areas' names in the order of the rows; a code stands where no name is known} */
    public List<String> names() {
        return names;
    }

    /**
     * {@return the row of an area; empty where the table does not have it}
     *
     * @param code a code of the table's vintage: the same text may be other land in another
     */
    public OptionalInt row(AreaCode code) {
        int row = Collections.binarySearch(codes, code);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** {@return the larger areas that the areas lie in, the finest geography first; may be empty} */
    public List<AreaParents> parents() {
        return parents;
    }

    /**
     * {@return the parents of one geography; empty where the table has none of it}
     *
     * @param geography the kind of parents, for example wards
     */
    public Optional<AreaParents> parents(AreaVintage.Geography geography) {
        return parents.stream()
                .filter(p -> p.vintage().geography() == geography)
                .findFirst();
    }

    /** {@return what the columns measure, in their order} */
    public List<Metric> metrics() {
        return metrics;
    }

    /**
     * {@return the column with this metric id; empty where the table does not have it}
     *
     * @param metricId the id of a metric, letter for letter
     */
    public OptionalInt column(String metricId) {
        Integer column = columnOf.get(metricId);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /**
     * {@return one number; {@code NaN} where it is missing}
     *
     * @param row the row of an area, counted from 0
     * @param column the column of a metric, counted from 0
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * {@return whether a number is missing}
     *
     * @param row the row of an area, counted from 0
     * @param column the column of a metric, counted from 0
     */
    public boolean isMissing(int row, int column) {
        return Double.isNaN(columns[column][row]);
    }

    /**
     * {@return a fresh copy of a column, one number a row; {@code NaN} where it is missing}
     *
     * @param column the column of a metric, counted from 0
     */
    public double[] copyColumn(int column) {
        return columns[column].clone();
    }

    /** {@return the files that the numbers were read from; empty for a table made in memory} */
    public List<Dataset> datasets() {
        return datasets;
    }

    /**
     * {@return some of the areas, with everything that is known of them}
     *
     * @param keepsRow whether a row stays; it is given the row, counted from 0
     */
    public AreaTable where(IntPredicate keepsRow) {
        int[] kept = IntStream.range(0, rowCount()).filter(keepsRow).toArray();
        Builder builder = builder(vintage)
                .codes(IntStream.of(kept).mapToObj(codes::get).toList())
                .names(IntStream.of(kept).mapToObj(names::get).toList())
                .datasets(datasets);
        parents.forEach(p -> builder.parents(p.rows(kept)));
        for (int column = 0; column < columns.length; column++) {
            double[] values = columns[column];
            builder.column(
                    metrics.get(column),
                    IntStream.of(kept).mapToDouble(row -> values[row]).toArray());
        }
        return builder.build();
    }

    /**
     * Both tables' columns over all areas of either; a number is missing where its table does not have the area.
     * Names and parents are taken from this table, and from the other where this one has none.
     *
     * @param other a table of the same vintage; neither table is changed
     * @return a new table, this one's columns before the other's
     * @throws IllegalArgumentException if the vintages differ, or if both have a column of one name
     */
    public AreaTable join(AreaTable other) {
        if (!vintage.equals(other.vintage)) {
            throw new IllegalArgumentException(
                    "tables must be of one vintage to be joined, but were of " + vintage + " and " + other.vintage);
        }
        Set<AreaCode> union = new LinkedHashSet<>(codes);
        union.addAll(other.codes);
        List<AreaCode> all = union.stream().sorted().toList();
        int[] here = all.stream().mapToInt(code -> row(code).orElse(-1)).toArray();
        int[] there = all.stream().mapToInt(code -> other.row(code).orElse(-1)).toArray();
        List<String> joinedNames = new ArrayList<>(all.size());
        for (int row = 0; row < all.size(); row++) {
            String code = all.get(row).value();
            String name = here[row] < 0 ? code : names.get(here[row]);
            joinedNames.add(name.equals(code) && there[row] >= 0 ? other.names.get(there[row]) : name);
        }
        Builder builder = builder(vintage).codes(all).names(joinedNames);
        builder.datasets(datasets).datasets(other.datasets);
        for (AreaParents mine : parents) {
            AreaParents moved = mine.rows(here);
            builder.parents(other.parents.stream()
                    .filter(p -> p.vintage().equals(mine.vintage()))
                    .findFirst()
                    .map(p -> moved.orElse(p.rows(there)))
                    .orElse(moved));
        }
        other.parents.stream()
                .filter(p -> parents.stream().noneMatch(mine -> mine.vintage().equals(p.vintage())))
                .forEach(p -> builder.parents(p.rows(there)));
        addColumns(builder, this, here);
        addColumns(builder, other, there);
        return builder.build();
    }

    private static void addColumns(Builder builder, AreaTable from, int[] rows) {
        for (int column = 0; column < from.columns.length; column++) {
            double[] values = from.columns[column];
            builder.column(
                    from.metrics.get(column),
                    IntStream.of(rows)
                            .mapToDouble(row -> row < 0 ? Double.NaN : values[row])
                            .toArray());
        }
    }

    @Override
    public String toString() {
        return rowCount() + " areas (" + vintage + "), " + metrics.size() + " metrics";
    }

    /** Collects a table; rows may come in any order, all lists in the same. */
    public static final class Builder {
        private final AreaVintage vintage;
        private List<AreaCode> codes = List.of();
        private List<String> names = List.of();
        private final List<AreaParents> parents = new ArrayList<>();
        private final List<Metric> metrics = new ArrayList<>();
        private final List<double[]> columns = new ArrayList<>();
        private final List<Dataset> datasets = new ArrayList<>();

        private Builder(AreaVintage vintage) {
            this.vintage = vintage;
        }

        /**
         * The areas.
         *
         * @param areaCodes their codes, in any order, none twice
         * @return this builder
         */
        public Builder codes(List<AreaCode> areaCodes) {
            this.codes = List.copyOf(areaCodes);
            return this;
        }

        /**
         * The areas' names; without them, codes stand for names.
         *
         * @param areaNames one name an area, in the order of the codes
         * @return this builder
         */
        public Builder names(List<String> areaNames) {
            this.names = List.copyOf(areaNames);
            return this;
        }

        /**
         * The larger areas that they lie in.
         *
         * @param areaParents the parents of one geography; call once for each
         * @return this builder
         */
        public Builder parents(AreaParents areaParents) {
            parents.add(areaParents);
            return this;
        }

        /**
         * A column; the array is copied.
         *
         * @param metric what the numbers measure
         * @param values one number an area, in the order of the codes; {@code NaN} where it is missing
         * @return this builder
         */
        public Builder column(Metric metric, double[] values) {
            metrics.add(metric);
            columns.add(values.clone());
            return this;
        }

        /**
         * The files that it was read from.
         *
         * @param files names and hashes, added to those given before
         * @return this builder
         */
        public Builder datasets(List<Dataset> files) {
            datasets.addAll(files);
            return this;
        }

        /**
         * The table.
         *
         * @return the table, its rows sorted by code
         * @throws IllegalArgumentException if a code comes twice or is not of the vintage's geography, if a metric
         *     comes twice, if a list or column differs in length from the codes, or if a number is infinite
         */
        public AreaTable build() {
            for (AreaCode code : codes) {
                if (!vintage.geography().covers(code.type())) {
                    throw new IllegalArgumentException(
                            "areas of " + vintage + " must have codes of that geography, but " + code
                                    + " is a code of a " + code.type().label());
                }
            }
            int[] order = IntStream.range(0, codes.size())
                    .boxed()
                    .sorted((a, b) -> codes.get(a).compareTo(codes.get(b)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            List<AreaCode> sorted = IntStream.of(order).mapToObj(codes::get).toList();
            for (int row = 1; row < sorted.size(); row++) {
                if (sorted.get(row).equals(sorted.get(row - 1))) {
                    throw new IllegalArgumentException(
                            "an area must come once, but " + sorted.get(row) + " came twice");
                }
            }
            requireLength("names", names.isEmpty() ? codes.size() : names.size());
            List<String> sortedNames = names.isEmpty()
                    ? sorted.stream().map(AreaCode::value).toList()
                    : IntStream.of(order).mapToObj(names::get).toList();
            double[][] sortedColumns = new double[columns.size()][];
            Set<String> ids = new LinkedHashSet<>();
            for (int column = 0; column < sortedColumns.length; column++) {
                String id = metrics.get(column).id();
                if (!ids.add(id)) {
                    throw new IllegalArgumentException("a metric must come once, but '" + id + "' came twice");
                }
                double[] values = columns.get(column);
                requireLength("column '" + id + "'", values.length);
                if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
                    throw new IllegalArgumentException(
                            "numbers must be finite, but column '" + id + "' had an infinite");
                }
                sortedColumns[column] =
                        IntStream.of(order).mapToDouble(row -> values[row]).toArray();
            }
            parents.forEach(p -> requireLength("parents of " + p.vintage(), p.rowCount()));
            List<AreaParents> sortedParents = parents.stream()
                    .map(p -> p.rows(order))
                    .sorted((a, b) ->
                            a.vintage().geography().compareTo(b.vintage().geography()))
                    .toList();
            return new AreaTable(
                    vintage,
                    sorted,
                    sortedNames,
                    sortedParents,
                    List.copyOf(metrics),
                    sortedColumns,
                    List.copyOf(new LinkedHashSet<>(datasets)));
        }

        private void requireLength(String what, int length) {
            if (length != codes.size()) {
                throw new IllegalArgumentException(
                        what + " must have one entry an area, but had " + length + " for " + codes.size() + " areas");
            }
        }
    }
}
