package london.loti.persona.segment;

import java.util.List;

/**
 * Segments around medoids: in each the row from which the others lie the least far.
 *
 * <p>Segments are in the order of their first rows.
 *
 * @param segments every row with the medoid that is nearest; of two that are equally near, the one of the lower row
 * @param medoids the medoid of every segment, a row from 0
 * @param build the mean dissimilarity to the nearest medoid before any swap; low is good
 * @param swap the mean dissimilarity to the nearest medoid in the end, the objective; low is good
 * @param iterations passes over the candidates, the last of them without a swap if it has converged
 * @param converged whether no single swap would make it better
 * @param starts where every start ended; this is the best of them
 */
public record MedoidSegments(
        Segments segments,
        List<Integer> medoids,
        double build,
        double swap,
        int iterations,
        boolean converged,
        Starts starts) {
    /**
     * Checks that every segment has a medoid.
     *
     * @param segments every row with its nearest medoid
     * @param medoids the medoid of every segment
     * @param build the mean dissimilarity before any swap
     * @param swap the mean dissimilarity in the end
     * @param iterations passes over the candidates
     * @param converged whether no single swap would make it better
     * @param starts where every start ended
     * @throws IllegalArgumentException if there are not as many medoids as segments
     */
    public MedoidSegments {
        medoids = List.copyOf(medoids);
        if (medoids.size() != segments.k()) {
            throw new IllegalArgumentException("every segment must have a medoid, but there are " + medoids.size()
                    + " for " + segments.k() + " segments");
        }
    }
}
