package london.loti.evaluation.survival;

/** The area under a survival curve up to a time, with its variance. */
record RestrictedMean(double mean, double variance) {
    static RestrictedMean of(ProductLimit steps, double until) {
        int last = steps.times.upTo(until);
        double mean = last < 0 ? until : steps.times.at(0);
        double beyond = 0; // the area to the right of a step
        double variance = 0;
        double right = until;
        for (int step = last; step >= 0; step--) {
            beyond += steps.survival[step] * (right - steps.times.at(step));
            right = steps.times.at(step);
            double n = steps.atRisk[step];
            double left = n - steps.events[step];
            variance += left == 0 ? 0 : beyond * beyond * steps.events[step] / (n * left);
        }
        return new RestrictedMean(mean + beyond, variance);
    }
}
