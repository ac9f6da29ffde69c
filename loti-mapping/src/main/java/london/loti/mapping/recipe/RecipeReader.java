package london.loti.mapping.recipe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.json.LotiJson;

/** Reads recipes: those that come with loti, and a borough's own. */
public final class RecipeReader {
    private static final List<String> BUNDLED =
            List.of("deri-1.6-components", "deri-method", "iod-2025", "london-key-groups", "loti-london");

    /** The rules that a recipe can break, beside those of JSON. */
    public enum Code implements Finding.Code {
        /** No bundled recipe has this name. */
        UNKNOWN_RECIPE,
        /** Two things have one id. */
        DUPLICATE_ID,
        /** An id that nothing has. */
        UNKNOWN_REFERENCE,
        /** There is no component {@code overall}. */
        NO_OVERALL,
        /** Something is a part of no component, or of several. */
        NOT_A_TREE,
        /** A component is, by way of others, a part of itself. */
        CYCLE,
        /** All weights of a component are nought. */
        ZERO_WEIGHTS,
        /** A geometric mean over scores that may be negative. */
        NEGATIVE_IN_GEOMETRIC_MEAN
    }

    private RecipeReader() {}

    /** {@return the names of the recipes that come with loti, in alphabetical order} */
    public static List<String> bundledNames() {
        return BUNDLED;
    }

    /**
     * Reads a recipe of one's own.
     *
     * @param file a JSON document in UTF-8
     * @return the recipe, or every problem that was found
     */
    public static Checked<Recipe> read(Path file) {
        return LotiJson.read(file, Recipe.class);
    }

    /**
     * Reads a recipe from its bytes.
     *
     * @param source a name for findings
     * @param document its JSON in UTF-8
     * @return the recipe, or every problem that was found
     */
    public static Checked<Recipe> read(String source, byte[] document) {
        try {
            return LotiJson.read(source, new ByteArrayInputStream(document), Recipe.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory can always be read
        }
    }

    /**
     * Reads a recipe that comes with loti.
     *
     * @param name one of {@link #bundledNames()}
     * @return the recipe, or an error that lists the names and hints at the nearest
     */
    public static Checked<Recipe> bundled(String name) {
        return bundledDocument(name)
                .map(document -> read(name + ".json", document))
                .orElseGet(() -> Checked.failed(List.of(Finding.error(
                        Code.UNKNOWN_RECIPE,
                        "a recipe must be a file or one of " + BUNDLED + Nearest.hint(name, BUNDLED),
                        Where.file(name)))));
    }

    /**
     * {@return the bytes of a recipe that comes with loti; empty where none has this name}
     *
     * @param name one of {@link #bundledNames()}
     */
    public static Optional<byte[]> bundledDocument(String name) {
        if (!BUNDLED.contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = RecipeReader.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the recipe '" + name + "' must lie in the loti-mapping jar");
            }
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
