package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WellbyTest {
    private static final WellbyValue VALUE = WellbyValue.bundled();

    private static Wellby change(double points, double people, double years) {
        return new Wellby("life satisfaction", new TreeSet<>(List.of("loneliness")), points, people, years);
    }

    @Test
    void halfAYearForTwoHundredPeopleIsThatOfR() {
        Wellby wellby = change(0.3, 200, 0.5);
        Wellby.Worth worth = wellby.worth(VALUE);
        Cases expected = Cases.of("wellby.basic");
        expected.check("wellbys", wellby.wellbys());
        expected.check("central", worth.central());
        expected.check("low", worth.low());
        expected.check("high", worth.high());
        assertThat(wellby.presentWorth(VALUE, DiscountSchedule.health()).central())
                .isCloseTo(390_000, within(1e-6)); // all of it in year 0
    }

    @Test
    void fiveYearsAreDiscountedAtTheRateForHealth() {
        Wellby wellby = change(0.5, 100, 5);
        Cases.of("wellby.basic")
                .check(
                        "health_disc_5y",
                        wellby.presentWorth(VALUE, DiscountSchedule.health()).central());
        CostBenefitResult line =
                CostBenefit.of(2019, List.of(wellby.line(VALUE).build())).assess();
        Cases.of("wellby.basic").check("health_disc_5y", line.benefits());
    }

    @Test
    void aFifthOfAPointIsWorthWhatTheGuidanceSays() {
        // £13,000 × 0.2 a person a year
        assertThat(change(0.2, 1, 2).worth(VALUE).central()).isCloseTo(5_200, within(1e-9));
    }

    @Test
    void aProxyForWhatWentIntoItIsAnErrorThatNamesBothLines() {
        Line proxy = Line.benefit("loneliness proxy", "residents", ValueKind.SOCIAL, 100)
                .source(2019, "invented")
                .outcomes("loneliness")
                .build();
        Line wellby = change(0.2, 10, 1).line(VALUE).build();
        assertThatThrownBy(() -> CostBenefit.of(2019, List.of(wellby, proxy)))
                .hasMessageContaining("'life satisfaction' and 'loneliness proxy' both value it");
        assertThatThrownBy(() -> DoubleCounting.check(List.of(change(1, 1, 1), proxy)))
                .hasMessageContaining("the outcome 'loneliness' must be valued once");
    }

    @Test
    void isUpratedByPricesAndIncomes() {
        Deflator deflator =
                new Deflator("d", "2026-06-30", "invented", new TreeMap<>(Map.of(2019, 100.0, 2026, 125.0)));
        WellbyValue later = VALUE.inPricesOf(2026, deflator, 1.1);
        assertThat(later.central()).isCloseTo(13_000 * 1.25 * Math.pow(1.1, 1.3), within(1e-8));
        assertThat(later.priceYear()).isEqualTo(2026);
        assertThat(VALUE.verified()).isFalse();
    }

    @Test
    void mustNameWhatItValues() {
        assertThatThrownBy(() -> new Wellby("x", new TreeSet<>(), 1, 1, 1)).hasMessageContaining("names none");
        assertThatThrownBy(() -> change(11, 1, 1)).hasMessageContaining("from -10 to 10");
    }
}
