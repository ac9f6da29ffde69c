package london.loti.referral.device.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import london.loti.model.need.Answer;
import london.loti.model.need.ResidentRef;

/** Invented stock and needs. */
final class Samples {
    private Samples() {}

    static StockClass stock(String code, int count) {
        return new StockClass(code, code, count, false, false, null);
    }

    static DeviceNeed need(String token, String group, String area, Object... points) {
        return need(token, group, area, null, points);
    }

    static DeviceNeed need(String token, String group, String area, Long unmet, Object[] points) {
        SortedMap<String, Long> byClass = new TreeMap<>();
        for (int i = 0; i < points.length; i += 2) {
            byClass.put((String) points[i], ((Number) points[i + 1]).longValue());
        }
        return new DeviceNeed(new ResidentRef(token), group, area, byClass, unmet, Map.of(), Answer.YES);
    }

    /** A small scheme from a seed: classes, needs with areas and groups, and perhaps floors of both. */
    record Scheme(List<StockClass> stock, List<DeviceNeed> needs, List<Floor> floors) {
        static Scheme of(long seed, boolean areas, boolean groups) {
            SplittableRandom random = new SplittableRandom(seed);
            int classes = random.nextInt(1, 4);
            List<StockClass> stock = new ArrayList<>();
            for (int k = 0; k < classes; k++) {
                stock.add(Samples.stock("class-" + k, random.nextInt(0, 3)));
            }
            boolean penalties = random.nextBoolean();
            int highest = random.nextBoolean() ? 3 : 20;
            int people = random.nextInt(1, 7);
            List<DeviceNeed> needs = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                List<Object> points = new ArrayList<>();
                for (int k = 0; k < classes; k++) {
                    if (random.nextInt(4) > 0) {
                        points.add("class-" + k);
                        points.add(random.nextInt(highest));
                    }
                }
                needs.add(Samples.need(
                        "invented-" + i,
                        "group-" + random.nextInt(2),
                        "area-" + random.nextInt(2),
                        penalties ? (long) random.nextInt(highest + 5) : null,
                        points.toArray()));
            }
            List<Floor> floors = new ArrayList<>();
            for (Floor.Scope scope : Floor.Scope.values()) {
                for (int i = 0; i < 2; i++) {
                    Floor floor = Floor.of(scope, scope.word() + "-" + i, random.nextInt(1, 3));
                    boolean wanted = scope == Floor.Scope.AREA ? areas : groups;
                    if (wanted && random.nextInt(3) > 0 && needs.stream().anyMatch(floor::counts)) {
                        floors.add(floor);
                    }
                }
            }
            return new Scheme(stock, needs, floors);
        }

        PlainTransport plainly(List<Floor> kept) {
            return plainly(kept, -1);
        }

        /** Where one need must be met, whatever it costs. */
        PlainTransport plainly(List<Floor> kept, int must) {
            int[] supply = stock.stream().mapToInt(StockClass::count).toArray();
            int[] demand = needs.stream().mapToInt(n -> 1).toArray();
            long[][] points = needs.stream()
                    .map(n -> stock.stream()
                            .mapToLong(s -> n.points().getOrDefault(s.code(), TransportProblem.FORBIDDEN))
                            .toArray())
                    .toArray(long[][]::new);
            long[] penalties = needs.get(0).unmetPoints() == null
                    ? null
                    : needs.stream().mapToLong(DeviceNeed::unmetPoints).toArray();
            return new PlainTransport(
                    supply,
                    demand,
                    points,
                    penalties,
                    met -> (must < 0 || met[must] == 1)
                            && kept.stream().allMatch(floor -> {
                                int counted = 0;
                                for (int i = 0; i < met.length; i++) {
                                    counted += floor.counts(needs.get(i)) ? met[i] : 0;
                                }
                                return counted >= floor.atLeast();
                            }));
        }
    }
}
