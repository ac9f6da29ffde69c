package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.mapping.recipe.Recipe;
import london.loti.mapping.recipe.RecipeReader;

/** {@code loti recipes}. */
@Command(
        name = "recipes",
        description = "Lists the recipes that come with loti, or prints one of them, to start your own from.",
        footer = {"", "Example: loti recipes loti-london > my-recipe.json"})
final class RecipesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The recipe to print.")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name != null) {
            BadInput.check(RecipeReader.bundled(name));
            out.print(new String(RecipeReader.bundledDocument(name).orElseThrow(), StandardCharsets.UTF_8));
            out.flush();
            return 0;
        }
        for (String bundled : RecipeReader.bundledNames()) {
            Recipe recipe = Recipe.bundled(bundled);
            out.println(bundled + " " + recipe.version() + ": " + recipe.title());
        }
        return 0;
    }
}
