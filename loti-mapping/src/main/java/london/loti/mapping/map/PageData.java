package london.loti.mapping.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.recipe.Component;
import london.loti.mapping.recipe.Indicator;
import london.loti.mapping.recipe.Normalisation.Method;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaParents;
import london.loti.model.area.AreaTable;
import london.loti.model.area.AreaType;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;
import london.loti.model.provenance.Source;

/** Everything that the page's scripts read, as one JSON document inside the page. */
final class PageData {
    private static final int MOST_VALUE_CLASSES = 20;

    /** Fewer areas than this don't make fifths: the only one would be in the lowest. */
    private static final int FEWEST_FOR_FIFTHS = 10;

    private final Recipe recipe;
    private final DisclosedTable scores;
    private final AreaTable table;
    private final Boundaries boundaries;
    private final @Nullable Manifest manifest;

    PageData(Recipe recipe, DisclosedTable scores, Boundaries boundaries, @Nullable Manifest manifest) {
        this.recipe = recipe;
        this.scores = scores;
        this.table = scores.table();
        this.boundaries = boundaries;
        this.manifest = manifest;
    }

    Map<String, Object> toMap() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", recipe.title());
        data.put("subtitle", subtitle());
        data.put("areaWord", table.vintage().geography().label());
        data.put("recipe", recipeText());
        data.put("areas", Map.of("codes", codes(table.codes()), "names", table.names()));
        data.put("parents", table.parents().stream().map(this::parents).toList());
        data.put(
                "context",
                recipe.context().stream()
                        .map(c -> Map.of(
                                "id",
                                c.column(),
                                "label",
                                c.label(),
                                "unit",
                                c.unit().name(),
                                "values",
                                column(c.column())))
                        .toList());
        data.put("indicators", recipe.indicators().stream().map(this::indicator).toList());
        data.put(
                "components",
                recipe.components().stream().map(PageData::component).toList());
        data.put(
                "missing",
                Map.of(
                        "policy", recipe.missing().policy().name(),
                        "minimumShare", recipe.missing().leastShare()));
        data.put(
                "overall",
                Map.of("scores", column(Component.OVERALL), "ranks", column("rank"), "deciles", column("decile")));
        data.put("classes", classes());
        data.put("boundaries", Map.of("scale", Boundaries.SCALE, "shapes", shapes()));
        data.put("sources", recipe.sources().stream().map(PageData::source).toList());
        data.put("disclosure", scores.statement());
        data.put("open", scores.isOpen());
        data.put("findings", findings());
        data.put("provenance", provenance());
        return data;
    }

    private String subtitle() {
        return recipe.id() + " " + recipe.version() + " · " + table.vintage() + " · "
                + (table.rowCount() == 1 ? "1 area" : String.format(Locale.ROOT, "%,d areas", table.rowCount()));
    }

    private Map<String, Object> recipeText() {
        return Map.of(
                "id", recipe.id(),
                "version", recipe.version(),
                "title", recipe.title(),
                "description", recipe.description(),
                "date", recipe.date(),
                "limits", recipe.limits());
    }

    private Map<String, Object> parents(AreaParents parents) {
        boolean boroughs = parents.codes().stream().allMatch(code -> code.type() == AreaType.LONDON_BOROUGH);
        int[] of = IntStream.range(0, table.rowCount())
                .map(row -> parents.of(row).orElse(-1))
                .toArray();
        return Map.of(
                "key", parents.vintage().key(),
                "label", boroughs ? "Borough" : parents.vintage().geography().label(),
                "codes", codes(parents.codes()),
                "names", parents.names(),
                "of", of);
    }

    private Map<String, Object> indicator(Indicator indicator) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", indicator.id());
        data.put("label", indicator.label());
        data.put("unit", indicator.unit().name());
        data.put("definition", Objects.requireNonNullElse(indicator.definition(), ""));
        data.put("polarity", indicator.polarity().name());
        data.put("normalisation", recipe.normalisationOf(indicator).words(recipe.base()));
        data.put("reason", indicator.reason());
        data.put("source", indicator.source());
        data.put("values", column("value_" + indicator.id()));
        data.put("scores", column("score_" + indicator.id()));
        return data;
    }

    private static Map<String, Object> component(Component component) {
        return Map.of(
                "id", component.id(),
                "label", component.label(),
                "aggregation", component.aggregation().name(),
                "weighting", component.weighting().name(),
                "reason", component.reason(),
                "parts",
                        component.parts().stream()
                                .map(part -> Map.of("of", part.of(), "weight", part.weight()))
                                .toList());
    }

    /** A recipe that counts has few distinct scores, and fifths of them would cut through equal ones. */
    private Map<String, Object> classes() {
        boolean counts = recipe.indicators().stream()
                .allMatch(i -> recipe.normalisationOf(i).method() == Method.HIGHEST_SHARE);
        double[] values = Arrays.stream(column(Component.OVERALL))
                .filter(value -> !Double.isNaN(value))
                .distinct()
                .sorted()
                .toArray();
        boolean few = Arrays.stream(column("rank")).filter(rank -> rank > 0).count() < FEWEST_FOR_FIFTHS;
        return (counts || few) && values.length <= MOST_VALUE_CLASSES
                ? Map.of("kind", "VALUES", "values", values)
                : Map.of("kind", "FIFTHS");
    }

    private List<Object> shapes() {
        List<Object> shapes = new ArrayList<>();
        for (AreaCode code : table.codes()) {
            shapes.add(boundaries.shape(code).orElseThrow());
        }
        return shapes;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", source.id());
        data.put("title", source.title());
        data.put("publisher", source.publisher());
        data.put("date", source.date());
        data.put("url", source.url());
        data.put("licence", source.licence().name());
        data.put("licenceUrl", source.licence().url());
        data.put("note", source.note());
        return data;
    }

    private List<String> findings() {
        long without = Arrays.stream(column("rank")).filter(Double::isNaN).count();
        return without == 0
                ? List.of()
                : List.of(without + " of " + table.rowCount()
                        + " areas have no overall score, because too much about them is missing"
                        + (scores.isOpen() ? "." : " or suppressed."));
    }

    private Map<String, Object> provenance() {
        if (manifest == null) {
            return Map.of();
        }
        List<Map<String, String>> inputs =
                manifest.inputs().stream().map(PageData::hash).toList();
        return Map.of(
                "manifest",
                "manifest.json",
                "library",
                "loti " + manifest.loti(),
                "recipeSha256",
                manifest.recipe().sha256(),
                "inputs",
                inputs);
    }

    private static Map<String, String> hash(Dataset file) {
        return Map.of("name", file.name(), "sha256", file.sha256());
    }

    private static List<String> codes(List<AreaCode> codes) {
        return codes.stream().map(AreaCode::value).toList();
    }

    private double[] column(String id) {
        OptionalInt column = table.column(id);
        return table.copyColumn(column.orElseThrow());
    }
}
