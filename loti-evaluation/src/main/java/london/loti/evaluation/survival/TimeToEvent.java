package london.loti.evaluation.survival;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;

/**
 * How long each row was seen, and what happened then: one row for each person or case.
 *
 * <pre>{@code
 * TimeToEvent waits = TimeToEvent.builder(referred, firstContact, LocalDate.of(2026, 9, 30)).groups(boroughs).build();
 * TimeToEvent ends = TimeToEvent.builder(days, codes).causes("attended", "withdrew", "closed").build();
 * }</pre>
 *
 * <p>Times are compared as they are: two that differ in the last bit are two times (R's {@code timefix} would join
 * them), so prefer whole days. Immutable and thread-safe.
 */
public final class TimeToEvent {
    private final double[] times;
    private final int[] events;
    private final List<String> causes;
    private final Labels groups;
    private final Labels strata;
    private volatile @Nullable String dataHash;

    TimeToEvent(
            double[] times,
            int[] events,
            List<String> causes,
            Labels groups,
            Labels strata,
            @Nullable String dataHash) {
        this.times = times;
        this.events = events;
        this.causes = causes;
        this.groups = groups;
        this.strata = strata;
        this.dataHash = dataHash;
    }

    /**
     * {@return a builder from times}
     *
     * @param times how long each row was seen, 0 or more, in any unit
     * @param events what ended it: 0 for nothing yet (censored), 1 for the event, or from 1 the number of its cause
     * @throws IllegalArgumentException if the lengths differ
     */
    public static TimeToEventBuilder builder(double[] times, int[] events) {
        return new TimeToEventBuilder(times.clone(), events.clone());
    }

    /**
     * {@return a builder from dates; times are days, and rows without an end are censored on the day the data were taken}
     *
     * @param starts when each row began, for example the day of the referral
     * @param ends when the event was, for example the day of the first contact; null where there was none yet
     * @param asOf the day on which the data were taken
     * @throws IllegalArgumentException if the lengths differ
     */
    public static TimeToEventBuilder builder(
            List<LocalDate> starts, List<? extends @Nullable LocalDate> ends, LocalDate asOf) {
        return TimeToEventBuilder.ofDates(starts, ends, asOf);
    }

    /** {@return how many rows there are} */
    public int size() {
        return times.length;
    }

    /** {@return the names of the events, code 1 first} */
    public List<String> causes() {
        return causes;
    }

    /** {@return the names of the groups in their order; {@code all} where none were given} */
    public List<String> groups() {
        return groups.names();
    }

    /** {@return the names of the strata in their order; {@code all} where none were given} */
    public List<String> strata() {
        return strata.names();
    }

    /** {@return the SHA-256 of the data: the caller's, or else made of times, events and labels when first asked for} */
    public String dataHash() {
        String known = dataHash;
        if (known == null) {
            known = DataHash.start()
                    .add(times)
                    .add(events)
                    .add(causes)
                    .add(groups.toArray(size()))
                    .add(groups.names())
                    .add(strata.toArray(size()))
                    .add(strata.names())
                    .finish();
            dataHash = known;
        }
        return known;
    }

    double time(int row) {
        return times[row];
    }

    int event(int row) {
        return events[row];
    }

    Labels groupLabels() {
        return groups;
    }

    Labels stratumLabels() {
        return strata;
    }

    /** A term with its group's name, where there are several groups. */
    String term(String term, String group) {
        return groups.isOne() ? term : term + ", " + group;
    }

    Effect.Builder effect(String method) {
        Effect.Builder effect = Effect.builder(method, size()).dataHash(dataHash());
        if (!groups.isOne()) {
            long[] sizes = groups.sizes(size());
            for (int g = 0; g < sizes.length; g++) {
                effect.group(groups.names().get(g), sizes[g]);
            }
        }
        return effect.assumes("Those who were censored would have waited like those who were not.");
    }
}
