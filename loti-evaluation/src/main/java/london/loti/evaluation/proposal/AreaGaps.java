package london.loti.evaluation.proposal;

import java.util.Comparator;
import java.util.List;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;

/** Areas beside what an index expects of them. Immutable and thread-safe. */
public final class AreaGaps {
    private final List<AreaRatio> areas;
    private final int notShown;
    private final Effect effect;

    AreaGaps(List<AreaRatio> areas, int notShown, Effect effect) {
        this.areas = List.copyOf(areas);
        this.notShown = notShown;
        this.effect = effect;
    }

    /** {@return the areas whose counts may be shown and of which the index expects anybody, in the order in which they came} */
    public List<AreaRatio> areas() {
        return areas;
    }

    /** {@return the areas that lie far out, the farthest first} */
    public List<AreaRatio> farOut() {
        return areas.stream()
                .filter(AreaRatio::far)
                .sorted(Comparator.comparingDouble(
                                (AreaRatio area) -> -Math.abs(area.ratio().statistic()))
                        .thenComparing(AreaRatio::area))
                .toList();
    }

    /** {@return how many areas have counts that may not be shown} */
    public int notShown() {
        return notShown;
    }

    /** {@return the factor by which variances are multiplied, because areas differ for many small reasons; 1 or more} */
    public double phi() {
        return effect.diagnostics().getOrDefault("phi", 1.0);
    }

    /** {@return whether areas of which the index expects more have more: Spearman's correlation with its interval} */
    public Estimate ranking() {
        return effect.headline();
    }

    /** {@return the correlation, with method and convention} */
    public Effect effect() {
        return effect;
    }
}
