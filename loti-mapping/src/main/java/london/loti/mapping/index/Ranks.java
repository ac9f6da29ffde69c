package london.loti.mapping.index;

/** Ranks of scores. */
final class Ranks {
    private Ranks() {}

    /**
     * Competition ranks, 1 for the highest score; 0 for a missing one. {@code -0.0} and {@code 0.0} are equal.
     *
     * @param order as long as the scores; overwritten
     */
    static int[] ofHighest(double[] scores, Order order) {
        order.sort(scores);
        int[] ranks = new int[scores.length];
        for (int place = 0; place < order.count(); ) {
            int end = order.endOfEquals(scores, place);
            for (; place < end; place++) {
                ranks[order.row(place)] = 1 + order.count() - end;
            }
        }
        return ranks;
    }
}
