package london.loti.evaluation.numeric;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Nist;

import static org.assertj.core.api.Assertions.assertThat;

/** NIST's univariate and linear sets: as many digits as exact rational arithmetic gets from the same doubles. */
class CertifiedValuesTest {
    @Test
    void meansAndDeviationsReachTheCeiling() {
        for (String set : Nist.sets("univariate")) {
            double[] values = Nist.columns(set)[0];
            assertThat((double) values.length)
                    .as(set)
                    .isEqualTo(Nist.certified(set).get("n"));
            Nist.check(set, "mean", "mean", Sums.mean(values));
            Nist.check(set, "sd", "sd", Sums.standardDeviation(values));
            Nist.check(set, "autocorr1", "autocorr1", Sums.autocorrelation(values, 1));
        }
    }

    @Test
    void coefficientsAndTheirErrorsReachTheCeiling() {
        for (String set : Nist.sets("regression")) {
            Map<String, Double> certified = Nist.certified(set);
            double[][] columns = Nist.columns(set);
            double[][] low = new double[0][];
            double[][] design;
            int powers = set.equals("Filip") ? 10 : set.startsWith("Wampler") ? 5 : set.equals("Pontius") ? 2 : 1;
            boolean intercept = certified.containsKey("B0");
            if (set.equals("Longley")) {
                design = Arrays.copyOf(columns, columns.length);
                design[0] = ones(columns[0].length);
            } else {
                int first = intercept ? 1 : 0;
                design = new double[powers + first][];
                low = new double[powers + first][];
                if (intercept) {
                    design[0] = ones(columns[0].length);
                    low[0] = new double[0];
                }
                for (int k = 1; k <= powers; k++) {
                    low[k - 1 + first] = new double[columns[0].length];
                    design[k - 1 + first] = power(columns[1], k, low[k - 1 + first]);
                }
            }
            LeastSquares fit = LeastSquares.solve(design, low, columns[0]);
            int freedom = fit.rows() - fit.columns();
            double[][] bread = fit.crossInverse();
            for (int j = 0; j < fit.columns(); j++) {
                String name = "B" + (intercept ? j : j + 1);
                Nist.check(set, name, "min coef", fit.coefficients()[j]);
                double se = Math.sqrt(bread[j][j] * fit.residualSquares() / freedom);
                Nist.check(set, "se_" + name, "min se", se);
            }
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] power(double[] x, int k, double[] low) {
        double[] high = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            DoubleDouble power = new DoubleDouble().set(1);
            for (int times = 0; times < k; times++) {
                power.multiply(x[i]);
            }
            high[i] = power.value();
            low[i] = power.rest();
        }
        return high;
    }
}
