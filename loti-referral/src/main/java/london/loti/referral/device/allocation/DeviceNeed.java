package london.loti.referral.device.allocation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;
import london.loti.model.need.Answer;
import london.loti.model.need.ResidentRef;
import london.loti.model.privacy.Classified;
import london.loti.model.privacy.DataClass;

/**
 * One household's need of one device. It holds what the allocation looks at and nothing else; its text tells nothing.
 *
 * @param resident whose need, by an opaque reference
 * @param group the need group that floors may count, a code of the council's own
 * @param area the area that floors may count, a code
 * @param points how ill a class suits, by its code: 0 is best, a million is worst; a class that is absent is ruled out
 * @param unmetPoints how bad it is to go without, 0 to a million; null where everybody who can be served is to be
 * @param home what is known of the home, by the conditions of the rule for temporary accommodation
 * @param wifi whether there is wifi that the resident may use
 */
public record DeviceNeed(
        @Classified(DataClass.PSEUDONYM) ResidentRef resident,
        @Classified(DataClass.SPECIAL_CATEGORY) String group,
        @Classified(DataClass.PERSONAL) String area,
        @Classified(DataClass.SPECIAL_CATEGORY) SortedMap<String, Long> points,
        @Classified(DataClass.SPECIAL_CATEGORY) @Nullable Long unmetPoints,
        @Classified(DataClass.PERSONAL) Map<String, Answer> home,
        @Classified(DataClass.PERSONAL) Answer wifi) {
    /**
     * Copies the maps.
     *
     * @param resident whose need
     * @param group the need group
     * @param area the area
     * @param points how ill a class suits, by its code
     * @param unmetPoints how bad it is to go without; null where everybody who can be served is to be
     * @param home what is known of the home
     * @param wifi whether there is wifi
     * @throws IllegalArgumentException if points are not 0 to a million or a code has another form
     */
    public DeviceNeed {
        Objects.requireNonNull(resident, "a need needs its 'resident'");
        Require.code("a need", "group", group);
        Require.code("a need", "area", area);
        points = Collections.unmodifiableSortedMap(
                new TreeMap<>(Objects.requireNonNull(points, "a need needs its 'points'")));
        points.forEach((code, value) -> {
            Require.code("a class of devices", code);
            checkPoints(Objects.requireNonNull(value, "a class that is not ruled out needs points"));
        });
        if (unmetPoints != null) {
            checkPoints(unmetPoints);
        }
        home = Collections.unmodifiableMap(
                new LinkedHashMap<>(Objects.requireNonNull(home, "a need needs its 'home'")));
        Objects.requireNonNull(wifi, "a need needs whether there is 'wifi'");
    }

    private static void checkPoints(long points) {
        if (points < 0 || points > Objective.MOST_POINTS) {
            throw new IllegalArgumentException("points must be whole, from 0 to a million");
        }
    }

    /** Says nothing about whom or what. */
    @Override
    public String toString() {
        return "DeviceNeed[redacted]";
    }
}
