package london.loti.model.finding;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTest {
    private static final List<String> KNOWN = List.of("lsoa21_code", "lsoa21_name", "pct_disabled", "pct_over_75");

    @ParameterizedTest
    @CsvSource({
        "pct_disabeld, pct_disabled", // swapped
        "PCT_DISABLED, pct_disabled", // case does not count
        "pct_disabld, pct_disabled", // dropped
        "pctt_disabled, pct_disabled", // added
        "lsoa11_code, lsoa21_code", // changed
        "pct_over_65, pct_over_75"
    })
    void suggestsWhatWasMostLikelyMeant(String wanted, String expected) {
        assertThat(Nearest.to(wanted, KNOWN)).contains(expected);
        assertThat(Nearest.hint(wanted, KNOWN)).isEqualTo("\nMaybe '" + expected + "' is meant.");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(Nearest.to("households", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("pct", List.of())).isEmpty();
        assertThat(Nearest.hint("households", KNOWN)).isEmpty();
    }

    @Test
    void ofEquallyNearNamesTakesTheFirstInTheAlphabet() {
        assertThat(Nearest.to("bat", List.of("rat", "cat", "hat"))).contains("cat");
    }

    @Test
    void leavesVeryLongNamesAloneAtOnce() {
        String huge = "a".repeat(50_000_000);
        assertThat(Nearest.to(huge, List.of(huge))).isEmpty();
        assertThat(Nearest.to("a".repeat(100), List.of(huge, "a".repeat(99)))).contains("a".repeat(99));
    }

    @Test
    void comparesInTheSameWayWhereTheMachineSpeaksTurkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Nearest.to("PCT_DISABLED", List.of("pct_disabled"))).contains("pct_disabled");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsANameAgainAfterAnyTwoMistakes() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder name = new StringBuilder("households_without_a_car");
            for (int mistake = 0; mistake < 2; mistake++) {
                int at = random.nextInt(name.length());
                if (random.nextBoolean()) {
                    name.setCharAt(at, 'q');
                } else {
                    name.deleteCharAt(at);
                }
            }
            assertThat(Nearest.to(name.toString(), List.of("households_without_a_car", "people", "pct_disabled")))
                    .as("seed %d", seed)
                    .contains("households_without_a_car");
        }
    }
}
