package london.loti.examples.borough;

import java.util.List;

import org.locationtech.jts.geom.Coordinate;

import london.loti.model.area.AreaCode;

/**
 * An invented ward.
 *
 * @param code its code
 * @param name its name; no ward of London has it
 * @param heart where it grows from, in kilometres east and north of the middle of the borough
 */
record Ward(AreaCode code, String name, Coordinate heart) {

    /** The wards of the borough. */
    static List<Ward> all() {
        return List.of(
                ward(1, "Copperfold", 1.9, -0.3),
                ward(2, "Foxlow Rise", 0.9, 0.6),
                ward(3, "Gorsewick", -2.5, 0.7),
                ward(4, "Lantern Cross", -0.1, 0.1),
                ward(5, "Larkmoor", 2.1, 1.1),
                ward(6, "Merrowdene", -1.8, 1.5),
                ward(7, "Otterquay", -2.3, -1.0),
                ward(8, "Pepperhythe", 1.5, -1.7),
                ward(9, "Quillgate", -0.9, -0.9),
                ward(10, "Sallowmere", 0.8, 1.8),
                ward(11, "Thistle Creek", 0.4, -0.8),
                ward(12, "Wrenholt", -0.6, 1.8));
    }

    private static Ward ward(int number, String name, double east, double north) {
        return new Ward(Hollowbrook.ward(number), name, new Coordinate(east, north));
    }
}
