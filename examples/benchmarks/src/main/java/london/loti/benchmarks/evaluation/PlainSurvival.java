package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kaplan-Meier curves made the plain way: people as objects, counted by time in sorted maps. It shares no code with loti,
 * so that it can be held against it.
 */
final class PlainSurvival {
    /** How long somebody of a group was seen, and whether the event ended it. */
    record Person(int group, double time, boolean isEvent) {}

    private PlainSurvival() {}

    /** The share that still waits after each time with an event, one map a group. */
    static List<Map<Double, Double>> of(List<Person> people, int groups) {
        List<Map<Double, Double>> curves = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            TreeMap<Double, int[]> leaving = new TreeMap<>();
            int waiting = 0;
            for (Person person : people) {
                if (person.group() == group) {
                    int[] counts = leaving.computeIfAbsent(person.time(), time -> new int[2]);
                    counts[0]++;
                    counts[1] += person.isEvent() ? 1 : 0;
                    waiting++;
                }
            }
            Map<Double, Double> curve = new TreeMap<>();
            double share = 1;
            for (Map.Entry<Double, int[]> step : leaving.entrySet()) {
                if (step.getValue()[1] > 0) {
                    share *= (waiting - step.getValue()[1]) / (double) waiting;
                    curve.put(step.getKey(), share);
                }
                waiting -= step.getValue()[0];
            }
            curves.add(curve);
        }
        return curves;
    }
}
