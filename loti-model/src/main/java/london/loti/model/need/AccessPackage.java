package london.loti.model.need;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * The minimum access package of one resident or household: how things stand with device, data, skills, support and
 * accessibility. This is what a resident gets, in place of a persona.
 *
 * @param states one state an item; items that a document leaves out are {@link AccessState#UNKNOWN}
 */
public record AccessPackage(
        @Classified(DataClass.SPECIAL_CATEGORY) Map<AccessItem, AccessState> states) {
    /**
     * Completes the states.
     *
     * @param states the states that are known; the others become {@link AccessState#UNKNOWN}
     */
    public AccessPackage {
        Map<AccessItem, AccessState> all = new EnumMap<>(AccessItem.class);
        for (AccessItem item : AccessItem.values()) {
            all.put(item, AccessState.UNKNOWN);
        }
        Objects.requireNonNull(states, "an access package needs 'states'")
                .forEach((item, state) ->
                        all.put(item, Objects.requireNonNull(state, "an item of an access package needs a state")));
        states = Collections.unmodifiableMap(all);
    }

    /** {@return the package of somebody of whom nothing is known} */
    public static AccessPackage unknown() {
        return new AccessPackage(Map.of());
    }

    /**
     * {@return how things stand with one item}
     *
     * @param item a part of the package
     */
    public AccessState state(AccessItem item) {
        return Objects.requireNonNull(states.get(item));
    }

    /**
     * {@return the same with another state of one item}
     *
     * @param item a part of the package
     * @param state how things stand with it now
     */
    public AccessPackage with(AccessItem item, AccessState state) {
        Map<AccessItem, AccessState> changed = new EnumMap<>(states);
        changed.put(item, state);
        return new AccessPackage(changed);
    }

    /**
     * {@return the items in a state, in the order of {@link AccessItem}}
     *
     * @param state a state
     */
    public List<AccessItem> in(AccessState state) {
        return Arrays.stream(AccessItem.values()).filter(i -> state(i) == state).toList();
    }

    /** Says nothing of the states. */
    @Override
    public String toString() {
        return "AccessPackage[redacted]";
    }
}
