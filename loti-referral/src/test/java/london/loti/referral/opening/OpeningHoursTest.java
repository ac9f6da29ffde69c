package london.loti.referral.opening;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.service.Schedule;
import london.loti.model.service.Service;
import london.loti.model.service.ServiceAtLocation;
import london.loti.model.service.ServiceStatus;
import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpeningHoursTest {
    private static final WorkingDays CALENDAR = WorkingDays.of(Nation.ENGLAND_AND_WALES);
    private static final OpeningPolicy POLICY = OpeningPolicy.bundled();

    /** A Wednesday in winter. */
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T11:00:00Z");

    private static Schedule.Builder weekly(String days, String opens, String closes) {
        return Schedule.builder("s").freq("WEEKLY").byday(days).opensAt(opens).closesAt(closes);
    }

    private static OpeningHours hours(Schedule... schedules) {
        return OpeningHours.of(List.of(schedules), CALENDAR, POLICY);
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static String words(OpeningHours hours, String time) {
        return hours.answer(at(time)).words();
    }

    @Test
    void saysUntilWhenItIsOpenAndWhenItOpensNext() {
        OpeningHours hours = hours(weekly("TH", "10:00", "16:30").build());
        assertThat(words(hours, "2026-11-26T10:00:00Z")).isEqualTo("open until 16:30");
        assertThat(words(hours, "2026-11-26T09:59:00Z")).isEqualTo("closed now; opens at 10:00");
        assertThat(words(hours, "2026-11-26T16:30:00Z")).isEqualTo("closed today; next open Thursday 3 December 10:00");
        assertThat(words(hours, "2026-11-24T12:00:00Z")).isEqualTo("closed today; next open Thursday 10:00");
        OpenAnswer answer = hours.answer(at("2026-11-24T12:00:00Z"));
        assertThat(answer.next()).isEqualTo(at("2026-11-26T10:00:00Z"));
        assertThat(words(hours(weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59").build()), "2026-11-26T23:59:30Z"))
                .isEqualTo("open at all hours");
    }

    @Test
    void hoursInWordsAreUnknownAndShown() {
        OpeningHours hours = hours(
                Schedule.builder("s").description("Most Tuesdays,  ring first").build());
        assertThat(hours.stateAt(WEDNESDAY)).isEqualTo(OpenState.UNKNOWN);
        assertThat(hours.answer(WEDNESDAY).words())
                .isEqualTo("not known whether it is open: the hours are published in words:"
                        + " \"Most Tuesdays, ring first\"");
        assertThat(hours().answer(WEDNESDAY).words()).isEqualTo("not known whether it is open: no hours are published");
        assertThat(hours.weekly()).isEmpty();
    }

    @Test
    void wordsBesideHoursMakeTheRestUnknownAndNotClosed() {
        OpeningHours hours = hours(
                weekly("WE", "10:00", "12:00").build(),
                Schedule.builder("t").notes("other times by appointment").build());
        assertThat(hours.stateAt(at("2026-11-25T11:00:00Z"))).isEqualTo(OpenState.OPEN);
        assertThat(hours.stateAt(at("2026-11-25T15:00:00Z"))).isEqualTo(OpenState.UNKNOWN);
    }

    @Test
    void bankHolidaysPutUsualHoursInDoubt() {
        OpeningHours hours = hours(weekly("MO,TU,WE,TH,FR", "10:00", "16:00").build());
        String boxingDay = "2026-12-28T11:00:00Z";
        assertThat(hours.stateAt(at(boxingDay))).isEqualTo(OpenState.UNKNOWN);
        assertThat(hours.stateAt(at("2026-12-28T18:00:00Z"))).isEqualTo(OpenState.CLOSED);
        assertThat(words(hours, boxingDay))
                .isEqualTo("not known whether it is open: usual hours may not hold on a bank holiday"
                        + " (Boxing Day (substitute day)); surely open Tuesday 10:00");
        assertThat(words(hours, "2026-12-26T11:00:00Z"))
                .isEqualTo("closed today; perhaps open Monday 10:00; surely open Tuesday 10:00");
        Schedule onlyThen = weekly("MO", "12:00", "14:00")
                .validFrom("2026-12-28")
                .validTo("2026-12-28")
                .build();
        assertThat(hours(onlyThen).stateAt(at("2026-12-28T13:00:00Z"))).isEqualTo(OpenState.OPEN);
        // Christmas Day 2027 is a Saturday, so its bank holiday is the Monday; the doors are in doubt on both
        OpeningHours saturdays = hours(weekly("SA", "10:00", "16:00").build());
        assertThat(saturdays.stateAt(at("2027-12-25T11:00:00Z"))).isEqualTo(OpenState.UNKNOWN);
        assertThat(saturdays.stateAt(at("2027-12-18T11:00:00Z"))).isEqualTo(OpenState.OPEN);
    }

    @Test
    void aPolicyCanKeepBankHolidaysOpenOrClosed() {
        Schedule monday = weekly("MO", "10:00", "16:00").build();
        Instant boxingDay = at("2026-12-28T11:00:00Z");
        assertThat(OpeningHours.of(
                                List.of(monday),
                                CALENDAR,
                                policy(OpeningPolicy.BankHolidays.AS_USUAL, OpeningPolicy.Offsets.EITHER))
                        .stateAt(boxingDay))
                .isEqualTo(OpenState.OPEN);
        assertThat(OpeningHours.of(
                                List.of(monday),
                                CALENDAR,
                                policy(OpeningPolicy.BankHolidays.CLOSED, OpeningPolicy.Offsets.EITHER))
                        .stateAt(boxingDay))
                .isEqualTo(OpenState.CLOSED);
    }

    private static OpeningPolicy policy(OpeningPolicy.BankHolidays bankHolidays, OpeningPolicy.Offsets offsets) {
        return new OpeningPolicy(
                "own", "1", "Own", "2026-11-25", POLICY.source(), "Europe/London", bankHolidays, offsets, 60);
    }

    @Test
    void offsetsAreReadBothWaysUnlessThePolicyChooses() {
        Schedule zulu = weekly("WE", "10:00:00Z", "16:00Z").build();
        Instant inSummer = at("2026-07-15T09:30:00Z"); // 10:30 on the wall
        assertThat(hours(zulu).stateAt(inSummer)).isEqualTo(OpenState.UNKNOWN);
        assertThat(hours(zulu).answer(inSummer).words()).contains("how the publisher means the offset");
        assertThat(hours(zulu).stateAt(at("2026-07-15T10:30:00Z"))).isEqualTo(OpenState.OPEN);
        assertThat(hours(zulu).stateAt(at("2026-11-25T10:30:00Z"))).isEqualTo(OpenState.OPEN);
        OpeningPolicy wall = policy(OpeningPolicy.BankHolidays.UNKNOWN, OpeningPolicy.Offsets.WALL_CLOCK);
        OpeningPolicy written = policy(OpeningPolicy.BankHolidays.UNKNOWN, OpeningPolicy.Offsets.AS_WRITTEN);
        assertThat(OpeningHours.of(List.of(zulu), CALENDAR, wall).stateAt(inSummer))
                .isEqualTo(OpenState.OPEN);
        assertThat(OpeningHours.of(List.of(zulu), CALENDAR, written).stateAt(inSummer))
                .isEqualTo(OpenState.CLOSED);
        Schedule zone = weekly("WE", "10:00", "16:00").timezone(BigDecimal.ONE).build();
        assertThat(hours(zone).stateAt(at("2026-11-25T09:30:00Z"))).isEqualTo(OpenState.UNKNOWN);
        assertThat(hours(zone).stateAt(inSummer)).isEqualTo(OpenState.OPEN);
    }

    @Test
    void nightsBelongToTheDayOnWhichTheyBegan() {
        OpeningHours hours = hours(weekly("FR", "22:00", "02:00").build());
        assertThat(hours.stateAt(at("2026-11-28T01:59:00Z"))).isEqualTo(OpenState.OPEN);
        assertThat(hours.stateAt(at("2026-11-28T02:00:00Z"))).isEqualTo(OpenState.CLOSED);
        assertThat(hours.stateAt(at("2026-11-27T01:00:00Z"))).isEqualTo(OpenState.CLOSED);
        assertThat(words(hours, "2026-11-27T23:00:00Z")).isEqualTo("open until Saturday 02:00");
        assertThat(hours(weekly("SU", "20:00", "03:00").build()).stateAt(at("2026-11-30T02:00:00Z")))
                .isEqualTo(OpenState.OPEN);
        assertThat(words(hours(weekly("FR", "18:00", "24:00").build()), "2026-11-27T19:00:00Z"))
                .isEqualTo("open until midnight");
    }

    @Test
    void skippedAndRepeatedHoursFollowTheClockOnTheWall() {
        // 29 March 2026: 00:59 is followed by 02:00. 25 October: 01:59 is followed by 01:00.
        OpeningHours hours = hours(weekly("SU", "01:30", "04:00").build());
        assertThat(hours.nextOpen(at("2026-03-28T20:00:00Z"), Duration.ofDays(1)))
                .contains(at("2026-03-29T01:00:00Z"));
        OpeningHours night = hours(weekly("SU", "00:30", "01:30").build());
        assertThat(night.stateAt(at("2026-10-25T00:15:00Z"))).isEqualTo(OpenState.OPEN); // 01:15 summer time
        assertThat(night.stateAt(at("2026-10-25T00:45:00Z"))).isEqualTo(OpenState.CLOSED); // 01:45 summer time
        assertThat(night.stateAt(at("2026-10-25T01:15:00Z"))).isEqualTo(OpenState.OPEN); // 01:15 again
        assertThat(night.stateAt(at("2026-10-25T01:30:00Z"))).isEqualTo(OpenState.CLOSED);
    }

    @Test
    void validityBoundsWhatIsKnownAndTheRecurrenceWhatTakesPlace() {
        OpeningHours known = hours(weekly("WE", "10:00", "16:00")
                .validFrom("2026-01-01")
                .validTo("2026-03-31")
                .build());
        assertThat(known.answer(WEDNESDAY).words())
                .isEqualTo("not known whether it is open: the published hours held until 31 March 2026");
        OpeningHours event = hours(weekly("WE", "10:00", "16:00")
                .dtstart("2026-01-07")
                .until("2026-03-31")
                .build());
        assertThat(event.stateAt(WEDNESDAY)).isEqualTo(OpenState.CLOSED);
        assertThat(event.answer(WEDNESDAY).words()).isEqualTo("closed now; no opening in the next 60 days");
        OpeningHours seasons = hours(
                weekly("MO", "10:00", "16:00").validTo("2026-09-30").build(),
                weekly("TU", "10:00", "16:00").validFrom("2026-10-01").build());
        assertThat(seasons.stateAt(WEDNESDAY)).isEqualTo(OpenState.CLOSED);
    }

    @Test
    void secondTuesdayLastFridayAndEveryOtherWeek() {
        OpeningHours second =
                hours(weekly("2TU", "10:00", "12:00").freq("MONTHLY").build());
        assertThat(words(second, "2026-11-25T10:00:00Z")).isEqualTo("closed today; next open Tuesday 8 December 10:00");
        OpeningHours last =
                hours(weekly("-1FR", "10:00", "12:00").freq("MONTHLY").build());
        assertThat(words(last, "2026-11-25T10:00:00Z")).isEqualTo("closed today; next open Friday 10:00");
        OpeningHours fortnightly = hours(
                weekly("TH", "10:00", "12:00").interval(2).dtstart("2026-11-19").build());
        assertThat(words(fortnightly, "2026-11-25T10:00:00Z"))
                .isEqualTo("closed today; next open Thursday 3 December 10:00");
        OpeningHours unanchored =
                hours(weekly("TH", "10:00", "12:00").interval(2).build());
        assertThat(unanchored.stateAt(at("2026-11-26T11:00:00Z"))).isEqualTo(OpenState.UNKNOWN);
        assertThat(unanchored.stateAt(at("2026-11-25T11:00:00Z"))).isEqualTo(OpenState.CLOSED);
        assertThat(unanchored.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("dtstart"));
    }

    @Test
    void closuresAndAlertsCountAsFarAsTheyCanBeUnderstood() {
        Schedule daily = weekly("MO,TU,WE,TH,FR,SA,SU", "10:00", "16:00").build();
        OpeningHours closed = hours(daily)
                .withClosures(
                        List.of(new Closure(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 26), "new floor")));
        assertThat(closed.answer(WEDNESDAY).words()).isEqualTo("closed today: new floor; next open Friday 10:00");
        assertThat(alert("Closed from 24 November 2026 to 26th Nov 2026", "2026-11-25T11:00:00Z"))
                .isEqualTo(OpenState.UNKNOWN);
        assertThat(alert("Closed from 24 November 2026 to 26th Nov 2026", "2026-11-27T11:00:00Z"))
                .isEqualTo(OpenState.OPEN);
        assertThat(alert("We are closed until 2026-12-01", "2026-11-25T11:00:00Z"))
                .isEqualTo(OpenState.UNKNOWN);
        assertThat(alert("We are closed until 2026-12-01", "2026-12-02T11:00:00Z"))
                .isEqualTo(OpenState.OPEN);
        assertThat(alert("No session on 25/11/2026", "2026-11-26T11:00:00Z")).isEqualTo(OpenState.OPEN);
        assertThat(alert("Sessions may be cancelled at short notice", "2026-11-25T11:00:00Z"))
                .isEqualTo(OpenState.UNKNOWN);
        assertThat(alert("Bring a photo", "2026-11-25T11:00:00Z")).isEqualTo(OpenState.OPEN);
        assertThat(alert("Closed 99 November 2026", "2026-11-25T17:00:00Z")).isEqualTo(OpenState.CLOSED);
        assertThat(OpeningHours.of(service("Bring a photo"), CALENDAR)
                        .answer(WEDNESDAY)
                        .words())
                .isEqualTo("open until 16:00; alert: \"Bring a photo\"");
    }

    private static OpenState alert(String alert, String time) {
        return OpeningHours.of(service(alert), CALENDAR).stateAt(at(time));
    }

    private static Service service(String alert) {
        return Service.builder("id", "Coffee and code", ServiceStatus.ACTIVE)
                .schedules(
                        List.of(weekly("MO,TU,WE,TH,FR,SA,SU", "10:00", "16:00").build()))
                .alert(alert)
                .build();
    }

    @Test
    void addsUpTheHoursAtAllLocationsAndKnowsServicesThatHaveStopped() {
        Schedule there = weekly("WE", "10:00", "12:00").build();
        ServiceAtLocation one = new ServiceAtLocation("one", null, List.of(), List.of(), List.of(there), null, null);
        ServiceAtLocation other = new ServiceAtLocation("other", null, List.of(), List.of(), List.of(), null, null);
        Service service = Service.builder("id", "Coffee and code", ServiceStatus.ACTIVE)
                .schedules(List.of(weekly("TU", "10:00", "12:00").build()))
                .serviceAtLocations(List.of(one, other))
                .build();
        assertThat(OpeningHours.of(service, CALENDAR).isOpenAt(WEDNESDAY)).isTrue();
        assertThat(OpeningHours.of(service, one, CALENDAR, POLICY).isOpenAt(WEDNESDAY))
                .isTrue();
        assertThat(OpeningHours.of(service, other, CALENDAR, POLICY).isOpenAt(WEDNESDAY))
                .isFalse();
        Service stopped =
                service.toBuilder().status(ServiceStatus.TEMPORARILY_CLOSED).build();
        assertThat(OpeningHours.of(stopped, CALENDAR).answer(WEDNESDAY).words()).isEqualTo("closed for the time being");
    }

    @Test
    void whatCannotBeReadIsUnknownAndAFinding() {
        for (Schedule bad : List.of(
                weekly("XX", "10:00", "12:00").build(),
                weekly("WE", "ten", "12:00").build(),
                weekly("WE", "25:00", "12:00").build(),
                weekly("2WE", "10:00", "12:00").build(),
                weekly("WE", "10:00", "10:00").build(),
                weekly("WE", "10:00", "12:00").freq("HOURLY").build(),
                weekly("WE", "10:00", "12:00").interval(0).build(),
                weekly("WE", "10:00", "12:00").count(0).build(),
                weekly("WE", "10:00", "12:00").wkst("Q").build(),
                weekly("WE", "10:00", "12:00").dtstart("last week").build(),
                weekly("WE", "10:00", "12:00").bymonthday("40").freq("MONTHLY").build(),
                weekly("WE", "10:00", "12:00")
                        .validFrom("2026-02-02")
                        .validTo("2026-02-01")
                        .build())) {
            OpeningHours hours = hours(bad);
            assertThat(hours.stateAt(WEDNESDAY)).as("%s", bad).isEqualTo(OpenState.UNKNOWN);
            assertThat(hours.findings()).as("%s", bad).isNotEmpty().allMatch(finding -> finding.isError());
            assertThat(hours.findings().toString()).contains("schedule 1").doesNotContain("last week");
        }
    }

    @Test
    void whatIsHalfSaidIsUnknownWhereItCouldBeOpen() {
        OpeningHours noEnd = hours(Schedule.builder("s")
                .freq("WEEKLY")
                .byday("WE")
                .opensAt("10:00")
                .build());
        assertThat(noEnd.stateAt(at("2026-11-25T09:00:00Z"))).isEqualTo(OpenState.CLOSED);
        assertThat(noEnd.stateAt(WEDNESDAY)).isEqualTo(OpenState.UNKNOWN);
        OpeningHours noTimes =
                hours(Schedule.builder("s").byday("Wednesday, friday").build());
        assertThat(noTimes.stateAt(WEDNESDAY)).isEqualTo(OpenState.UNKNOWN);
        assertThat(noTimes.stateAt(at("2026-11-26T11:00:00Z"))).isEqualTo(OpenState.CLOSED);
        OpeningHours noDay =
                hours(Schedule.builder("s").opensAt("10:00").closesAt("12:00").build());
        assertThat(noDay.stateAt(WEDNESDAY)).isEqualTo(OpenState.UNKNOWN);
        assertThat(noDay.stateAt(at("2026-11-25T13:00:00Z"))).isEqualTo(OpenState.CLOSED);
        OpeningHours once = hours(Schedule.builder("s")
                .dtstart("2026-11-25")
                .opensAt("10:00")
                .closesAt("12:00")
                .build());
        assertThat(once.stateAt(WEDNESDAY)).isEqualTo(OpenState.OPEN);
        assertThat(once.stateAt(at("2026-11-26T11:00:00Z"))).isEqualTo(OpenState.CLOSED);
    }

    @Test
    void keepsOutOfYearsWithoutACalendar() {
        OpeningHours hours = hours(weekly("WE", "10:00", "12:00").build());
        assertThatThrownBy(() -> hours.stateAt(at("1900-01-01T00:00:00Z"))).hasMessageContaining("1974");
        assertThatThrownBy(() -> hours.nextOpen(WEDNESDAY, Duration.ofDays(500)))
                .hasMessageContaining("400 days");
    }
}
