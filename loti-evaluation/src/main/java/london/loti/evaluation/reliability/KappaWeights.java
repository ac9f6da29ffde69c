package london.loti.evaluation.reliability;

/** How much an agreement that is not perfect counts. */
public enum KappaWeights {
    /** Not at all: Cohen's kappa. */
    NONE,
    /** Less by the number of steps between the two categories. */
    LINEAR,
    /** Less by the square of that number. */
    QUADRATIC;

    double weight(int first, int second, int categories) {
        double apart = Math.abs(first - second) / (categories - 1.0);
        return switch (this) {
            case NONE -> first == second ? 1 : 0;
            case LINEAR -> 1 - apart;
            case QUADRATIC -> 1 - apart * apart;
        };
    }
}
