package london.loti.persona.segment;

import java.util.List;

/**
 * Where a method that improves a first guess ended, from several first guesses. Such a method stops at a local optimum:
 * if most starts end at the best objective, it is probably the best there is; if one does, another start might be better
 * still.
 *
 * @param objectives what every start ended at, in the order of the starts; low is good
 */
public record Starts(List<Double> objectives) {
    /** Objectives that differ by less than this share are the same, summed in another order. */
    private static final double SAME = 1e-9;

    /**
     * Checks that there was a start.
     *
     * @param objectives what every start ended at
     * @throws IllegalArgumentException if there is none
     */
    public Starts {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("there must be a start, but there was none");
        }
    }

    /** {@return the lowest objective} */
    public double best() {
        return objectives.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** {@return how many starts ended at the best objective, but for rounding} */
    public int reachedBest() {
        double limit = best() + SAME * Math.abs(best());
        return (int) objectives.stream().filter(objective -> objective <= limit).count();
    }

    /** {@return for example {@code 7 of 10 starts ended at the best objective}} */
    public String words() {
        return reachedBest() + " of " + objectives.size() + (objectives.size() == 1 ? " start" : " starts")
                + " ended at the best objective";
    }
}
