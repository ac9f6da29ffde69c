package london.loti.persona.segment;

/** EM for latent classes as a textbook writes it: row by row, by logarithms, nothing collapsed and nothing fast. */
final class LatentReference {
    private final double[][] rows;
    double[] shares;
    double[][][] probabilities;

    LatentReference(double[][] rows, double[] shares, double[][][] probabilities) {
        this.rows = rows;
        this.shares = shares;
        this.probabilities = probabilities;
    }

    double[] posterior(double[] row) {
        double[] logs = logs(row);
        double total = logSum(logs);
        double[] posterior = new double[logs.length];
        for (int c = 0; c < logs.length; c++) {
            posterior[c] = Math.exp(logs[c] - total);
        }
        return posterior;
    }

    private double[] logs(double[] row) {
        double[] logs = new double[shares.length];
        for (int c = 0; c < shares.length; c++) {
            logs[c] = Math.log(shares[c]);
            for (int j = 0; j < row.length; j++) {
                if (!Double.isNaN(row[j])) {
                    logs[c] += Math.log(probabilities[c][j][(int) row[j]]);
                }
            }
        }
        return logs;
    }

    private static double logSum(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }

    double logLikelihood() {
        double sum = 0;
        for (double[] row : rows) {
            sum += logSum(logs(row));
        }
        return sum;
    }

    void step() {
        double[] people = new double[shares.length];
        double[][][] answers = new double[shares.length][][];
        for (int c = 0; c < shares.length; c++) {
            answers[c] = new double[probabilities[c].length][];
            for (int j = 0; j < answers[c].length; j++) {
                answers[c][j] = new double[probabilities[c][j].length];
            }
        }
        for (double[] row : rows) {
            double[] posterior = posterior(row);
            for (int c = 0; c < shares.length; c++) {
                people[c] += posterior[c];
                for (int j = 0; j < row.length; j++) {
                    if (!Double.isNaN(row[j])) {
                        answers[c][j][(int) row[j]] += posterior[c];
                    }
                }
            }
        }
        for (int c = 0; c < shares.length; c++) {
            people[c] /= rows.length;
            for (double[] levels : answers[c]) {
                double total = 0;
                for (double level : levels) {
                    total += level;
                }
                for (int l = 0; l < levels.length; l++) {
                    levels[l] /= total;
                }
            }
        }
        shares = people;
        probabilities = answers;
    }
}
