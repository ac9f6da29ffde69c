package london.loti.model.area;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class AreaVintageTest {
    @ParameterizedTest
    @CsvSource({
        "lsoa11cd, lsoa11",
        "LSOA11CD, lsoa11",
        "LSOA21CD, lsoa21",
        "LSOA21NM, lsoa21",
        "lsoa21_code, lsoa21",
        "lsoa_2021_code, lsoa21",
        "LSOA21 code, lsoa21",
        "' lsoa21cd ', lsoa21",
        "OA21CD, oa21",
        "msoa21_name, msoa21",
        "WD24NM, ward24",
        "wd22cd, ward22",
        "ward2024, ward24",
        "ward24_code, ward24",
        "ltla24_code, ltla24",
        "LAD23CD, ltla23",
        "LAD23NM, ltla23",
        "LA_2021, ltla21",
        "lsoa2020cd, lsoa20",
        "lsoa20cd, lsoa20",
        "dz11, dz11",
        "DataZone2011Code, dz11",
        "data_zone_2022, dz22",
        "RGN24CD, region24",
        "region24_name, region24"
    })
    void isToldByTheNameOfAColumn(String header, String key) {
        assertThat(AreaVintage.fromHeader(header)).contains(AreaVintage.parse(key));
        assertThat(AreaVintage.parse(header).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pct65plus",
                "pct65",
                "lsoa",
                "lsoa_code",
                "21",
                "lsoa1",
                "lsoa1921cd",
                "lsoa211cd",
                "lsoa21cde",
                "lsoa21cdcd",
                "CTYUA23CD",
                "lsoa２１",
                "lsoa21_code_old",
                "code_lsoa21",
                "imd19",
                "year_2021"
            })
    void isNotGuessed(String header) {
        assertThat(AreaVintage.fromHeader(header)).isEmpty();
        assertThatThrownBy(() -> AreaVintage.parse(header))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a geography", "and a year", "'" + header + "'");
    }

    @Test
    void theShortFormReadsBackForEveryGeographyAndYear() {
        for (AreaVintage.Geography geography : AreaVintage.Geography.values()) {
            for (int year = 2000; year <= 2099; year++) {
                AreaVintage vintage = new AreaVintage(geography, year);
                assertThat(AreaVintage.parse(vintage.key())).isEqualTo(vintage);
                assertThat(AreaVintage.fromHeader(vintage.key() + "_code")).contains(vintage);
            }
        }
    }

    @Test
    void theYearMustBeOfThisCentury() {
        assertThatThrownBy(() -> new AreaVintage(AreaVintage.Geography.LSOA, 21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("year must be from 2000 to 2099, but was 21");
        assertThatThrownBy(() -> new AreaVintage(AreaVintage.Geography.LSOA, 2100))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichAreasBelongToAGeography() {
        assertThat(AreaVintage.Geography.LTLA.covers(AreaType.LONDON_BOROUGH)).isTrue();
        assertThat(AreaVintage.Geography.LTLA.covers(AreaType.OTHER_AUTHORITY)).isTrue();
        for (AreaVintage.Geography geography : AreaVintage.Geography.values()) {
            assertThat(geography.covers(AreaType.OTHER)).isFalse();
            assertThat(AreaType.values()).anyMatch(geography::covers);
        }
    }

    @Test
    void isReadableForPeople() {
        assertThat(AreaVintage.parse("lsoa21")).hasToString("LSOA 2021");
        assertThat(AreaVintage.parse("ltla24")).hasToString("Local authority 2024");
    }

    @Test
    void aHugeHeaderIsReadAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(AreaVintage.fromHeader("a".repeat(1 << 20))).isEmpty();
            assertThat(AreaVintage.fromHeader("a_".repeat(1 << 19))).isEmpty();
            assertThat(AreaVintage.fromHeader("1".repeat(1 << 20))).isEmpty();
        });
    }
}
