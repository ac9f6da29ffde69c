package london.loti.persona.segment;

/**
 * Repeats steps of EM until they bring nothing more. After every two steps it jumps ahead in their direction (scheme S3
 * of Varadhan and Roland 2008) and stays there only if the likelihood is no lower, so that it climbs as EM does, with
 * fewer steps.
 */
final class LatentSearch {
    /** However slowly steps get shorter, what is still to come is taken for at most a thousand of them. */
    private static final double SLOWEST = 0.999;

    /** A jump never takes away more of a probability than this leaves, so that none becomes nought. */
    private static final double LEAST_LEFT = 0.01;

    private final LatentStep step;
    private final LatentParameters parameters;
    private final double tolerance;
    private final int most;
    private final Runnable beat;

    /**
     * Prepares a search.
     *
     * @param beat called before every step; may throw to stop
     */
    LatentSearch(LatentStep step, LatentParameters parameters, double tolerance, int most, Runnable beat) {
        this.step = step;
        this.parameters = parameters;
        this.tolerance = tolerance;
        this.most = most;
        this.beat = beat;
    }

    LatentRun from(double[] start) {
        double[] first = start.clone();
        double[] second = new double[start.length];
        double[] third = new double[start.length];
        double[] ahead = new double[start.length];
        int steps = 1;
        double firstLog = step(first, second);
        while (steps < most) {
            double secondLog = step(second, third);
            steps++;
            double before = distance(first, second);
            double after = distance(second, third);
            double rate = before == 0 ? 0 : Math.min(after / before, SLOWEST);
            if (secondLog - firstLog <= tolerance * (1 - rate)) {
                return new LatentRun(second, secondLog, steps, true);
            }
            if (steps == most) {
                return new LatentRun(second, secondLog, steps, false);
            }
            jump(first, second, third, ahead);
            double[] free = first;
            double aheadLog = step(ahead, free);
            steps++;
            if (aheadLog >= secondLog) {
                first = ahead;
                firstLog = aheadLog;
                ahead = second;
                second = free;
            } else if (steps == most) {
                return new LatentRun(second, secondLog, steps, false);
            } else {
                firstLog = step(third, free);
                steps++;
                double[] spare = second;
                first = third;
                second = free;
                third = spare;
            }
        }
        return new LatentRun(first, firstLog, steps, false);
    }

    private double step(double[] theta, double[] next) {
        beat.run();
        return step.apply(theta, next);
    }

    private void jump(double[] first, double[] second, double[] third, double[] ahead) {
        double bend = 0;
        for (int i = 0; i < first.length; i++) {
            double v = third[i] - 2 * second[i] + first[i];
            bend += v * v;
        }
        double length = bend == 0 ? 1 : Math.max(1, distance(first, second) / Math.sqrt(bend));
        for (int i = 0; i < first.length; i++) {
            double r = second[i] - first[i];
            double v = third[i] - second[i] - r;
            ahead[i] = Math.max(first[i] + 2 * length * r + length * length * v, LEAST_LEFT * third[i]);
        }
        parameters.normalise(ahead);
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
