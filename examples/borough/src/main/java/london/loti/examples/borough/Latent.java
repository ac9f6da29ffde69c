package london.loti.examples.borough;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.locationtech.jts.geom.Coordinate;

/**
 * What lies behind the indicators: how old, how poor, how newly arrived the people of an area are, and how badly it is
 * connected. Each is a picture with known places, some seeded hills, and chance; its mean is 0 and its standard
 * deviation 1 over the borough.
 */
final class Latent {
    private static final int HILLS = 16;
    private static final double EXTENT_KILOMETRES = 3.3;

    private Latent() {}

    /** Older towards the west and the north; young in the centre, by the wharf and on the estate. */
    static double[] age(List<Coordinate> places, Dice dice) {
        return field(
                places,
                0.4,
                0.45,
                dice,
                p -> -0.34 * p.x
                        + 0.3 * p.y
                        - 1.3 * near(p, -0.1, 0, 1.2)
                        - 1.9 * near(p, 1.4, -1.6, 1.0)
                        - 0.6 * near(p, 1.9, 0, 0.8));
    }

    /** Poorest on the estate in the east, then in the centre and on a small estate in the north. */
    static double[] poverty(List<Coordinate> places, Dice dice) {
        return field(
                places,
                0.4,
                0.4,
                dice,
                p -> 0.12 * p.x
                        + 2.9 * near(p, 2.0, 0, 1.1)
                        + 1.4 * near(p, -0.1, 0, 1.2)
                        + 1.6 * near(p, -0.3, 2.1, 0.5)
                        - 0.7 * near(p, -2.4, 0.9, 1.2));
    }

    /** Most newcomers by the wharf at the river, many in the centre. */
    static double[] newcomers(List<Coordinate> places, Dice dice) {
        return field(
                places,
                0.35,
                0.35,
                dice,
                p -> 3.0 * near(p, 1.4, -1.6, 1.3) + 1.5 * near(p, 0, -0.3, 1.2) + 0.5 * near(p, 1.6, 1.2, 0.8));
    }

    /** Worst connected at the marsh in the south-west, badly on the estate and in the far north. */
    static double[] poorConnection(List<Coordinate> places, Dice dice) {
        return field(
                places,
                0.7,
                0.6,
                dice,
                p -> 1.8 * near(p, -2.6, -1.1, 0.9) + 0.9 * near(p, 2.2, 0.3, 0.8) + 0.6 * near(p, 0.9, 2.0, 0.7));
    }

    /** Nothing but hills and chance: what the places do not explain. */
    static double[] remainder(List<Coordinate> places, Dice dice) {
        return field(places, 0.6, 1, dice, p -> 0);
    }

    /** 1 at a place, less with the distance, a quarter at the reach. */
    static double near(Coordinate place, double east, double north, double reachKilometres) {
        double dx = (place.x - east) / reachKilometres;
        double dy = (place.y - north) / reachKilometres;
        double fall = 1 / (1 + dx * dx + dy * dy);
        return fall * fall;
    }

    private static double[] field(
            List<Coordinate> places, double hilliness, double chance, Dice dice, ToDoubleFunction<Coordinate> picture) {
        List<Coordinate> hills = new ArrayList<>();
        double[] heights = new double[HILLS];
        for (int hill = 0; hill < HILLS; hill++) {
            hills.add(new Coordinate(
                    dice.between(-EXTENT_KILOMETRES, EXTENT_KILOMETRES),
                    dice.between(-EXTENT_KILOMETRES, EXTENT_KILOMETRES)));
            heights[hill] = hilliness * dice.bell();
        }
        double[] field = new double[places.size()];
        for (int i = 0; i < field.length; i++) {
            Coordinate place = places.get(i);
            field[i] = picture.applyAsDouble(place) + chance * dice.bell();
            for (int hill = 0; hill < HILLS; hill++) {
                field[i] += heights[hill] * near(place, hills.get(hill).x, hills.get(hill).y, 0.9);
            }
        }
        return standardised(field);
    }

    private static double[] standardised(double[] field) {
        double sum = 0;
        for (double value : field) {
            sum += value;
        }
        double mean = sum / field.length;
        double squares = 0;
        for (double value : field) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / field.length);
        double[] standardised = new double[field.length];
        for (int i = 0; i < field.length; i++) {
            standardised[i] = (field[i] - mean) / deviation;
        }
        return standardised;
    }
}
