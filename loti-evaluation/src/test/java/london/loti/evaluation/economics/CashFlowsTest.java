package london.loti.evaluation.economics;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CashFlowsTest {
    @Test
    void theClassicExampleHasItsValueAndRate() {
        CashFlows classic = CashFlows.of(-1000, 300, 420, 680);
        Cases expected = Cases.of("npv.classic");
        expected.check("npv10", classic.netPresentValue(DiscountSchedule.flat(0.1), Timing.YEAR_END));
        expected.check("irr", classic.internalRate().only());
        assertThat(classic.internalRate().warning()).isNull();
    }

    @Test
    void tellsBothRatesOfFlowsThatTurnTwice() {
        // −1600 + 10000/1.25 − 10000/1.25² = 0, and −1600 + 10000/5 − 10000/25 = 0
        InternalRate rate = CashFlows.of(-1600, 10000, -10000).internalRate();
        assertThat(rate.rates()).hasSize(2);
        assertThat(rate.rates().get(0)).isCloseTo(0.25, within(1e-12));
        assertThat(rate.rates().get(1)).isCloseTo(4, within(1e-11));
        assertThat(rate.only()).isNull();
        assertThat(rate.warning()).contains("turn 2 times", "use the net present value");
    }

    @Test
    void findsEveryRateThatAPolynomialWasBuiltFrom() {
        double[] rates = {-0.5, 0.05, 0.0501, 0.3, 2};
        double[] flows = {1};
        for (double rate : rates) { // times (x − 1/(1 + rate))
            double[] next = new double[flows.length + 1];
            for (int i = 0; i < flows.length; i++) {
                next[i] -= flows[i] / (1 + rate);
                next[i + 1] += flows[i];
            }
            flows = next;
        }
        InternalRate found = CashFlows.of(flows).internalRate();
        assertThat(found.rates()).hasSameSizeAs(rates);
        for (int i = 0; i < rates.length; i++) {
            assertThat(found.rates().get(i)).isCloseTo(rates[i], within(1e-8)); // two roots lie close together
        }
    }

    @Test
    void aDoubleRateCountsOnce() {
        // (x − 1/1.1)²: touches nought at 10 per cent and crosses nowhere
        InternalRate rate = CashFlows.of(1 / 1.21, -2 / 1.1, 1).internalRate();
        assertThat(rate.rates()).hasSize(1);
        assertThat(rate.rates().get(0)).isCloseTo(0.1, within(1e-7));
        assertThat(rate.warning()).contains("may mislead");
    }

    @Test
    void thereMayBeNoRate() {
        InternalRate rate = CashFlows.of(100, 20, 30).internalRate();
        assertThat(rate.rates()).isEmpty();
        assertThat(rate.warning()).contains("no internal rate");
        assertThat(CashFlows.of(0, 0).internalRate().rates()).isEmpty();
    }

    @Test
    void theValueAtEveryRateIsNoughtAndScaleChangesNoRate() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 200; run++) {
            double[] flows = random.doubles(3 + run % 40, -100, 100).toArray();
            InternalRate rate = CashFlows.of(flows).internalRate();
            assertThat(rate.rates().size()).as("run %s of seed 11", run).isLessThanOrEqualTo(rate.signChanges());
            double[] scaled = flows.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= 8; // a power of two rounds nothing
            }
            assertThat(CashFlows.of(scaled).internalRate().rates()).isEqualTo(rate.rates());
            for (double r : rate.rates()) {
                double value = 0;
                double size = 0;
                for (int t = 0; t < flows.length; t++) {
                    value += flows[t] * Math.pow(1 + r, -t);
                    size += Math.abs(flows[t]) * Math.pow(1 + r, -t);
                }
                assertThat(value / size).as("run %s of seed 11 at %s", run, r).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void withoutDiscountingTheValueIsThePlainSum() {
        assertThat(CashFlows.of(-100, 30, 30.5).netPresentValue(DiscountSchedule.flat(0), Timing.MID_YEAR))
                .isEqualTo(-39.5);
    }

    @Test
    void paysBackNeverAtOnceOrInBetween() {
        assertThat(CashFlows.of(-100, 30, 30).payback()).isNull();
        assertThat(CashFlows.of(5, 30).payback()).isEqualTo(0.0);
        assertThat(CashFlows.of(-100, 50, 100).payback()).isEqualTo(1.5);
        assertThat(CashFlows.of(-100, 50, 100).discountedPayback(DiscountSchedule.flat(0.25), Timing.YEAR_END))
                .isCloseTo(1 + 60.0 / 64, within(1e-12));
    }

    @Test
    void refusesWhatIsNoFlow() {
        assertThatThrownBy(CashFlows::of).hasMessageContaining("have 0");
        assertThatThrownBy(() -> CashFlows.of(1, Double.NaN)).hasMessageContaining("must be a number");
    }
}
