package london.loti.evaluation.monitor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Effect;
import london.loti.model.finding.Finding;

/**
 * An XmR chart: fit to be drawn, and to be read as a table.
 *
 * @param points the points in the order of their dates
 * @param improvement in which direction the figure gets better
 * @param target the target, or null where there is none
 * @param assurance whether the process will reach its target, by the limits of the last phase; null without a target, or
 *     where neither direction is better
 * @param warnings that limits are on trial, for example
 * @param effect the mean and limits of the last phase, with method and convention
 */
public record XmrResult(
        List<XmrPoint> points,
        Improvement improvement,
        @Nullable Double target,
        @Nullable Assurance assurance,
        List<Finding> warnings,
        Effect effect) {

    /**
     * Copies the lists.
     *
     * @param points the points, one or more
     * @param improvement in which direction the figure gets better
     * @param target the target, or null
     * @param assurance whether the process will reach its target, or null
     * @param warnings what somebody should look at
     * @param effect the mean and limits of the last phase
     */
    public XmrResult {
        points = List.copyOf(points);
        warnings = List.copyOf(warnings);
    }

    /** {@return what the last point says: the variation icon of the chart} */
    public PointType variation() {
        return points.get(points.size() - 1).type();
    }
}
