package london.loti.persona.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

/**
 * The rows of a sample with equal answers put together: a likelihood needs each pattern of answers once, with the number
 * of rows that have it. Patterns are in the order of their levels, whatever the order of the rows, so that a fit of the
 * same rows has the same bits.
 *
 * <p>A <em>cell</em> is a level of an attribute; the cells of all attributes are numbered through.
 */
final class LatentPatterns {
    static final byte MISSING = -1;

    private final List<Attribute> attributes;
    private final int[] offsets;
    private final int[] cellCounts;
    private final int[] ofRow;
    private final byte[] levels;
    private final int[] counts;
    private final int rowsUsed;

    private LatentPatterns(
            List<Attribute> attributes, int[] offsets, int[] cellCounts, int[] ofRow, byte[] levels, int[] counts) {
        this.attributes = attributes;
        this.offsets = offsets;
        this.cellCounts = cellCounts;
        this.ofRow = ofRow;
        this.levels = levels;
        this.counts = counts;
        int used = 0;
        for (int count : counts) {
            used += count;
        }
        this.rowsUsed = used;
    }

    /** Collapses a sample, and refuses what latent classes can't be made of. */
    static LatentPatterns of(Sample sample) {
        List<Attribute> attributes = sample.attributes();
        attributes.forEach(LatentPatterns::require);
        int width = attributes.size();
        int[] offsets = offsets(attributes);
        byte[] answers = answers(sample);
        int[] cellCounts = new int[offsets[width]];
        for (int at = 0; at < answers.length; at++) {
            if (answers[at] != MISSING) {
                cellCounts[offsets[at % width] + answers[at]]++;
            }
        }
        requireVariety(attributes, offsets, cellCounts);
        return collapse(attributes, offsets, cellCounts, answers, sample.size());
    }

    private static LatentPatterns collapse(
            List<Attribute> attributes, int[] offsets, int[] cellCounts, byte[] answers, int rows) {
        int width = attributes.size();
        int[] order = order(answers, width, rows);
        int[] ofRow = new int[rows];
        int[] first = new int[rows];
        int[] counts = new int[rows];
        int patterns = 0;
        for (int row : order) {
            if (isEmpty(answers, row * width, width)) {
                ofRow[row] = MISSING;
                continue;
            }
            if (patterns == 0 || !equal(answers, row * width, first[patterns - 1] * width, width)) {
                first[patterns++] = row;
            }
            counts[patterns - 1]++;
            ofRow[row] = patterns - 1;
        }
        byte[] levels = new byte[patterns * width];
        for (int pattern = 0; pattern < patterns; pattern++) {
            System.arraycopy(answers, first[pattern] * width, levels, pattern * width, width);
        }
        return new LatentPatterns(attributes, offsets, cellCounts, ofRow, levels, Arrays.copyOf(counts, patterns));
    }

    private static void require(Attribute attribute) {
        if (!attribute.use().mayMatch()) {
            throw new IllegalArgumentException("the attribute '" + attribute.id() + "' is " + attribute.use()
                    + ", so it must not form a class\nMaybe leave it out: sample.matching()");
        }
        if (attribute.kind() == AttributeKind.INTERVAL) {
            throw new IllegalArgumentException("an attribute of latent classes must have levels, but '"
                    + attribute.id() + "' is an interval\nMaybe band it first: an ordinal with levels such as"
                    + " '16 to 24' and '25 to 64'.");
        }
    }

    private static void requireVariety(List<Attribute> attributes, int[] offsets, int[] cellCounts) {
        for (int column = 0; column < attributes.size(); column++) {
            int used = used(cellCounts, offsets[column], offsets[column + 1]);
            if (used < 2) {
                throw new IllegalArgumentException("an attribute of latent classes must have two values or more in the"
                        + " sample, but '" + attributes.get(column).id() + "' has " + (used == 0 ? "none" : "one")
                        + "\nMaybe leave it out: it can't tell classes apart.");
            }
        }
    }

    private static int used(int[] cellCounts, int from, int to) {
        int used = 0;
        for (int cell = from; cell < to; cell++) {
            used += cellCounts[cell] > 0 ? 1 : 0;
        }
        return used;
    }

    /** The first cell of each attribute, and after the last the number of cells. */
    static int[] offsets(List<Attribute> attributes) {
        int[] offsets = new int[attributes.size() + 1];
        for (int column = 0; column < attributes.size(); column++) {
            offsets[column + 1] =
                    offsets[column] + attributes.get(column).levels().size();
        }
        return offsets;
    }

    private static byte[] answers(Sample sample) {
        int width = sample.attributes().size();
        byte[] answers = new byte[Math.multiplyExact(sample.size(), width)];
        double[] values = new double[sample.size()];
        for (int column = 0; column < width; column++) {
            sample.copy(column, 0, values);
            for (int row = 0; row < values.length; row++) {
                answers[row * width + column] = Double.isNaN(values[row]) ? MISSING : (byte) values[row];
            }
        }
        return answers;
    }

    /** The rows sorted by their answers: stable counting sorts, the last column first. */
    private static int[] order(byte[] answers, int width, int rows) {
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        int[] sorted = new int[rows];
        for (int column = width - 1; column >= 0; column--) {
            int[] starts = new int[Attribute.MOST_LEVELS + 2];
            for (int row = 0; row < rows; row++) {
                starts[answers[row * width + column] + 2]++;
            }
            for (int level = 1; level < starts.length; level++) {
                starts[level] += starts[level - 1];
            }
            for (int row : order) {
                sorted[starts[answers[row * width + column] + 1]++] = row;
            }
            int[] swap = order;
            order = sorted;
            sorted = swap;
        }
        return order;
    }

    private static boolean isEmpty(byte[] answers, int at, int width) {
        for (int column = 0; column < width; column++) {
            if (answers[at + column] != MISSING) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(byte[] answers, int one, int other, int width) {
        return Arrays.equals(answers, one, one + width, answers, other, other + width);
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** The number of patterns. */
    int size() {
        return counts.length;
    }

    /** How many rows have a pattern. */
    int count(int pattern) {
        return counts[pattern];
    }

    /** A level, or {@link #MISSING}. */
    byte level(int pattern, int column) {
        return levels[pattern * attributes.size() + column];
    }

    /** The levels of a pattern. */
    byte[] levels(int pattern) {
        int width = attributes.size();
        return Arrays.copyOfRange(levels, pattern * width, (pattern + 1) * width);
    }

    /** The answers of somebody who need not be in the sample; levels that nobody gave are missing. */
    byte[] levelsOf(double[] answers) {
        if (answers.length != attributes.size()) {
            throw new IllegalArgumentException("answers must be one for each of the " + attributes.size()
                    + " attributes, but are " + answers.length);
        }
        byte[] given = new byte[answers.length];
        for (int column = 0; column < answers.length; column++) {
            double level = answers[column];
            int most = offsets[column + 1] - offsets[column];
            if (!Double.isNaN(level) && !(level >= 0 && level < most && level == Math.rint(level))) {
                Attribute attribute = attributes.get(column);
                throw new IllegalArgumentException("'" + attribute.id() + "' must be " + attribute.expected()
                        + ", given as a place from 0, or NaN");
            }
            boolean known = !Double.isNaN(level) && isUsed(offsets[column] + (int) level);
            given[column] = known ? (byte) level : MISSING;
        }
        return given;
    }

    /** The cell of a level. */
    int cell(int column, int level) {
        Objects.checkIndex(column, attributes.size());
        return offsets[column] + Objects.checkIndex(level, offsets[column + 1] - offsets[column]);
    }

    int rows() {
        return ofRow.length;
    }

    int rowsUsed() {
        return rowsUsed;
    }

    /** The pattern of a row; {@link #MISSING} where nothing is known. */
    int ofRow(int row) {
        return ofRow[row];
    }

    /** Whether any row gave the level of a cell. */
    boolean isUsed(int cell) {
        return cellCounts[cell] > 0;
    }

    /** Whether every row that is used answered everything. */
    boolean isComplete() {
        for (byte level : levels) {
            if (level == MISSING) {
                return false;
            }
        }
        return true;
    }

    /** The free parameters of a model: levels that nobody gave have none. */
    int parameters(int classes) {
        int free = 0;
        for (int column = 0; column < attributes.size(); column++) {
            free += used(cellCounts, offsets[column], offsets[column + 1]) - 1;
        }
        return Math.addExact(classes - 1, Math.multiplyExact(classes, free));
    }

    /** How many patterns without a gap there could be, of the levels that were given; at most {@code limit}. */
    long possible(long limit) {
        long product = 1;
        for (int column = 0; column < attributes.size() && product < limit; column++) {
            product *= used(cellCounts, offsets[column], offsets[column + 1]);
        }
        return Math.min(product, limit);
    }
}
