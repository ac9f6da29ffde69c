package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** The points that areas are drawn around, in kilometres: evenly apart, closer together in the middle. */
final class Sites {
    private static final int CANDIDATES = 9;
    private static final int RELAXATIONS = 2;

    private Sites() {}

    static List<Coordinate> within(Polygon outline, int count, Dice dice) {
        List<Coordinate> sites = new ArrayList<>();
        while (sites.size() < count) {
            sites.add(farthestOfSome(outline, sites, dice));
        }
        for (int i = 0; i < RELAXATIONS; i++) {
            sites = relaxed(outline, sites);
        }
        return List.copyOf(sites);
    }

    /** The Voronoi cells of the sites in their order; the outer ones reach far beyond the borough. */
    static List<Polygon> cells(List<Coordinate> sites) {
        GeometryFactory factory = new GeometryFactory();
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        List<?> found = builder.getSubdivision().getVoronoiCellPolygons(factory);
        List<Polygon> cells = new ArrayList<>();
        for (Coordinate site : sites) {
            found.stream()
                    .map(Polygon.class::cast)
                    .filter(cell -> site.equals2D((Coordinate) cell.getUserData()))
                    .findFirst()
                    .ifPresent(cells::add);
        }
        return cells;
    }

    /** How far apart neighbours are, as a share of the distance at the edge of the borough. */
    private static double spacing(Coordinate place) {
        return 1 / (1 + 0.9 * Latent.near(place, -0.1, 0.0, 1.3) + 0.5 * Latent.near(place, 1.9, -0.2, 0.8));
    }

    private static Coordinate farthestOfSome(Polygon outline, List<Coordinate> sites, Dice dice) {
        Coordinate best = inside(outline, dice);
        double farthest = apart(best, sites);
        for (int i = 1; i < CANDIDATES; i++) {
            Coordinate candidate = inside(outline, dice);
            double distance = apart(candidate, sites);
            if (distance > farthest) {
                farthest = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static Coordinate inside(Polygon outline, Dice dice) {
        Envelope box = outline.getEnvelopeInternal();
        while (true) {
            Coordinate place = new Coordinate(
                    dice.between(box.getMinX(), box.getMaxX()), dice.between(box.getMinY(), box.getMaxY()));
            if (outline.contains(outline.getFactory().createPoint(place))) {
                return place;
            }
        }
    }

    private static double apart(Coordinate place, List<Coordinate> sites) {
        double nearest = Double.MAX_VALUE;
        for (Coordinate site : sites) {
            nearest = Math.min(nearest, place.distance(site));
        }
        return nearest / spacing(place);
    }

    /** Every site moved halfway to the middle of its cell (Lloyd), where that lies in the borough. */
    private static List<Coordinate> relaxed(Polygon outline, List<Coordinate> sites) {
        List<Polygon> cells = cells(sites);
        List<Coordinate> moved = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Coordinate site = sites.get(i);
            Coordinate middle = outline.intersection(cells.get(i)).getCentroid().getCoordinate();
            Point halfway =
                    outline.getFactory().createPoint(new Coordinate((site.x + middle.x) / 2, (site.y + middle.y) / 2));
            moved.add(outline.contains(halfway) ? halfway.getCoordinate() : site);
        }
        return moved;
    }
}
