package london.loti.persona.segment;

import java.util.Arrays;

/**
 * Neighbouring attributes taken together as one with more levels. The likelihood of a pattern is then a product over a
 * few blocks and not over many attributes: the same numbers from a fraction of the multiplications. A
 * <em>combination</em> is what a pattern answers within a block; those of all blocks are numbered through.
 */
final class LatentBlocks {
    /** The tables of a few classes should stay in the nearest cache. */
    private static final int MOST_COMBINATIONS = 512;

    private final int blocks;
    private final int[] ofPattern;
    private final int[] starts;
    private final int[] cells;

    private LatentBlocks(int blocks, int[] ofPattern, int[] starts, int[] cells) {
        this.blocks = blocks;
        this.ofPattern = ofPattern;
        this.starts = starts;
        this.cells = cells;
    }

    static LatentBlocks of(LatentPatterns patterns) {
        int[] offsets = LatentPatterns.offsets(patterns.attributes());
        int width = patterns.attributes().size();
        int[] ends = ends(offsets, width);
        int[] ofPattern = new int[patterns.size() * ends.length];
        int[] starts = new int[patterns.size() * ends.length + 1];
        int[] cells = new int[patterns.size() * width];
        int combinations = 0;
        int filled = 0;
        for (int block = 0; block < ends.length; block++) {
            int from = block == 0 ? 0 : ends[block - 1];
            int[] known = new int[codes(offsets, from, ends[block])];
            Arrays.fill(known, -1);
            for (int pattern = 0; pattern < patterns.size(); pattern++) {
                int code = 0;
                for (int column = from; column < ends[block]; column++) {
                    code = code * (offsets[column + 1] - offsets[column] + 1) + patterns.level(pattern, column) + 1;
                }
                if (known[code] < 0) {
                    known[code] = combinations++;
                    for (int column = from; column < ends[block]; column++) {
                        if (patterns.level(pattern, column) != LatentPatterns.MISSING) {
                            cells[filled++] = offsets[column] + patterns.level(pattern, column);
                        }
                    }
                    starts[combinations] = filled;
                }
                ofPattern[pattern * ends.length + block] = known[code];
            }
        }
        return new LatentBlocks(
                ends.length, ofPattern, Arrays.copyOf(starts, combinations + 1), Arrays.copyOf(cells, filled));
    }

    private static int[] ends(int[] offsets, int width) {
        int[] ends = new int[width];
        int blocks = 0;
        int from = 0;
        for (int column = 1; column <= width; column++) {
            if (column == width || codes(offsets, from, column + 1) > MOST_COMBINATIONS) {
                ends[blocks++] = column;
                from = column;
            }
        }
        return Arrays.copyOf(ends, blocks);
    }

    /** How many combinations there could be, gaps among them. */
    private static int codes(int[] offsets, int from, int to) {
        int codes = 1;
        for (int column = from; column < to; column++) {
            codes *= offsets[column + 1] - offsets[column] + 1;
        }
        return codes;
    }

    /** The number of blocks. */
    int size() {
        return blocks;
    }

    int combinations() {
        return starts.length - 1;
    }

    /** For each pattern its combination in every block. */
    int[] ofPattern() {
        return ofPattern;
    }

    /** Where the cells of a combination begin; they end where those of the next begin. */
    int start(int combination) {
        return starts[combination];
    }

    int cell(int place) {
        return cells[place];
    }
}
