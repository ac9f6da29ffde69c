/**
 * Did a series change when something was introduced? An interrupted time series goes on with the line of before, and says
 * how far the periods after lie from it. It needs no comparison group, and takes for granted that nothing else happened
 * at the same time. Start at {@link london.loti.evaluation.series.InterruptedTimeSeries}.
 */
@NullMarked
package london.loti.evaluation.series;

import org.jspecify.annotations.NullMarked;
