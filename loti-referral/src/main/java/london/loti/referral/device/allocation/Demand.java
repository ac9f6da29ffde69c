package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The needs as rows: those that no rule can tell apart (the same points everywhere, the same floors) are one row with a
 * demand. Rows stand in the order of what they hold and the people of a row in the order of their lottery numbers, so
 * that the order of the input is forgotten.
 */
final class Demand {
    private final long[][] points;
    private final long @Nullable [] penalties;
    private final int[] cell;
    private final List<List<Integer>> people;
    private final List<boolean[]> cells; // which floors count the needs in a cell
    private final List<Floor> floors;

    private Demand(
            long[][] points,
            long @Nullable [] penalties,
            int[] cell,
            List<List<Integer>> people,
            List<boolean[]> cells,
            List<Floor> floors) {
        this.floors = floors;
        this.points = points;
        this.penalties = penalties;
        this.cell = cell;
        this.people = people;
        this.cells = cells;
    }

    private record Key(List<Boolean> floors, long penalty, List<Long> points) {
        static final Comparator<Key> ORDER = Comparator.<Key, List<Boolean>>comparing(Key::floors, lists())
                .thenComparing(Key::penalty)
                .thenComparing(Key::points, lists());

        private static <T extends Comparable<T>> Comparator<List<T>> lists() {
            return (a, b) -> {
                for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                    int order = a.get(i).compareTo(b.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return Integer.compare(a.size(), b.size());
            };
        }
    }

    /** Merges needs; points are by need and class, -1 where ruled out. */
    static Demand of(List<DeviceNeed> needs, long[][] points, List<Floor> floors, long[] lots) {
        boolean penalties = !needs.isEmpty() && needs.get(0).unmetPoints() != null;
        Map<Key, List<Integer>> rows = new TreeMap<>(Key.ORDER);
        for (int i = 0; i < needs.size(); i++) {
            DeviceNeed need = needs.get(i);
            Long unmet = need.unmetPoints();
            Key key = new Key(
                    floors.stream().map(floor -> floor.counts(need)).toList(),
                    unmet == null ? 0 : unmet,
                    Arrays.stream(points[i]).boxed().toList());
            rows.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        Map<List<Boolean>, Integer> cellOf = new TreeMap<>(Key.<Boolean>lists());
        rows.keySet().forEach(key -> cellOf.putIfAbsent(key.floors(), 0));
        List<boolean[]> cells = new ArrayList<>();
        for (Map.Entry<List<Boolean>, Integer> entry : cellOf.entrySet()) {
            entry.setValue(cells.size());
            boolean[] counted = new boolean[floors.size()];
            for (int f = 0; f < counted.length; f++) {
                counted[f] = entry.getKey().get(f);
            }
            cells.add(counted);
        }
        long[][] merged = new long[rows.size()][];
        long[] penalty = new long[rows.size()];
        int[] cell = new int[rows.size()];
        List<List<Integer>> people = new ArrayList<>();
        for (Map.Entry<Key, List<Integer>> entry : rows.entrySet()) {
            int row = people.size();
            merged[row] =
                    entry.getKey().points().stream().mapToLong(Long::longValue).toArray();
            penalty[row] = entry.getKey().penalty();
            cell[row] = cellOf.getOrDefault(entry.getKey().floors(), 0);
            people.add(entry.getValue().stream()
                    .sorted((a, b) -> Long.compareUnsigned(lots[a], lots[b]))
                    .toList());
        }
        return new Demand(merged, penalties ? penalty : null, cell, people, cells, floors);
    }

    int rows() {
        return points.length;
    }

    long[][] points() {
        return points;
    }

    long @Nullable [] penalties() {
        return penalties;
    }

    /** The cell of each row: needs that the same floors count. */
    int[] cells() {
        return cell;
    }

    int cellCount() {
        return cells.size();
    }

    /** Whether a floor counts the needs of a cell. */
    boolean counts(int floor, int cellIndex) {
        return cells.get(cellIndex)[floor];
    }

    /** The floors that count a cell, as a name that no order of the input changes. */
    String cellName(int cellIndex) {
        return IntStream.range(0, floors.size())
                .filter(f -> counts(f, cellIndex))
                .mapToObj(
                        f -> floors.get(f).scope().word() + " " + floors.get(f).of())
                .collect(Collectors.joining(", "));
    }

    /** The needs of a row, by their places in the input, lowest lottery number first. */
    List<Integer> people(int row) {
        return people.get(row);
    }

    int[] sizes() {
        return people.stream().mapToInt(List::size).toArray();
    }

    int[] cellSizes() {
        int[] sizes = new int[cells.size()];
        for (int row = 0; row < rows(); row++) {
            sizes[cell[row]] += people.get(row).size();
        }
        return sizes;
    }
}
