package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;
import london.loti.model.provenance.Dataset;

/** A recipe together with the bytes that it was read from, which travel with every result. */
final class RecipeDocument {
    /** The name of the copy beside the results. */
    static final String FILE = "recipe.json";

    private final Recipe recipe;
    private final byte[] json;

    private RecipeDocument(Recipe recipe, byte[] json) {
        this.recipe = recipe;
        this.json = json;
    }

    /** Reads a recipe that comes with loti by its name, or one from a file. */
    static RecipeDocument read(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        if (RecipeReader.bundledNames().contains(nameOrFile) || !Files.exists(file)) {
            BadInput.check(RecipeReader.bundled(nameOrFile));
            return parse(nameOrFile, RecipeReader.bundledDocument(nameOrFile).orElseThrow());
        }
        return read(file);
    }

    /** Reads a recipe from a file. */
    static RecipeDocument read(Path file) {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BadInput(RecipeReader.read(file).findings());
        }
    }

    private static RecipeDocument parse(String source, byte[] json) {
        return new RecipeDocument(BadInput.check(RecipeReader.read(source, json)), json);
    }

    Recipe recipe() {
        return recipe;
    }

    byte[] json() {
        return json.clone();
    }

    Dataset dataset() {
        return Dataset.of(FILE, json);
    }
}
