package london.loti.evaluation.bootstrap;

/** Which units a replicate draws. */
sealed interface Draws {
    /** How many replicates there are. */
    int replicates();

    /** Writes the units that a replicate draws. */
    void draw(int replicate, int[] units);

    /** By chance, from a seed. */
    record Random(Resampling resampling, long seed, int replicates) implements Draws {
        @Override
        public void draw(int replicate, int[] units) {
            for (int s = 0; s < resampling.strataCount(); s++) {
                int from = resampling.start(s);
                int size = resampling.start(s + 1) - from;
                long key = CounterRandom.key(seed, replicate, s);
                for (int i = 0; i < size; i += 2) {
                    long bits = CounterRandom.bits(key, i >>> 1);
                    units[from + i] = from + (int) CounterRandom.bounded(bits & CounterRandom.HALF, size, key, i);
                    if (i + 1 < size) {
                        units[from + i + 1] = from + (int) CounterRandom.bounded(bits >>> 32, size, key, i + 1);
                    }
                }
            }
        }
    }

    /** Every resample that there can be, each once. */
    record All(Resampling resampling, int replicates) implements Draws {
        @Override
        public void draw(int replicate, int[] units) {
            int rest = replicate;
            for (int s = 0; s < resampling.strataCount(); s++) {
                int from = resampling.start(s);
                int size = resampling.start(s + 1) - from;
                for (int i = 0; i < size; i++) {
                    units[from + i] = from + rest % size;
                    rest /= size;
                }
            }
        }

        /** How many there can be, at most a number. */
        static long count(Resampling resampling, long most) {
            long count = 1;
            for (int s = 0; s < resampling.strataCount(); s++) {
                int size = resampling.start(s + 1) - resampling.start(s);
                for (int i = 0; i < size && count <= most; i++) {
                    count *= size;
                }
            }
            return count;
        }
    }

    /** As told. */
    final class Told implements Draws {
        private final int[][] told;

        Told(int[][] told) {
            this.told = told;
        }

        @Override
        public int replicates() {
            return told.length;
        }

        @Override
        public void draw(int replicate, int[] units) {
            System.arraycopy(told[replicate], 0, units, 0, units.length);
        }
    }
}
