package london.loti.model.area;

/**
 * The kinds of area that a code's first three characters tell apart. Source: the ONS register of geographic codes.
 */
public enum AreaType {
    /** Census output area, about 130 households; in Scotland and Northern Ireland their counterparts. */
    OUTPUT_AREA("output area"),
    /** Lower layer super output area of England or Wales, about 1,600 people. */
    LSOA("LSOA"),
    /** Middle layer super output area of England or Wales, about 8,000 people. */
    MSOA("MSOA"),
    /** Electoral ward or division. */
    WARD("ward"),
    /** One of the 32 London boroughs, or the City of London. */
    LONDON_BOROUGH("London borough"),
    /** A local authority outside London: unitary, district, metropolitan, Welsh, Scottish or Northern Irish. */
    OTHER_AUTHORITY("local authority"),
    /** Scottish data zone. */
    DATA_ZONE("data zone"),
    /** Region of England. */
    REGION("region"),
    /** Any other area. */
    OTHER("area of another kind");

    private final String label;

    AreaType(String label) {
        this.label = label;
    }

    /** {@return the name for readers, in the singular} */
    public String label() {
        return label;
    }

    static AreaType ofPrefix(String prefix) {
        return switch (prefix) {
            case "E00", "W00", "S00", "N00" -> OUTPUT_AREA;
            case "E01", "W01" -> LSOA;
            case "E02", "W02" -> MSOA;
            case "E05", "W05", "S13", "N08" -> WARD;
            case "E09" -> LONDON_BOROUGH;
            case "E06", "E07", "E08", "W06", "S12", "N09" -> OTHER_AUTHORITY;
            case "S01" -> DATA_ZONE;
            case "E12" -> REGION;
            default -> OTHER;
        };
    }
}
