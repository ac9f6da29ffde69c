package london.loti.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/**
 * Columns of numbers and of categories, one row a unit or a unit and period. Numbers are {@code NaN} and categories
 * {@link Categories#MISSING} where nothing is told. Immutable and safe for threads; {@code toString} tells no value.
 */
public final class StudyTable {
    private final String source;
    private final int rows;
    private final Map<String, double[]> numbers;
    private final Map<String, Categories> categories;
    private final int @Nullable [] lines;
    private final String hash;

    private StudyTable(
            String source,
            int rows,
            Map<String, double[]> numbers,
            Map<String, Categories> categories,
            int @Nullable [] lines,
            String hash) {
        this.source = source;
        this.rows = rows;
        this.numbers = numbers;
        this.categories = categories;
        this.lines = lines;
        this.hash = hash;
    }

    /**
     * {@return a builder}
     *
     * @param source the name that findings give to the table, for example that of its file
     * @param rows the number of rows
     */
    public static Builder builder(String source, int rows) {
        return new Builder(source, rows);
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the name that findings give to the table} */
    public String source() {
        return source;
    }

    /** {@return the SHA-256 of all columns as they were when the table was made; a part of the table keeps it} */
    public String hash() {
        return hash;
    }

    /**
     * {@return whether the table has a column of numbers with this name}
     *
     * @param column the column's name
     */
    public boolean hasNumbers(String column) {
        return numbers.containsKey(column);
    }

    /**
     * {@return a copy of a column of numbers; {@code NaN} is missing}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column of numbers
     */
    public double[] numbers(String column) {
        return shared(column).clone();
    }

    /** The column itself, for those who only read it. */
    double[] shared(String column) {
        double[] found = numbers.get(column);
        if (found == null) {
            throw unknown("of numbers", column, numbers.keySet());
        }
        return found;
    }

    /**
     * {@return a column of categories}
     *
     * @param column the column's name
     * @throws IllegalArgumentException if there is no such column of categories
     */
    public Categories categories(String column) {
        Categories found = categories.get(column);
        if (found == null) {
            throw unknown("of categories", column, categories.keySet());
        }
        return found;
    }

    /**
     * {@return the place of a cell, for findings}
     *
     * @param row the row, from 0
     * @param column the column's name
     */
    public Where where(int row, String column) {
        return Where.cell(source, lines == null ? row + 1 : lines[row], column);
    }

    /**
     * {@return the rows in which none of these columns is missing, in their order}
     *
     * @param columns names of columns
     */
    public int[] completeRows(List<String> columns) {
        List<double[]> numeric = new ArrayList<>();
        List<Categories> labelled = new ArrayList<>();
        for (String column : columns) {
            double[] found = numbers.get(column);
            if (found == null) {
                labelled.add(categories(column));
            } else {
                numeric.add(found);
            }
        }
        return IntStream.range(0, rows)
                .filter(row -> numeric.stream().noneMatch(column -> Double.isNaN(column[row]))
                        && labelled.stream().noneMatch(column -> column.code(row) == Categories.MISSING))
                .toArray();
    }

    /**
     * {@return some of the rows, with the lines and the hash of the whole}
     *
     * @param kept the rows to keep, in their new order
     */
    public StudyTable select(int[] kept) {
        Map<String, double[]> newNumbers = new LinkedHashMap<>();
        numbers.forEach((name, column) -> newNumbers.put(
                name, Arrays.stream(kept).mapToDouble(row -> column[row]).toArray()));
        Map<String, Categories> newCategories = new LinkedHashMap<>();
        categories.forEach((name, column) -> newCategories.put(name, column.select(kept)));
        int[] newLines = Arrays.stream(kept)
                .map(row -> lines == null ? row + 1 : lines[row])
                .toArray();
        return new StudyTable(source, kept.length, newNumbers, newCategories, newLines, hash);
    }

    private static IllegalArgumentException unknown(String kind, String column, Set<String> names) {
        return new IllegalArgumentException("the table must have a column " + kind + " '" + column + "', but has none"
                + Nearest.hint(column, names));
    }

    @Override
    public String toString() {
        return "StudyTable[" + source + ", rows=" + rows + ", numbers=" + numbers.keySet() + ", categories="
                + categories.keySet() + "]";
    }

    /** Collects columns. */
    public static final class Builder {
        private final String source;
        private final int rows;
        private final Map<String, double[]> numbers = new LinkedHashMap<>();
        private final Map<String, Categories> categories = new LinkedHashMap<>();
        private int @Nullable [] lines;

        private Builder(String source, int rows) {
            this.source = source;
            this.rows = rows;
        }

        /**
         * Adds a column of numbers.
         *
         * @param name its name
         * @param values a number a row; {@code NaN} is missing
         * @return this builder
         * @throws IllegalArgumentException if the column has another length, or one has the name already
         */
        public Builder numbers(String name, double[] values) {
            require(name, values.length);
            numbers.put(name, values.clone());
            return this;
        }

        /**
         * Adds a column of categories.
         *
         * @param name its name
         * @param values a category a row
         * @return this builder
         * @throws IllegalArgumentException if the column has another length, or one has the name already
         */
        public Builder categories(String name, Categories values) {
            require(name, values.size());
            categories.put(name, values);
            return this;
        }

        /**
         * Says on which line each row stands.
         *
         * @param numbersOfLines a line a row
         * @return this builder
         */
        Builder lines(int[] numbersOfLines) {
            lines = numbersOfLines;
            return this;
        }

        private void require(String name, int length) {
            if (length != rows) {
                throw new IllegalArgumentException(
                        "the column '" + name + "' must have " + rows + " rows, but has " + length);
            }
            if (numbers.containsKey(name) || categories.containsKey(name)) {
                throw new IllegalArgumentException("a column's name must come once, but '" + name + "' comes twice");
            }
        }

        /** {@return the table} */
        public StudyTable build() {
            DataHash hash = DataHash.start();
            numbers.forEach((name, column) -> hash.add(name).add(column));
            categories.forEach(
                    (name, column) -> hash.add(name).add(column.labels()).add(column.codes()));
            return new StudyTable(
                    source, rows, new LinkedHashMap<>(numbers), new LinkedHashMap<>(categories), lines, hash.finish());
        }
    }
}
