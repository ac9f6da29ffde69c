package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A bootstrap of a mean with its BCa interval made the plain way: each replicate is a list of values that were drawn, and
 * each jackknife value a mean over all the others. It shares no code with loti, so that it can be held against it.
 */
final class PlainBootstrap {
    /** The ends of an interval. */
    record Ends(double lower, double upper) {}

    private PlainBootstrap() {}

    static Ends of(List<Double> values, int replicates, double level, long seed) {
        Random random = new Random(seed);
        List<Double> means = new ArrayList<>(replicates);
        for (int b = 0; b < replicates; b++) {
            List<Double> drawn = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                drawn.add(values.get(random.nextInt(values.size())));
            }
            means.add(mean(drawn));
        }
        Collections.sort(means);
        double estimate = mean(values);
        double below = (double) means.stream().filter(m -> m < estimate).count() / replicates;
        double z0 = NormalDistribution.of(0, 1).inverseCumulativeProbability(below);
        double a = acceleration(values);
        double tail = (1 - level) / 2;
        return new Ends(end(means, z0, a, tail), end(means, z0, a, 1 - tail));
    }

    private static double end(List<Double> means, double z0, double a, double share) {
        double z = z0 + NormalDistribution.of(0, 1).inverseCumulativeProbability(share);
        double moved = NormalDistribution.of(0, 1).cumulativeProbability(z0 + z / (1 - a * z));
        return means.get((int) Math.min(means.size() - 1.0, Math.floor(moved * means.size())));
    }

    private static double acceleration(List<Double> values) {
        double total = values.stream().mapToDouble(v -> v).sum();
        List<Double> without =
                values.stream().map(v -> (total - v) / (values.size() - 1.0)).toList();
        double middle = mean(without);
        double cubes =
                without.stream().mapToDouble(v -> Math.pow(middle - v, 3)).sum();
        double squares =
                without.stream().mapToDouble(v -> Math.pow(middle - v, 2)).sum();
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }
}
