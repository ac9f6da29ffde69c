package london.loti.mapping.index;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.model.area.AreaParents;

/** The rows that are compared with each other: one group for the whole table, or a group a parent. */
final class Bases {
    private final int[][] rows;
    private final int[] rest;

    private Bases(int[][] rows, int[] rest) {
        this.rows = rows;
        this.rest = rest;
    }

    static Bases wholeTable(int rowCount) {
        return new Bases(new int[][] {IntStream.range(0, rowCount).toArray()}, new int[0]);
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
        int[] rest = IntStream.range(0, rowCount)
                .filter(row -> parents.of(row).isEmpty())
                .toArray();
        return new Bases(rows, rest);
    }

    int count() {
        return rows.length;
    }

    /** The rows of a group; not to be changed. */
    int[] rows(int group) {
        return rows[group];
    }

    /** The rows that are in no group; not to be changed. */
    int[] rest() {
        return rest;
    }
}
