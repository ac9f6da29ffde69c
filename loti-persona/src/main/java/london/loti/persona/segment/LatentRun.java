package london.loti.persona.segment;

/** Where EM came to from one start. */
final class LatentRun {
    private final double[] theta;
    private final double logLikelihood;
    private final int steps;
    private final boolean converged;

    LatentRun(double[] theta, double logLikelihood, int steps, boolean converged) {
        this.theta = theta;
        this.logLikelihood = logLikelihood;
        this.steps = steps;
        this.converged = converged;
    }

    /** The parameters, in the order of {@link LatentParameters}. */
    double[] theta() {
        return theta;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    int steps() {
        return steps;
    }

    boolean converged() {
        return converged;
    }
}
