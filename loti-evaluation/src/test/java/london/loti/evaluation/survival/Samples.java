package london.loti.evaluation.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import london.loti.evaluation.SharedData;

/** Rows of the reference data by the names of their columns, and random rows. */
final class Samples {
    private final List<String> header;
    private final List<String[]> rows;

    private Samples(String file) {
        try {
            List<String[]> all = Files.readAllLines(SharedData.file("data/evaluation/" + file)).stream()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
            header = Arrays.asList(all.get(0));
            rows = all.subList(1, all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Samples of(String file) {
        return new Samples(file);
    }

    Function<String[], String> cell(String column) {
        int index = header.indexOf(column);
        return row -> row[index];
    }

    ToDoubleFunction<String[]> number(String column) {
        return row -> Double.parseDouble(cell(column).apply(row));
    }

    TimeToEventBuilder events(ToDoubleFunction<String[]> time, ToIntFunction<String[]> event) {
        return TimeToEvent.builder(
                rows.stream().mapToDouble(time).toArray(),
                rows.stream().mapToInt(event).toArray());
    }

    List<String> column(String column) {
        return rows.stream().map(cell(column)).toList();
    }

    static TimeToEventBuilder lung() {
        Samples lung = of("survival_lung.csv");
        return lung.events(
                        lung.number("time"), row -> (int) lung.number("status").applyAsDouble(row) - 1)
                .groups(lung.column("sex"));
    }

    /** Times from 0 to {@code span} with many ties, and events from 0 to {@code causes}. */
    static TimeToEventBuilder random(long seed, int rows, int span, int causes, int groups) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = random.ints(rows, 0, span + 1).asDoubleStream().toArray();
        int[] events = random.ints(rows, 0, causes + 1).toArray();
        events[0] = 1;
        int[] codes = random.ints(rows, 0, groups).toArray();
        for (int g = 0; g < groups; g++) {
            codes[g] = g;
        }
        String[] names =
                IntStream.rangeClosed(1, causes).mapToObj(c -> "cause " + c).toArray(String[]::new);
        List<String> groupNames =
                IntStream.range(0, groups).mapToObj(g -> "group " + g).toList();
        return TimeToEvent.builder(times, events).causes(names).groups(codes, groupNames);
    }
}
