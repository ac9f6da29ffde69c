package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How sure the order of options is.
 *
 * @param draws how many draws
 * @param seed their seed
 * @param probabilityCheapest how likely each option is the cheapest, by its id; equal ones count for the first
 * @param presentValues each option's present value over the draws, by its id
 * @param information what it would be worth to know all amounts and events before choosing
 * @param tornadoes for each open source option, how far each amount alone moves its saving on the cheapest other option
 */
public record WholeLifeUncertainty(
        int draws,
        long seed,
        SortedMap<String, Double> probabilityCheapest,
        SortedMap<String, Distribution> presentValues,
        ValueOfInformation information,
        List<Tornado> tornadoes) {

    /**
     * How far each amount moves a saving.
     *
     * @param option the open source option
     * @param against the cheapest other option
     * @param swings the amounts, the furthest first
     */
    public record Tornado(String option, String against, List<Simulation.Swing> swings) {
        /**
         * Copies the swings.
         *
         * @param option the open source option
         * @param against the cheapest other option
         * @param swings the amounts
         */
        public Tornado {
            swings = List.copyOf(swings);
        }
    }

    /**
     * Copies the collections.
     *
     * @param draws how many draws
     * @param seed their seed
     * @param probabilityCheapest how likely each option is the cheapest
     * @param presentValues each option's present value over the draws
     * @param information what it would be worth to know
     * @param tornadoes how far each amount moves a saving
     */
    public WholeLifeUncertainty {
        probabilityCheapest = new TreeMap<>(Map.copyOf(probabilityCheapest));
        presentValues = new TreeMap<>(Map.copyOf(presentValues));
        tornadoes = List.copyOf(tornadoes);
    }

    /** {@return a copy of the probabilities, by id} */
    @Override
    public SortedMap<String, Double> probabilityCheapest() {
        return new TreeMap<>(probabilityCheapest);
    }

    /** {@return a copy of the distributions, by id} */
    @Override
    public SortedMap<String, Distribution> presentValues() {
        return new TreeMap<>(presentValues);
    }
}
