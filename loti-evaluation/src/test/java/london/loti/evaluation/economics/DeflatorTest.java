package london.loti.evaluation.economics;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeflatorTest {
    // an illustrative series, not the Treasury's
    private static final Deflator SERIES = new Deflator(
            "illustration",
            "2026-06-30",
            "invented",
            new TreeMap<>(Map.of(2019, 100.0, 2020, 106.1, 2021, 105.4, 2022, 111.0, 2023, 118.1, 2024, 122.5)));

    @Test
    void convertsAsRDoes() {
        double[] converted = SERIES.index().keySet().stream()
                .mapToDouble(year -> SERIES.convert(13_000, 2019, year))
                .toArray();
        Cases.of("annuity.deflator").check("real_2019", converted);
    }

    @Test
    void takesInflationOutOfANominalRate() {
        Cases.of("annuity.deflator").check("real_from_nominal", Deflator.realRate(0.07, 0.02));
    }

    @Test
    void tellsWhichYearsItHas() {
        assertThatThrownBy(() -> SERIES.convert(1, 2019, 2026)).hasMessageContaining("2019 to 2024 and not 2026");
    }
}
