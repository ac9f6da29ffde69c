package london.loti.benchmarks.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyTable;

/** Invented people in clusters, of which every second is treated; and units that begin in different periods. */
final class DidInput {
    static final int PERIODS = 8;
    private static final int COHORTS = 3;

    private DidInput() {}

    /** With the columns y, treated, after and cluster. */
    static StudyTable people(int rows, int clusters) {
        SplittableRandom random = new SplittableRandom(1);
        double[] y = new double[rows];
        double[] treated = new double[rows];
        double[] after = new double[rows];
        int[] cluster = new int[rows];
        for (int i = 0; i < rows; i++) {
            cluster[i] = random.nextInt(clusters);
            treated[i] = cluster[i] % 2;
            after[i] = random.nextInt(2);
            y[i] = 0.001 * cluster[i] + after[i] * (1 + treated[i]) + random.nextDouble();
        }
        return StudyTable.builder("people", rows)
                .numbers("y", y)
                .numbers("treated", treated)
                .numbers("after", after)
                .categories("cluster", Categories.of(cluster, labels(clusters)))
                .build();
    }

    /** The same as objects. */
    static List<PlainDid.Row> plain(StudyTable people) {
        double[] y = people.numbers("y");
        double[] treated = people.numbers("treated");
        double[] after = people.numbers("after");
        Categories cluster = people.categories("cluster");
        List<PlainDid.Row> rows = new ArrayList<>(y.length);
        for (int i = 0; i < y.length; i++) {
            rows.add(new PlainDid.Row(y[i], treated[i] == 1, after[i] == 1, cluster.code(i)));
        }
        return rows;
    }

    /** With the columns unit, period, y and began, in no order; a quarter never begin. */
    static StudyTable panel(int units) {
        SplittableRandom random = new SplittableRandom(1);
        int rows = units * PERIODS;
        int[] order = shuffled(rows, random);
        int[] unit = new int[rows];
        double[] period = new double[rows];
        double[] y = new double[rows];
        double[] began = new double[rows];
        for (int i = 0; i < rows; i++) {
            unit[i] = order[i] / PERIODS;
            period[i] = order[i] % PERIODS + 1;
            int cohort = unit[i] % (COHORTS + 1);
            began[i] = cohort == 0 ? 0 : 2 + cohort;
            y[i] = unit[i] % 7 + period[i] + (cohort > 0 && period[i] >= began[i] ? 1 : 0) + random.nextDouble();
        }
        return StudyTable.builder("panel", rows)
                .categories("unit", Categories.of(unit, labels(units)))
                .numbers("period", period)
                .numbers("y", y)
                .numbers("began", began)
                .build();
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    private static List<String> labels(int n) {
        return IntStream.range(0, n).mapToObj(String::valueOf).toList();
    }
}
