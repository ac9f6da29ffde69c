package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Draws uncertain inputs many times over and works out a result each time (Monte Carlo). Inputs are drawn independently
 * of each other, unless {@link #withRankCorrelations} says how they go together. The same seed gives the same bits on any number of threads. Immutable.
 *
 * <pre>{@code
 * double[] npv = Simulation.of(Map.of("effect", Uncertain.of(effect.headline()))).run(in -> 13_000 * in.get("effect") - cost);
 * }</pre>
 */
public final class Simulation {
    private final SortedMap<String, Uncertain> inputs;
    private final List<RankCorrelation> correlations;
    private final int draws;
    private final long seed;
    private final int threads;

    private Simulation(
            SortedMap<String, Uncertain> inputs,
            List<RankCorrelation> correlations,
            int draws,
            long seed,
            int threads) {
        this.inputs = inputs;
        this.correlations = correlations;
        this.draws = draws;
        this.seed = seed;
        this.threads = threads;
    }

    /** The values of the inputs in one draw. */
    public static final class Inputs {
        private final Map<String, Double> values;

        private Inputs(Map<String, Double> values) {
            this.values = values;
        }

        /**
         * {@return the value of an input}
         *
         * @param name its name
         * @throws IllegalArgumentException if there is no such input
         */
        public double get(String name) {
            Double value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("an input must be one of "
                        + values.keySet().stream().sorted().toList() + ", but was '" + name + "'");
            }
            return value;
        }
    }

    /**
     * How far one input alone moves the result.
     *
     * @param input its name
     * @param low its 5 per cent quantile
     * @param high its 95 per cent quantile
     * @param resultAtLow the result with the low value, all other inputs at their centre
     * @param resultAtHigh the result with the high value
     */
    public record Swing(String input, double low, double high, double resultAtLow, double resultAtHigh) {
        /** {@return how far apart the two results are} */
        public double size() {
            return Math.abs(resultAtHigh - resultAtLow);
        }
    }

    /**
     * With 10,000 draws, seed 1 and one thread.
     *
     * @param inputs the inputs by name
     * @return a simulation
     */
    public static Simulation of(Map<String, Uncertain> inputs) {
        return new Simulation(new TreeMap<>(Map.copyOf(inputs)), List.of(), 10_000, 1, 1);
    }

    /**
     * {@return the same with another number of draws}
     *
     * @param newDraws 100 or more
     */
    public Simulation withDraws(int newDraws) {
        if (newDraws < 100) {
            throw new IllegalArgumentException("draws must be 100 or more, but were " + newDraws);
        }
        return new Simulation(inputs, correlations, newDraws, seed, threads);
    }

    /**
     * {@return the same with another seed}
     *
     * @param newSeed any number
     */
    public Simulation withSeed(long newSeed) {
        return new Simulation(inputs, correlations, draws, newSeed, threads);
    }

    /**
     * {@return the same on several threads} The model must then be safe to call from them.
     *
     * @param newThreads how many, from 1
     */
    public Simulation withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, but were " + newThreads);
        }
        return new Simulation(inputs, correlations, draws, seed, newThreads);
    }

    /**
     * {@return the same with inputs that go together} The draws of each input stay just the same set and change places
     * (Iman and Conover 1982, doi:10.1080/03610918208812265), so that their ranks correlate as asked within a few
     * thousandths at 10,000 draws; inputs that no pair names keep their draws bit for bit. An input that takes few
     * values correlates less, because its equal values have one rank. {@link #tornado} moves one input alone, whatever
     * goes with it.
     *
     * @param pairs all pairs that go together, in any order; the others count as 0
     * @throws london.loti.model.finding.FindingsException if a name is no input or an input does not vary, a pair comes
     *     twice, or the correlations are impossible together; all problems at once
     */
    public Simulation withRankCorrelations(List<RankCorrelation> pairs) {
        new RankOrder(inputs, pairs);
        return new Simulation(inputs, List.copyOf(pairs), draws, seed, threads);
    }

    /** {@return the seed} */
    public long seed() {
        return seed;
    }

    /**
     * {@return a result for each draw, in the order of the draws}
     *
     * @param model works out the result
     */
    public double[] run(ToDoubleFunction<Inputs> model) {
        return run(1, in -> new double[] {model.applyAsDouble(in)})[0];
    }

    /**
     * {@return several results for each draw: {@code [result][draw]}}
     *
     * @param results how many results the model works out
     * @param model works out the results
     * @throws IllegalArgumentException if the model gives another number of results
     */
    public double[][] run(int results, Function<Inputs, double[]> model) {
        SortedMap<String, Sampler> samplers = new TreeMap<>();
        inputs.forEach((name, quantity) -> samplers.put(name, new Sampler(name, quantity, seed)));
        SortedMap<String, int[]> places =
                correlations.isEmpty() ? new TreeMap<>() : new RankOrder(inputs, correlations).places(samplers, draws);
        double[][] drawn = new double[results][draws];
        each(number -> {
            Map<String, Double> values = new TreeMap<>();
            samplers.forEach((name, sampler) -> {
                int[] place = places.get(name);
                values.put(name, sampler.draw(place == null ? number : place[number]));
            });
            double[] found = model.apply(new Inputs(values));
            if (found.length != results) {
                throw new IllegalArgumentException(
                        "the model must give " + results + " results, but gave " + found.length);
            }
            for (int i = 0; i < results; i++) {
                drawn[i][number] = found[i];
            }
        });
        return drawn;
    }

    /**
     * {@return how far each input alone moves the result between its 5 and its 95 per cent quantile, the furthest first}
     * Inputs that do not vary are left out.
     *
     * @param model works out the result
     * @param centre values at which the other inputs stay; those that it lacks stay at their mean
     */
    public List<Swing> tornado(ToDoubleFunction<Inputs> model, Map<String, Double> centre) {
        Map<String, Double> middle = new TreeMap<>();
        inputs.forEach((name, quantity) -> middle.put(name, valueOr(centre.get(name), quantity)));
        List<Swing> swings = new ArrayList<>();
        inputs.forEach((name, quantity) -> {
            if (quantity.varies()) {
                double low = quantity.quantile(0.05);
                double high = quantity.quantile(0.95);
                swings.add(new Swing(name, low, high, at(middle, name, low, model), at(middle, name, high, model)));
            }
        });
        swings.sort(Comparator.comparingDouble(Swing::size).reversed().thenComparing(Swing::input));
        return List.copyOf(swings);
    }

    private static double valueOr(@Nullable Double value, Uncertain quantity) {
        return value == null ? quantity.mean() : value;
    }

    private static double at(Map<String, Double> middle, String name, double value, ToDoubleFunction<Inputs> model) {
        Map<String, Double> values = new TreeMap<>(middle);
        values.put(name, value);
        return model.applyAsDouble(new Inputs(values));
    }

    private void each(IntConsumer step) {
        if (threads == 1) {
            IntStream.range(0, draws).forEach(step);
            return;
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> IntStream.range(0, draws).parallel().forEach(step))
                    .join();
        } finally {
            pool.shutdown();
        }
    }
}
