package london.loti.persona.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.attribute.Sample;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;

/**
 * The matches of a whole sample, in columns: one row a person, known by its number only.
 *
 * <p>Rows serve further calculation: fit, audits, agreement. What leaves are counts that have passed a disclosure rule
 * ({@link #disclose}). It knows no resident, no area and no id. Immutable and thread-safe.
 */
public final class BatchMatch {
    /** No persona. */
    static final short NONE = -1;

    private final PersonaMatcher matcher;
    private final Sample sample;
    private final int[] columns;
    private final short[] nearest;
    private final double[] distance;
    private final double[] margin;
    private final double[] known;

    private BatchMatch(PersonaMatcher matcher, Sample sample, int[] columns) {
        this.matcher = matcher;
        this.sample = sample;
        this.columns = columns;
        this.nearest = new short[sample.size()];
        this.distance = new double[sample.size()];
        this.margin = new double[sample.size()];
        this.known = new double[sample.size()];
    }

    static BatchMatch of(PersonaMatcher matcher, Sample sample, DoubleConsumer progress) {
        int[] columns = BatchColumns.of(matcher, sample);
        BatchMatch batch = new BatchMatch(matcher, sample, columns);
        new BatchRows(matcher, sample, columns, batch.nearest, batch.distance, batch.margin, batch.known).run(progress);
        return batch;
    }

    /** {@return the bank that was matched with} */
    public PersonaBank bank() {
        return matcher.bank();
    }

    /** {@return the sample that was matched, row for row; audits find their groups in it} */
    public Sample sample() {
        return sample;
    }

    /** {@return the number of rows} */
    public int size() {
        return nearest.length;
    }

    /**
     * {@return the place in the bank of the nearest persona, also where it is not suggested; -1 where nothing can be
     * compared}
     *
     * @param row a row, from 0
     */
    public int nearest(int row) {
        return nearest[row];
    }

    /**
     * {@return the place in the bank of the persona that is suggested; -1 where none is}
     *
     * @param row a row, from 0
     */
    public int suggested(int row) {
        return reasons(row).isEmpty() ? nearest[row] : NONE;
    }

    /**
     * {@return the distance from the nearest persona, 0 to 1; {@code NaN} where nothing can be compared}
     *
     * @param row a row, from 0
     */
    public double distance(int row) {
        return distance[row];
    }

    /**
     * {@return how much further the second nearest persona is; {@code NaN} where there are not two}
     *
     * @param row a row, from 0
     */
    public double margin(int row) {
        return margin[row];
    }

    /**
     * {@return the share of the weight of all attributes that is answered, 0 to 1}
     *
     * @param row a row, from 0
     */
    public double knownShare(int row) {
        return known[row];
    }

    /**
     * {@return why none is suggested; empty where one is}
     *
     * @param row a row, from 0
     */
    public Set<AbstainReason> reasons(int row) {
        return Distances.reasons(bank().thresholds(), known[row], distance[row], margin[row]);
    }

    /**
     * {@return why a row is as near to its nearest persona as it is} The same path as
     * {@link PersonaMatcher#explain}; made when asked for.
     *
     * @param row a row, from 0
     */
    public MatchExplanation explain(int row) {
        double[] values = BatchColumns.row(sample, columns, row);
        return matcher.explanation(Math.max(0, nearest[row]), values, known[row]);
    }

    /**
     * {@return how many rows are suggested each persona, and how many none and why, after a disclosure rule} A row for
     * which several tests fail counts under the first of {@link AbstainReason} that does.
     *
     * @param rule which counts may leave
     */
    public DisclosedCounts disclose(DisclosureRule rule) {
        return disclose(rule, row -> true);
    }

    /**
     * {@return the same for some of the rows: a group, say}
     *
     * @param rule which counts may leave
     * @param rows which rows count
     */
    public DisclosedCounts disclose(DisclosureRule rule, IntPredicate rows) {
        List<Persona> personas = bank().personas();
        long[] suggested = new long[personas.size()];
        Map<AbstainReason, Long> abstained = new EnumMap<>(AbstainReason.class);
        for (int row = 0; row < size(); row++) {
            if (!rows.test(row)) {
                continue;
            }
            Set<AbstainReason> reasons = reasons(row);
            if (reasons.isEmpty()) {
                suggested[nearest[row]]++;
            } else {
                abstained.merge(reasons.iterator().next(), 1L, Long::sum);
            }
        }
        Map<String, Long> people = new LinkedHashMap<>();
        for (int p = 0; p < suggested.length; p++) {
            people.put(personas.get(p).id(), suggested[p]);
        }
        for (AbstainReason reason : AbstainReason.values()) {
            people.put("none: " + reason.words(), abstained.getOrDefault(reason, 0L));
        }
        return rule.apply(people);
    }

    /**
     * {@return how much each attribute adds on average to the distance of those that a persona is suggested for, in the
     * order of the bank's matching attributes; empty where the rule does not let their number leave}
     *
     * @param persona the place of a persona in the bank
     * @param rule which counts may leave
     */
    public List<Double> meanContributions(int persona, DisclosureRule rule) {
        int[] rows = IntStream.range(0, size())
                .filter(row -> suggested(row) == persona)
                .toArray();
        if (disclose(rule).rows().get(persona).people() == null) {
            return List.of();
        }
        double[] sums = new double[columns.length];
        for (int row : rows) {
            addContributions(persona, BatchColumns.row(sample, columns, row), sums);
        }
        List<Double> means = new ArrayList<>();
        Arrays.stream(sums).forEach(sum -> means.add(sum / rows.length));
        return List.copyOf(means);
    }

    private void addContributions(int persona, double[] values, double[] sums) {
        double[] wanted = matcher.personas()[persona];
        double compared = 0;
        for (int k = 0; k < values.length; k++) {
            compared += matcher.gower().weight(k, values[k], wanted[k]);
        }
        for (int k = 0; k < values.length; k++) {
            double weight = matcher.gower().weight(k, values[k], wanted[k]);
            if (weight > 0) {
                sums[k] += weight * matcher.gower().difference(k, values[k], wanted[k]) / compared;
            }
        }
    }

    /** Says how large it is, and shows no match. */
    @Override
    public String toString() {
        return "BatchMatch of " + size() + " rows";
    }
}
