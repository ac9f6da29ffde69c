package london.loti.evaluation.series;

import java.util.List;

import london.loti.evaluation.estimate.Effect;

/**
 * What an interrupted time series found.
 *
 * @param effect the change of level, and of slope where it was asked for
 * @param points one a period, in the order of time: what to draw
 */
public record SeriesResult(Effect effect, List<SeriesPoint> points) {
    /**
     * Copies the list.
     *
     * @param effect the change of level, and of slope where it was asked for
     * @param points one a period
     */
    public SeriesResult {
        points = List.copyOf(points);
    }
}
