package london.loti.referral.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkingDaysTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final WorkingDays ENGLAND = WorkingDays.of(Nation.ENGLAND_AND_WALES);

    /** www.gov.uk/bank-holidays lists 2019 to 2028; these are its days, written by hand, with month and day. */
    private static final Map<Nation, Map<Integer, String>> PUBLISHED = Map.of(
            Nation.ENGLAND_AND_WALES,
            Map.of(
                    2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                    2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                    2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                    2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                    2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                    2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
                    2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
            Nation.SCOTLAND,
            Map.of(
                    2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27",
                    2023, "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
                    2024, "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
                    2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
                    2026, "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
                    2027, "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
                    2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26"),
            Nation.NORTHERN_IRELAND,
            Map.of(
                    2022, "01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27",
                    2023, "01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
                    2024, "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
                    2025, "01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26",
                    2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
                    2027, "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
                    2028, "01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26"));

    @Test
    void knowsThePublishedBankHolidaysOfEveryNationAndNoOther() {
        PUBLISHED.forEach((nation, years) -> years.forEach((year, days) -> {
            List<LocalDate> expected = Stream.of(days.split(" "))
                    .map(day -> LocalDate.parse(year + "-" + day))
                    .toList();
            WorkingDays calendar = WorkingDays.of(nation);
            List<LocalDate> actual = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(calendar::isBankHoliday)
                    .toList();
            assertThat(actual).as("%s %s", nation, year).isEqualTo(expected);
        }));
    }

    @Test
    void knowsTheDaysThatWereMovedOrAppointedOnce() {
        assertThat(ENGLAND.isBankHoliday(LocalDate.of(2020, 5, 8))).isTrue();
        assertThat(ENGLAND.isBankHoliday(LocalDate.of(2020, 5, 4))).isFalse();
        assertThat(ENGLAND.holidayName(LocalDate.of(2022, 9, 19))).isPresent();
        assertThat(ENGLAND.isBankHoliday(LocalDate.of(2026, 6, 15))).isFalse();
        assertThat(WorkingDays.of(Nation.SCOTLAND).holidayName(LocalDate.of(2026, 6, 15)))
                .contains("World Cup bank holiday");
    }

    @Test
    void namesChristmasDayAlsoWhereItsSubstituteIsTheBankHoliday() {
        LocalDate saturday = LocalDate.of(2027, 12, 25);
        assertThat(ENGLAND.isBankHoliday(saturday)).isFalse();
        assertThat(ENGLAND.holidayName(saturday))
                .hasValueSatisfying(name -> assertThat(name).containsIgnoringCase("christmas"));
        assertThat(ENGLAND.holidayName(LocalDate.of(2027, 12, 27)))
                .hasValueSatisfying(name -> assertThat(name).endsWith("(substitute day)"));
        assertThat(ENGLAND.holidayName(LocalDate.of(2027, 12, 24))).isEmpty();
    }

    @Test
    void countsFromTheNextWorkingDayWhateverTheDay() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        for (int day = 27; day <= 29; day++) {
            assertThat(ENGLAND.plus(LocalDate.of(2026, 11, day), 1)).isEqualTo(monday);
        }
        assertThat(WorkingDays.of(Nation.SCOTLAND).plus(LocalDate.of(2026, 11, 27), 1))
                .isEqualTo(monday.plusDays(1));
        assertThat(ENGLAND.plus(LocalDate.of(2026, 12, 24), 2)).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(ENGLAND.plus(LocalDate.of(2026, 11, 28), 0)).isEqualTo(monday);
        assertThat(ENGLAND.plus(monday, 0)).isEqualTo(monday);
        assertThat(ENGLAND.plus(LocalDate.of(2026, 12, 29), -1)).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void skipsDaysOnWhichTheCouncilIsClosedAndDaysProclaimedLater() {
        WorkingDays closed = ENGLAND.withClosures(Set.of(LocalDate.of(2026, 12, 29), LocalDate.of(2026, 12, 30)));
        assertThat(closed.plus(LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(closed.isBankHoliday(LocalDate.of(2026, 12, 29))).isFalse();
        ProclaimedHolidays bundled = ProclaimedHolidays.bundled();
        ProclaimedHolidays later = new ProclaimedHolidays(
                "own",
                "1",
                "Own",
                "2026-11-25",
                bundled.source(),
                List.of(new ProclaimedHolidays.Day(
                        LocalDate.of(2027, 7, 1), "Hollowbrook Day", Set.of(Nation.ENGLAND_AND_WALES))));
        assertThat(ENGLAND.with(later).isWorkingDay(LocalDate.of(2027, 7, 1))).isFalse();
        assertThat(WorkingDays.of(Nation.SCOTLAND).with(later).isWorkingDay(LocalDate.of(2027, 7, 1)))
                .isTrue();
    }

    @Test
    void endsADeadlineAtFiveOnTheClockOfThePlaceAlsoAfterTheClocksChange() {
        // Friday 23 October 2026 in summer time; the clocks go back on the 25th
        assertThat(ENGLAND.deadline(Instant.parse("2026-10-23T10:00:00Z"), 1, LONDON))
                .isEqualTo(Instant.parse("2026-10-26T17:00:00Z"));
        assertThat(ENGLAND.deadline(Instant.parse("2026-10-22T10:00:00Z"), 1, LONDON))
                .isEqualTo(Instant.parse("2026-10-23T16:00:00Z"));
        // half an hour before midnight UTC it is the next day in London already
        assertThat(ENGLAND.deadline(Instant.parse("2026-07-06T23:30:00Z"), 1, LONDON))
                .isEqualTo(Instant.parse("2026-07-08T16:00:00Z"));
        assertThat(ENGLAND.withEndOfDay(LocalTime.MAX).deadline(Instant.parse("2026-11-25T10:00:00Z"), 0, LONDON))
                .isEqualTo(Instant.parse("2026-11-25T23:59:59.999999999Z"));
    }

    @Test
    void countingThereAndBackAgrees() {
        SplittableRandom random = new SplittableRandom(11);
        for (Nation nation : Nation.values()) {
            WorkingDays calendar = WorkingDays.of(nation);
            for (int i = 0; i < 500; i++) {
                LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
                int days = 1 + random.nextInt(60);
                LocalDate to = calendar.plus(from, days);
                assertThat(calendar.isWorkingDay(to)).isTrue();
                assertThat(calendar.between(from, to)).isEqualTo(days);
                assertThat(calendar.between(to, from)).isEqualTo(-days);
                assertThat(calendar.plus(from, days + 1)).isAfter(to);
                assertThat(calendar.plus(from.plusDays(1), days)).isAfterOrEqualTo(to);
            }
        }
    }

    @Test
    void refusesWhatItCannotKnow() {
        assertThatThrownBy(() -> ENGLAND.isBankHoliday(LocalDate.of(1900, 1, 1)))
                .hasMessageContaining("from 1974 to 2199");
        assertThatThrownBy(() -> ENGLAND.plus(LocalDate.of(2026, 1, 1), 10_001)).hasMessageContaining("at most 10000");
        assertThatThrownBy(() -> ENGLAND.deadline(Instant.EPOCH, -1, LONDON)).hasMessageContaining("negative");
    }
}
