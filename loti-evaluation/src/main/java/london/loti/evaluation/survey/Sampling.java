package london.loti.evaluation.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/** The first stage of a sampling: which clusters lie in which strata, and how many each stratum has in all. */
final class Sampling {
    private final List<Stratum> strata;
    private final int clusters;

    private Sampling(List<Stratum> strata, int clusters) {
        this.strata = strata;
        this.clusters = clusters;
    }

    /** The rows of each cluster of a stratum, and the stratum's number of clusters; infinite with replacement. */
    private static final class Stratum {
        private final TreeMap<Integer, List<Integer>> clusters = new TreeMap<>();
        private final double population;

        Stratum(double population) {
            this.population = population;
        }

        double variance(double[] scores) {
            int size = clusters.size();
            double[] sums = new double[size];
            int next = 0;
            for (List<Integer> rows : clusters.values()) {
                DoubleDouble sum = new DoubleDouble();
                rows.forEach(row -> sum.add(scores[row]));
                sums[next++] = sum.value();
            }
            double left = 1 - size / population;
            return left == 0 ? 0 : left * size * Sums.variance(sums);
        }
    }

    static Sampling of(
            int people, @Nullable Categories strata, @Nullable Categories clusters, double @Nullable [] populations) {
        TreeMap<Integer, Stratum> found = new TreeMap<>();
        for (int i = 0; i < people; i++) {
            int stratum = strata == null ? 0 : strata.code(i);
            int cluster = clusters == null ? i : clusters.code(i);
            if (stratum < 0 || cluster < 0) {
                throw SurveyDesign.problem(
                        StudyProblem.MISSING_VALUE,
                        "every person must have a stratum and a cluster, but row " + (i + 1) + " has not");
            }
            double population = populations == null ? Double.POSITIVE_INFINITY : populations[i];
            Stratum of = found.computeIfAbsent(stratum, s -> new Stratum(population));
            if (of.population != population) {
                throw SurveyDesign.problem(
                        StudyProblem.OUT_OF_RANGE,
                        "a stratum's size in the population must be the same for all its people, but is not in row "
                                + (i + 1));
            }
            of.clusters.computeIfAbsent(cluster, c -> new ArrayList<>()).add(i);
        }
        int count = 0;
        for (Stratum stratum : found.values()) {
            int size = stratum.clusters.size();
            count += size;
            if (!(stratum.population >= size)) {
                throw SurveyDesign.problem(
                        StudyProblem.OUT_OF_RANGE,
                        "a stratum must have as many in the population as were drawn, but had " + stratum.population
                                + " for " + size + "\nMaybe these are shares: give numbers.");
            }
            if (size == 1 && stratum.population != 1) {
                throw SurveyDesign.problem(
                        StudyProblem.ONE_CLUSTER,
                        "a stratum must have two clusters or people or more, but one has 1\nMaybe merge it with another.");
            }
        }
        return new Sampling(List.copyOf(found.values()), count);
    }

    int strata() {
        return strata.size();
    }

    int clusters() {
        return clusters;
    }

    int degreesOfFreedom() {
        return clusters - strata.size();
    }

    /** The variance of the sum of scores. */
    double variance(double[] scores) {
        return strata.stream().mapToDouble(stratum -> stratum.variance(scores)).sum();
    }
}
