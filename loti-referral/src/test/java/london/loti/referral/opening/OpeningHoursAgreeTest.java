package london.loti.referral.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.model.service.Schedule;
import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** The fast way and the slow one give the same answers. */
class OpeningHoursAgreeTest {
    private static final WorkingDays CALENDAR = WorkingDays.of(Nation.ENGLAND_AND_WALES);
    private static final OpeningPolicy POLICY = OpeningPolicy.bundled();
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS_A_YEAR = 365 * 288;

    @Test
    void agreesWithTheSlowWay() {
        agree(0, 1_500);
    }

    @Test
    @Tag("perf")
    void agreesWithTheSlowWayOnTwentyThousandSchedulesAtTenTimesEach() {
        agree(1_500, 10_000);
    }

    private static void agree(int firstSeed, int lastSeed) {
        Map<OpenState, Integer> seen = new EnumMap<>(OpenState.class);
        for (int seed = firstSeed; seed < lastSeed; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SlowHours> slow = List.of(new SlowHours(random), new SlowHours(random));
            List<Closure> closures = closures(random);
            OpeningHours hours = hours(slow).withClosures(closures);
            assertThat(hours.findings()).as("seed %s", seed).noneMatch(finding -> finding.isError());
            for (int i = 0; i < 10; i++) {
                Instant instant = FIRST.plus(Duration.ofMinutes(5L * random.nextInt(STEPS_A_YEAR)));
                if (i % 2 == 0) { // an hour at which one of them may well be open
                    instant = LocalDate.ofInstant(instant, SlowHours.LONDON)
                            .atTime(LocalTime.MIDNIGHT)
                            .plusMinutes(slow.get(i / 2 % 2).opens + 5L * random.nextInt(12))
                            .atZone(SlowHours.LONDON)
                            .toInstant();
                }
                OpenState expected = state(slow, instant, closures);
                seen.merge(expected, 1, Integer::sum);
                if (hours.stateAt(instant) != expected) {
                    assertThat(hours.stateAt(instant))
                            .as("seed %s at %s: %s", seed, instant, slow.get(0).schedule("a"))
                            .isEqualTo(expected);
                }
            }
        }
        assertThat(seen.values()).as("%s", seen).hasSize(3).allMatch(count -> count > 100);
    }

    /** Around the two nights on which the clocks change, every quarter of an hour. */
    @Test
    void agreesWithTheSlowWayWhereTheClocksChange() {
        for (String night : List.of("2026-03-28T21:00:00Z", "2026-10-24T21:00:00Z")) {
            for (int seed = 0; seed < 300; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                List<SlowHours> slow = List.of(new SlowHours(random));
                OpeningHours hours = hours(slow);
                for (int i = 0; i < 28; i++) {
                    Instant instant = Instant.parse(night).plus(Duration.ofMinutes(15L * i));
                    assertThat(hours.stateAt(instant))
                            .as("seed %s at %s", seed, instant)
                            .isEqualTo(state(slow, instant, List.of()));
                }
            }
        }
    }

    @Test
    void findsTheSameNextOpeningAsAWalkInStepsOfFiveMinutes() {
        Duration horizon = Duration.ofDays(12);
        int found = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SlowHours> slow = List.of(new SlowHours(random), new SlowHours(random));
            OpeningHours hours = hours(slow);
            Instant from = FIRST.plus(Duration.ofMinutes(5L * random.nextInt(STEPS_A_YEAR)));
            Optional<Instant> expected = Optional.empty();
            for (Instant t = from; !t.isAfter(from.plus(horizon)) && expected.isEmpty(); t = t.plusSeconds(300)) {
                if (state(slow, t, List.of()) == OpenState.OPEN) {
                    expected = Optional.of(t);
                }
            }
            found += expected.isPresent() ? 1 : 0;
            assertThat(hours.nextOpen(from, horizon))
                    .as("seed %s from %s: %s", seed, from, slow.get(0).schedule("a"))
                    .isEqualTo(expected);
        }
        assertThat(found).isGreaterThan(25);
    }

    @Test
    void smallestFormSaysTheSameInEveryMinuteOfAWeek() {
        SplittableRandom random = new SplittableRandom(3);
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int i = 0; i < 60; i++) {
            List<Schedule> schedules = new ArrayList<>();
            for (int k = 0; k <= i % 4; k++) {
                int opens = random.nextInt(1_440);
                int closes = (opens + 1 + random.nextInt(1_400)) % 1_440;
                schedules.add(Schedule.builder("s" + k)
                        .freq("WEEKLY")
                        .byday(List.of("MO", "TU,TH", "SA,SU", "MO,TU,WE,TH,FR", "SU")
                                .get(random.nextInt(5)))
                        .opensAt("%02d:%02d".formatted(opens / 60, opens % 60))
                        .closesAt("%02d:%02d".formatted(closes / 60, closes % 60))
                        .build());
            }
            OpeningHours hours = OpeningHours.of(schedules, CALENDAR, POLICY);
            WeeklyHours weekly = hours.weekly().orElseThrow();
            OpeningHours general = hours.withClosures(
                    List.of(new Closure(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 1, 1), "elsewhere")));
            assertThat(general.weekly()).isEmpty();
            for (int k = 0; k < 300; k++) { // over Christmas and both changes of the clock
                Instant instant = Instant.parse("2026-10-20T00:00:00Z").plusSeconds(random.nextInt(165 * 86_400));
                assertThat(hours.answer(instant))
                        .as("%s at %s", weekly, instant)
                        .isEqualTo(general.answer(instant));
            }
            long[] bits = weekly.bits();
            for (int minute = 0; minute < WeeklyHours.MINUTES; minute++) {
                boolean open = general.isOpenAt(monday.plusSeconds(60L * minute));
                boolean bit = (bits[minute >> 6] >> (minute & 63) & 1) == 1;
                if (weekly.isOpen(minute) != open || bit != open) {
                    assertThat(weekly.isOpen(minute))
                            .as("%s minute %s", weekly, minute)
                            .isEqualTo(open);
                    assertThat(bit).isEqualTo(open);
                }
            }
        }
    }

    private static List<Closure> closures(SplittableRandom random) {
        if (random.nextInt(3) > 0) {
            return List.of();
        }
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        return List.of(new Closure(from, from.plusDays(random.nextInt(90)), "works"));
    }

    private static OpeningHours hours(List<SlowHours> slow) {
        List<Schedule> schedules = new ArrayList<>();
        for (SlowHours one : slow) {
            schedules.add(one.schedule("s" + schedules.size()));
        }
        return OpeningHours.of(schedules, CALENDAR, POLICY);
    }

    private static OpenState state(List<SlowHours> slow, Instant instant, List<Closure> closures) {
        LocalDate today = LocalDate.ofInstant(instant, SlowHours.LONDON);
        if (closures.stream().anyMatch(c -> !today.isBefore(c.from()) && !today.isAfter(c.to()))) {
            return OpenState.CLOSED;
        }
        int best = slow.stream()
                .mapToInt(one -> one.at(instant, CALENDAR, closures))
                .max()
                .orElse(-1);
        return best == 2 ? OpenState.OPEN : best == 0 ? OpenState.CLOSED : OpenState.UNKNOWN;
    }
}
