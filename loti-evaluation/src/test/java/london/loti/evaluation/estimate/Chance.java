package london.loti.evaluation.estimate;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws that are the same on every machine and in every release of Java, which those of the JDK need not be. */
final class Chance {
    private final SplittableRandom random;

    Chance(SplittableRandom random) {
        this.random = random;
    }

    /** From 0 to below 1. */
    double uniform() {
        return random.nextDouble();
    }

    /** Of mean 0 and deviation 1, by Box and Muller. */
    double normal() {
        return StrictMath.sqrt(2 * exponential()) * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Of mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** 1 with this probability, else 0. */
    int yes(double probability) {
        return uniform() < probability ? 1 : 0;
    }

    /** How many of n are 1. */
    int yes(int n, double probability) {
        return IntStream.range(0, n).map(i -> yes(probability)).sum();
    }

    /** A number of events of this mean, counted in a unit of time. */
    int events(double mean) {
        int events = -1;
        for (double time = 0; time < mean; time += exponential()) {
            events++;
        }
        return events;
    }

    double[] normals(int n, double mean, double deviation) {
        return IntStream.range(0, n)
                .mapToDouble(i -> mean + deviation * normal())
                .toArray();
    }

    static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
