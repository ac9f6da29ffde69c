package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.geojson.GeoJsonReader;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.map.MapPage;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.source.TableReader;
import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;

/** From scores and boundaries to a page: run by the commands {@code map}, {@code demo} and {@code recompute} alike. */
final class MapRun {
    static final String METHOD = "map";

    private final Dataset recipe;
    private final List<Dataset> inputs;
    private final Choices choices;
    private final DisclosedTable disclosed;
    private final String html;

    private MapRun(Dataset recipe, List<Dataset> inputs, Choices choices, DisclosedTable disclosed, String html) {
        this.recipe = recipe;
        this.inputs = inputs;
        this.choices = choices;
        this.disclosed = disclosed;
        this.html = html;
    }

    /** Reads scores and what lies beside them, passes the disclosure rule again, and draws. */
    static MapRun of(Path scoresFile, Path boundariesFile, Choices choices, PrintWriter err) {
        try (Progress progress = Progress.ofSteps("map", 3)) {
            progress.step("reading scores");
            Path manifestFile = scoresFile.resolveSibling(IndexRun.MANIFEST);
            Manifest manifest = Manifests.read(manifestFile);
            RecipeDocument document = RecipeDocument.read(scoresFile.resolveSibling(RecipeDocument.FILE));
            Manifests.requireSame(manifest.recipe(), document.dataset());
            Choices made = Choices.of(manifest.parameters(), IndexRun.MANIFEST);
            Recipe recipe =
                    made.base() == null ? document.recipe() : document.recipe().withBase(made.base());
            AreaTable scores =
                    BadInput.check(TableReader.of(AreaIndex.columns(recipe)).read(scoresFile), err);
            Dataset scoresDataset = scores.datasets().get(0);
            Manifests.requireSame(Manifests.output(manifest, scoresDataset.name()), scoresDataset);
            progress.step("reading boundaries");
            Boundaries boundaries = BadInput.check(
                    GeoJsonReader.withDefaults()
                            .withCodeProperty(choices.codeName())
                            .withVintage(choices.vintage())
                            .read(boundariesFile),
                    err);
            progress.step("drawing");
            DisclosedTable disclosed = choices.disclosure().apply(scores);
            String html = BadInput.check(MapPage.of(recipe, disclosed, boundaries), err)
                    .withManifest(manifest)
                    .html();
            List<Dataset> inputs = List.of(scoresDataset, Manifests.dataset(manifestFile), boundaries.dataset());
            return new MapRun(document.dataset(), inputs, choices, disclosed, html);
        }
    }

    /** The page. */
    String html() {
        return html;
    }

    /** What the disclosure rule did. */
    String disclosure() {
        return disclosed.statement();
    }

    /** Adds the page and its manifest. */
    void addTo(Outputs outputs, String pageName) {
        Manifest manifest = Manifest.builder(METHOD, recipe)
                .inputs(inputs)
                .parameters(choices.toParameters())
                .output(outputs.add(pageName, html))
                .build();
        outputs.add(manifestName(pageName), LotiJson.write(manifest));
    }

    /** For example {@code map.manifest.json} for {@code map.html}. */
    static String manifestName(String pageName) {
        int dot = pageName.lastIndexOf('.');
        return (dot > 0 ? pageName.substring(0, dot) : pageName) + ".manifest.json";
    }
}
