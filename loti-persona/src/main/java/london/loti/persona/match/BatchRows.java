package london.loti.persona.match;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Gower;
import london.loti.persona.attribute.Sample;

/**
 * The inner loop of a batch. What a level adds to the numerator and the denominator of every persona's distance is worked
 * out once and looked up; a number is compared with all personas in a loop without a branch. Sums run over the
 * attributes in the order of {@link Gower#distance}, so the bits are the same as those of a single match.
 */
final class BatchRows {
    /** Rows of a task: large enough that starting one costs nothing beside it. */
    private static final int CHUNK = 8_192;

    /** Rows that are added up together, so that their sums stay in the processor's nearest memory. */
    private static final int BLOCK = 64;

    private final Sample sample;
    private final int[] columns;
    private final int personas;
    private final Lookup[] lookups;
    private final double[] weights;
    private final double allWeight;
    private final short[] nearest;
    private final double[] distance;
    private final double[] margin;
    private final double[] known;

    BatchRows(
            PersonaMatcher matcher,
            Sample sample,
            int[] columns,
            short[] nearest,
            double[] distance,
            double[] margin,
            double[] known) {
        this.sample = sample;
        this.columns = columns;
        this.personas = matcher.personas().length;
        this.nearest = nearest;
        this.distance = distance;
        this.margin = margin;
        this.known = known;
        this.lookups = new Lookup[columns.length];
        this.weights = new double[columns.length];
        double sum = 0;
        for (int k = 0; k < columns.length; k++) {
            lookups[k] = new Lookup(matcher, k);
            weights[k] = matcher.attributes().get(k).weight();
            sum += weights[k];
        }
        this.allWeight = sum;
    }

    void run(DoubleConsumer progress) {
        int chunks = (nearest.length + CHUNK - 1) / CHUNK;
        AtomicInteger done = new AtomicInteger();
        Thread caller = Thread.currentThread();
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            if (caller.isInterrupted()) {
                throw new CancellationException("the match was stopped");
            }
            match(chunk * CHUNK, Math.min(nearest.length, (chunk + 1) * CHUNK));
            synchronized (done) {
                progress.accept((double) done.incrementAndGet() / chunks);
            }
        });
    }

    private void match(int from, int to) {
        double[] numerators = new double[BLOCK * personas];
        double[] denominators = new double[BLOCK * personas];
        double[] values = new double[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int rows = Math.min(BLOCK, to - start);
            values = rows == BLOCK ? values : new double[rows];
            Arrays.fill(numerators, 0);
            Arrays.fill(denominators, 0);
            for (int k = 0; k < columns.length; k++) {
                if (columns[k] >= 0) {
                    sample.copy(columns[k], start, values);
                    addKnown(start, values, weights[k]);
                    lookups[k].add(values, numerators, denominators);
                }
            }
            for (int i = 0; i < rows; i++) {
                known[start + i] /= allWeight;
                choose(start + i, i * personas, numerators, denominators);
            }
        }
    }

    private void addKnown(int start, double[] values, double weight) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known[start + i] += weight;
            }
        }
    }

    /** The two least distances; a persona that nothing can be compared with has none. */
    private void choose(int row, int offset, double[] numerators, double[] denominators) {
        double first = Double.NaN;
        double second = Double.NaN;
        short best = BatchMatch.NONE;
        for (int p = 0; p < personas; p++) {
            double weight = denominators[offset + p];
            if (weight == 0) {
                continue;
            }
            double here = numerators[offset + p] / weight;
            if (best == BatchMatch.NONE || here < first) {
                second = first;
                first = here;
                best = (short) p;
            } else if (Double.isNaN(second) || here < second) {
                second = here;
            }
        }
        nearest[row] = best;
        distance[row] = first;
        margin[row] = second - first;
    }

    /** One attribute against all personas. */
    private static final class Lookup {
        private final int personas;
        private final boolean interval;
        /** Of a number: the personas' values, 0 where an attribute does not define one; and their weights. */
        private final double[] wanted;

        private final double[] weight;
        private final double range;
        /** Of levels: one stretch of personas a level. */
        private final double[] numerator;

        private final double[] denominator;

        Lookup(PersonaMatcher matcher, int k) {
            Attribute attribute = matcher.attributes().get(k);
            Gower gower = matcher.gower();
            personas = matcher.personas().length;
            interval = attribute.kind() == AttributeKind.INTERVAL;
            range = attribute.high() == null || attribute.low() == null ? 1 : attribute.high() - attribute.low();
            wanted = new double[personas];
            weight = new double[personas];
            int levels = attribute.levels().size();
            numerator = new double[levels * personas];
            denominator = new double[levels * personas];
            for (int p = 0; p < personas; p++) {
                double value = matcher.personas()[p][k];
                wanted[p] = Double.isNaN(value) ? 0 : value;
                weight[p] = interval ? gower.weight(k, value, value) : 0;
                for (int level = 0; level < levels; level++) {
                    double w = gower.weight(k, level, value);
                    denominator[level * personas + p] = w;
                    numerator[level * personas + p] = w == 0 ? 0 : w * gower.difference(k, level, value);
                }
            }
        }

        void add(double[] values, double[] numerators, double[] denominators) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    continue;
                }
                if (interval) {
                    addNumber(values[i], i * personas, numerators, denominators);
                } else {
                    addLevel(((int) values[i]) * personas, i * personas, numerators, denominators);
                }
            }
        }

        private void addNumber(double value, int at, double[] numerators, double[] denominators) {
            for (int p = 0; p < wanted.length; p++) {
                numerators[at + p] += weight[p] * Math.min(1, Math.abs(value - wanted[p]) / range);
                denominators[at + p] += weight[p];
            }
        }

        private void addLevel(int level, int at, double[] numerators, double[] denominators) {
            for (int p = 0; p < personas; p++) {
                numerators[at + p] += numerator[level + p];
                denominators[at + p] += denominator[level + p];
            }
        }
    }
}
