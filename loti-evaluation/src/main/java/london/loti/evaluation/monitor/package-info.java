/**
 * A process chart says whether a figure that is taken again and again, such as the contacts of a month, changed more than
 * it always does: <em>common cause</em> is the usual up and down, <em>special cause</em> a sign that something is
 * different. A funnel asks the same of many units at one time: how far from the others may a small one lie by chance?
 * Start at {@link london.loti.evaluation.monitor.XmrChart} for a series of figures, at
 * {@link london.loti.evaluation.monitor.AttributeChart} for a series of shares or rates, and at
 * {@link london.loti.evaluation.monitor.FunnelPlot} for units beside each other.
 */
@NullMarked
package london.loti.evaluation.monitor;

import org.jspecify.annotations.NullMarked;
