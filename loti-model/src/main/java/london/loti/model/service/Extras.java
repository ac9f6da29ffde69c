package london.loti.model.service;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher may add to any record: terms of taxonomies, a record of changes, and fields that the standard does
 * not have. Nothing of it is lost on the way through loti.
 *
 * @param attributes terms that are said of the record; none where absent
 * @param metadata changes of the record; none where absent
 * @param extensions fields that loti does not know, name to JSON text, in the order of the names; none where absent
 */
public record Extras(List<Attribute> attributes, List<Metadata> metadata, Map<String, String> extensions) {
    /** Nothing added. */
    public static final Extras NONE = new Extras(List.of(), List.of(), Map.of());

    /**
     * Copies the parts.
     *
     * @param attributes terms that are said of the record; none where absent
     * @param metadata changes of the record; none where absent
     * @param extensions fields that loti does not know, name to JSON text; none where absent
     */
    public Extras {
        attributes = List.copyOf(Objects.requireNonNullElse(attributes, List.of()));
        metadata = List.copyOf(Objects.requireNonNullElse(metadata, List.of()));
        extensions = ordered(extensions);
    }

    /**
     * {@return terms and nothing else}
     *
     * @param attributes terms that are said of the record
     */
    public static Extras of(List<Attribute> attributes) {
        return new Extras(attributes, List.of(), Map.of());
    }

    static Map<String, String> ordered(@Nullable Map<String, String> extensions) {
        return extensions == null || extensions.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new TreeMap<>(extensions));
    }
}
