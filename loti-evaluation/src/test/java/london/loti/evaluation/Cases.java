package london.loti.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;

import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Expected values that other people's software computed; tests that want them are skipped where they are absent. */
public final class Cases {
    private final String id;
    private final JsonNode values;
    private final double tolerance;

    private Cases(String id, JsonNode found) {
        this.id = id;
        this.values = found.path("values");
        this.tolerance = found.path("tol").asDouble(1e-9);
    }

    /** The case with this id. */
    public static Cases of(String id) {
        try {
            JsonNode all = LotiJson.mapper()
                    .readTree(SharedData.file("oracles/evaluation/cases.json").toFile());
            for (JsonNode found : all) {
                if (found.path("id").asText().equals(id)) {
                    return new Cases(id, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no case " + id);
    }

    /** The value at a path of keys and positions, for example {@code coef/x} or {@code att/0}. */
    public double number(String path) {
        JsonNode node = at(path);
        return node.isNull() ? Double.NaN : node.asDouble();
    }

    /** The numbers at a path, whether an array or an object's values in their order. */
    public double[] numbers(String path) {
        JsonNode node = at(path);
        double[] numbers = new double[node.size()];
        int i = 0;
        for (JsonNode value : node) {
            numbers[i++] = value.isNull() ? Double.NaN : value.asDouble();
        }
        return numbers;
    }

    /** The texts at a path. */
    public String[] texts(String path) {
        JsonNode node = at(path);
        String[] texts = new String[node.size()];
        int i = 0;
        for (JsonNode value : node) {
            texts[i++] = value.asText();
        }
        return texts;
    }

    /** Checks a number against the one at a path; an absent one (null) stands for undefined or unbounded. */
    public void check(String path, double actual) {
        check(path, actual, tolerance);
    }

    /** Checks a number against the one at a path with another tolerance; say why where you call it. */
    public void check(String path, double actual, double within) {
        double expected = number(path);
        if (Double.isNaN(expected)) {
            assertThat(Double.isFinite(actual)).as(id + " " + path).isFalse();
        } else {
            assertThat(actual)
                    .as(id + " " + path)
                    .isCloseTo(
                            expected, org.assertj.core.api.Assertions.within(within * Math.max(1, Math.abs(expected))));
        }
    }

    /** Checks numbers against those at a path. */
    public void check(String path, double[] actual) {
        double[] expected = numbers(path);
        assertThat(actual).as(id + " " + path).hasSameSizeAs(expected);
        JsonNode node = at(path);
        if (node.isArray()) {
            for (int i = 0; i < actual.length; i++) {
                check(path + "/" + i, actual[i]);
            }
        } else {
            int i = 0;
            for (var names = node.fieldNames(); names.hasNext(); ) {
                check(path + "/" + names.next(), actual[i++]);
            }
        }
    }

    private JsonNode at(String path) {
        JsonNode node = values;
        for (String step : path.split("/", -1)) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        if (node.isMissingNode()) {
            throw new IllegalArgumentException(id + " has no " + path);
        }
        return node;
    }
}
