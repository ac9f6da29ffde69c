package london.loti.mapping.recipe;

import java.util.Optional;

import london.loti.model.area.AreaVintage.Geography;

/** The areas that an area is compared with when its indicators are put on one scale. */
public enum Base {
    /** All areas of the table. */
    TABLE,
    /** The areas of the same ward. */
    WARD,
    /** The areas of the same local authority. */
    LTLA,
    /** The areas of the same region. */
    REGION;

    /** {@return the geography of the parents that share a base; empty for the whole table} */
    public Optional<Geography> geography() {
        return switch (this) {
            case TABLE -> Optional.empty();
            case WARD -> Optional.of(Geography.WARD);
            case LTLA -> Optional.of(Geography.LTLA);
            case REGION -> Optional.of(Geography.REGION);
        };
    }

    /** {@return the base in words for readers: {@code all areas of the table}} */
    public String words() {
        return this == TABLE
                ? "all areas of the table"
                : "the areas of the same " + name().toLowerCase(java.util.Locale.ROOT);
    }
}
