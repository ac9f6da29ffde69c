package london.loti.evaluation.instrument;

/** One score of the same people twice; nobody with a gap is among them. Immutable. */
public final class PairedScores {
    private final double[] before;
    private final double[] after;

    PairedScores(double[] before, double[] after) {
        this.before = before;
        this.after = after;
    }

    /** {@return how many people have both} */
    public int size() {
        return before.length;
    }

    /** {@return the earlier scores, one for each person} */
    public double[] before() {
        return before.clone();
    }

    /** {@return the later scores, the people in the same order} */
    public double[] after() {
        return after.clone();
    }

    /** {@return the later less the earlier score, one for each person} */
    public double[] change() {
        double[] change = new double[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        return change;
    }
}
