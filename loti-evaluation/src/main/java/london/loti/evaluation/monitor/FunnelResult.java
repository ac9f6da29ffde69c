package london.loti.evaluation.monitor;

import java.util.List;

import london.loti.evaluation.estimate.Effect;

/** A funnel: fit to be drawn, and to be read as a table. Immutable and thread-safe. */
public final class FunnelResult {
    private final FunnelPlot plot;
    private final double target;
    private final double phi;
    private final List<FunnelUnit> units;
    private final Effect effect;

    FunnelResult(FunnelPlot plot, double target, double phi, List<FunnelUnit> units, Effect effect) {
        this.plot = plot;
        this.target = target;
        this.phi = phi;
        this.units = List.copyOf(units);
        this.effect = effect;
    }

    /** {@return the share that all units are held against} */
    public double target() {
        return target;
    }

    /** {@return the factor of overdispersion by which variances are multiplied, 1 or more; 1 where none was asked for} */
    public double phi() {
        return phi;
    }

    /** {@return the units in the order in which they came} */
    public List<FunnelUnit> units() {
        return units;
    }

    /** {@return the units outside the 95 per cent limits, those outside the 99.8 per cent limits among them} */
    public List<FunnelUnit> outside95() {
        return units.stream().filter(u -> u.position() != FunnelPosition.WITHIN).toList();
    }

    /** {@return the units outside the 99.8 per cent limits} */
    public List<FunnelUnit> outside998() {
        return units.stream().filter(u -> u.position().isOutside998()).toList();
    }

    /**
     * {@return the limits for a size, to draw the funnel's edges}
     *
     * @param size how many people a unit has, 1 or more
     * @throws IllegalArgumentException if it is less
     */
    public FunnelLimits limits(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a unit's size must be 1 or more, but was " + size);
        }
        return plot.limits(target, phi, size);
    }

    /** {@return the target and how many units lie outside, with method and convention} */
    public Effect effect() {
        return effect;
    }
}
