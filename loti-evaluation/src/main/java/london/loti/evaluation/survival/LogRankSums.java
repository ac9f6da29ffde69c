package london.loti.evaluation.survival;

/** Observed and expected events of each group, and the hypergeometric covariance of their difference. */
final class LogRankSums {
    /** A pivot this small beside its row is rounding: the group adds nothing that the others do not say. */
    private static final double NOUGHT = 1e-12;

    private final boolean weighted;
    private final double[] observed;
    private final double[] expected;
    private final double[][] covariance;

    LogRankSums(int groups, boolean weighted) {
        this.weighted = weighted;
        observed = new double[groups];
        expected = new double[groups];
        covariance = new double[groups][groups];
    }

    double observed(int group) {
        return observed[group];
    }

    double expected(int group) {
        return expected[group];
    }

    /** Adds the groups of a stratum, which begin at a cell; they are walked through together. */
    void addStratum(RiskSet[] cells, int first) {
        int groups = observed.length;
        double[] atRisk = new double[groups];
        double survival = 1;
        for (double time = next(cells, first); time < Double.POSITIVE_INFINITY; time = next(cells, first)) {
            double all = 0;
            double events = 0;
            double weight = weighted ? survival : 1;
            for (int g = 0; g < groups; g++) {
                RiskSet cell = cells[first + g];
                atRisk[g] = cell.atRisk();
                all += atRisk[g];
                cell.leave(time);
                events += cell.left(1);
                observed[g] += weight * cell.left(1);
            }
            if (events > 0) {
                add(atRisk, all, events, weight);
                survival *= (all - events) / all;
            }
        }
    }

    private double next(RiskSet[] cells, int first) {
        double next = Double.POSITIVE_INFINITY;
        for (int g = 0; g < observed.length; g++) {
            next = Math.min(next, cells[first + g].next());
        }
        return next;
    }

    private void add(double[] atRisk, double all, double events, double weight) {
        double spread = all == 1 ? 0 : weight * weight * events * (all - events) / (all - 1);
        for (int g = 0; g < atRisk.length; g++) {
            double share = atRisk[g] / all;
            expected[g] += weight * events * share;
            for (int h = 0; h < atRisk.length; h++) {
                covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / all);
            }
        }
    }

    int degreesOfFreedom() {
        return (int) solve()[1];
    }

    double statistic() {
        return solve()[0];
    }

    /** The quadratic form of observed minus expected in the covariance's inverse, and the rank, by elimination. */
    private double[] solve() {
        int groups = observed.length;
        double[][] left = new double[groups][];
        double[] right = new double[groups];
        double[] scale = new double[groups];
        for (int g = 0; g < groups; g++) {
            left[g] = covariance[g].clone();
            right[g] = observed[g] - expected[g];
            scale[g] = covariance[g][g];
        }
        double form = 0;
        int rank = 0;
        for (int pivot = 0; pivot < groups; pivot++) {
            double diagonal = left[pivot][pivot];
            if (!(diagonal > NOUGHT * groups * scale[pivot])) {
                continue;
            }
            rank++;
            form += right[pivot] * right[pivot] / diagonal;
            for (int row = pivot + 1; row < groups; row++) {
                double factor = left[row][pivot] / diagonal;
                right[row] -= factor * right[pivot];
                for (int column = pivot; column < groups; column++) {
                    left[row][column] -= factor * left[pivot][column];
                }
            }
        }
        return new double[] {form, rank};
    }
}
