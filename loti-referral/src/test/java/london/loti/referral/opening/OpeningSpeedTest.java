package london.loti.referral.opening;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.model.service.Schedule;
import london.loti.referral.calendar.Nation;
import london.loti.referral.calendar.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** How long an answer takes; the bounds are three times the budget, for busy machines. */
@Tag("perf")
class OpeningSpeedTest {
    private static final WorkingDays CALENDAR = WorkingDays.of(Nation.ENGLAND_AND_WALES);
    private static final OpeningPolicy POLICY = OpeningPolicy.bundled();
    /** Time on the processor, as others may be using the machine. */
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

    private static final int SERVICES = 60_000;

    @Test
    void answersForOneServiceInNanoseconds() {
        SplittableRandom random = new SplittableRandom(1);
        List<OpeningHours> plain = new ArrayList<>();
        List<OpeningHours> bounded = new ArrayList<>();
        long begin = TIME.getCurrentThreadCpuTime();
        for (int i = 0; i < SERVICES; i++) {
            List<Schedule> schedules = schedules(random, null);
            plain.add(OpeningHours.of(schedules, CALENDAR, POLICY));
        }
        long compiled = TIME.getCurrentThreadCpuTime() - begin;
        for (int i = 0; i < SERVICES; i++) {
            bounded.add(OpeningHours.of(schedules(random, "2027-12-31"), CALENDAR, POLICY));
        }
        double best = Double.MAX_VALUE;
        double bestBounded = Double.MAX_VALUE;
        int open = 0;
        for (int round = 0; round < 60; round++) {
            Moment moment =
                    Moment.of(Instant.parse("2026-11-25T10:07:00Z").plusSeconds(3_600L * round), POLICY, CALENDAR);
            begin = TIME.getCurrentThreadCpuTime();
            open += count(plain, moment);
            best = Math.min(best, (double) (TIME.getCurrentThreadCpuTime() - begin));
            begin = TIME.getCurrentThreadCpuTime();
            open += count(bounded, moment);
            bestBounded = Math.min(bestBounded, (double) (TIME.getCurrentThreadCpuTime() - begin));
        }
        System.out.printf(
                "%d open; compiling %.1f ms; the plain week %.1f ns a service, %.2f ms for all; with dates %.1f ns%n",
                open, compiled / 1e6, best / SERVICES, best / 1e6, bestBounded / SERVICES);
        assertThat(best / SERVICES).isLessThan(3 * 200.0);
        assertThat(bestBounded / SERVICES).isLessThan(3 * 200.0);
    }

    private static int count(List<OpeningHours> hours, Moment moment) {
        int open = 0;
        for (OpeningHours one : hours) {
            if (one.stateAt(moment) == OpenState.OPEN) {
                open++;
            }
        }
        return open;
    }

    private static List<Schedule> schedules(SplittableRandom random, String validTo) {
        List<Schedule> schedules = new ArrayList<>();
        for (int k = 0; k <= random.nextInt(3); k++) {
            schedules.add(Schedule.builder("s" + k)
                    .freq("WEEKLY")
                    .byday(List.of("MO,WE", "TU,TH", "SA,SU", "MO,TU,WE,TH,FR").get(random.nextInt(4)))
                    .opensAt("%02d:00".formatted(8 + random.nextInt(4)))
                    .closesAt("%02d:30".formatted(13 + random.nextInt(8)))
                    .validTo(validTo)
                    .build());
        }
        return schedules;
    }
}
