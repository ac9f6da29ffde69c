package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import london.loti.mapping.recipe.Base;
import london.loti.mapping.recipe.RecipeReader;

/** {@code loti index}. */
@Command(
        name = "index",
        description =
                "Makes an index of tables by a recipe: scores.csv (area, value and score of every indicator, score"
                        + " of every component, overall score, rank, decile), recipe.json and manifest.json.",
        footer = {"", "Example: loti index --recipe loti-london --table lsoa21_indicators.csv --out london"})
final class IndexCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--recipe",
            required = true,
            paramLabel = "NAME|FILE",
            description = "A recipe that comes with loti (see 'loti recipes'), or a file.")
    private String recipe;

    @Option(
            names = "--table",
            required = true,
            arity = "1..*",
            paramLabel = "CSV",
            description = "One or more tables, one row an area; they are joined by area code.")
    private List<Path> tables;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the results.")
    private Path out;

    @Option(
            names = "--code-column",
            paramLabel = "COLUMN",
            description = "The column of area codes, where its name follows no custom.")
    private @Nullable String codeColumn;

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "Areas to compare with, in place of the recipe's: ${COMPLETION-CANDIDATES}.")
    private @Nullable Base base;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Choices choices = new Choices(options.vintage(), codeColumn, base, options.disclosure());
        IndexRun run = IndexRun.of(RecipeDocument.read(recipe), tables, choices, err);
        List<Path> inputs = new ArrayList<>(tables);
        if (RecipeReader.bundledDocument(recipe).isEmpty()) {
            inputs.add(Path.of(recipe));
        }
        Manifests.ownRecipe(out).ifPresent(inputs::add);
        inputs.addAll(options.files());
        Outputs outputs = new Outputs(out, inputs);
        run.addTo(outputs);
        outputs.write();
        PrintWriter said = spec.commandLine().getOut();
        said.printf(
                Locale.ROOT,
                "%,d areas (%s), %,d with a score, by the recipe %s %s.%n",
                run.index().table().rowCount(),
                run.index().table().vintage(),
                run.index().rankedCount(),
                run.index().recipe().id(),
                run.index().recipe().version());
        said.println(run.disclosure());
        said.println(
                "Written: " + out.resolve(IndexRun.SCORES) + ", " + RecipeDocument.FILE + ", " + IndexRun.MANIFEST);
        said.println("Next: loti map --scores " + out.resolve(IndexRun.SCORES) + " --boundaries GEOJSON");
        return 0;
    }
}
