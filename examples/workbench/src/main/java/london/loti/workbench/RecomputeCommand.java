package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.LibraryVersion;
import london.loti.model.provenance.Manifest;

/** {@code loti recompute}. */
@Command(
        name = "recompute",
        description = "Recomputes what a manifest describes from the same inputs, and compares it with the results"
                + " beside the manifest, value by value.",
        footer = {"", "Example: loti recompute london/manifest.json --inputs downloads"})
final class RecomputeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", description = "manifest.json of an index, or the manifest of a map.")
    private Path manifestFile;

    @Option(
            names = "--inputs",
            paramLabel = "DIR",
            description = "Folder of the inputs. Default: the manifest's own folder.")
    private @Nullable Path inputs;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        Manifest manifest = Manifests.read(manifestFile);
        String name = String.valueOf(manifestFile.getFileName());
        if (!manifest.loti().equals(LibraryVersion.current())) {
            err.println("warning: " + name + ": made by loti " + manifest.loti() + ", recomputed by "
                    + LibraryVersion.current());
        }
        Choices choices = Choices.of(manifest.parameters(), name);
        List<Path> files = inputFiles(manifest);
        if (manifest.method().equals(IndexRun.METHOD) && !files.isEmpty()) {
            return index(manifest, files, choices, out, err);
        }
        if (manifest.method().equals(MapRun.METHOD) && files.size() == 3) {
            return map(manifest, files, choices, out, err);
        }
        throw BadInput.because(
                BadInput.Code.NOT_A_MANIFEST, "the manifest must be that of an index or a map, with its inputs", name);
    }

    private int index(Manifest manifest, List<Path> tables, Choices choices, PrintWriter out, PrintWriter err) {
        RecipeDocument recipe = RecipeDocument.read(manifestFile.resolveSibling(RecipeDocument.FILE));
        Manifests.requireSame(manifest.recipe(), recipe.dataset());
        Dataset described = Manifests.output(manifest, IndexRun.SCORES);
        IndexRun run = IndexRun.of(recipe, tables, choices, err);
        Path published = manifestFile.resolveSibling(IndexRun.SCORES);
        ScoresComparison comparison = ScoresComparison.of(published, run.scores());
        if (!comparison.differences().isEmpty()) {
            throw new BadInput(comparison.differences());
        }
        out.printf(
                Locale.ROOT,
                "%s: all %,d values agree (greatest difference %s); inputs and recipe have the hashes of the manifest.%n",
                IndexRun.SCORES,
                comparison.values(),
                LotiJson.number(comparison.greatestDifference()));
        warnOfBytes(described, Manifests.dataset(published), err);
        return 0;
    }

    private int map(Manifest manifest, List<Path> files, Choices choices, PrintWriter out, PrintWriter err) {
        MapRun run = MapRun.of(files.get(0), files.get(2), choices, err);
        Dataset described = manifest.outputs().stream()
                .findFirst()
                .orElseThrow(() -> BadInput.because(
                        BadInput.Code.NOT_A_MANIFEST,
                        "the manifest must name the page",
                        String.valueOf(manifestFile.getFileName())));
        Dataset published = Manifests.dataset(manifestFile.resolveSibling(described.name()));
        Dataset drawn = Dataset.of(described.name(), run.html().getBytes(StandardCharsets.UTF_8));
        Manifests.requireSame(drawn, published);
        Manifests.requireSame(described, published);
        out.println(described.name() + ": drawn again, byte for byte the same.");
        return 0;
    }

    /** Every input, with the bytes that the manifest describes; all that are wrong are told at once. */
    private List<Path> inputFiles(Manifest manifest) {
        List<Finding> findings = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Dataset input : manifest.inputs()) {
            Path beside = manifestFile.resolveSibling(input.name());
            Path file = inputs == null || !Files.exists(inputs.resolve(input.name()))
                    ? beside
                    : inputs.resolve(input.name());
            files.add(file);
            if (!Files.isRegularFile(file)) {
                findings.add(Finding.error(
                        BadInput.Code.NO_FILE,
                        "the input is needed, but is neither in the folder of inputs nor beside the manifest"
                                + "\nMaybe give its folder with --inputs.",
                        Where.file(input.name())));
            } else if (!Manifests.dataset(file).sha256().equals(input.sha256())) {
                findings.add(Finding.error(
                        BadInput.Code.OTHER_BYTES,
                        "the input must be the one that the manifest describes, but its bytes differ",
                        Where.file(input.name())));
            }
        }
        if (!findings.isEmpty()) {
            throw new BadInput(findings);
        }
        return files;
    }

    private static void warnOfBytes(Dataset described, Dataset published, PrintWriter err) {
        if (!described.sha256().equals(published.sha256())) {
            err.println(
                    "warning: " + published.name()
                            + ": the values agree, but the bytes are not those of the manifest (saved again by another program?)");
        }
    }
}
