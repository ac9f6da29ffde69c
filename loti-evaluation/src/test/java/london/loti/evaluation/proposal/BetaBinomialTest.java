package london.loti.evaluation.proposal;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BetaBinomialTest {
    private static final int[] YES = {12, 25, 31, 40, 18, 22, 50, 35};
    private static final int[] SIZE = {60, 50, 45, 60, 55, 40, 80, 52};

    @Test
    void findsThePriorThatAnOptimiserFinds() {
        // scipy 1.17.1, minimize of -sum(betaln(a + y, b + n - y) - betaln(a, b)), Nelder-Mead
        BetaBinomial.Fit fit = new BetaBinomial(YES, SIZE).fit();
        assertThat(fit.mean() / fit.spread()).isCloseTo(5.05427480, within(1e-6));
        assertThat((1 - fit.mean()) / fit.spread()).isCloseTo(4.59791461, within(1e-6));
    }

    @Test
    void noPointOfAFineGridIsLikelier() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 40; round++) {
            int units = 2 + random.nextInt(12);
            int[] size = random.ints(units, 1, 60).toArray();
            int[] yes = Arrays.stream(size).map(n -> random.nextInt(n + 1)).toArray();
            if (Arrays.equals(yes, size) || Arrays.stream(yes).allMatch(y -> y == 0)) {
                continue;
            }
            BetaBinomial likelihood = new BetaBinomial(yes, size);
            BetaBinomial.Fit fit = likelihood.fit();
            double best = Double.NEGATIVE_INFINITY;
            for (double mean = 0.005; mean < 1; mean += 0.005) {
                for (double logSpread = -16; logSpread <= Math.log(1 / BetaBinomial.WEAKEST); logSpread += 0.1) {
                    best = Math.max(best, likelihood.logLikelihood(mean, Math.exp(logSpread)));
                }
            }
            assertThat(fit.logLikelihood())
                    .as("seed 11, round %s", round)
                    .isBetween(best - 1e-7, best + 0.1); // the grid is coarse where the likelihood is steep
        }
    }

    @Test
    void theLikelihoodIsThatOfTheProductsWrittenOut() {
        // with a = 3 and b = 2: (a)(a+1) (b) / ((a+b)(a+b+1)(a+b+2)) for 2 of 3, by hand 3·4·2/(5·6·7) = 24/210
        BetaBinomial likelihood = new BetaBinomial(new int[] {2}, new int[] {3});
        assertThat(likelihood.logLikelihood(3.0 / 5, 1.0 / 5)).isCloseTo(Math.log(24.0 / 210), within(1e-12));
    }

    @Test
    void ratesThatDifferByChanceOnlyHaveNoSpread() {
        BetaBinomial.Fit same = new BetaBinomial(new int[] {10, 11, 9, 10}, new int[] {20, 20, 20, 20}).fit();
        assertThat(same.spread()).isZero();
        assertThat(same.mean()).isEqualTo(0.5);
        assertThat(same.logLikelihood()).isCloseTo(80 * Math.log(0.5), within(1e-12));
        assertThat(new BetaBinomial(new int[] {1, 0, 1}, new int[] {1, 1, 1})
                        .fit()
                        .spread())
                .as("one person each tells nothing of the spread")
                .isZero();
        assertThat(new BetaBinomial(new int[] {0, 0}, new int[] {5, 9}).fit().mean())
                .isZero();
        assertThat(new BetaBinomial(new int[] {5, 9}, new int[] {5, 9}).fit().mean())
                .isEqualTo(1);
    }

    @Test
    void allOrNothingHasTheWeakestPrior() {
        BetaBinomial.Fit fit = new BetaBinomial(new int[] {0, 20, 0, 20}, new int[] {20, 20, 20, 20}).fit();
        assertThat(1 / fit.spread()).isCloseTo(BetaBinomial.WEAKEST, within(1e-12));
        assertThat(fit.mean()).isCloseTo(0.5, within(1e-12));
    }
}
