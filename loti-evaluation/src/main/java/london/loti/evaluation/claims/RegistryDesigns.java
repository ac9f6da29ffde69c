package london.loti.evaluation.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * The codes by which the Government Evaluation Registry files designs, a tree of three levels.
 *
 * @param id the name of the list
 * @param version which state of the registry it follows
 * @param date when that was read
 * @param source where
 * @param types the codes, each after its parent
 */
public record RegistryDesigns(String id, String version, String date, String source, List<Type> types) {
    /**
     * One code.
     *
     * @param code the code
     * @param label what it stands for
     * @param parent the code it belongs under, or null at the top
     */
    public record Type(String code, String label, @Nullable String parent) {
        /**
         * Checks the texts.
         *
         * @param code the code
         * @param label what it stands for
         * @param parent the code it belongs under, or null
         * @throws IllegalArgumentException if one is blank
         */
        public Type {
            Require.code("a design type", code);
            Require.text(label, "a design type needs a 'label'");
        }
    }

    /**
     * Checks that codes come once and after their parents.
     *
     * @param id the name of the list
     * @param version which state of the registry it follows
     * @param date when that was read
     * @param source where
     * @param types the codes
     * @throws IllegalArgumentException if a code comes twice, or before its parent
     */
    public RegistryDesigns {
        Require.code("a list of design types", "id", id);
        Require.text(version, "a list of design types needs a 'version'");
        Require.date(date, "a list's 'date' must be a day, for example 2026-11-23");
        Require.text(source, "a list of design types needs a 'source'");
        types = List.copyOf(Objects.requireNonNull(types, "a list of design types needs its 'types'"));
        Map<String, Type> known = new LinkedHashMap<>();
        for (Type type : types) {
            if (type.parent() != null && !known.containsKey(type.parent())) {
                throw new IllegalArgumentException(
                        "a design type must come after its parent, but '" + type.code() + "' does not");
            }
            if (known.put(type.code(), type) != null) {
                throw new IllegalArgumentException(
                        "a design type must come once, but '" + type.code() + "' comes twice");
            }
        }
    }

    /** {@return the registry's list that comes with loti} */
    public static RegistryDesigns bundled() {
        return Bundled.LIST;
    }

    /** Read when it is first wanted, and once. */
    private static final class Bundled {
        private static final String NAME = "registry-design-types.json";
        private static final RegistryDesigns LIST =
                LotiJson.bundled(NAME, RegistryDesigns.class.getResourceAsStream(NAME), RegistryDesigns.class);
    }

    /**
     * {@return a code with those above it, the top first}
     *
     * @param code one of the codes
     * @throws IllegalArgumentException if it is none
     */
    public List<Type> path(String code) {
        List<Type> path = new ArrayList<>();
        for (String at = code; at != null; at = path.get(path.size() - 1).parent()) {
            path.add(type(at));
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private Type type(String code) {
        List<String> codes = types.stream().map(Type::code).toList();
        int at = codes.indexOf(code);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "a design code must be one of the registry's, but was '" + code + "'" + Nearest.hint(code, codes));
        }
        return types.get(at);
    }
}
