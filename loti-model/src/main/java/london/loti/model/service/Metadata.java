package london.loti.model.service;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One change of a field of a record, as its publisher notes it: HSDS {@code metadata}.
 *
 * @param id its publisher's id, a UUID in HSDS
 * @param resourceId the changed record's id; null where not published
 * @param resourceType the kind of record; null where not published
 * @param lastActionDate when; null where not published
 * @param lastActionType what was done, for example {@code update}; null where not published
 * @param fieldName the field; null where not published
 * @param previousValue what stood there; null where not published
 * @param replacementValue what stands there now; null where not published
 * @param updatedBy who changed it; null where not published
 * @param extensions fields that loti does not know, name to JSON text; none where absent
 */
public record Metadata(
        String id,
        @Nullable String resourceId,
        @Nullable String resourceType,
        @Nullable String lastActionDate,
        @Nullable String lastActionType,
        @Nullable String fieldName,
        @Nullable String previousValue,
        @Nullable String replacementValue,
        @Nullable String updatedBy,
        Map<String, String> extensions) {
    /**
     * Checks what must be there, and copies the lists.
     *
     * @param id its publisher's id, a UUID in HSDS
     * @param resourceId the changed record's id; null where not published
     * @param resourceType the kind of record; null where not published
     * @param lastActionDate when; null where not published
     * @param lastActionType what was done, for example {@code update}; null where not published
     * @param fieldName the field; null where not published
     * @param previousValue what stood there; null where not published
     * @param replacementValue what stands there now; null where not published
     * @param updatedBy who changed it; null where not published
     * @param extensions fields that loti does not know, name to JSON text; none where absent
     * @throws IllegalArgumentException if the id is blank
     */
    public Metadata {
        Require.text(id, "a change needs an 'id'");
        extensions = Extras.ordered(extensions);
    }
}
