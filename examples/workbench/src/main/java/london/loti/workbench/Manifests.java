package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import london.loti.model.json.LotiJson;
import london.loti.model.provenance.Dataset;
import london.loti.model.provenance.Manifest;

/** Reads manifests and holds files against them. */
final class Manifests {
    private Manifests() {}

    static Manifest read(Path file) {
        return BadInput.check(LotiJson.read(file, Manifest.class));
    }

    /** Name and hash of a file. */
    static Dataset dataset(Path file) {
        try {
            return Dataset.of(file);
        } catch (IOException e) {
            throw BadInput.because(
                    BadInput.Code.NO_FILE, "the file is needed, but can't be read", String.valueOf(file.getFileName()));
        }
    }

    /** The recipe in a folder of results, where it is nobody's copy but somebody's own: no result may replace it. */
    static Optional<Path> ownRecipe(Path folder) {
        Path recipe = folder.resolve(RecipeDocument.FILE);
        Path manifest = folder.resolve(IndexRun.MANIFEST);
        boolean isCopy = Files.isRegularFile(recipe)
                && Files.isRegularFile(manifest)
                && LotiJson.read(manifest, Manifest.class)
                        .value()
                        .filter(made -> made.recipe().equals(dataset(recipe)))
                        .isPresent();
        return Optional.of(recipe).filter(own -> Files.isRegularFile(own) && !isCopy);
    }

    /** The output with this name. */
    static Dataset output(Manifest manifest, String name) {
        return manifest.outputs().stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.because(
                        BadInput.Code.OTHER_BYTES,
                        "the manifest beside the file must be its own, but does not name it",
                        name));
    }

    /** Fails where a file's bytes are not those that a manifest describes. */
    static void requireSame(Dataset described, Dataset found) {
        if (!described.sha256().equals(found.sha256())) {
            throw BadInput.because(
                    BadInput.Code.OTHER_BYTES,
                    "the file must be the one that the manifest describes, but its bytes differ",
                    found.name());
        }
    }
}
