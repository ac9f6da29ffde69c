package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * How many clusters stand for each side. Where one does, what happened to it alone can't be told from the programme:
 * its residuals add up to nought, and so it would add nothing to the error (Conley and Taber 2011,
 * doi:10.1162/REST_a_00049).
 */
final class Replication {
    static final int FEWEST = 2;

    private Replication() {}

    /** In how many clusters anything is for which this holds. */
    static int clusters(int[] clusterOf, IntPredicate holds) {
        return (int) IntStream.range(0, clusterOf.length)
                .filter(holds)
                .map(i -> clusterOf[i])
                .distinct()
                .count();
    }

    /**
     * Says which side is a single cluster. Where units change at one time only, the sides are those that change and those
     * that do not; else those that change must be in two clusters.
     *
     * @param began when the unit of each row changed, {@link Integer#MAX_VALUE} for never
     * @param clusterOf the cluster of each row, all of them known
     * @throws FindingsException if both sides are a single cluster
     */
    static void check(Effect.Builder effect, int[] began, int[] clusterOf, Where where) {
        int[] times = Arrays.stream(began).distinct().toArray();
        int changing = clusters(clusterOf, i -> began[i] != Integer.MAX_VALUE);
        int others = times.length == 2
                ? clusters(
                        clusterOf, i -> began[i] == Arrays.stream(times).max().orElseThrow())
                : FEWEST;
        check(effect, changing, others, where);
    }

    /** Says which side is a single cluster. Both can't be: the error would be nought. */
    static void check(Effect.Builder effect, int treated, int others, Where where) {
        if (treated < FEWEST && others < FEWEST) {
            throw tooFew(where);
        }
        if (treated < FEWEST || others < FEWEST) {
            effect.assumes((treated < FEWEST ? "The treated are" : "The comparison is")
                    + " a single cluster: nothing but the programme changed it. Its own ups and downs are not in the"
                    + " error, which is too small by them.");
        }
        effect.diagnostic("clusters_treated", treated);
    }

    static FindingsException tooFew(Where where) {
        return FindingsException.error(
                StudyProblem.ONE_CLUSTER,
                "the treated, and those they are compared with, must be in two clusters or more, else their own ups and"
                        + " downs can't be told from the programme, but are not\nMaybe cluster by a smaller unit, or"
                        + " compare with more clusters.",
                where);
    }
}
