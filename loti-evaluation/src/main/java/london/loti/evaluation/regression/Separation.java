package london.loti.evaluation.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.StudyProblem;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/**
 * Separation (Albert and Anderson 1984, doi:10.1093/biomet/71.1.1): a direction in which no unit is fitted worse and some
 * are fitted better for ever. The columns that make up the direction are named.
 */
final class Separation {
    private static final double WORTH_NAMING = 1e-2;

    private Separation() {}

    static Finding finding(
            double[] escape, List<String> names, double[][] columns, double[][] triangleInverse, String source) {
        double[] direction = Matrices.multiply(triangleInverse, escape);
        double[] reach = IntStream.range(0, direction.length)
                .mapToDouble(j -> Math.abs(direction[j]) * Sums.standardDeviation(columns[j]))
                .toArray();
        double most = IntStream.range(0, reach.length)
                .mapToDouble(j -> reach[j])
                .max()
                .orElse(0);
        List<String> guilty = new ArrayList<>();
        for (int j = 0; j < reach.length; j++) {
            if (reach[j] >= WORTH_NAMING * most && reach[j] > 0) {
                guilty.add(names.get(j));
            }
        }
        String which = guilty.isEmpty() ? names.get(0) : String.join(", ", guilty);
        return Finding.error(
                StudyProblem.SEPARATION,
                "a column must not tell the outcome perfectly, not even for some rows, but " + which
                        + (guilty.size() > 1 ? " together do" : " does") + ", so that the coefficient has no end\n"
                        + "Maybe leave it out, join a small category with another, or keep only the rows where both"
                        + " outcomes occur.",
                Where.column(source, guilty.size() == 1 ? which : "outcome"));
    }
}
