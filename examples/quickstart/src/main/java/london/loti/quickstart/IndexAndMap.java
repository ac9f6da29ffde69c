package london.loti.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import london.loti.mapping.geojson.Boundaries;
import london.loti.mapping.geojson.GeoJsonReader;
import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.map.MapPage;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.source.TableReader;
import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.disclosure.DisclosureRule;

/** From a published table to an index, an explanation and a map. */
public final class IndexAndMap {
    private IndexAndMap() {}

    /**
     * Reads a table and boundaries, and writes a map.
     *
     * @return why the area with the highest estimated need has its score
     */
    public static String run(Path csv, Path geoJson, Path html) throws IOException {
        // README: begin
        Recipe recipe = Recipe.bundled("loti-london");
        AreaTable table = TableReader.forRecipe(recipe).read(csv).orElseThrow();
        DisclosedTable input = DisclosureRule.withDefaults().apply(table);

        AreaIndex index = IndexBuilder.of(recipe).build(input.table()).orElseThrow();
        int highest = index.rowsByRank().get(0);
        String why = index.explain(table.codes().get(highest)).orElseThrow().words();

        DisclosedTable scores = DisclosureRule.withDefaults().apply(index.toTable());
        Boundaries boundaries = GeoJsonReader.withDefaults().read(geoJson).orElseThrow();
        MapPage page = MapPage.of(recipe, scores, boundaries).orElseThrow();
        Files.writeString(html, page.html());
        // README: end
        return why;
    }
}
