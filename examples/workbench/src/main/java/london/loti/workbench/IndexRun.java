package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import london.loti.mapping.index.AreaIndex;
import london.loti.mapping.index.IndexBuilder;
import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.source.TableReader;
import london.loti.mapping.source.TableWriter;
import london.loti.model.area.AreaTable;
import london.loti.model.disclosure.DisclosedTable;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;

/** From tables and a recipe to scores: run by the commands {@code index}, {@code demo} and {@code recompute} alike. */
final class IndexRun {
    static final String METHOD = "index";
    static final String SCORES = "scores.csv";
    static final String MANIFEST = "manifest.json";

    private final RecipeDocument recipe;
    private final Choices choices;
    private final AreaIndex index;
    private final DisclosedTable disclosed;
    private final String scores;

    private IndexRun(RecipeDocument recipe, Choices choices, AreaIndex index, DisclosedTable disclosed) {
        this.recipe = recipe;
        this.choices = choices;
        this.index = index;
        this.disclosed = disclosed;
        this.scores = TableWriter.toCsv(index.toTable());
    }

    /** Reads, discloses and builds; throws {@link BadInput} with everything that is wrong. */
    static IndexRun of(RecipeDocument document, List<Path> tables, Choices choices, PrintWriter err) {
        Recipe recipe =
                choices.base() == null ? document.recipe() : document.recipe().withBase(choices.base());
        TableReader reader =
                TableReader.forRecipe(recipe).withVintage(choices.vintage()).withCodeColumn(choices.codeName());
        try (Progress progress = Progress.ofSteps("index", 3)) {
            progress.step("reading tables");
            AreaTable table = BadInput.check(reader.read(tables), err);
            progress.step("building the index");
            DisclosedTable disclosed = choices.disclosure().apply(table);
            AreaIndex index = BadInput.check(IndexBuilder.of(recipe).build(disclosed.table()), err);
            progress.step("writing scores");
            return new IndexRun(document, choices, index, disclosed);
        }
    }

    AreaIndex index() {
        return index;
    }

    /** The scores as CSV. */
    String scores() {
        return scores;
    }

    /** What the disclosure rule did. */
    String disclosure() {
        return disclosed.statement();
    }

    /** Adds scores, recipe and manifest. */
    void addTo(Outputs outputs) {
        Dataset recipeFile = outputs.add(RecipeDocument.FILE, recipe.json());
        Manifest manifest = Manifest.builder(METHOD, recipeFile)
                .inputs(index.table().datasets())
                .parameters(choices.toParameters())
                .output(outputs.add(SCORES, scores))
                .build();
        outputs.add(MANIFEST, LotiJson.write(manifest));
    }
}
