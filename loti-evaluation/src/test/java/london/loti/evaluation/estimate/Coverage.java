package london.loti.evaluation.estimate;

import java.util.Locale;

/** How many of the intervals held the truth, and how many runs gave none. */
record Coverage(Experiment of, int runs, int held, int without) {
    double share() {
        return (double) held / (runs - without);
    }

    /** A line of a table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "coverage | %-38s | %-28s | %,5d runs | %.4f%s",
                of.estimator(),
                of.size(),
                runs,
                share(),
                without == 0 ? "" : " of those with an interval, " + without + " without");
    }
}
