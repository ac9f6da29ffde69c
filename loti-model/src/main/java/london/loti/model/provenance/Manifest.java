package london.loti.model.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an output came to be: the bytes that went in, the method and its parameters, the library that ran, the bytes
 * that came out. It holds file names and hashes only, no folder and no clock time, so the same run gives the same
 * manifest on any machine. Written as canonical JSON by {@code LotiJson}.
 *
 * @param loti the version of the library that ran
 * @param method what was done, for example {@code index} or {@code map}
 * @param recipe the recipe's bytes
 * @param inputs every other file that was read, in the order given
 * @param parameters every choice that is in neither the recipe nor the inputs
 * @param outputs every file that was written, save the manifest
 */
public record Manifest(
        String loti,
        String method,
        Dataset recipe,
        List<Dataset> inputs,
        SortedMap<String, String> parameters,
        List<Dataset> outputs) {

    /**
     * Copies the collections.
     *
     * @param loti the version of the library that ran
     * @param method what was done, for example {@code index} or {@code map}
     * @param recipe the recipe's bytes
     * @param inputs every other file that was read, in the order given
     * @param parameters every choice that is in neither the recipe nor the inputs; sorted by name, whatever its order
     * @param outputs every file that was written, save the manifest
     */
    public Manifest {
        Objects.requireNonNull(loti, "a manifest needs the version of 'loti'");
        Objects.requireNonNull(method, "a manifest needs a 'method'");
        Objects.requireNonNull(recipe, "a manifest needs a 'recipe'");
        inputs = List.copyOf(Objects.requireNonNull(inputs, "a manifest needs 'inputs'"));
        Objects.requireNonNull(parameters, "a manifest needs 'parameters'");
        parameters.forEach((name, value) -> Objects.requireNonNull(value, "a manifest's parameter needs a value"));
        parameters = new TreeMap<>(Map.copyOf(parameters)); // in the order of their names, whatever order they had
        outputs = List.copyOf(Objects.requireNonNull(outputs, "a manifest needs 'outputs'"));
    }

    /** {@return a copy of the parameters, in the order of their names} */
    @Override
    public SortedMap<String, String> parameters() {
        return new TreeMap<>(parameters);
    }

    /**
     * {@return a builder for a manifest of the running library's version}
     *
     * @param method what was done, for example {@code index} or {@code map}
     * @param recipe the recipe's bytes
     */
    public static Builder builder(String method, Dataset recipe) {
        return new Builder(method, recipe);
    }

    /** Collects a manifest. */
    public static final class Builder {
        private final String method;
        private final Dataset recipe;
        private final List<Dataset> inputs = new ArrayList<>();
        private final TreeMap<String, String> parameters = new TreeMap<>();
        private final List<Dataset> outputs = new ArrayList<>();

        private Builder(String method, Dataset recipe) {
            this.method = method;
            this.recipe = recipe;
        }

        /**
         * Adds a file that was read.
         *
         * @param input its name and hash; the recipe is none of the inputs
         * @return this builder
         */
        public Builder input(Dataset input) {
            inputs.add(input);
            return this;
        }

        /**
         * Adds files that were read.
         *
         * @param files their names and hashes, in the order in which they were given
         * @return this builder
         */
        public Builder inputs(List<Dataset> files) {
            inputs.addAll(files);
            return this;
        }

        /**
         * Adds a choice.
         *
         * @param name the parameter's name
         * @param value its value; it replaces an earlier one of this name
         * @return this builder
         */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Adds choices.
         *
         * @param choices values by name; they replace earlier ones of these names
         * @return this builder
         */
        public Builder parameters(Map<String, String> choices) {
            parameters.putAll(choices);
            return this;
        }

        /**
         * Adds a file that was written.
         *
         * @param output its name and hash
         * @return this builder
         */
        public Builder output(Dataset output) {
            outputs.add(output);
            return this;
        }

        /** {@return the manifest, its parameters in the order of their names} */
        public Manifest build() {
            return new Manifest(LibraryVersion.current(), method, recipe, inputs, parameters, outputs);
        }
    }
}
