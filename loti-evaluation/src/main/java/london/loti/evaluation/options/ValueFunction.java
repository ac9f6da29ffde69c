package london.loti.evaluation.options;

import java.util.List;
import java.util.Objects;

/**
 * How a measurement becomes a value from 0 to 100: straight lines between points. It may rise or fall, and stays as it
 * is before the first point and after the last.
 *
 * @param points two points or more, their measurements in ascending order
 */
public record ValueFunction(List<Point> points) {
    /**
     * One point.
     *
     * @param measurement the measurement, in its own unit
     * @param value its value, from 0 to 100
     */
    public record Point(double measurement, double value) {
        /**
         * Checks the value.
         *
         * @param measurement a number
         * @param value from 0 to 100
         * @throws IllegalArgumentException if it is not
         */
        public Point {
            if (!Double.isFinite(measurement) || !(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException("a point needs a measurement and a value from 0 to 100, but has "
                        + measurement + " and " + value);
            }
        }
    }

    /**
     * Copies the points.
     *
     * @param points two points or more
     * @throws IllegalArgumentException if there are fewer, or they are not in ascending order
     */
    public ValueFunction {
        points = List.copyOf(Objects.requireNonNull(points, "a value function needs 'points'"));
        boolean ascending = points.size() > 1;
        for (int i = 1; i < points.size(); i++) {
            ascending &= points.get(i).measurement() > points.get(i - 1).measurement();
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "a value function needs two points or more with ascending measurements, but has " + points);
        }
    }

    /**
     * {@return the value of a measurement}
     *
     * @param measurement the measurement
     */
    public double at(double measurement) {
        int next = 0;
        while (next < points.size() && points.get(next).measurement() < measurement) {
            next++;
        }
        if (next == 0 || next == points.size()) {
            return points.get(Math.min(next, points.size() - 1)).value();
        }
        Point below = points.get(next - 1);
        Point above = points.get(next);
        double part = (measurement - below.measurement()) / (above.measurement() - below.measurement());
        return below.value() + part * (above.value() - below.value());
    }
}
