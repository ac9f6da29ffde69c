package london.loti.evaluation.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.study.Categories;

/**
 * Nearest-neighbour matching: each treated unit, one after the other, gets the controls that are nearest to it.
 *
 * <pre>{@code
 * Matches matches = Matching.nearest(PropensityScore.fit(comparison)).withCaliper(0.2).match();
 * matches.weights().effect(outcome);
 * }</pre>
 *
 * <p><b>Convention</b> (that of MatchIt 4, but see {@link Neighbour}): greedy; the largest score first, since those treated are the hardest to match;
 * without replacement; where each treated gets several controls, all get their first before any gets its second; of
 * controls equally near, the one in the first row. The effect is on the treated that were matched. Matching on the score
 * takes n log n steps; on Mahalanobis' distance, treated times controls. Immutable.
 */
public final class Matching {
    /** Who chooses first. */
    public enum Order {
        /** The largest score first. */
        LARGEST,
        /** The smallest score first. */
        SMALLEST,
        /** In the order of the rows. */
        ROWS
    }

    /** Which control a score finds. */
    public enum Neighbour {
        /** The nearest one. */
        NEAREST,
        /**
         * The next one with a smaller score, however near one with a larger score is, and only where there is none the next
         * above. Not a good choice: it gives what MatchIt 4.5.1 gave, which left calipers alone as well (its authors
         * tell of 4.5.1 to 4.5.3), and is only for running such analyses again.
         */
        NEXT_BELOW
    }

    private final Comparison comparison;
    private final @Nullable PropensityScore score;
    private final boolean byCovariates;
    private final int ratio;
    private final boolean replacement;
    private final double caliper;
    private final Order order;
    private final Neighbour neighbour;
    private final List<Categories> exact;

    private Matching(
            Comparison comparison,
            @Nullable PropensityScore score,
            boolean byCovariates,
            int ratio,
            boolean replacement,
            double caliper,
            Order order,
            Neighbour neighbour,
            List<Categories> exact) {
        this.comparison = comparison;
        this.score = score;
        this.byCovariates = byCovariates;
        this.ratio = ratio;
        this.replacement = replacement;
        this.caliper = caliper;
        this.order = order;
        this.neighbour = neighbour;
        this.exact = exact;
    }

    /**
     * {@return matching on the propensity score, one control each, the largest score first}
     *
     * @param score how likely each unit was to be treated
     */
    public static Matching nearest(PropensityScore score) {
        return new Matching(
                score.comparison(),
                score,
                false,
                1,
                false,
                Double.POSITIVE_INFINITY,
                Order.LARGEST,
                Neighbour.NEAREST,
                List.of());
    }

    /**
     * {@return matching on Mahalanobis' distance of the covariates, with the covariance within groups, one control each, in
     * the order of the rows}
     *
     * @param comparison the groups and their covariates
     */
    public static Matching mahalanobis(Comparison comparison) {
        return new Matching(
                comparison, null, true, 1, false, Double.POSITIVE_INFINITY, Order.ROWS, Neighbour.NEAREST, List.of());
    }

    /** {@return the same on Mahalanobis' distance; a caliper and the order stay those of the score} */
    public Matching withMahalanobis() {
        return new Matching(comparison, score, true, ratio, replacement, caliper, order, neighbour, exact);
    }

    /**
     * {@return the same with more controls for each treated}
     *
     * @param controls how many, at least 1; a treated unit may get fewer
     */
    public Matching withRatio(int controls) {
        if (controls < 1) {
            throw new IllegalArgumentException(
                    "a treated unit must get at least 1 control, but was to get " + controls);
        }
        return new Matching(comparison, score, byCovariates, controls, replacement, caliper, order, neighbour, exact);
    }

    /** {@return the same where a control may be matched again and again} */
    public Matching withReplacement() {
        return new Matching(comparison, score, byCovariates, ratio, true, caliper, order, neighbour, exact);
    }

    /**
     * {@return the same where matched scores may differ by so much at most; treated units without such a control are left
     * out}
     *
     * @param deviations in standard deviations of the scores of all units, for example 0.2
     * @throws IllegalStateException if the matching has no score
     */
    public Matching withCaliper(double deviations) {
        requireScore("a caliper");
        if (!(deviations > 0)) {
            throw new IllegalArgumentException("a caliper must be above 0, but was " + deviations);
        }
        return new Matching(comparison, score, byCovariates, ratio, replacement, deviations, order, neighbour, exact);
    }

    /**
     * {@return the same with another order of choosing}
     *
     * @param newOrder who chooses first
     * @throws IllegalStateException if the order is by score and the matching has no score
     */
    public Matching withOrder(Order newOrder) {
        if (newOrder != Order.ROWS) {
            requireScore("an order by score");
        }
        return new Matching(comparison, score, byCovariates, ratio, replacement, caliper, newOrder, neighbour, exact);
    }

    /**
     * {@return the same with another control found by a score; Mahalanobis' distance always finds the nearest}
     *
     * @param newNeighbour which
     */
    public Matching withNeighbour(Neighbour newNeighbour) {
        return new Matching(comparison, score, byCovariates, ratio, replacement, caliper, order, newNeighbour, exact);
    }

    /**
     * {@return the same where units must also have the same category}
     *
     * @param category a category a row; a unit without one is not matched
     */
    public Matching withExact(Categories category) {
        if (category.size() != comparison.rows()) {
            throw new IllegalArgumentException("the categories must have as many rows as the comparison, "
                    + comparison.rows() + ", but have " + category.size());
        }
        List<Categories> more = new ArrayList<>(exact);
        more.add(category);
        return new Matching(comparison, score, byCovariates, ratio, replacement, caliper, order, neighbour, more);
    }

    private void requireScore(String what) {
        if (score == null) {
            throw new IllegalStateException(what + " must have a propensity score, but this matching has none\n"
                    + "Maybe start with nearest(score).withMahalanobis().");
        }
    }

    /**
     * {@return who was matched with whom}
     *
     * @throws london.loti.model.finding.FindingsException if nobody could be matched, or covariates are combinations of
     *     others where Mahalanobis' distance is used
     */
    public Matches match() {
        double[] scores = score == null ? new double[comparison.rows()] : score.scores();
        double width = score == null || Double.isInfinite(caliper)
                ? Double.POSITIVE_INFINITY
                : caliper * score.standardDeviation();
        int[][] found = new int[comparison.rows()][0];
        @Nullable Mahalanobis distance = byCovariates ? Mahalanobis.of(comparison) : null;
        SortedMap<Integer, int[]> controlsOf = Strata.split(comparison.controlRows(), exact);
        Strata.split(ordered(scores), exact).forEach((stratum, treated) -> {
            int[] controls = controlsOf.getOrDefault(stratum, new int[0]);
            if (distance == null) {
                matchByScore(treated, new NearestControls(controls, scores), scores, width, found);
            } else {
                matchByCovariates(treated, controls, distance, scores, width, found);
            }
        });
        return Matches.of(comparison, found, replacement, method(), told());
    }

    private int[] ordered(double[] scores) {
        Comparator<Integer> byScore = Comparator.comparingDouble(i -> scores[i]);
        return switch (order) {
            case ROWS -> comparison.treatedRows();
            case LARGEST -> sorted(byScore.reversed());
            case SMALLEST -> sorted(byScore);
        };
    }

    private int[] sorted(Comparator<Integer> by) {
        return Arrays.stream(comparison.treatedRows())
                .boxed()
                .sorted(by) // stable: ties stay in the order of the rows
                .mapToInt(i -> i)
                .toArray();
    }

    private void matchByScore(int[] treated, NearestControls free, double[] scores, double width, int[][] found) {
        boolean nearest = neighbour == Neighbour.NEAREST;
        if (replacement) {
            for (int i : treated) {
                found[i] = nearest ? free.nearest(scores[i], width, ratio) : free.nextBelow(scores[i], width, ratio);
            }
            return;
        }
        for (int round = 0; round < ratio; round++) {
            for (int i : treated) {
                if (found[i].length == round) {
                    add(found, i, nearest ? free.take(scores[i], width) : free.takeBelow(scores[i], width));
                }
            }
        }
    }

    private void matchByCovariates(
            int[] treated, int[] controls, Mahalanobis distance, double[] scores, double width, int[][] found) {
        boolean[] taken = new boolean[controls.length];
        for (int round = 0; round < ratio; round++) {
            for (int i : treated) {
                int nearest = -1;
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < controls.length; c++) {
                    int row = controls[c];
                    if (!taken[c]
                            && Math.abs(scores[row] - scores[i]) <= width
                            && !(replacement && contains(found[i], row))) {
                        double apart = distance.squared(i, row, least);
                        if (apart < least) {
                            least = apart;
                            nearest = c;
                        }
                    }
                }
                if (nearest >= 0) {
                    taken[nearest] = !replacement;
                    add(found, i, controls[nearest]);
                }
            }
        }
    }

    private static boolean contains(int[] rows, int row) {
        return IntStream.of(rows).anyMatch(r -> r == row);
    }

    private static void add(int[][] found, int treated, int control) {
        if (control >= 0) {
            found[treated] = Arrays.copyOf(found[treated], found[treated].length + 1);
            found[treated][found[treated].length - 1] = control;
        }
    }

    private String method() {
        return byCovariates ? "matching-mahalanobis" : "matching-nearest";
    }

    private SortedMap<String, String> told() {
        SortedMap<String, String> told = new TreeMap<>();
        told.put("caliper", Double.isInfinite(caliper) ? "none" : caliper + " sd of the score");
        told.put("exact", exact.size() + " columns");
        told.put("neighbour", neighbour.name().toLowerCase(Locale.ROOT));
        told.put("order", order.name().toLowerCase(Locale.ROOT));
        told.put("ratio", Integer.toString(ratio));
        told.put("replacement", replacement ? "yes" : "no");
        told.put("score", score == null ? "none" : score.source());
        return told;
    }
}
