package london.loti.benchmarks.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import london.loti.examples.borough.InventedDirectory;
import london.loti.model.service.Service;

/** Searches whose answers were judged by hand, and how well a ranking does on them. */
final class JudgedSearches {
    private static final int DEPTH = 10;

    private final InventedDirectory directory;
    private final List<Judged> searches;

    /** A search, and the grade of every kind of service that helps: 3 is what was asked for, 1 is near it. */
    record Judged(String words, Map<String, Integer> grades) {}

    private JudgedSearches(InventedDirectory directory, List<Judged> searches) {
        this.directory = directory;
        this.searches = searches;
    }

    static JudgedSearches of(InventedDirectory directory) {
        try (InputStream in = Objects.requireNonNull(JudgedSearches.class.getResourceAsStream("judged-queries.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Judged> searches = new ArrayList<>();
            String line = lines.readLine();
            while (line != null) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    searches.add(judged(line));
                }
                line = lines.readLine();
            }
            return new JudgedSearches(directory, List.copyOf(searches));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judged judged(String line) {
        int bar = line.indexOf('|');
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String grade : line.substring(bar + 1).strip().split(" +", -1)) {
            int equals = grade.indexOf('=');
            grades.put(grade.substring(0, equals), Integer.parseInt(grade.substring(equals + 1)));
        }
        return new Judged(line.substring(0, bar).strip(), grades);
    }

    List<Judged> searches() {
        return searches;
    }

    /** The mean of nDCG at 10, with gains 2^grade - 1, over all searches. */
    double quality(Function<String, List<Service>> ranking) {
        return searches.stream()
                .mapToDouble(search -> quality(search, ranking.apply(search.words())))
                .average()
                .orElse(0);
    }

    double quality(Judged search, List<Service> found) {
        List<Integer> best = new ArrayList<>();
        directory.services().forEach(service -> best.add(grade(search, service)));
        best.sort(Comparator.reverseOrder());
        double ideal = gain(best.stream().limit(DEPTH).toList());
        List<Integer> had = found.stream()
                .limit(DEPTH)
                .map(service -> grade(search, service))
                .toList();
        return ideal == 0 ? 0 : gain(had) / ideal;
    }

    private int grade(Judged search, Service service) {
        return search.grades().getOrDefault(directory.kindOf(service.id()).orElse(""), 0);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int place = 0; place < grades.size(); place++) {
            gain += (Math.pow(2, grades.get(place)) - 1) * Math.log(2) / Math.log(place + 2.0);
        }
        return gain;
    }
}
