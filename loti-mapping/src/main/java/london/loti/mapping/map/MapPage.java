package london.loti.mapping.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.recipe.Recipe;
import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.metric.Metric;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;

/**
 * An index as one self-contained HTML file: a choropleth map with filters and search, a card that explains each
 * area's score, sliders that recompute the index in the page, a sortable table beside the map, sources and method. It
 * loads nothing from anywhere, and works with a keyboard, a screen reader, and on paper.
 *
 * <p>It draws only what has passed a disclosure rule, and speaks of areas, never of the people who live there.
 */
public final class MapPage {
    /** More corners than this make a page slow and show nothing more at the scale of a borough. */
    private static final int MOST_POINTS = 120_000;

    private static final int POINTS_PER_AREA = 12;

    private static final List<String> SCRIPTS = List.of(
            "util.js", "shapes.js", "paint.js", "map.js", "table.js", "card.js", "controls.js", "method.js", "page.js");

    private final Recipe recipe;
    private final DisclosedTable scores;
    private final Boundaries boundaries;
    private final @Nullable Manifest manifest;

    private MapPage(Recipe recipe, DisclosedTable scores, Boundaries boundaries, @Nullable Manifest manifest) {
        this.recipe = recipe;
        this.scores = scores;
        this.boundaries = boundaries;
        this.manifest = manifest;
    }

    /** What can keep a map from being drawn. */
    public enum Code implements Finding.Code {
        /** Scores and boundaries are of different geographies or years. */
        OTHER_VINTAGE,
        /** An area has no boundary, so it would be lost from the map. */
        ABSENT_BOUNDARY,
        /** A column of an index by this recipe is absent. */
        UNKNOWN_COLUMN
    }

    /**
     * A page for an index.
     *
     * @param recipe the recipe that the scores were made by
     * @param scores the table of an {@link AreaIndex}, disclosed
     * @param boundaries boundaries of the same vintage; those of other areas are left out
     * @return the page, or why there is none: an area without a boundary is never lost silently
     */
    public static Checked<MapPage> of(Recipe recipe, DisclosedTable scores, Boundaries boundaries) {
        Findings findings = new Findings();
        AreaTable table = scores.table();
        String source = boundaries.dataset().name();
        if (!table.vintage().equals(boundaries.vintage())) {
            findings.error(
                    Code.OTHER_VINTAGE,
                    "scores and boundaries must be of one vintage, but the scores are of " + table.vintage()
                            + " and the boundaries of " + boundaries.vintage()
                            + "\nMaybe take the other boundary file: equal codes may be other land.",
                    Where.file(source));
            return Checked.failed(findings.toList());
        }
        List<AreaCode> absent = table.codes().stream()
                .filter(code -> boundaries.shape(code).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            findings.error(
                    Code.ABSENT_BOUNDARY,
                    absent.size() + " of " + table.rowCount() + " areas have no boundary and would be lost: "
                            + absent.stream().limit(5).map(AreaCode::value).collect(Collectors.joining(", "))
                            + (absent.size() > 5 ? " …" : ""),
                    Where.file(source));
        }
        for (Metric metric : AreaIndex.columns(recipe)) {
            if (table.column(metric.id()).isEmpty()) {
                findings.error(
                        Code.UNKNOWN_COLUMN,
                        "an index by the recipe " + recipe.id() + " has the column, but the scores do not",
                        Where.column(
                                scores.table().datasets().stream()
                                        .map(Dataset::name)
                                        .findFirst()
                                        .orElse("scores"),
                                metric.id()));
            }
        }
        Boundaries own = boundaries.of(table.codes());
        int wanted = Math.max(MOST_POINTS, POINTS_PER_AREA * table.rowCount());
        return findings.check(new MapPage(recipe, scores, own.simplified(wanted), null));
    }

    /**
     * The same page with hashes of what it was made from.
     *
     * @param made the library, recipe and input files that the page names below its sources
     * @return another page; this one stays without them
     */
    public MapPage withManifest(Manifest made) {
        return new MapPage(recipe, scores, boundaries, made);
    }

    /** {@return the page: HTML to be saved as UTF-8, the same bytes for the same scores} */
    public String html() {
        String leaflet = resource("leaflet/dist/leaflet.js").replaceAll("(?m)^//# sourceMappingURL=.*$", "");
        String score = resource("score.js");
        String page = SCRIPTS.stream().map(MapPage::resource).collect(Collectors.joining("\n"));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("title", recipe.title());
        context.put("lang", "en-GB");
        context.put("csp", policy(Stream.of(leaflet, score, page)));
        context.put("leafletCss", resource("leaflet/dist/leaflet.css"));
        context.put("leafletJs", leaflet);
        context.put("pageCss", resource("page.css"));
        context.put("scoreJs", score);
        context.put("pageJs", page);
        context.put(
                "dataJson",
                inScript(LotiJson.writeCompact(new PageData(recipe, scores, boundaries, manifest).toMap())));
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(resource("page.mustache"))
                .execute(context);
    }

    /** Only these scripts may run, and nothing may be loaded. */
    private static String policy(Stream<String> scripts) {
        String hashes = scripts.map(MapPage::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes + "; style-src 'unsafe-inline'; img-src data:";
    }

    private static String hash(String script) {
        MessageDigest digest = Dataset.newDigest();
        digest.update(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest.digest()) + "'";
    }

    /** Nothing in the data may end the script element that holds it. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String resource(String name) {
        try (InputStream in = MapPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource '" + name + "' must lie in the loti-mapping jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
