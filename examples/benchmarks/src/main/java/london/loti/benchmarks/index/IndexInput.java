package london.loti.benchmarks.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.recipe.Normalisation;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

/**
 * Invented percentages of invented areas, and a recipe of three components over them; told twice, once for loti and
 * once for the plain way. The percentages are skewed to the low end and go together, as those of real areas do, and
 * every fourth points the other way.
 *
 * @param recipe for loti
 * @param table for loti
 * @param plain the same recipe for the plain way
 * @param columns the same table for the plain way, null where a value is missing
 */
record IndexInput(Recipe recipe, AreaTable table, PlainIndex plain, Map<String, List<@Nullable Double>> columns) {
    private static final long SEED = 20261123;
    private static final int COMPONENTS = 3;
    private static final double[] COMPONENT_WEIGHTS = {0.43, 0.34, 0.23};
    private static final double[] INDICATOR_WEIGHTS = {0.37, 0.29, 0.21, 0.13};
    private static final double MINIMUM_SHARE = 0.75;

    /** Percentages to the hundredth, none of them missing. */
    static IndexInput complete(Normalisation.Method method, int areas, int indicators) {
        double[][] values = values(areas, indicators);
        for (double[] column : values) {
            for (int area = 0; area < areas; area++) {
                column[area] = Math.rint(column[area] * 100) / 100;
            }
        }
        return of(method, values);
    }

    /** Whole percentages, many of them equal; every fifth area is like the one before, and every eighth value missing. */
    static IndexInput withGapsAndTies(Normalisation.Method method, int areas, int indicators) {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        double[][] values = values(areas, indicators);
        for (double[] column : values) {
            for (int area = 0; area < areas; area++) {
                column[area] = random.nextInt(8) == 0 ? Double.NaN : Math.rint(column[area]);
                if (area % 5 == 4) {
                    column[area] = column[area - 1];
                }
            }
        }
        return of(method, values);
    }

    private static double[][] values(int areas, int indicators) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] need = IntStream.range(0, areas)
                .mapToDouble(area -> random.nextGaussian())
                .toArray();
        double[][] values = new double[indicators][areas];
        for (double[] column : values) {
            double typical = random.nextDouble(-3, -1);
            for (int area = 0; area < areas; area++) {
                double logOdds = typical + 0.7 * need[area] + 0.5 * random.nextGaussian();
                column[area] = 100 / (1 + Math.exp(-logOdds));
            }
        }
        return values;
    }

    private static IndexInput of(Normalisation.Method method, double[][] values) {
        int areas = values[0].length;
        AreaTable.Builder table = AreaTable.builder(AreaVintage.parse("lsoa21"))
                .codes(IntStream.range(0, areas)
                        .mapToObj(area -> new AreaCode(String.format(Locale.ROOT, "E01%06d", area + 1)))
                        .toList());
        Map<String, List<@Nullable Double>> columns = new LinkedHashMap<>();
        Map<String, List<PlainIndex.Indicator>> components = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String id = "indicator_" + i;
            table.column(Metric.of(id, "Indicator " + i, MetricUnit.PERCENT), values[i]);
            columns.put(id, boxed(values[i]));
            components
                    .computeIfAbsent("component_" + i * COMPONENTS / values.length, key -> new ArrayList<>())
                    .add(new PlainIndex.Indicator(id, INDICATOR_WEIGHTS[i % INDICATOR_WEIGHTS.length], i % 4 == 3));
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < COMPONENTS; i++) {
            weights.put("component_" + i, COMPONENT_WEIGHTS[i]);
        }
        PlainIndex plain = new PlainIndex(method.name(), components, weights, MINIMUM_SHARE);
        return new IndexInput(recipe(plain), table.build(), plain, columns);
    }

    private static List<@Nullable Double> boxed(double[] values) {
        List<@Nullable Double> boxed = new ArrayList<>();
        for (double value : values) {
            boxed.add(Double.isNaN(value) ? null : Double.valueOf(value));
        }
        return boxed;
    }

    private static Recipe recipe(PlainIndex plain) {
        String indicators = plain.components().values().stream()
                .flatMap(List::stream)
                .map(i -> """
                        {"id": "%1$s", "label": "%1$s", "column": "%1$s", "unit": "PERCENT", "polarity": "%2$s",
                         "source": "nobody", "reason": "Invented."}""".formatted(i.id(), i.lowerIsMoreNeed() ? "LOWER_IS_MORE_NEED" : "HIGHER_IS_MORE_NEED"))
                .collect(Collectors.joining(",\n"));
        List<String> components = new ArrayList<>();
        plain.components()
                .forEach((id, parts) -> components.add(component(
                        id, parts.stream().map(p -> part(p.id(), p.weight())).toList())));
        components.add(component(
                "overall",
                plain.weights().entrySet().stream()
                        .map(p -> part(p.getKey(), p.getValue()))
                        .toList()));
        String document =
                """
                {"id": "benchmark", "version": "1", "title": "Benchmark", "description": "An invented index.",
                 "date": "2026-11-23", "vintage": "lsoa21", "base": "TABLE",
                 "normalisation": {"method": "%s"},
                 "missing": {"policy": "RENORMALISE", "minimumShare": %s},
                 "sources": [{"id": "nobody", "title": "Invented numbers", "publisher": "nobody", "date": "2026",
               "licence": "OGL-UK-3.0"}],
                 "indicators": [%s],
                 "components": [%s]}""".formatted(plain.method(), plain.minimumShare(), indicators, String.join(",\n", components));
        return RecipeReader.read("benchmark", document.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static String component(String id, List<String> parts) {
        return """
                {"id": "%1$s", "label": "%1$s", "aggregation": "ARITHMETIC_MEAN", "weighting": "NORMALISED",
                 "parts": [%2$s], "reason": "Invented."}""".formatted(id, String.join(", ", parts));
    }

    private static String part(String id, double weight) {
        return "{\"of\": \"%s\", \"weight\": %s}".formatted(id, weight);
    }
}
