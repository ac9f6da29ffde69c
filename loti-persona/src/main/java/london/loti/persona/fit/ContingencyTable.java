package london.loti.persona.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.GTest;
import org.apache.commons.statistics.inference.SignificanceResult;

import london.loti.persona.attribute.Level;
import london.loti.persona.attribute.Sample;

/**
 * How many people are of each pair of categories: main language against device, or persona against age group.
 *
 * <p><b>Shape:</b> one row a category of the first, one column a category of the second, in their declared order;
 * categories without anybody stay in. <b>Missing:</b> people of whom either is not known are in no cell; they are
 * counted. <b>Small counts</b> may point at somebody: what leaves the council goes through its disclosure rule.
 * Immutable and thread-safe.
 */
public final class ContingencyTable {
    private final List<String> rows;
    private final List<String> columns;
    private final long[][] counts;
    private final long leftOut;

    private ContingencyTable(List<String> rows, List<String> columns, long[][] counts, long leftOut) {
        this.rows = rows;
        this.columns = columns;
        this.counts = counts;
        this.leftOut = leftOut;
    }

    /**
     * {@return the table of two attributes of a sample}
     *
     * @param sample the people
     * @param first an attribute with levels: the rows
     * @param second another: the columns
     * @throws IllegalArgumentException if either is not in the sample or is an interval
     */
    public static ContingencyTable of(Sample sample, String first, String second) {
        int row = Columns.categorical(sample, first);
        int column = Columns.categorical(sample, second);
        Builder table = builder(labels(sample, row), labels(sample, column));
        for (int person = 0; person < sample.size(); person++) {
            double r = sample.value(person, row);
            double c = sample.value(person, column);
            if (Double.isNaN(r) || Double.isNaN(c)) {
                table.leaveOut();
            } else {
                table.add((int) r, (int) c, 1);
            }
        }
        return table.build();
    }

    private static List<String> labels(Sample sample, int column) {
        return sample.attributes().get(column).levels().stream()
                .map(Level::label)
                .toList();
    }

    /**
     * Starts a table without anybody, for categories that are no attributes, such as the personas that people were
     * found nearest to.
     *
     * @param rows the categories of the first
     * @param columns the categories of the second
     * @return a builder
     */
    public static Builder builder(List<String> rows, List<String> columns) {
        return new Builder(rows, columns);
    }

    /** {@return the categories of the first} */
    public List<String> rows() {
        return rows;
    }

    /** {@return the categories of the second} */
    public List<String> columns() {
        return columns;
    }

    /**
     * {@return how many people are of a pair of categories}
     *
     * @param row a category of the first, from 0
     * @param column a category of the second, from 0
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public long count(int row, int column) {
        return counts[row][column];
    }

    /** {@return how many people are in the cells} */
    public long people() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** {@return how many people are in no cell, because one of the two is not known of them} */
    public long leftOut() {
        return leftOut;
    }

    /**
     * {@return how far the two go together, or why that can't be said}
     *
     * <p>Rows and columns without anybody count for nothing. Pearson's chi-squared is without continuity correction and
     * G² is 2·Σ observed·ln(observed / expected). Bergsma's V is
     * √(max(0, φ² − (r − 1)(c − 1)/(n − 1)) / (min(r̃, c̃) − 1)) with r̃ = r − (r − 1)²/(n − 1) and c̃ alike; where the
     * table has as many rows or columns as people, nothing is left of it and it is 0. Sources: Cramér 1946, Mathematical
     * Methods of Statistics, chapter 21; Bergsma 2013,
     * <a href="https://doi.org/10.1016/j.jkss.2012.10.002">doi:10.1016/j.jkss.2012.10.002</a>.
     */
    public Association association() {
        long[][] used = used();
        long people = people();
        if (people == 0) {
            return new Association.Undefined(0, leftOut, Association.Reason.NOBODY);
        }
        int r = used.length;
        int c = used[0].length;
        if (r == 1 || c == 1) {
            return new Association.Undefined(
                    people, leftOut, r == 1 ? Association.Reason.ONE_ROW : Association.Reason.ONE_COLUMN);
        }
        SignificanceResult pearson = ChiSquareTest.withDefaults().test(used);
        double phiSquared = pearson.getStatistic() / people;
        return new Association.Measured(
                people,
                leftOut,
                pearson.getStatistic(),
                (r - 1) * (c - 1),
                pearson.getPValue(),
                GTest.withDefaults().statistic(used),
                phiSquared,
                Math.sqrt(phiSquared / (1 + phiSquared)),
                Math.min(1, Math.sqrt(phiSquared / (Math.min(r, c) - 1))),
                correctedV(phiSquared, r, c, people),
                smallestExpected(used, people));
    }

    private static double correctedV(double phiSquared, int r, int c, long people) {
        if (r == people || c == people) {
            return 0; // nought over nought, but for the last bits
        }
        double n = people - 1.0;
        double left = Math.max(0, phiSquared - (r - 1) * (c - 1) / n);
        double rows = r - (r - 1) * (r - 1) / n;
        double columns = c - (c - 1) * (c - 1) / n;
        return Math.min(1, Math.sqrt(left / (Math.min(rows, columns) - 1)));
    }

    private static double smallestExpected(long[][] used, long people) {
        long row = Arrays.stream(used)
                .mapToLong(cells -> Arrays.stream(cells).sum())
                .min()
                .orElse(0);
        long column = IntStream.range(0, used[0].length)
                .mapToLong(c -> Arrays.stream(used).mapToLong(cells -> cells[c]).sum())
                .min()
                .orElse(0);
        return (double) row * column / people;
    }

    /** The rows and columns that somebody is in. */
    private long[][] used() {
        int[] kept = IntStream.range(0, columns.size())
                .filter(c -> Arrays.stream(counts).anyMatch(cells -> cells[c] > 0))
                .toArray();
        return Arrays.stream(counts)
                .filter(cells -> Arrays.stream(cells).anyMatch(count -> count > 0))
                .map(cells -> IntStream.of(kept).mapToLong(c -> cells[c]).toArray())
                .toArray(long[][]::new);
    }

    /** Says how large it is, and shows no count. */
    @Override
    public String toString() {
        return "ContingencyTable of " + rows.size() + " rows and " + columns.size() + " columns";
    }

    /** Counts people one by one or many at once. Not thread-safe. */
    public static final class Builder {
        private final List<String> rows;
        private final List<String> columns;
        private final long[][] counts;
        private long leftOut;

        private Builder(List<String> rows, List<String> columns) {
            this.rows = List.copyOf(rows);
            this.columns = List.copyOf(columns);
            this.counts = new long[rows.size()][columns.size()];
        }

        /**
         * Counts people of a pair of categories.
         *
         * @param row a category of the first, from 0
         * @param column a category of the second, from 0
         * @param people how many, 0 or more
         * @return this builder
         * @throws IndexOutOfBoundsException if there is no such cell
         * @throws IllegalArgumentException if the people are fewer than 0
         */
        public Builder add(int row, int column, long people) {
            if (people < 0) {
                throw new IllegalArgumentException("people must be 0 or more, but were " + people);
            }
            counts[row][column] += people;
            return this;
        }

        /**
         * Counts a person of whom one of the two is not known.
         *
         * @return this builder
         */
        public Builder leaveOut() {
            leftOut++;
            return this;
        }

        /** {@return the table} */
        public ContingencyTable build() {
            long[][] copy = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
            return new ContingencyTable(rows, columns, copy, leftOut);
        }
    }
}
