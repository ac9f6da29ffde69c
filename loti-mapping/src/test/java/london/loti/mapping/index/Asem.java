package london.loti.mapping.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import london.loti.mapping.SharedData;
import london.loti.mapping.recipe.Base;
import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Component.Aggregation;
import london.loti.mapping.recipe.Component.Part;
import london.loti.mapping.recipe.Component.Weighting;
import london.loti.mapping.recipe.Indicator;
import london.loti.mapping.recipe.MissingData;
import london.loti.mapping.recipe.Normalisation;
import london.loti.mapping.recipe.Polarity;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaVintage;
import london.loti.model.metric.Metric;
import london.loti.model.metric.MetricUnit;
import london.loti.model.provenance.Licence;
import london.loti.model.provenance.Source;
import london.loti.model.table.CsvReader;

/** The ASEM example of COINr 1.1.14 (51 countries, 49 indicators, three levels) as a loti table and recipe. */
final class Asem {
    private static final Source COINR = new Source("coinr", "ASEM", "COINr", "1.1.14", null, Licence.of("MIT"), null);

    private Asem() {}

    /** A file of COINr's as columns of text by name. */
    static Map<String, List<String>> columns(String file) {
        Path path = SharedData.file("oracles/mapping/coinr/" + file);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (CsvReader csv = CsvReader.open(path)) {
            csv.header().forEach(name -> columns.put(name, new ArrayList<>()));
            while (csv.next()) {
                columns.forEach((name, values) -> values.add(csv.text(csv.column(name))));
            }
            assertReadable(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    private static void assertReadable(CsvReader csv) {
        if (csv.findings().stream().anyMatch(f -> f.isError())) {
            throw new IllegalStateException(csv.findings().toString());
        }
    }

    /** Indicators as COINr has them, countries in the order of the file as areas E01000001, E01000002 and so on. */
    static AreaTable table(String file) {
        Map<String, List<String>> columns = columns(file);
        List<AreaCode> codes = new ArrayList<>();
        for (int i = 1; i <= columns.get("uCode").size(); i++) {
            codes.add(new AreaCode(String.format(Locale.ROOT, "E01%06d", i)));
        }
        AreaTable.Builder table = AreaTable.builder(AreaVintage.parse("lsoa21")).codes(codes);
        columns.forEach((name, values) -> {
            if (!name.equals("uCode")) {
                table.column(Metric.of(id(name), name, MetricUnit.SCORE), numbers(values));
            }
        });
        return table.build();
    }

    static double[] numbers(List<String> texts) {
        return texts.stream()
                .mapToDouble(t -> t.isEmpty() || t.equals("NA") ? Double.NaN : Double.parseDouble(t))
                .toArray();
    }

    /** COINr's tree with its weights, every level combined in the same way. */
    static Recipe recipe(Normalisation normalisation, Aggregation aggregation, boolean turned) {
        Map<String, List<String>> meta = columns("ASEM_iMeta.csv");
        List<Indicator> indicators = new ArrayList<>();
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (int row = 0; row < meta.get("iCode").size(); row++) {
            String type = meta.get("Type").get(row);
            if (!type.equals("Indicator") && !type.equals("Aggregate")) {
                continue;
            }
            String id = id(meta.get("iCode").get(row));
            if (type.equals("Indicator")) {
                boolean reversed = turned && meta.get("Direction").get(row).equals("-1");
                indicators.add(indicator(id, reversed));
            }
            String parent = meta.get("Parent").get(row);
            if (!parent.isEmpty()) {
                parts.computeIfAbsent(id(parent), of -> new ArrayList<>())
                        .add(new Part(id, Double.parseDouble(meta.get("Weight").get(row)), null));
            }
        }
        List<Component> components = parts.entrySet().stream()
                .map(e ->
                        new Component(e.getKey(), e.getKey(), aggregation, Weighting.NORMALISED, e.getValue(), "ASEM"))
                .toList();
        return new Recipe(
                "asem",
                "1",
                "ASEM",
                "COINr's example",
                "2026-11-23",
                null,
                null,
                Base.TABLE,
                normalisation,
                new MissingData(MissingData.Policy.RENORMALISE, 0.0),
                List.of(COINR),
                indicators,
                components,
                List.of(),
                List.of());
    }

    private static Indicator indicator(String id, boolean reversed) {
        return new Indicator(
                id,
                id,
                id,
                null,
                null,
                null,
                MetricUnit.SCORE,
                null,
                reversed ? Polarity.LOWER_IS_MORE_NEED : Polarity.HIGHER_IS_MORE_NEED,
                null,
                "coinr",
                "ASEM");
    }

    static String id(String code) {
        return code.equals("Index") ? Component.OVERALL : code.toLowerCase(Locale.ROOT);
    }
}
