package london.loti.mapping.index;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.model.area.AreaParents;

/** The rows that are compared with each other: one group for the whole table, or a group a parent. */
final class Bases {
    private final int[][] rows;

    private Bases(int[][] rows) {
        this.rows = rows;
    }

    static Bases wholeTable(int rowCount) {
        return new Bases(new int[][] {IntStream.range(0, rowCount).toArray()});
    }

    /** A row without a parent is in no group, and so has no score. */
    static Bases of(AreaParents parents, int rowCount) {
        int[] sizes = new int[parents.codes().size()];
        for (int row = 0; row < rowCount; row++) {
            parents.of(row).ifPresent(parent -> sizes[parent]++);
        }
        int[][] rows = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[rows.length];
        for (int row = 0; row < rowCount; row++) {
            int here = row;
            parents.of(row).ifPresent(parent -> rows[parent][filled[parent]++] = here);
        }
        return new Bases(rows);
    }

    int count() {
        return rows.length;
    }

    /** The rows of a group; not to be changed. */
    int[] rows(int group) {
        return rows[group];
    }
}
