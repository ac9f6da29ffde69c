package london.loti.model.area;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A geography and the year in which it was drawn, for example LSOAs of 2021. Written {@code lsoa21}.
 *
 * @param geography the kind of areas
 * @param year the year, from 2000 to 2099
 */
public record AreaVintage(Geography geography, int year) {

    /** The geographies that a table or a boundary file can be made of. */
    public enum Geography {
        /** Output areas. */
        OA("output area", "oa"),
        /** Lower layer super output areas. */
        LSOA("LSOA", "lsoa"),
        /** Middle layer super output areas. */
        MSOA("MSOA", "msoa"),
        /** Wards. */
        WARD("Ward", "ward"),
        /** Lower tier local authorities: boroughs, districts, unitary authorities. */
        LTLA("Local authority", "ltla"),
        /** Scottish data zones. */
        DZ("Data zone", "dz"),
        /** Regions of England. */
        REGION("Region", "region");

        private final String label;
        private final String key;

        Geography(String label, String key) {
            this.label = label;
            this.key = key;
        }

        /** {@return the name for readers, in the singular} */
        public String label() {
            return label;
        }

        /**
         * {@return whether areas of this type belong to it}
         *
         * @param type the kind of area that a code's first three characters tell
         */
        public boolean covers(AreaType type) {
            return switch (this) {
                case OA -> type == AreaType.OUTPUT_AREA;
                case LSOA -> type == AreaType.LSOA;
                case MSOA -> type == AreaType.MSOA;
                case WARD -> type == AreaType.WARD;
                case LTLA -> type == AreaType.LONDON_BOROUGH || type == AreaType.OTHER_AUTHORITY;
                case DZ -> type == AreaType.DATA_ZONE;
                case REGION -> type == AreaType.REGION;
            };
        }

        private static Optional<Geography> ofHeader(String word) {
            return switch (word) {
                case "oa" -> Optional.of(OA);
                case "lsoa" -> Optional.of(LSOA);
                case "msoa" -> Optional.of(MSOA);
                case "ward", "wd" -> Optional.of(WARD);
                case "ltla", "lad", "la" -> Optional.of(LTLA);
                case "dz", "datazone", "data_zone" -> Optional.of(DZ);
                case "region", "rgn" -> Optional.of(REGION);
                default -> Optional.empty();
            };
        }
    }

    private static final Pattern HEADER =
            Pattern.compile("([a-z]+(?:_[a-z]+)??)[ _]?(?:20)?([0-9]{2})(?:[ _]?(?:cd|code|nm|name))?");

    /**
     * Checks the year.
     *
     * @param geography the kind of areas
     * @param year the year, from 2000 to 2099
     * @throws IllegalArgumentException if the year is not one of these
     */
    public AreaVintage {
        Objects.requireNonNull(geography, "a vintage needs a geography");
        if (year < 2000 || year > 2099) {
            throw new IllegalArgumentException("a vintage's year must be from 2000 to 2099, but was " + year);
        }
    }

    /**
     * Reads {@code lsoa21} or {@code ward2024}.
     *
     * @param text the short form, or any other that {@link #fromHeader} knows
     * @return the vintage; a year of two digits is one of the 2000s
     * @throws IllegalArgumentException if the text is not a geography and a year
     */
    public static AreaVintage parse(String text) {
        return fromHeader(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a vintage must be a geography (oa, lsoa, msoa, ward, ltla, dz, region) and a year, for example"
                                + " lsoa21, but was '" + text + "'"));
    }

    /**
     * {@return the vintage that a column's name tells: {@code lsoa21_code}, {@code LSOA21CD}, {@code ltla24_name},
     * {@code WD24NM}; empty where it tells none}
     *
     * @param header a column's name; case and the white space around it do not count
     */
    public static Optional<AreaVintage> fromHeader(String header) {
        Matcher matcher = HEADER.matcher(header.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Geography.ofHeader(matcher.group(1))
                .map(geography -> new AreaVintage(geography, 2000 + Integer.parseInt(matcher.group(2))));
    }

    /** {@return the short form, {@code lsoa21}: also the beginning of this vintage's column names} */
    public String key() {
        return geography.key + String.format(Locale.ROOT, "%02d", year % 100);
    }

    /** For readers: {@code LSOA 2021}. */
    @Override
    public String toString() {
        return geography.label + " " + year;
    }
}
