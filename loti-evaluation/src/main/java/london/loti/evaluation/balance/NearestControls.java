package london.loti.evaluation.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Controls in the order of their scores, with the nearest one found by halving; those that are taken are skipped by links
 * that shorten as they are followed (union-find), so that n searches take little more than n steps of sorting. Of
 * controls equally near, the one in the first row is the nearest.
 */
final class NearestControls {
    private final int[] rows;
    private final double[] scores;
    private final int[] right;
    private final int[] left;

    NearestControls(int[] controlRows, double[] scoreOfRow) {
        this.rows = IntStream.of(controlRows)
                .boxed()
                .sorted((a, b) -> {
                    int order = Double.compare(scoreOfRow[a], scoreOfRow[b]);
                    return order != 0 ? order : Integer.compare(a, b);
                })
                .mapToInt(i -> i)
                .toArray();
        this.scores = Arrays.stream(rows).mapToDouble(i -> scoreOfRow[i]).toArray();
        // position p of the sorted controls is p + 1 in the links, so that both ends have a place
        this.right = IntStream.range(0, rows.length + 2).toArray();
        this.left = right.clone();
    }

    /** The row of the nearest control that is free, no further than the caliper, which is then taken; or -1. */
    int take(double score, double caliper) {
        int from = firstNotBelow(score);
        int above = follow(right, from + 1) - 1;
        int below = follow(left, from) - 1;
        if (below >= 0) {
            below = follow(right, firstNotBelow(scores[below]) + 1) - 1;
        }
        double up = above < rows.length ? Math.abs(scores[above] - score) : Double.POSITIVE_INFINITY;
        double down = below >= 0 ? Math.abs(scores[below] - score) : Double.POSITIVE_INFINITY;
        if (!(Math.min(up, down) <= caliper) || Double.isInfinite(Math.min(up, down))) {
            return -1;
        }
        return taken(up < down || (up == down && rows[above] < rows[below]) ? above : below);
    }

    /** As {@link #take}, but of the controls with a smaller score where one is free, however near others may be. */
    int takeBelow(double score, double caliper) {
        int from = firstNotBelow(score);
        int next = follow(left, from) - 1;
        if (next < 0) {
            next = follow(right, from + 1) - 1;
        }
        return next < rows.length && Math.abs(scores[next] - score) <= caliper ? taken(next) : -1;
    }

    private int taken(int position) {
        right[position + 1] = position + 2;
        left[position + 1] = position;
        return rows[position];
    }

    /** The rows of the nearest controls, no further than the caliper, the nearest first, at most so many; none is taken. */
    int[] nearest(double score, double caliper, int most) {
        int[] found = new int[Math.min(most, rows.length)];
        int size = 0;
        int above = firstNotBelow(score);
        int below = above - 1;
        while (size < found.length) {
            double up = above < rows.length ? Math.abs(scores[above] - score) : Double.POSITIVE_INFINITY;
            double down = below >= 0 ? Math.abs(scores[below] - score) : Double.POSITIVE_INFINITY;
            double distance = Math.min(up, down);
            if (!(distance <= caliper) || Double.isInfinite(distance)) {
                break;
            }
            int start = below;
            int end = above;
            while (start >= 0 && Math.abs(scores[start] - score) == distance) {
                start--;
            }
            while (end < rows.length && Math.abs(scores[end] - score) == distance) {
                end++;
            }
            int[] tied = IntStream.concat(IntStream.rangeClosed(start + 1, below), IntStream.range(above, end))
                    .map(i -> rows[i])
                    .sorted()
                    .limit((long) found.length - size)
                    .toArray();
            System.arraycopy(tied, 0, found, size, tied.length);
            size += tied.length;
            below = start;
            above = end;
        }
        return Arrays.copyOf(found, size);
    }

    /** As {@link #nearest}, but of the controls with a smaller score as long as there are any. */
    int[] nextBelow(double score, double caliper, int most) {
        int from = firstNotBelow(score);
        return IntStream.concat(IntStream.range(0, from).map(i -> from - 1 - i), IntStream.range(from, rows.length))
                .limit(most)
                .filter(i -> Math.abs(scores[i] - score) <= caliper)
                .map(i -> rows[i])
                .toArray();
    }

    private int firstNotBelow(double score) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int follow(int[] links, int from) {
        int end = from;
        while (links[end] != end) {
            end = links[end];
        }
        int at = from;
        while (links[at] != end) {
            int next = links[at];
            links[at] = end;
            at = next;
        }
        return end;
    }
}
