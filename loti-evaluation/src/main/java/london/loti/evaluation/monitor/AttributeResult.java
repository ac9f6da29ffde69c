package london.loti.evaluation.monitor;

import java.util.List;

import london.loti.evaluation.estimate.Effect;

/**
 * A p or u chart: fit to be drawn, and to be read as a table.
 *
 * @param points the points in the order of their dates
 * @param centre the share or rate of all points together
 * @param sigmaZ by how much the points vary more than chance alone would have them: 1 is as much as chance, and the
 *     limits are wider by it where the chart is adjusted for it
 * @param effect the centre, with method and convention
 */
public record AttributeResult(List<AttributePoint> points, double centre, double sigmaZ, Effect effect) {

    /**
     * Copies the list.
     *
     * @param points the points in the order of their dates
     * @param centre the share or rate of all points together
     * @param sigmaZ by how much the points vary more than chance alone
     * @param effect the centre, with method and convention
     */
    public AttributeResult {
        points = List.copyOf(points);
    }
}
