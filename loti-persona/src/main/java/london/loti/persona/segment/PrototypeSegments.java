package london.loti.persona.segment;

import java.util.List;

/**
 * Segments around prototypes: in each the mean of the numbers and the most frequent level of the categories. A prototype
 * need not be anybody.
 *
 * @param segments every row with the prototype that is nearest; of two, the first
 * @param prototypes the prototype of every segment
 * @param lambda how much a mismatch of categories counted against squared differences of numbers
 * @param iterations how often the rows were assigned, the last time without a move if it has converged
 * @param converged whether no row would move
 * @param refilled how often a segment ran empty and was begun anew; a segment that is empty in the end could not be
 * @param starts where every start ended; this is the best of them
 */
public record PrototypeSegments(
        Segments segments,
        List<Prototype> prototypes,
        double lambda,
        int iterations,
        boolean converged,
        int refilled,
        Starts starts) {
    /**
     * The middle of a segment.
     *
     * @param values one an attribute, in the order of {@link london.loti.persona.attribute.Sample#matching}: the mean
     *     of an interval, the mean place of an ordinal, the place of the most frequent level otherwise, in the units of
     *     the sample
     * @param within the sum of the distances of the segment's rows; low is good
     */
    public record Prototype(List<Double> values, double within) {
        /**
         * Takes the values.
         *
         * @param values one an attribute
         * @param within the sum of the distances of the segment's rows
         */
        public Prototype {
            values = List.copyOf(values);
        }

        /** Shows no value: the prototype of one row is that row. */
        @Override
        public String toString() {
            return "Prototype of " + values.size() + " attributes";
        }
    }

    /**
     * Checks that every segment has a prototype.
     *
     * @param segments every row with the prototype that is nearest
     * @param prototypes the prototype of every segment
     * @param lambda how much a mismatch counted
     * @param iterations how often the rows were assigned
     * @param converged whether no row would move
     * @param refilled how often a segment ran empty and was begun anew
     * @param starts where every start ended
     * @throws IllegalArgumentException if there are not as many prototypes as segments
     */
    public PrototypeSegments {
        prototypes = List.copyOf(prototypes);
        if (prototypes.size() != segments.k()) {
            throw new IllegalArgumentException("every segment must have a prototype, but there are " + prototypes.size()
                    + " for " + segments.k() + " segments");
        }
    }

    /** {@return the sum of the distances of all rows to their prototypes; low is good} */
    public double objective() {
        return prototypes.stream().mapToDouble(Prototype::within).sum();
    }
}
