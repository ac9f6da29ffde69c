package london.loti.referral.curation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.service.Capacity;
import london.loti.model.service.Service;

/**
 * Whether a service has places, as far as its last count can still say. A count without a day, or from too long ago, says
 * nothing: then it is unknown, whatever number it has.
 *
 * @param state whether there are places
 * @param confidence what the count is still worth, 0 to 1
 * @param words for example {@code 3 places, counted 2 days ago}
 * @param findings dates that lie ahead or can't be read
 */
public record CapacityReading(State state, double confidence, String words, List<Finding> findings) {
    /** Whether there are places. */
    public enum State {
        /** There were places at the last count. */
        PLACES,
        /** There were none at the last count. */
        FULL,
        /** Nobody can tell. */
        UNKNOWN
    }

    /**
     * Copies the findings.
     *
     * @param state whether there are places
     * @param confidence what the count is still worth, 0 to 1
     * @param words the count and its age
     * @param findings dates that are not used
     * @throws IllegalArgumentException if the confidence is not 0 to 1
     */
    public CapacityReading {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence must be 0 to 1, but was " + confidence);
        }
        findings = List.copyOf(findings);
    }

    private record Count(Capacity capacity, LocalDate day) {}

    /**
     * {@return what the newest counts of a service say; where several units are counted on the newest day, places in one
     * are places}
     *
     * @param service the service
     * @param today the day that counts as today
     * @param policy how fast counts grow old
     */
    public static CapacityReading of(Service service, LocalDate today, CurationPolicy policy) {
        Findings findings = new Findings();
        List<Count> counts = new ArrayList<>();
        for (Capacity capacity : service.capacities()) {
            LocalDate day = PublishedDates.read(capacity.updated(), "updated", "capacity", today, findings);
            if (day != null && capacity.available() != null) {
                counts.add(new Count(capacity, day));
            }
        }
        LocalDate newest =
                counts.stream().map(Count::day).max(LocalDate::compareTo).orElse(null);
        if (newest == null) {
            return unknown(
                    service.capacities().isEmpty()
                            ? "whether there are places is not published"
                            : "the number of places has no day on which it was counted",
                    findings);
        }
        String when = "counted " + PublishedDates.ago(newest, today);
        if (ChronoUnit.DAYS.between(newest, today) > policy.capacitySilentAfterDays()) {
            return unknown("the places were " + when + ", too long ago to say anything", findings);
        }
        double confidence = PublishedDates.decay(newest, today, policy.capacityHalfLifeDays());
        Count best = counts.stream()
                .filter(count -> count.day().equals(newest))
                .max((one, other) -> available(one).compareTo(available(other)))
                .orElseThrow();
        if (available(best).signum() <= 0) {
            return new CapacityReading(State.FULL, confidence, "full, " + when, findings.toList());
        }
        return new CapacityReading(
                State.PLACES,
                confidence,
                available(best).stripTrailingZeros().toPlainString() + " " + unit(best.capacity()) + ", " + when,
                findings.toList());
    }

    private static CapacityReading unknown(String words, Findings findings) {
        return new CapacityReading(State.UNKNOWN, 0, words, findings.toList());
    }

    private static BigDecimal available(Count count) {
        BigDecimal available = count.capacity().available();
        return available == null ? BigDecimal.ZERO : available;
    }

    private static @Nullable String name(Capacity capacity) {
        return capacity.unit() == null ? null : capacity.unit().name();
    }

    private static String unit(Capacity capacity) {
        String name = name(capacity);
        return name == null || name.isBlank() ? "places" : name.strip();
    }
}
