package london.loti.evaluation.economics;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.economics.SocialReturn.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SocialReturnTest {
    private static final Additionality SHARES = new Additionality(0.2, 0.05, 0.3, 0.25);

    private static Outcome outcome(String name, String tag, double quantity, int years) {
        return new Outcome(name, new TreeSet<>(List.of(tag)), quantity, 500, "invented", SHARES, years);
    }

    @Test
    void theChainIsThatOfR() {
        SocialReturn.Result result = new SocialReturn(
                        60_000, List.of(outcome("confidence", "confidence", 100, 4)), DiscountSchedule.standard())
                .result();
        Cases expected = Cases.of("sroi.dropoff");
        expected.check("impact_y1", result.firstYear());
        expected.check("by_year", Amounts.array(result.byYear()));
        expected.check("pv", result.presentValue());
        expected.check("ratio", result.ratio());
        expected.check("net_ratio", result.netRatio());
        expected.check("deadweight_breakeven", result.deadweightBreakEven());
    }

    @Test
    void anOutcomeSplitInTwoIsWorthTheSame() {
        SocialReturn whole = new SocialReturn(1, List.of(outcome("a", "a", 100, 4)), DiscountSchedule.standard());
        SocialReturn split = new SocialReturn(
                1, List.of(outcome("a", "a", 30, 4), outcome("b", "b", 70, 4)), DiscountSchedule.standard());
        assertThat(split.result().presentValue()).isCloseTo(whole.result().presentValue(), within(1e-8));
    }

    @Test
    void anOutcomeIsValuedOnce() {
        assertThatThrownBy(() -> new SocialReturn(
                        1,
                        List.of(outcome("calls", "loneliness", 1, 1), outcome("visits", "loneliness", 1, 1)),
                        DiscountSchedule.standard()))
                .hasMessageContaining("'calls' and 'visits' both value it");
    }

    @Test
    void sharesAreFromNoughtToOne() {
        assertThatThrownBy(() -> new Additionality(20, 0, 0, 0)).hasMessageContaining("0.2 was meant for 20 per cent");
    }
}
