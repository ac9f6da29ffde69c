package london.loti.evaluation.economics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.economics.DiscountSchedule.Band;
import london.loti.evaluation.numeric.Sums;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DiscountScheduleTest {
    @TempDir
    Path folder;

    @Test
    void factorsOfTheStandardScheduleAreThoseOfR() {
        Cases expected = Cases.of("gb.factors.standard");
        DiscountSchedule standard = DiscountSchedule.standard();
        checkFactors(expected, standard);
        expected.check("cum_annuity_to_10", Sums.sum(standard.factors(10, Timing.YEAR_END)));
        expected.check("cum_annuity_to_60", Sums.sum(standard.factors(60, Timing.YEAR_END)));
    }

    @Test
    void factorsForHealthAreThoseOfR() {
        checkFactors(Cases.of("gb.factors.health"), DiscountSchedule.health());
    }

    private static void checkFactors(Cases expected, DiscountSchedule schedule) {
        double[] years = expected.numbers("year");
        double[] factors = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            factors[i] = schedule.factor((int) years[i]);
        }
        expected.check("factor", factors);
    }

    @Test
    void everyBundledScheduleHasThePublishedFactors() throws IOException {
        JsonNode published = LotiJson.mapper()
                .readTree(SharedData.file("oracles/evaluation/discount_schedules.json")
                        .toFile())
                .path("factors");
        assertThat(DiscountSchedule.bundledIds()).hasSize(published.size());
        for (String id : DiscountSchedule.bundledIds()) {
            DiscountSchedule schedule = DiscountSchedule.bundled(id);
            assertThat(schedule.id()).isEqualTo(id);
            published
                    .path(id)
                    .properties()
                    .forEach(factor -> assertThat(schedule.factor(Integer.parseInt(factor.getKey())))
                            .as(id + " year " + factor.getKey())
                            .isCloseTo(factor.getValue().asDouble(), within(1e-12)));
        }
    }

    @Test
    void aRateBelongsToItsYearAndNotToTheWholeWay() {
        DiscountSchedule standard = DiscountSchedule.standard();
        double slow = 1;
        for (int year = 1; year <= 31; year++) {
            slow /= 1 + (year <= 30 ? 0.035 : 0.03);
        }
        assertThat(standard.factor(31)).isCloseTo(slow, within(1e-14));
        assertThat(standard.factor(31)).isNotCloseTo(Math.pow(1.03, -31), within(0.01));
    }

    @Test
    void midYearIsHalfAYearEarlier() {
        Cases.of("annuity.deflator")
                .check("mid_year_factor_y1", DiscountSchedule.standard().factor(1, Timing.MID_YEAR));
        assertThat(DiscountSchedule.flat(0.1).factor(0, Timing.MID_YEAR)).isEqualTo(1);
        // 1.1^-2.5 by hand
        assertThat(DiscountSchedule.flat(0.1).factor(3, Timing.MID_YEAR)).isCloseTo(0.787_985_6, within(1e-7));
    }

    @Test
    void anEquivalentAnnualAmountHasThePresentValue() {
        DiscountSchedule standard = DiscountSchedule.standard();
        for (Timing timing : Timing.values()) {
            double yearly = standard.equivalentAnnual(1_000, 60, timing);
            double back = 0;
            for (int year = 1; year <= 60; year++) {
                back += yearly * standard.factor(year, timing);
            }
            assertThat(back).isCloseTo(1_000, within(1e-9));
        }
        assertThatThrownBy(() -> standard.equivalentAnnual(1, 0, Timing.YEAR_END))
                .hasMessageContaining("a year or more");
    }

    @Test
    void anEquivalentAnnualAmountIsTheClosedFormOfAnAnnuity() {
        for (int n = 1; n <= 30; n++) {
            double annuity = (1 - Math.pow(1.07, -n)) / 0.07;
            assertThat(DiscountSchedule.flat(0.07).equivalentAnnual(500, n, Timing.YEAR_END))
                    .isCloseTo(500 / annuity, within(1e-10));
            assertThat(DiscountSchedule.flat(0.07).equivalentAnnual(500, n, Timing.MID_YEAR))
                    .isCloseTo(500 / (annuity * Math.sqrt(1.07)), within(1e-10));
        }
    }

    @Test
    void readsAScheduleOfOnesOwnAndTellsAGap() throws IOException {
        Path file = folder.resolve("own.json");
        Files.writeString(file, LotiJson.write(DiscountSchedule.flat(0.02)));
        assertThat(DiscountSchedule.read(file).orElseThrow()).isEqualTo(DiscountSchedule.flat(0.02));
        assertThatThrownBy(() -> new DiscountSchedule(
                        "x", "2026", "y", List.of(new Band(0, 10, 0.03), new Band(12, null, 0.02))))
                .hasMessageContaining("band 2 does not");
        assertThatThrownBy(() -> DiscountSchedule.bundled("GB2026-standrd"))
                .hasMessageContaining("GB2026-standard' is meant");
    }
}
