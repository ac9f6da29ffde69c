package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

import london.loti.evaluation.study.StudyProblem;

/** Who was matched with whom. */
public final class Matches {
    private final List<Match> matches;
    private final int unmatched;
    private final GroupWeights weights;

    private Matches(List<Match> matches, int unmatched, GroupWeights weights) {
        this.matches = matches;
        this.unmatched = unmatched;
        this.weights = weights;
    }

    /**
     * A treated unit and its controls.
     *
     * @param treatedRow the row of the treated unit
     * @param controlRows the rows of its controls, in the order in which they were found
     */
    public record Match(int treatedRow, List<Integer> controlRows) {
        /**
         * Copies the rows.
         *
         * @param treatedRow the row of the treated unit
         * @param controlRows the rows of its controls
         */
        public Match {
            controlRows = List.copyOf(controlRows);
        }
    }

    static Matches of(
            Comparison comparison, int[][] found, boolean replacement, String method, SortedMap<String, String> told) {
        List<Match> matches = new ArrayList<>();
        double[] weights = new double[comparison.rows()];
        int[] pair = new int[weights.length];
        Arrays.fill(pair, -1);
        int[] treated = comparison.treatedRows();
        for (int i : treated) {
            if (found[i].length > 0) {
                pair[i] = matches.size();
                weights[i] = 1;
                for (int control : found[i]) {
                    pair[control] = matches.size();
                    weights[control] += 1.0 / found[i].length;
                }
                matches.add(new Match(i, Arrays.stream(found[i]).boxed().toList()));
            }
        }
        if (matches.isEmpty()) {
            throw comparison.failure(
                    StudyProblem.NO_OVERLAP,
                    "a treated unit must have a control like it, but none of " + treated.length + " has\n"
                            + "Maybe allow for a wider caliper or fewer categories.",
                    "treated");
        }
        int unmatched = treated.length - matches.size();
        long controls = Arrays.stream(comparison.controlRows())
                .filter(i -> weights[i] > 0)
                .count();
        GroupWeights result = new GroupWeights(comparison, method, Estimand.ATT, weights, replacement ? null : pair)
                .measured("matched treated", matches.size())
                .measured("matched control", (double) controls)
                .measured("unmatched treated", unmatched);
        told.forEach(result::told);
        if (unmatched > 0) {
            result.warned(unmatched + " of " + treated.length
                    + " treated units have no control like them, so that the effect is not on them");
        }
        return new Matches(List.copyOf(matches), unmatched, result);
    }

    /** {@return the matches, in the order of the treated's rows} */
    public List<Match> matches() {
        return matches;
    }

    /** {@return how many treated units have no match} */
    public int unmatched() {
        return unmatched;
    }

    /**
     * {@return the weights: 1 for a matched treated unit, and one over the number of its controls for each of them, added
     * up where a control is matched again}
     */
    public GroupWeights weights() {
        return weights;
    }
}
