package london.loti.evaluation.bootstrap;

/**
 * Random numbers as a pure function of seed, replicate, stratum and draw: the finaliser of SplitMix64 (Steele, Lea and
 * Flood 2014, doi:10.1145/2660193.2660195) over a counter, and Lemire's unbiased mapping to a range (2019,
 * doi:10.1145/3230636). One 64-bit number serves two draws.
 */
final class CounterRandom {
    static final long STEP = 0x9E3779B97F4A7C15L;
    static final long HALF = 0xFFFFFFFFL;
    private static final long OTHER_STEP = 0xD1342543DE82EF95L;

    private CounterRandom() {}

    /** The key from which the draws of a replicate in a stratum follow. */
    static long key(long seed, long replicate, int stratum) {
        return mix(mix(mix(seed + STEP) + (replicate + 1) * OTHER_STEP) + (stratum + 1) * STEP);
    }

    /** 64 bits that serve the draws 2 * pair and 2 * pair + 1. */
    static long bits(long key, long pair) {
        return mix(key + (pair + 1) * STEP);
    }

    /** A number below the bound from 32 bits; the few that would favour some numbers are drawn again. */
    static long bounded(long bits32, long bound, long key, long draw) {
        long product = bits32 * bound;
        return (product & HALF) < bound ? again(product, bound, key, draw) : product >>> 32;
    }

    private static long again(long rejectable, long bound, long key, long draw) {
        long threshold = (1L << 32) % bound;
        long product = rejectable;
        long bits = mix(key ^ mix(draw + OTHER_STEP));
        while ((product & HALF) < threshold) {
            bits = mix(bits + OTHER_STEP);
            product = (bits >>> 32) * bound;
        }
        return product >>> 32;
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
