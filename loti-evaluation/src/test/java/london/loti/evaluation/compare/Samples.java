package london.loti.evaluation.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static org.assertj.core.api.Assertions.assertThat;

/** Real columns beside the project, and small made-up ones. */
final class Samples {
    private Samples() {}

    /** A column of numbers of a shared data set. */
    static double[] column(String set, String name) {
        return column(set, name, null, null);
    }

    /** A column of numbers in the rows where another column has a value. */
    static double[] column(String set, String name, String by, String value) {
        try {
            List<String> lines = Files.readAllLines(SharedData.file("data/evaluation/" + set + ".csv"));
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> by == null || row[header.indexOf(by)].equals(value))
                    .mapToDouble(row -> number(row[header.indexOf(name)]))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] sleep(int group) {
        return column("datasets_sleep", "extra", "group", String.valueOf(group));
    }

    /** Whole numbers from 0 to below a bound, so that some are tied. */
    static double[] tied(SplittableRandom random, int n, int bound) {
        return random.ints(n, 0, bound).asDoubleStream().toArray();
    }

    static double[] shuffled(double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double value = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = value;
        }
        return shuffled;
    }

    static double[] times(double[] values, double factor, double plus) {
        return Arrays.stream(values).map(v -> factor * v + plus).toArray();
    }

    static Interval interval(Estimate estimate) {
        Interval interval = estimate.interval();
        assertThat(interval).as(estimate.term()).isNotNull();
        return interval;
    }

    private static double number(String text) {
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }
}
