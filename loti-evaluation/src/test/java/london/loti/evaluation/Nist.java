package london.loti.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** NIST's statistical reference data: the data, the certified values, and how many digits doubles allow at best. */
public final class Nist {
    private static final double HALF_A_DIGIT = 0.5;

    private Nist() {}

    /** The certified values of a data set, by quantity. */
    public static Map<String, Double> certified(String set) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String[] row : rows("nist_certified.csv")) {
            if (row[1].equals(set)) {
                values.put(row[2], Double.parseDouble(row[3]));
            }
        }
        assertThat(values).as(set).isNotEmpty();
        return values;
    }

    /** The names of the data sets of a class: univariate, anova or regression. */
    public static List<String> sets(String kind) {
        return rows("nist_lre_table.csv").stream()
                .filter(row -> row[0].equals(kind))
                .map(row -> row[1])
                .distinct()
                .toList();
    }

    /** Demands as many digits of a value as doubles allow, less half a digit. */
    public static void check(String set, String quantity, String ceilingOf, double actual) {
        double expected = certified(set).get(quantity);
        double ceiling = rows("nist_lre_table.csv").stream()
                .filter(row -> row[1].equals(set) && row[2].equals(ceilingOf))
                .mapToDouble(row -> Double.parseDouble(row[3]))
                .findFirst()
                .orElseThrow();
        assertThat(digits(actual, expected))
                .as(set + " " + quantity + ": " + actual + " for " + expected)
                .isGreaterThanOrEqualTo(ceiling - HALF_A_DIGIT);
    }

    /** How many digits agree, at most 15; where nought is right, the digits after the point. */
    public static double digits(double actual, double expected) {
        if (actual == expected) {
            return 15;
        }
        double error = expected == 0 ? Math.abs(actual) : Math.abs(actual - expected) / Math.abs(expected);
        return Math.max(0, Math.min(15, -Math.log10(error)));
    }

    /** The columns of numbers of a file, after its line of dashes or the line that begins with Data. */
    public static double[][] columns(String set) {
        Path file = SharedData.file("data/evaluation/nist/" + set + ".dat");
        List<double[]> rows = new ArrayList<>();
        for (String line : lines(file)) {
            double[] numbers = numbers(line);
            if (numbers.length == 0) {
                if (!line.isBlank()) {
                    rows.clear();
                }
            } else {
                rows.add(numbers);
            }
        }
        int last = rows.get(rows.size() - 1).length;
        rows.removeIf(row -> row.length != last);
        double[][] columns = new double[last][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < last; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        return columns;
    }

    private static double[] numbers(String line) {
        try {
            return Arrays.stream(line.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    private static List<String[]> rows(String name) {
        return lines(SharedData.file("oracles/evaluation/" + name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
