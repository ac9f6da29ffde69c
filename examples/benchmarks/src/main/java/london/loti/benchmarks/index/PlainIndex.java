package london.loti.benchmarks.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An index made the plain way: the published formulas written down with lists, maps and streams, without a thought
 * for memory or speed. It shares no code with loti, so that it can be held against it.
 *
 * @param method {@code MIN_MAX}, {@code PERCENTILE_RANK} (both to 0..100) or {@code IOD_EXPONENTIAL}
 * @param components the indicators of each component
 * @param weights the components' weights in the overall score
 * @param minimumShare the least share of a component's weight that must be there for it to have a score
 */
record PlainIndex(
        String method, Map<String, List<Indicator>> components, Map<String, Double> weights, double minimumShare) {

    /** An indicator and its weight in its component. */
    record Indicator(String id, double weight, boolean lowerIsMoreNeed) {}

    /** Scores by indicator, component and {@code overall}; null where a value is missing. Rank 1 is the highest score. */
    record Result(Map<String, List<@Nullable Double>> scores, List<@Nullable Integer> ranks) {}

    Result of(Map<String, List<@Nullable Double>> columns) {
        Map<String, List<@Nullable Double>> scores = new LinkedHashMap<>();
        components.forEach((id, indicators) -> {
            Map<String, Double> parts = new LinkedHashMap<>();
            for (Indicator indicator : indicators) {
                List<@Nullable Double> values = Objects.requireNonNull(columns.get(indicator.id()));
                scores.put(indicator.id(), normalised(indicator.lowerIsMoreNeed() ? negated(values) : values));
                parts.put(indicator.id(), indicator.weight());
            }
            scores.put(id, weightedMean(parts, scores));
        });
        List<@Nullable Double> overall = weightedMean(weights, scores);
        scores.put("overall", overall);
        return new Result(scores, ranks(overall));
    }

    private static List<@Nullable Double> negated(List<@Nullable Double> values) {
        return values.stream().map(v -> v == null ? null : -v).toList();
    }

    private List<@Nullable Double> normalised(List<@Nullable Double> values) {
        List<Double> present = values.stream().filter(Objects::nonNull).toList();
        return switch (method) {
            case "MIN_MAX" -> {
                double min = Collections.min(present);
                double max = Collections.max(present);
                yield values.stream()
                        .map(v -> v == null ? null : 100 * (v - min) / (max - min))
                        .toList();
            }
            case "PERCENTILE_RANK" -> {
                Map<Double, List<Integer>> positions = positions(present);
                yield values.stream()
                        .map(v -> v == null ? null : 100.0 * (first(positions, v) - 1) / (present.size() - 1))
                        .toList();
            }
            case "IOD_EXPONENTIAL" -> {
                Map<Double, List<Integer>> positions = positions(present);
                yield values.stream()
                        .map(v -> v == null ? null : iod(mean(positions, v) / present.size()))
                        .toList();
            }
            default -> throw new IllegalArgumentException("the plain way has no method " + method);
        };
    }

    /** The transform of the English Indices of Deprivation: R runs from 1/n for the lowest need to 1. */
    private static double iod(double r) {
        return -23 * Math.log(1 - r * (1 - Math.exp(-100.0 / 23)));
    }

    /** The places, counted from 1, that a value has in the sorted list. */
    private static Map<Double, List<Integer>> positions(List<Double> values) {
        Map<Double, List<Integer>> positions = new TreeMap<>();
        List<Double> sorted = values.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            positions.computeIfAbsent(sorted.get(i), v -> new ArrayList<>()).add(i + 1);
        }
        return positions;
    }

    private static int first(Map<Double, List<Integer>> positions, Double value) {
        return Objects.requireNonNull(positions.get(value)).get(0);
    }

    private static double mean(Map<Double, List<Integer>> positions, Double value) {
        return Objects.requireNonNull(positions.get(value)).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private List<@Nullable Double> weightedMean(Map<String, Double> parts, Map<String, List<@Nullable Double>> scores) {
        double total = parts.values().stream().reduce(0.0, Double::sum);
        int areas = scores.values().iterator().next().size();
        List<@Nullable Double> means = new ArrayList<>();
        for (int area = 0; area < areas; area++) {
            double sum = 0;
            double weights = 0;
            for (Map.Entry<String, Double> part : parts.entrySet()) {
                Double score = Objects.requireNonNull(scores.get(part.getKey())).get(area);
                if (score != null) {
                    sum += part.getValue() * score;
                    weights += part.getValue();
                }
            }
            means.add(weights == 0 || weights < minimumShare * total ? null : Double.valueOf(sum / weights));
        }
        return means;
    }

    private static List<@Nullable Integer> ranks(List<@Nullable Double> scores) {
        Map<Double, List<Integer>> positions =
                positions(negated(scores).stream().filter(Objects::nonNull).toList());
        return scores.stream()
                .map(score -> score == null ? null : first(positions, -score))
                .toList();
    }
}
