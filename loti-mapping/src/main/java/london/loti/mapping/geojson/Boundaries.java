package london.loti.mapping.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

import london.loti.model.area.AreaCode;
import london.loti.model.area.AreaVintage;
import london.loti.model.provenance.Dataset;

/**
 * Where the areas of one vintage lie. Longitudes and latitudes (WGS84) are held as whole numbers, {@value #SCALE} a
 * degree: about a metre, finer than any generalised boundary.
 */
public final class Boundaries {
    /** How many whole numbers a degree has. */
    public static final int SCALE = 100_000;

    /** In whole numbers: from about five metres to about three hundred, beyond which areas lose their shape. */
    private static final double FIRST_TOLERANCE = 5;

    private static final double LAST_TOLERANCE = 300;

    private final AreaVintage vintage;
    private final SortedMap<AreaCode, Geometry> shapes;
    private final Dataset dataset;

    Boundaries(AreaVintage vintage, SortedMap<AreaCode, Geometry> shapes, Dataset dataset) {
        this.vintage = vintage;
        this.shapes = shapes;
        this.dataset = dataset;
    }

    /** {@return the geography and year of the areas} */
    public AreaVintage vintage() {
        return vintage;
    }

    /** {@return the codes of the areas, sorted} */
    public List<AreaCode> codes() {
        return List.copyOf(shapes.keySet());
    }

    /** {@return the file that they were read from} */
    public Dataset dataset() {
        return dataset;
    }

    /** {@return how many corners all polygons have together, the first of each ring counted twice} */
    public int pointCount() {
        return shapes.values().stream().mapToInt(Geometry::getNumPoints).sum();
    }

    /**
     * {@return the boundaries of some areas only}
     *
     * @param codes the areas that are kept; those that have no boundary are passed over
     */
    public Boundaries of(List<AreaCode> codes) {
        SortedMap<AreaCode, Geometry> some = new TreeMap<>();
        for (AreaCode code : codes) {
            Geometry shape = shapes.get(code);
            if (shape != null) {
                some.put(code, shape);
            }
        }
        return new Boundaries(vintage, some, dataset);
    }

    /**
     * The same boundaries with fewer corners, where they have more than wanted. All areas are simplified together, so
     * that neighbours still share their borders without gaps or overlaps (JTS {@code CoverageSimplifier}, the
     * algorithm of Visvalingam and Whyatt).
     *
     * @param mostPoints how many corners are wanted at the most; a file may keep more, rather than lose the shapes of
     *     its areas
     * @return these boundaries themselves where they have no more corners than wanted
     */
    public Boundaries simplified(int mostPoints) {
        Geometry[] all = shapes.values().toArray(Geometry[]::new);
        Geometry[] simple = all;
        double tolerance = FIRST_TOLERANCE;
        while (points(simple) > mostPoints && tolerance <= LAST_TOLERANCE) {
            simple = CoverageSimplifier.simplify(all, tolerance);
            tolerance *= 1.5;
        }
        if (simple == all) {
            return this;
        }
        SortedMap<AreaCode, Geometry> simplified = new TreeMap<>();
        int next = 0;
        for (AreaCode code : shapes.keySet()) {
            simplified.put(code, simple[next++]);
        }
        return new Boundaries(vintage, simplified, dataset);
    }

    /**
     * An area's polygons, each a list of rings (the first the outline, the others holes), each ring as whole numbers
     * {@code x0, y0, dx1, dy1, …}: the first corner, then the way from each corner to the next, back to the first left
     * out. x is the longitude, y the latitude.
     *
     * @param code the area
     * @return the outermost list is of polygons; empty where the area has no boundary
     */
    public Optional<List<List<int[]>>> shape(AreaCode code) {
        return Optional.ofNullable(shapes.get(code)).map(Boundaries::encode);
    }

    private static List<List<int[]>> encode(Geometry shape) {
        List<List<int[]>> polygons = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            List<int[]> rings = new ArrayList<>();
            rings.add(encode(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(encode(polygon.getInteriorRingN(hole)));
            }
            polygons.add(rings);
        }
        return polygons;
    }

    private static int[] encode(LinearRing ring) {
        int[] steps = new int[2 * (ring.getNumPoints() - 1)];
        int x = 0;
        int y = 0;
        for (int i = 0; i < steps.length / 2; i++) {
            int nextX = (int) Math.rint(ring.getCoordinateN(i).x);
            int nextY = (int) Math.rint(ring.getCoordinateN(i).y);
            steps[2 * i] = nextX - x;
            steps[2 * i + 1] = nextY - y;
            x = nextX;
            y = nextY;
        }
        return steps;
    }

    private static int points(Geometry[] shapes) {
        int points = 0;
        for (Geometry shape : shapes) {
            points += shape.getNumPoints();
        }
        return points;
    }
}
