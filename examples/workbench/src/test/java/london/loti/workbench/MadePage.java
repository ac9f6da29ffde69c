package london.loti.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.source.TableReader;
import london.loti.model.area.AreaTable;

import static org.assertj.core.api.Assertions.assertThat;

/** A page made by the command line, with the recipe and the table that it was made of. */
record MadePage(Path html, Recipe recipe, AreaTable table) {
    /** From a table, a recipe (a bundled name or a file) and boundaries. */
    static MadePage of(Path folder, String recipe, Path table, Path boundaries) {
        run("index", "--recipe", recipe, "--table", table.toString(), "--out", folder.toString());
        Path scores = folder.resolve(IndexRun.SCORES);
        run("map", "--scores", scores.toString(), "--boundaries", boundaries.toString());
        return existing(folder, table);
    }

    /** From an invented borough: what the demo writes. */
    static MadePage demo(Path folder) {
        run("demo", "--out", folder.toString());
        return existing(folder, folder.resolve("table.csv"));
    }

    /** From the demo's borough with a recipe of one's own, and a table that was changed. */
    static MadePage of(Path demo, String name, String recipeJson, String csv) throws IOException {
        Path folder = Files.createDirectories(demo.resolve(name));
        Path recipe = Files.writeString(folder.resolve("own.json"), recipeJson);
        Path table = Files.writeString(folder.resolve("table.csv"), csv);
        return of(folder, recipe.toString(), table, demo.resolve("boundaries.geojson"));
    }

    private static MadePage existing(Path folder, Path table) {
        Recipe recipe = RecipeDocument.read(folder.resolve(RecipeDocument.FILE)).recipe();
        return new MadePage(
                folder.resolve("map.html"),
                recipe,
                TableReader.forRecipe(recipe).read(table).orElseThrow());
    }

    /** What loti makes of the same table with other weights. */
    AreaIndex index(Map<String, Double> weights) {
        return IndexBuilder.of(recipe.withWeights(weights)).build(table).orElseThrow();
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said);
        int exit = Loti.run(new PrintWriter(new StringWriter()), err, arguments);
        assertThat(exit).as("%s", said).isZero();
    }
}
