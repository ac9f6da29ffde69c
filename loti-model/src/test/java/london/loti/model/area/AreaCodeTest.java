package london.loti.model.area;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AreaCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"E01000001", "W01000003", "S01006506", "N00000001", "K04000001", "E09000033"})
    void takesTheShapeOfACode(String text) {
        assertThat(AreaCode.isCode(text)).isTrue();
        assertThat(new AreaCode(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "E0100001",
                "E010000001",
                "e01000001",
                "A01000001",
                "E01000001 ",
                " E01000001",
                "E01000001\n",
                "E01OOOOO1",
                "E०१०००००१",
                "95AA01S1",
                "E01 00001"
            })
    void refusesEveryOtherText(String text) {
        assertThat(AreaCode.isCode(text)).isFalse();
        assertThatThrownBy(() -> new AreaCode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a letter E, K, N, S or W and eight digits");
    }

    // By hand from the ONS register of geographic codes.
    @ParameterizedTest
    @CsvSource({
        "E00000001, OUTPUT_AREA",
        "S00088956, OUTPUT_AREA",
        "E01000001, LSOA",
        "W01000003, LSOA",
        "S01006506, DATA_ZONE",
        "E02000001, MSOA",
        "E05009288, WARD",
        "W05000981, WARD",
        "S13002516, WARD",
        "E09000001, LONDON_BOROUGH",
        "E06000001, OTHER_AUTHORITY",
        "E07000008, OTHER_AUTHORITY",
        "E08000001, OTHER_AUTHORITY",
        "W06000001, OTHER_AUTHORITY",
        "S12000033, OTHER_AUTHORITY",
        "N09000001, OTHER_AUTHORITY",
        "E12000007, REGION",
        "E92000001, OTHER",
        "E10000003, OTHER",
        "K04000001, OTHER"
    })
    void tellsItsKindFromItsFirstThreeCharacters(String code, AreaType type) {
        assertThat(new AreaCode(code).type()).isEqualTo(type);
    }

    @Test
    void everyKindHasANameForReaders() {
        assertThat(AreaType.values())
                .allSatisfy(type -> assertThat(type.label()).isNotBlank());
    }

    @Test
    void isOrderedByItsText() {
        assertThat(new AreaCode("E01000002")).isGreaterThan(new AreaCode("E01000001"));
        assertThat(new AreaCode("E01000002")).isLessThan(new AreaCode("W01000001"));
    }
}
