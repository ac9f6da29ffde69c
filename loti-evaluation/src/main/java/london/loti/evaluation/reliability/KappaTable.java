package london.loti.evaluation.reliability;

import london.loti.evaluation.numeric.Sums;

/** Shares of two raters' categories, weighted. */
final class KappaTable {
    private final int size;
    private final long n;
    private final double[][] shares;
    private final double[][] weights;
    private final double[] rows;
    private final double[] columns;

    KappaTable(long[][] table, long n, KappaWeights kind) {
        this.size = table.length;
        this.n = n;
        shares = new double[size][size];
        weights = new double[size][size];
        rows = new double[size];
        columns = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                shares[i][j] = (double) table[i][j] / n;
                weights[i][j] = kind.weight(i, j, size);
                rows[i] += shares[i][j];
                columns[j] += shares[i][j];
            }
        }
    }

    double observed() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += dot(weights[i], shares[i]);
        }
        return sum;
    }

    double expected() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += rows[i] * dot(weights[i], columns);
        }
        return sum;
    }

    double kappa() {
        double chance = expected();
        return chance >= 1 ? Double.NaN : (observed() - chance) / (1 - chance);
    }

    double variance(KappaError formula) {
        double observed = observed();
        double chance = expected();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                // The weights are symmetric, so that row j of them is column j too.
                double ofColumn = formula == KappaError.PSYCH ? rows[j] * Sums.sum(weights[j]) : dot(weights[j], rows);
                double mean = dot(weights[i], columns) + ofColumn;
                double part = weights[i][j] * (1 - chance) - mean * (1 - observed);
                sum += shares[i][j] * part * part;
            }
        }
        double taken = observed * chance - 2 * chance + observed;
        return (sum - taken * taken) / (n * Math.pow(1 - chance, 4));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
