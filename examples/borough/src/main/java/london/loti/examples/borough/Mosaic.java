package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The borough cut into small areas without gap or overlap. All edges are drawn once, rounded and cut where they meet,
 * and only then joined to polygons, so that neighbours share every point of their edge.
 */
final class Mosaic {
    private static final GeometryFactory DEGREES =
            new GeometryFactory(new PrecisionModel(Hollowbrook.PARTS_OF_A_DEGREE), 4326);
    private static final double CROOKEDNESS = 0.14;
    private static final double FINEST_KILOMETRES = 0.12;

    private Mosaic() {}

    /** One polygon a site, in degrees and in the order of the sites. */
    static List<Polygon> of(Polygon outline, List<Coordinate> sites, Dice dice) {
        Polygon border =
                DEGREES.createPolygon(inDegrees(outline.getExteriorRing()).getCoordinates());
        List<LineString> lines = new ArrayList<>(List.of(border.getExteriorRing()));
        for (LineSegment edge : edges(Sites.cells(sites))) {
            Geometry inside = outline.intersection(edge.toGeometry(outline.getFactory()));
            for (int part = 0; part < inside.getNumGeometries(); part++) {
                if (inside.getGeometryN(part) instanceof LineString line && !line.isEmpty()) {
                    lines.add(inDegrees(crooked(line, dice)));
                }
            }
        }
        Geometry noded = UnaryUnionNG.union(DEGREES.buildGeometry(lines), DEGREES.getPrecisionModel());
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(noded);
        List<Polygon> faces = new ArrayList<>();
        for (Object face : (Collection<?>) polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) ((Polygon) face).norm();
            if (border.contains(polygon.getInteriorPoint())) {
                faces.add(polygon);
            }
        }
        faces.sort(null);
        List<Polygon> areas = new ArrayList<>();
        for (Coordinate site : sites) {
            areas.add(takeAround(DEGREES.createPoint(Hollowbrook.degrees(site)), faces));
        }
        while (!faces.isEmpty()) {
            if (!faces.removeIf(sliver -> joinsNeighbour(sliver, areas))) {
                throw new IllegalStateException("a sliver must touch an area, but one lies alone");
            }
        }
        return areas;
    }

    /** The distinct edges of all cells, sorted. */
    private static SortedSet<LineSegment> edges(List<Polygon> cells) {
        SortedSet<LineSegment> edges = new TreeSet<>();
        for (Polygon cell : cells) {
            Coordinate[] ring = cell.getExteriorRing().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                LineSegment edge = new LineSegment(ring[i - 1], ring[i]);
                edge.normalize();
                edges.add(edge);
            }
        }
        return edges;
    }

    private static LineString crooked(LineString straight, Dice dice) {
        List<Coordinate> line = Outline.crooked(
                straight.getCoordinateN(0),
                straight.getCoordinateN(straight.getNumPoints() - 1),
                CROOKEDNESS,
                FINEST_KILOMETRES,
                dice);
        return straight.getFactory().createLineString(line.toArray(Coordinate[]::new));
    }

    private static LineString inDegrees(LineString kilometres) {
        Coordinate[] line = new Coordinate[kilometres.getNumPoints()];
        for (int i = 0; i < line.length; i++) {
            line[i] = Hollowbrook.degrees(kilometres.getCoordinateN(i));
        }
        return DEGREES.createLineString(line);
    }

    private static Polygon takeAround(Point site, List<Polygon> faces) {
        for (Polygon face : faces) {
            if (face.contains(site)) {
                faces.remove(face);
                return face;
            }
        }
        throw new IllegalStateException("every site must have an area of its own, but one has none");
    }

    /**
     * Joins what the creek or two crooked edges cut off to the area with the longest common edge; false while there is
     * none, because it lies behind another sliver.
     */
    private static boolean joinsNeighbour(Polygon sliver, List<Polygon> areas) {
        int owner = 0;
        double longest = 0;
        for (int area = 0; area < areas.size(); area++) {
            double length = areas.get(area).intersection(sliver).getLength();
            if (length > longest) {
                longest = length;
                owner = area;
            }
        }
        Geometry joined = OverlayNG.overlay(areas.get(owner), sliver, OverlayNG.UNION, DEGREES.getPrecisionModel());
        if (!(joined instanceof Polygon polygon)) {
            return false;
        }
        areas.set(owner, (Polygon) polygon.norm());
        return true;
    }
}
