package london.loti.evaluation.instrument;

/**
 * Ratings of the same people before training, after it, and after it of <em>then</em>; nobody with a gap is among them.
 * Each difference may go into a test of pairs. Immutable.
 */
public final class ResponseShift {
    private final PairedScores shift;
    private final PairedScores change;
    private final PairedScores retrospective;

    ResponseShift(double[] before, double[] then, double[] after) {
        shift = new PairedScores(before, then);
        change = new PairedScores(before, after);
        retrospective = new PairedScores(then, after);
    }

    /** {@return how many people have all three} */
    public int size() {
        return shift.size();
    }

    /** {@return before, and then: below nought people had thought too well of themselves} */
    public PairedScores shift() {
        return shift;
    }

    /** {@return before and after, as a plain comparison sees it} */
    public PairedScores change() {
        return change;
    }

    /** {@return then and after, both by the yardstick of after} */
    public PairedScores retrospectiveChange() {
        return retrospective;
    }
}
