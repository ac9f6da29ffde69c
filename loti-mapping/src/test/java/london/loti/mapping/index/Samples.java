package london.loti.mapping.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;

/** Small recipes and tables. */
final class Samples {
    static final double NONE = Double.NaN;

    private Samples() {}

    /** A recipe over columns a, b and c (a alone, then b and c together), with JSON for what differs. */
    static Recipe recipe(String normalisation, String aggregation, String weighting, String missing) {
        return recipe(normalisation, aggregation, weighting, missing, "HIGHER_IS_MORE_NEED");
    }

    static Recipe recipe(
            String normalisation, String aggregation, String weighting, String missing, String polarityOfC) {
        String indicators = Arrays.stream(new String[] {"a", "b", "c"})
                .map(id -> """
                        {"id": "%s", "label": "%s", "column": "%s", "unit": "SCORE", "polarity": "%s",
                         "source": "s", "reason": "R"}""".formatted(id, id, id, id.equals("c") ? polarityOfC : "HIGHER_IS_MORE_NEED"))
                .collect(Collectors.joining(",\n"));
        return parse("""
                {"id": "sample", "version": "1", "title": "T", "description": "D", "date": "2026-11-23",
                 "base": "TABLE", "normalisation": %s, "missing": %s,
                 "sources": [{"id": "s", "title": "T", "publisher": "P", "date": "2026", "licence": "OGL-UK-3.0"}],
                 "indicators": [%s],
                 "components": [
                   {"id": "pair", "label": "Pair", "aggregation": "%s", "weighting": "%s", "reason": "R",
                    "parts": [{"of": "b", "weight": 3}, {"of": "c", "weight": 1}]},
                   {"id": "overall", "label": "All", "aggregation": "%s", "weighting": "%s", "reason": "R",
                    "parts": [{"of": "a", "weight": 2}, {"of": "pair", "weight": 2}]}]}
                """.formatted(normalisation, missing, indicators, aggregation, weighting, aggregation, weighting));
    }

    static Recipe parse(String json) {
        return RecipeReader.read("sample.json", json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    static List<AreaCode> codes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new AreaCode(String.format(Locale.ROOT, "E01%06d", i)))
                .toList();
    }

    /** A table of LSOAs 2021 with these columns. */
    static AreaTable table(String[] names, double[]... columns) {
        return builder(names, columns).build();
    }

    static AreaTable abc(double[] a, double[] b, double[] c) {
        return table(new String[] {"a", "b", "c"}, a, b, c);
    }

    static AreaTable.Builder builder(String[] names, double[]... columns) {
        AreaTable.Builder table = AreaTable.builder(AreaVintage.parse("lsoa21")).codes(codes(columns[0].length));
        for (int i = 0; i < names.length; i++) {
            table.column(Metric.of(names[i], names[i], MetricUnit.SCORE), columns[i]);
        }
        return table;
    }

    /** Boroughs by their last digit; 0 is none. */
    static AreaParents boroughs(int... lastDigits) {
        List<AreaCode> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int digit : lastDigits) {
            codes.add(digit == 0 ? null : new AreaCode("E0900000" + digit));
            names.add(digit == 0 ? null : "Borough " + digit);
        }
        return AreaParents.of(AreaVintage.parse("ltla24"), codes, names);
    }

    static double[] overall(AreaIndex index) {
        return IntStream.range(0, index.table().rowCount())
                .mapToDouble(index::score)
                .toArray();
    }

    static int[] ranks(AreaIndex index) {
        return IntStream.range(0, index.table().rowCount())
                .map(row -> index.rank(row).orElse(0))
                .toArray();
    }
}
