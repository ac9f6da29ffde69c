package london.loti.examples.borough;

import java.util.Locale;

import org.locationtech.jts.geom.Coordinate;

import london.loti.model.area.AreaCode;

/** What the borough is called and where it lies: in the North Sea, off the mouth of the Thames. */
final class Hollowbrook {
    /** Short, for the names of LSOAs. */
    static final String NAME = "Hollowbrook";

    /** For readers, so that a table or map of it always says what it is. */
    static final String AUTHORITY_NAME = "Hollowbrook (invented)";

    /** Its code; like those of its wards and LSOAs, outside the blocks in use. */
    static final AreaCode CODE = new AreaCode("E09990001");

    /** How many parts of a degree coordinates are rounded to: about a metre. */
    static final double PARTS_OF_A_DEGREE = 1e5;

    private static final double LONGITUDE = 1.9;
    private static final double LATITUDE = 51.75;
    private static final double KILOMETRES_A_DEGREE_NORTH = 111.25;
    private static final double KILOMETRES_A_DEGREE_EAST = 111.32 * StrictMath.cos(StrictMath.toRadians(LATITUDE));

    private Hollowbrook() {}

    /** From kilometres east and north of the middle to degrees, longitude first. */
    static Coordinate degrees(Coordinate kilometres) {
        return new Coordinate(
                LONGITUDE + kilometres.x / KILOMETRES_A_DEGREE_EAST,
                LATITUDE + kilometres.y / KILOMETRES_A_DEGREE_NORTH);
    }

    /** The code of a ward, from 1. */
    static AreaCode ward(int number) {
        return new AreaCode(String.format(Locale.ROOT, "E0599%04d", number));
    }

    /** The code of an LSOA, from 1. */
    static AreaCode lsoa(int number) {
        return new AreaCode(String.format(Locale.ROOT, "E0199%04d", number));
    }
}
