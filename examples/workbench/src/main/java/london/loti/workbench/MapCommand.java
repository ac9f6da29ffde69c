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

/** {@code loti map}. */
@Command(
        name = "map",
        description = "Draws scores as one HTML file that works without a network. Reads manifest.json and recipe.json"
                + " beside the scores, and passes the disclosure rule again.",
        footer = {"", "Example: loti map --scores london/scores.csv --boundaries london_lsoa21.geojson"})
final class MapCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--scores", required = true, paramLabel = "CSV", description = "The scores of 'loti index'.")
    private Path scores;

    @Option(
            names = "--boundaries",
            required = true,
            paramLabel = "GEOJSON",
            description = "Boundaries of the same geography and year, in WGS84.")
    private Path boundaries;

    @Option(
            names = "--code-property",
            paramLabel = "P",
            description = "The property with the area codes, where its name follows no custom.")
    private @Nullable String codeProperty;

    @Option(names = "--out", paramLabel = "HTML", description = "The page. Default: map.html beside the scores.")
    private @Nullable Path out;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        Choices choices = new Choices(options.vintage(), codeProperty, null, options.disclosure());
        MapRun run = MapRun.of(scores, boundaries, choices, spec.commandLine().getErr());
        Path page = out == null ? scores.resolveSibling("map.html") : out;
        List<Path> inputs = new ArrayList<>(List.of(
                scores,
                boundaries,
                scores.resolveSibling(IndexRun.MANIFEST),
                scores.resolveSibling(RecipeDocument.FILE)));
        inputs.addAll(options.files());
        Outputs outputs = Outputs.besides(page, inputs);
        String name = Outputs.nameOf(page);
        run.addTo(outputs, name);
        outputs.write();
        said.println(run.disclosure());
        said.printf(
                Locale.ROOT, "Written: %s (%.1f MB), %s%n", page, run.html().length() / 1e6, MapRun.manifestName(name));
        said.println("Next: open it in a browser; it needs no network.");
        return 0;
    }
}
