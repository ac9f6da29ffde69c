package london.loti.evaluation.bootstrap;

import java.util.Arrays;
import java.util.stream.IntStream;

import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Sums;

/** How much each unit moves the estimate, and what follows from that. */
final class Influence {
    private Influence() {}

    /**
     * The acceleration of influence values, a sixth of their skewness; by strata as Davison and Hinkley 1997, section
     * 5.4.2: each divided by the size of its stratum.
     */
    static double acceleration(double[] influence) {
        double scale = Arrays.stream(influence).map(Math::abs).max().orElse(0);
        double[] squares =
                Arrays.stream(influence).map(v -> v / scale).map(v -> v * v).toArray();
        double[] cubes =
                Arrays.stream(influence).map(v -> v / scale).map(v -> v * v * v).toArray();
        double spread = Sums.sum(squares);
        return Sums.sum(cubes) / (6 * spread * Math.sqrt(spread));
    }

    /** From the estimates without each unit in turn. */
    static double[] ofJackknife(double[] without, Resampling resampling) {
        double[] influence = new double[without.length];
        for (int s = 0; s < resampling.strataCount(); s++) {
            int from = resampling.start(s);
            int to = resampling.start(s + 1);
            double mean = Sums.mean(Arrays.copyOfRange(without, from, to));
            double size = to - from;
            for (int i = from; i < to; i++) {
                influence[i] = (size - 1) / size * (mean - without[i]);
            }
        }
        return influence;
    }

    /** From the regression of the replicates on the shares with which units were drawn. */
    static double[] ofRegression(double[] replicates, Draws draws, Resampling resampling) {
        int units = resampling.units();
        int[] finite = IntStream.range(0, replicates.length)
                .filter(r -> Double.isFinite(replicates[r]))
                .toArray();
        int columns = units - resampling.strataCount() + 1;
        if (finite.length <= columns) {
            throw new IllegalArgumentException("acceleration by regression needs more replicates than units, but had "
                    + finite.length + " and " + units + "\nMaybe use the jackknife.");
        }
        int[] columnOf = new int[units];
        int next = 1;
        for (int s = 0; s < resampling.strataCount(); s++) {
            for (int i = resampling.start(s); i < resampling.start(s + 1); i++) {
                columnOf[i] = i == resampling.start(s) ? 0 : next++;
            }
        }
        double[][] design = new double[columns][finite.length];
        Arrays.fill(design[0], 1);
        double[] outcome = new double[finite.length];
        int[] drawn = new int[units];
        for (int row = 0; row < finite.length; row++) {
            draws.draw(finite[row], drawn);
            for (int unit : drawn) {
                if (columnOf[unit] > 0) {
                    design[columnOf[unit]][row]++;
                }
            }
            outcome[row] = replicates[finite[row]];
        }
        LeastSquares fit = LeastSquares.solve(design, outcome);
        if (!fit.collinear().isEmpty()) {
            throw new IllegalArgumentException("acceleration by regression needs replicates that draw every unit in"
                    + " its own way, but some units are drawn alike\nMaybe draw more replicates or use the jackknife.");
        }
        return centred(fit.coefficients(), columnOf, resampling);
    }

    /** A coefficient is of a count, and the influence of a share over the stratum's size: the sizes cancel. */
    private static double[] centred(double[] coefficients, int[] columnOf, Resampling resampling) {
        double[] influence = new double[columnOf.length];
        for (int s = 0; s < resampling.strataCount(); s++) {
            int from = resampling.start(s);
            int to = resampling.start(s + 1);
            for (int i = from; i < to; i++) {
                influence[i] = columnOf[i] == 0 ? 0 : coefficients[columnOf[i]];
            }
            double mean = Sums.mean(Arrays.copyOfRange(influence, from, to));
            for (int i = from; i < to; i++) {
                influence[i] -= mean;
            }
        }
        return influence;
    }
}
