package london.loti.evaluation.instrument;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * The bands of a score. Where they lie is somebody's policy, often a contested one: report them beside the score, not
 * in its place.
 *
 * @param version the version of the policy
 * @param status how well the cut-offs are known
 * @param note what a reader must know, or null
 * @param bands the bands, the lowest first; only the last is open above
 */
public record Bands(
        String version, Verification status, @Nullable String note, List<Band> bands) {
    /**
     * Checks the order.
     *
     * @param version the version of the policy
     * @param status how well the cut-offs are known
     * @param note what a reader must know, or null
     * @param bands two bands or more, the lowest first
     * @throws IllegalArgumentException if they are not in order, or another than the last is open above
     */
    public Bands {
        Require.text(version, "bands need a 'version'");
        Objects.requireNonNull(status, "bands need a 'status'");
        bands = List.copyOf(Objects.requireNonNull(bands, "bands need 'bands'"));
        if (bands.size() < 2) {
            throw new IllegalArgumentException("bands must be two or more, but were " + bands.size());
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bands.size(); i++) {
            Double end = bands.get(i).upTo();
            if ((end == null) != (i == bands.size() - 1) || (end != null && end <= before)) {
                throw new IllegalArgumentException("bands must rise, each with 'upTo' but the last without, but number "
                        + (i + 1) + " does not fit");
            }
            before = end == null ? before : end;
        }
    }

    /**
     * {@return the name of the band that a score lies in; null for {@code NaN}}
     *
     * @param score a score
     */
    public @Nullable String label(double score) {
        return bands.stream()
                .filter(band -> band.upTo() == null ? !Double.isNaN(score) : score <= band.upTo())
                .map(Band::label)
                .findFirst()
                .orElse(null);
    }
}
