package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * How many people a programme that trains trainers reaches: trainers × the share that goes on × sessions of each ×
 * people at each session × the share that completes. Each is uncertain, and so is the product. Somebody who comes to two
 * sessions counts twice, so that it is people only where sessions are for different people. Immutable.
 *
 * <pre>{@code
 * CascadeReach.of(Uncertain.fixed(40), Uncertain.beta(14, 6), Uncertain.pert(2, 5, 12), Uncertain.pert(3, 6, 10),
 *         Uncertain.beta(30, 10)).simulate(10_000, 1).people().interval();
 * }</pre>
 */
public final class CascadeReach {
    /** The name of the first input: how many trainers are trained. */
    public static final String TRAINERS = "trainers";

    /** The name of the second: the share of trainers that go on to hold sessions, from 0 to 1. */
    public static final String RETAINED = "retained";

    /** The name of the third: how many sessions each of those holds. */
    public static final String SESSIONS = "sessions";

    /** The name of the fourth: how many people come to a session. */
    public static final String ATTENDEES = "attendees";

    /** The name of the fifth: the share of those that complete what it takes, from 0 to 1. */
    public static final String COMPLETING = "completing";

    private enum Code implements Finding.Code {
        OUT_OF_RANGE
    }

    private static final double LEAST =
            1e-4; // a normal count may reach below 0 in its farthest tail, where it counts as 0

    private final SortedMap<String, Uncertain> inputs;
    private final List<RankCorrelation> correlations;

    private CascadeReach(SortedMap<String, Uncertain> inputs, List<RankCorrelation> correlations) {
        this.inputs = inputs;
        this.correlations = correlations;
    }

    /**
     * How many people are reached.
     *
     * @param people the number over the draws
     * @param product the product of the means, which is the mean where inputs are independent
     * @param seed the seed of the draws
     * @param tornado how far each input alone moves the number, the furthest first
     */
    public record Result(Distribution people, double product, long seed, List<Simulation.Swing> tornado) {
        /**
         * Copies the swings.
         *
         * @param people the number over the draws
         * @param product the product of the means
         * @param seed the seed of the draws
         * @param tornado how far each input alone moves the number
         */
        public Result {
            tornado = List.copyOf(tornado);
        }
    }

    /**
     * {@return a cascade}
     *
     * @param trainers how many are trained
     * @param retained the share that goes on
     * @param sessions how many sessions each holds
     * @param attendees how many people come to each
     * @param completing the share that completes
     * @throws FindingsException if a share can leave 0 to 1, or a count lies below 0 in more than one of 10,000 draws;
     *     all problems at once
     */
    public static CascadeReach of(
            Uncertain trainers, Uncertain retained, Uncertain sessions, Uncertain attendees, Uncertain completing) {
        SortedMap<String, Uncertain> inputs = new TreeMap<>(Map.of(
                TRAINERS,
                trainers,
                RETAINED,
                retained,
                SESSIONS,
                sessions,
                ATTENDEES,
                attendees,
                COMPLETING,
                completing));
        Findings findings = new Findings();
        inputs.forEach((name, quantity) -> {
            boolean share = name.equals(RETAINED) || name.equals(COMPLETING);
            if (quantity.quantile(LEAST) < 0 || (share && quantity.quantile(1 - LEAST) > 1)) {
                findings.error(
                        Code.OUT_OF_RANGE,
                        share
                                ? "the share '" + name + "' must lie from 0 to 1, but need not\nMaybe a beta is meant."
                                : "the count '" + name
                                        + "' must not lie below 0, but may\nMaybe PERT or LOGNORMAL is meant.",
                        Where.column("cascade", name));
            }
        });
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new CascadeReach(inputs, List.of());
    }

    /**
     * {@return the same with inputs that go together, for example more sessions with fewer people at each}
     *
     * @param pairs all pairs that go together, by the names here; see {@link Simulation#withRankCorrelations}
     * @throws FindingsException if they are impossible
     */
    public CascadeReach withRankCorrelations(List<RankCorrelation> pairs) {
        Simulation.of(inputs).withRankCorrelations(pairs);
        return new CascadeReach(inputs, List.copyOf(pairs));
    }

    /**
     * {@return how many people are reached}
     *
     * @param draws how many draws, 100 or more
     * @param seed the seed; the same seed gives the same bits
     */
    public Result simulate(int draws, long seed) {
        Simulation simulation =
                Simulation.of(inputs).withDraws(draws).withSeed(seed).withRankCorrelations(correlations);
        double product = 1;
        for (Uncertain quantity : inputs.values()) {
            product *= quantity.mean();
        }
        return new Result(
                Distribution.of(simulation.run(CascadeReach::people)),
                product,
                seed,
                simulation.tornado(CascadeReach::people, Map.of()));
    }

    private static double people(Simulation.Inputs in) {
        return count(in, TRAINERS)
                * share(in, RETAINED)
                * count(in, SESSIONS)
                * count(in, ATTENDEES)
                * share(in, COMPLETING);
    }

    private static double count(Simulation.Inputs in, String name) {
        return Math.max(0, in.get(name));
    }

    private static double share(Simulation.Inputs in, String name) {
        return Math.min(1, count(in, name));
    }
}
