package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The edge of the borough, in kilometres: a smooth river bank with a creek in the south, and a landward boundary that
 * follows old lanes and field edges.
 */
final class Outline {
    private static final double[][] RIVER = {
        {-3.1, -1.2},
        {-2.75, -1.6},
        {-2.0, -2.05},
        {-1.2, -1.95},
        {-0.5, -1.5},
        {0.1, -1.4},
        {0.5, -1.55},
        {0.52, -1.2},
        {0.66, -0.9},
        {0.6, -0.6},
        {0.7, -0.3},
        {0.74, -0.6},
        {0.78, -0.92},
        {0.64, -1.2},
        {0.66, -1.65},
        {1.1, -1.95},
        {1.6, -2.1},
        {2.15, -1.75},
        {2.6, -1.75},
        {3.0, -1.95},
        {3.05, -1.2}
    };
    private static final double[][] LAND = {
        {3.05, -1.2}, {2.75, -0.7}, {2.95, -0.1}, {2.6, 0.5}, {2.95, 1.2}, {2.4, 1.75}, {1.6, 1.85}, {1.3, 2.5},
        {0.4, 2.3}, {-0.5, 2.75}, {-1.4, 2.4}, {-1.9, 1.9}, {-2.7, 1.75}, {-2.6, 1.0}, {-3.25, 0.5}, {-2.95, -0.3},
        {-3.1, -1.2}
    };
    private static final double WOBBLE = 0.13;
    private static final double CROOKEDNESS = 0.13;

    private Outline() {}

    static Polygon of(Dice dice) {
        List<Coordinate> ring = new ArrayList<>(smooth(smooth(coordinates(RIVER))));
        List<Coordinate> corners = coordinates(LAND);
        for (Coordinate corner : corners.subList(1, corners.size() - 1)) {
            corner.x += dice.between(-WOBBLE, WOBBLE);
            corner.y += dice.between(-WOBBLE, WOBBLE);
        }
        for (int i = 1; i < corners.size(); i++) {
            List<Coordinate> lane = crooked(corners.get(i - 1), corners.get(i), CROOKEDNESS, 0.1, dice);
            ring.addAll(lane.subList(1, lane.size()));
        }
        return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }

    /**
     * A line from one point to another by way of points aside of the straight line.
     *
     * @param crookedness how far aside at the most, as a share of the length
     * @param finest parts shorter than this stay straight
     */
    static List<Coordinate> crooked(Coordinate from, Coordinate to, double crookedness, double finest, Dice dice) {
        if (from.distance(to) < finest) {
            return List.of(from, to);
        }
        double aside = dice.between(-crookedness, crookedness);
        double along = dice.between(0.4, 0.6);
        Coordinate middle = new Coordinate(
                from.x + along * (to.x - from.x) - aside * (to.y - from.y),
                from.y + along * (to.y - from.y) + aside * (to.x - from.x));
        List<Coordinate> line = new ArrayList<>(crooked(from, middle, crookedness, finest, dice));
        List<Coordinate> rest = crooked(middle, to, crookedness, finest, dice);
        line.addAll(rest.subList(1, rest.size()));
        return line;
    }

    /** Cuts the corners (Chaikin); the ends stay. */
    private static List<Coordinate> smooth(List<Coordinate> line) {
        List<Coordinate> smoother = new ArrayList<>();
        smoother.add(line.get(0));
        for (int i = 1; i < line.size(); i++) {
            Coordinate a = line.get(i - 1);
            Coordinate b = line.get(i);
            smoother.add(new Coordinate(0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y));
            smoother.add(new Coordinate(0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y));
        }
        smoother.add(line.get(line.size() - 1));
        return smoother;
    }

    private static List<Coordinate> coordinates(double[][] points) {
        List<Coordinate> coordinates = new ArrayList<>();
        for (double[] point : points) {
            coordinates.add(new Coordinate(point[0], point[1]));
        }
        return coordinates;
    }
}
