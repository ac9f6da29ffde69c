package london.loti.examples.borough;

import java.util.Objects;

import london.loti.model.area.AreaCode;

/**
 * One invented LSOA.
 *
 * @param code its code, from E01990001 on
 * @param name its name, for example {@code Hollowbrook 001A}
 * @param wardCode its ward's code, from E05990001 on
 * @param wardName its ward's name
 */
public record InventedArea(AreaCode code, String name, AreaCode wardCode, String wardName) {

    /** Checks that nothing is absent. */
    public InventedArea {
        Objects.requireNonNull(code, "an invented area needs a 'code'");
        Objects.requireNonNull(name, "an invented area needs a 'name'");
        Objects.requireNonNull(wardCode, "an invented area needs a 'wardCode'");
        Objects.requireNonNull(wardName, "an invented area needs a 'wardName'");
    }
}
