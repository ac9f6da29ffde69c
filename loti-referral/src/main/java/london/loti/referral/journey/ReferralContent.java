package london.loti.referral.journey;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import london.loti.model.governance.SharedField;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;
import london.loti.model.privacy.Sensitive;

/**
 * What is known of a resident for a referral, field by field. Nothing of it shows by accident, and what leaves is cut
 * down to what a permission covers.
 *
 * @param values the fields that are known
 */
public record ReferralContent(
        @Classified(DataClass.FREE_TEXT) Map<SharedField, Sensitive<String>> values) {
    /** Nothing is known. */
    public static final ReferralContent EMPTY = new ReferralContent(Map.of());

    /**
     * Copies the fields.
     *
     * @param values the fields that are known; none where absent
     */
    public ReferralContent {
        Map<SharedField, Sensitive<String>> copy = new EnumMap<>(SharedField.class);
        copy.putAll(Objects.requireNonNullElse(values, Map.of()));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * {@return the same with one more field}
     *
     * @param field a field
     * @param value its value
     */
    public ReferralContent with(SharedField field, String value) {
        Map<SharedField, Sensitive<String>> more = new EnumMap<>(SharedField.class);
        more.putAll(values);
        more.put(field, Sensitive.of(value));
        return new ReferralContent(more);
    }

    /**
     * {@return only those of the fields that are in a set}
     *
     * @param fields what may stay
     */
    public ReferralContent only(Set<SharedField> fields) {
        Map<SharedField, Sensitive<String>> fewer = new EnumMap<>(SharedField.class);
        values.forEach((field, value) -> {
            if (fields.contains(field)) {
                fewer.put(field, value);
            }
        });
        return new ReferralContent(fewer);
    }

    /**
     * {@return a field; empty where it is not known}
     *
     * @param field a field
     */
    public Optional<Sensitive<String>> find(SharedField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Says how many fields are known, and nothing else. */
    @Override
    public String toString() {
        return "ReferralContent[redacted, " + values.size() + " fields]";
    }
}
