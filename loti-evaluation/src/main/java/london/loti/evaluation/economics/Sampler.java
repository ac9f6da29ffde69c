package london.loti.evaluation.economics;

import java.nio.charset.StandardCharsets;

import london.loti.evaluation.economics.Uncertain.Shape;

/**
 * The draws of one input. A draw depends on the seed, the input's name and the draw's number alone, so that threads,
 * and inputs that come or go, change no other draw.
 */
final class Sampler {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int CELLS = 2_048;
    private static final int STEEP = 16; // cells at each end where a straight line is too coarse

    private final Uncertain quantity;
    private final long stream;
    private final double[] table;

    Sampler(String name, Uncertain quantity, long seed) {
        this.quantity = quantity;
        this.stream = mix(mix(seed + GOLDEN) ^ hash(name));
        this.table = quantity.shape() == Shape.PERT || quantity.shape() == Shape.BETA ? table(quantity) : new double[0];
    }

    /** The uniform number behind a draw, by which draws have their ranks even where values are equal. */
    double probability(int number) {
        return uniform(stream, number);
    }

    double draw(int number) {
        double p = probability(number);
        double place = p * CELLS;
        int cell = (int) place;
        if (table.length == 0 || cell < STEEP || cell >= CELLS - STEEP) {
            return quantity.quantile(p);
        }
        return table[cell] + (place - cell) * (table[cell + 1] - table[cell]);
    }

    /** A beta's quantile is searched for; away from the ends a straight line between many points is as good, and far faster. */
    private static double[] table(Uncertain quantity) {
        double[] table = new double[CELLS];
        for (int i = 1; i < CELLS; i++) {
            table[i] = quantity.quantile((double) i / CELLS);
        }
        return table;
    }

    /** Above 0 and below 1, from the upper 52 bits. */
    static double uniform(long stream, int number) {
        return ((mix(stream + (number + 1) * GOLDEN) >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** The finaliser of SplittableRandom (Stafford's variant 13). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** FNV-1a, which is the same on every platform. */
    private static long hash(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }
}
