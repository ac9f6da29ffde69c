package london.loti.persona.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;

/**
 * Tries every other answer to every answered question: every level, every whole number where range, personas and answer
 * are whole, otherwise a thousand steps over the range.
 */
final class Counterfactuals {
    private static final int STEPS = 1_000;

    private final PersonaMatcher matcher;
    private final double[] values;
    private final double known;
    private final @Nullable String outcome;

    Counterfactuals(PersonaMatcher matcher, Answers answers) {
        this.matcher = matcher;
        this.values = answers.values();
        this.known = answers.knownShare();
        this.outcome = suggested(matcher.distances(values));
    }

    List<Counterfactual> all() {
        List<Counterfactual> found = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            if (!Double.isNaN(values[k])) {
                addBest(k, found);
            }
        }
        found.sort(Comparator.comparingDouble(Counterfactual::change)); // stable: ties in the bank's order
        return List.copyOf(found);
    }

    /** For one question, the smallest change to each other outcome. */
    private void addBest(int attribute, List<Counterfactual> found) {
        List<Counterfactual> here = new ArrayList<>();
        for (double candidate : candidates(attribute)) {
            if (candidate == values[attribute]) {
                continue;
            }
            double[] changed = values.clone();
            changed[attribute] = candidate;
            String then = suggested(matcher.distances(changed));
            if (!Objects.equals(then, outcome)) {
                Attribute asked = matcher.attributes().get(attribute);
                double change = asked.weight()
                        * matcher.gower().difference(attribute, values[attribute], candidate)
                        / weightOfAll();
                here.add(new Counterfactual(asked.id(), asked.label(), asked.words(candidate), change, then));
            }
        }
        here.sort(Comparator.comparingDouble(Counterfactual::change));
        Set<String> seen = new TreeSet<>();
        for (Counterfactual one : here) {
            if (seen.add(String.valueOf(one.persona()))) {
                found.add(one);
            }
        }
    }

    private double weightOfAll() {
        return matcher.attributes().stream().mapToDouble(Attribute::weight).sum();
    }

    private @Nullable String suggested(Distances distances) {
        boolean abstains =
                !distances.reasons(matcher.bank().thresholds(), known).isEmpty();
        return abstains ? null : matcher.id(distances.nearest);
    }

    private double[] candidates(int attribute) {
        Attribute asked = matcher.attributes().get(attribute);
        if (asked.kind() != AttributeKind.INTERVAL) {
            return IntStream.range(0, asked.levels().size()).asDoubleStream().toArray();
        }
        double low = Objects.requireNonNull(asked.low());
        double high = Objects.requireNonNull(asked.high());
        boolean whole = high - low <= STEPS && isWhole(attribute, low, high);
        int steps = whole ? (int) (high - low) : STEPS;
        return IntStream.rangeClosed(0, steps)
                .mapToDouble(step -> whole ? low + step : low + (high - low) * step / steps)
                .toArray();
    }

    private boolean isWhole(int attribute, double low, double high) {
        return DoubleStream.concat(
                        DoubleStream.of(low, high, values[attribute]),
                        Arrays.stream(matcher.personas()).mapToDouble(persona -> persona[attribute]))
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
    }
}
