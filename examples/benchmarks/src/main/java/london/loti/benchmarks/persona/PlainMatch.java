package london.loti.benchmarks.persona;

import java.util.List;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.PersonaBank;

/**
 * Matches made the plain way: row by row and persona by persona with Gower's distance as it is defined, without a
 * thought for speed or memory.
 */
final class PlainMatch {
    private final List<Attribute> attributes;
    private final Gower gower;
    private final List<double[]> personas;

    PlainMatch(PersonaBank bank) {
        this.attributes = bank.matchingAttributes();
        this.gower = Gower.declared(attributes);
        this.personas = bank.personas().stream().map(bank::values).toList();
    }

    /** The place of the nearest persona or -1, its distance, how much further the next one is, what share is known. */
    record Match(int nearest, double distance, double margin, double known) {}

    /** One match a row of a sample that has the bank's attributes in the bank's order. */
    List<Match> of(Sample sample) {
        return IntStream.range(0, sample.size())
                .mapToObj(row -> match(IntStream.range(0, attributes.size())
                        .mapToDouble(column -> sample.value(row, column))
                        .toArray()))
                .toList();
    }

    private Match match(double[] values) {
        double[] distances = personas.stream()
                .mapToDouble(persona -> gower.distance(values, persona))
                .toArray();
        int[] order = IntStream.range(0, distances.length)
                .filter(p -> !Double.isNaN(distances[p]))
                .boxed()
                .sorted((p, q) -> Double.compare(distances[p], distances[q])) // stable: ties in the bank's order
                .mapToInt(Integer::intValue)
                .toArray();
        int nearest = order.length == 0 ? -1 : order[0];
        double distance = order.length == 0 ? Double.NaN : distances[nearest];
        double margin = order.length < 2 ? Double.NaN : distances[order[1]] - distance;
        return new Match(nearest, distance, margin, known(values));
    }

    private double known(double[] values) {
        double known = IntStream.range(0, values.length)
                .filter(k -> !Double.isNaN(values[k]))
                .mapToDouble(k -> attributes.get(k).weight())
                .sum();
        return known / attributes.stream().mapToDouble(Attribute::weight).sum();
    }
}
