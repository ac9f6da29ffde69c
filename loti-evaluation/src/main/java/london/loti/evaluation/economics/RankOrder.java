package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/**
 * Puts independent draws into an order in which they have given rank correlations (Iman and Conover 1982,
 * doi:10.1080/03610918208812265). Draws only change places, so that each input keeps just the set that it had. The scores
 * are normal, and for them Spearman's ρ asks for a correlation of 2·sin(π·ρ/6).
 */
final class RankOrder {
    enum Code implements Finding.Code {
        UNKNOWN_INPUT,
        FIXED_INPUT,
        PAIR_TWICE,
        NOT_POSITIVE_DEFINITE
    }

    private static final Where HERE = Where.file("rank correlations");
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private final List<String> names;
    private final double[][] root;

    /** Checks the pairs; every problem is told at once. */
    RankOrder(SortedMap<String, Uncertain> inputs, List<RankCorrelation> pairs) {
        Findings findings = new Findings();
        SortedSet<String> named = new TreeSet<>();
        Set<Set<String>> seen = new HashSet<>();
        for (RankCorrelation pair : pairs) {
            for (String name : List.of(pair.first(), pair.second())) {
                Uncertain quantity = inputs.get(name);
                if (quantity == null) {
                    findings.error(
                            Code.UNKNOWN_INPUT,
                            "a rank correlation must be of inputs " + inputs.keySet() + ", but '" + name + "' is none"
                                    + Nearest.hint(name, inputs.keySet()),
                            HERE);
                } else if (named.add(name) && !quantity.varies()) {
                    findings.error(
                            Code.FIXED_INPUT,
                            "a rank correlation must be of inputs that vary, but '" + name + "' does not",
                            HERE);
                }
            }
            if (!seen.add(Set.of(pair.first(), pair.second()))) {
                findings.error(
                        Code.PAIR_TWICE,
                        "a pair must have one rank correlation, but '" + pair.first() + "' and '" + pair.second()
                                + "' have two",
                        HERE);
            }
        }
        this.names = List.copyOf(named);
        this.root = findings.hasErrors() ? new double[0][] : Matrices.cholesky(wanted(pairs));
        if (!findings.hasErrors() && root.length < names.size()) {
            findings.error(
                    Code.NOT_POSITIVE_DEFINITE,
                    "rank correlations must be possible together, as a positive definite matrix, but those of " + names
                            + " are not\nMaybe bring them nearer to 0, or say those of the pairs that are left out: they"
                            + " count as 0.",
                    HERE);
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private double[][] wanted(List<RankCorrelation> pairs) {
        double[][] wanted = new double[names.size()][names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i][i] = 1;
        }
        for (RankCorrelation pair : pairs) {
            int i = names.indexOf(pair.first());
            int j = names.indexOf(pair.second());
            wanted[i][j] = 2 * Math.sin(Math.PI * pair.value() / 6);
            wanted[j][i] = wanted[i][j];
        }
        return wanted;
    }

    /** For each input that is named, which of its draws takes each place. */
    SortedMap<String, int[]> places(SortedMap<String, Sampler> samplers, int draws) {
        double[] byRank = new double[draws];
        for (int rank = 0; rank < draws; rank++) {
            byRank[rank] = STANDARD_NORMAL.inverseCumulativeProbability((rank + 1.0) / (draws + 1));
        }
        List<Integer[]> ascending = new ArrayList<>();
        double[][] scores = new double[names.size()][draws];
        for (int i = 0; i < scores.length; i++) {
            Sampler sampler = sampler(samplers, names.get(i));
            ascending.add(ascending(draws, sampler::probability));
            for (int rank = 0; rank < draws; rank++) {
                scores[i][ascending.get(i)[rank]] = byRank[rank];
            }
        }
        double[][] drawn = new double[scores.length][scores.length];
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < drawn.length; j++) {
                drawn[i][j] = i == j ? 1 : Sums.correlation(scores[i], scores[j]);
            }
        }
        double[][] own = Matrices.cholesky(drawn);
        SortedMap<String, int[]> places = new TreeMap<>();
        double[][] mixed = mixed(scores, own);
        for (int i = 0; i < mixed.length; i++) {
            double[] wanted = mixed[i];
            Integer[] order = ascending(draws, draw -> wanted[draw]);
            int[] taken = new int[draws];
            for (int rank = 0; rank < draws; rank++) {
                taken[order[rank]] = ascending.get(i)[rank];
            }
            places.put(names.get(i), taken);
        }
        return places;
    }

    /** Takes out the correlation that the scores have by chance, and puts in the one that is wanted. */
    private double[][] mixed(double[][] scores, double[][] own) {
        int inputs = scores.length;
        int draws = scores[0].length;
        double[][] mixed = new double[inputs][draws];
        double[] free = new double[inputs];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < inputs; i++) {
                free[i] = scores[i][draw];
                for (int k = 0; k < i; k++) {
                    free[i] -= own[i][k] * free[k];
                }
                free[i] /= own[i][i];
                for (int k = 0; k <= i; k++) {
                    mixed[i][draw] += root[i][k] * free[k];
                }
            }
        }
        return mixed;
    }

    private static Sampler sampler(SortedMap<String, Sampler> samplers, String name) {
        Sampler sampler = samplers.get(name);
        if (sampler == null) {
            throw new IllegalStateException("inputs are checked before they are put into order");
        }
        return sampler;
    }

    /** The draws by their value; equal ones in the order of their numbers. */
    private static Integer[] ascending(int draws, ToDoubleFunction<Integer> value) {
        Integer[] order = IntStream.range(0, draws).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(value));
        return order;
    }
}
