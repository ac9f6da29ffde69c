package london.loti.evaluation.bootstrap;

import java.util.Arrays;

/** Computes the statistic of replicates; one a thread, since it reuses its room. */
abstract class Evaluator {
    final Resampling resampling;

    private Evaluator(Resampling resampling) {
        this.resampling = resampling;
    }

    static Evaluator of(Statistic statistic, Resampling resampling) {
        return statistic instanceof SumStatistic sums
                ? new OfSums(sums, resampling)
                : new OfRows(statistic, resampling);
    }

    /** The statistic of the data themselves. */
    final double ofData() {
        int[] all = new int[resampling.units()];
        Arrays.setAll(all, i -> i);
        return of(all);
    }

    /** The statistic of units, one of which may come several times. */
    abstract double of(int[] units);

    /** The statistic of all units but one. */
    abstract double without(int unit);

    /** The statistic of a replicate by chance; those that can draw and sum at once do. */
    double of(Draws.Random random, int replicate, int[] room) {
        random.draw(replicate, room);
        return of(room);
    }

    /** Any statistic, over the view of rows. */
    private static final class OfRows extends Evaluator {
        private final Statistic statistic;
        private final Resample view;

        /** The row of each unit where units are rows; empty where they are clusters. */
        private final int[] rowOf;

        OfRows(Statistic statistic, Resampling resampling) {
            super(resampling);
            this.statistic = statistic;
            this.view = new Resample(resampling.rowCount());
            this.rowOf = new int[resampling.isClustered() ? 0 : resampling.units()];
            Arrays.setAll(rowOf, unit -> resampling.members(unit)[0]);
        }

        @Override
        double of(int[] units) {
            view.clear();
            if (rowOf.length > 0) {
                for (int unit : units) {
                    view.add(rowOf[unit]);
                }
            } else {
                for (int unit : units) {
                    view.add(resampling.members(unit));
                }
            }
            return statistic.of(view);
        }

        @Override
        double without(int unit) {
            view.clear();
            for (int other = 0; other < resampling.units(); other++) {
                if (other == unit) {
                    continue;
                }
                if (rowOf.length > 0) {
                    view.add(rowOf[other]);
                } else {
                    view.add(resampling.members(other));
                }
            }
            return statistic.of(view);
        }
    }

    /** Functions of sums: units are summed beforehand. */
    private static final class OfSums extends Evaluator {
        private final SumStatistic statistic;
        private final int width;
        private final double[] unitSums;
        private final double[] totals;
        private final double[] single;

        OfSums(SumStatistic statistic, Resampling resampling) {
            super(resampling);
            this.statistic = statistic;
            this.width = statistic.width() + 1;
            this.unitSums = new double[width * resampling.units()];
            for (int unit = 0; unit < resampling.units(); unit++) {
                for (int row : resampling.members(unit)) {
                    statistic.addTo(unitSums, width * unit, row);
                }
            }
            this.totals = new double[width];
            for (int i = 0; i < unitSums.length; i++) {
                totals[i % width] += unitSums[i];
            }
            // a mean over rows: the number of rows is the same in every replicate
            boolean plain = width == 2 && !resampling.isClustered();
            this.single = plain ? new double[resampling.units()] : new double[0];
            for (int i = 0; i < single.length; i++) {
                single[i] = unitSums[width * i];
            }
        }

        @Override
        double of(int[] units) {
            double[] sums = new double[width];
            for (int unit : units) {
                add(sums, unit);
            }
            return statistic.combine(sums);
        }

        @Override
        double without(int unit) {
            double[] sums = totals.clone();
            for (int c = 0; c < width; c++) {
                sums[c] -= unitSums[width * unit + c];
            }
            return statistic.combine(sums);
        }

        @Override
        double of(Draws.Random random, int replicate, int[] room) {
            if (single.length == 0) {
                return super.of(random, replicate, room);
            }
            double sum = 0;
            for (int s = 0; s < resampling.strataCount(); s++) {
                int from = resampling.start(s);
                sum += drawnSum(from, resampling.start(s + 1) - from, CounterRandom.key(random.seed(), replicate, s));
            }
            return statistic.combine(new double[] {sum, single.length});
        }

        private void add(double[] sums, int unit) {
            int at = width * unit;
            for (int c = 0; c < width; c++) {
                sums[c] += unitSums[at + c];
            }
        }

        private double drawnSum(int from, int size, long key) {
            double[] of = single; // a local, so that the loop does not read the field again
            double even = 0;
            double odd = 0;
            int pairs = size >>> 1;
            for (int pair = 0; pair < pairs; pair++) {
                long bits = CounterRandom.bits(key, pair);
                even += of[from + (int) CounterRandom.bounded(bits & CounterRandom.HALF, size, key, 2L * pair)];
                odd += of[from + (int) CounterRandom.bounded(bits >>> 32, size, key, 2L * pair + 1)];
            }
            if ((size & 1) == 1) {
                long bits = CounterRandom.bits(key, pairs);
                even += of[from + (int) CounterRandom.bounded(bits & CounterRandom.HALF, size, key, 2L * pairs)];
            }
            return even + odd;
        }
    }
}
