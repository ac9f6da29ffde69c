package london.loti.evaluation.survival;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** Collects times to an event; see {@link TimeToEvent#builder(double[], int[])}. Not thread-safe. */
public final class TimeToEventBuilder {
    static final String SOURCE = "times to an event";

    private final double[] times;
    private final int[] events;
    private final Findings findings = new Findings();
    private List<String> causes = List.of("event");
    private Labels groups = Labels.none("group");
    private Labels strata = Labels.none("stratum");
    private @Nullable String dataHash;

    TimeToEventBuilder(double[] times, int[] events) {
        requireSameLength("events", events.length, times.length);
        this.times = times;
        this.events = events;
    }

    static TimeToEventBuilder ofDates(
            List<LocalDate> starts, List<? extends @Nullable LocalDate> ends, LocalDate asOf) {
        requireSameLength("ends", ends.size(), starts.size());
        TimeToEventBuilder builder = new TimeToEventBuilder(new double[starts.size()], new int[starts.size()]);
        for (int row = 0; row < starts.size(); row++) {
            LocalDate start = starts.get(row);
            LocalDate end = ends.get(row);
            if (start.isAfter(asOf)) {
                builder.error(SurvivalProblem.AFTER_AS_OF, row, "start", "a start must not be after " + asOf);
            } else if (end != null && end.isAfter(asOf)) {
                builder.error(SurvivalProblem.AFTER_AS_OF, row, "end", "an end must not be after " + asOf);
            } else if (end != null && end.isBefore(start)) {
                builder.error(
                        SurvivalProblem.END_BEFORE_START,
                        row,
                        "end",
                        "an end must not be before its start, but is by " + ChronoUnit.DAYS.between(end, start)
                                + " days\nMaybe day and month were swapped.");
            } else {
                builder.times[row] = (double) ChronoUnit.DAYS.between(start, end == null ? asOf : end);
            }
            builder.events[row] = end == null ? 0 : 1;
        }
        return builder;
    }

    /**
     * Names what can happen; without names only code 1 is an event.
     *
     * @param names the names of codes 1, 2 and so on
     * @return this builder
     * @throws IllegalArgumentException if there is none, or one is blank or comes twice
     */
    public TimeToEventBuilder causes(String... names) {
        List<String> list = List.of(names);
        if (list.isEmpty() || list.stream().anyMatch(String::isBlank) || new HashSet<>(list).size() < list.size()) {
            throw new IllegalArgumentException("events must have a name each, and each once, but were " + list);
        }
        causes = list;
        return this;
    }

    /**
     * Says which group each row belongs to; groups are compared. They are in the order of their names.
     *
     * @param labels the group's name, one a row
     * @return this builder
     * @throws IllegalArgumentException if there are not as many as rows
     */
    public TimeToEventBuilder groups(List<String> labels) {
        requireSameLength("groups", labels.size(), times.length);
        groups = Labels.of("group", labels);
        return this;
    }

    /**
     * Says which group each row belongs to, by codes: faster for very many rows.
     *
     * @param codes positions in the names, one a row
     * @param names the groups' names in the order that is wanted
     * @return this builder
     * @throws IllegalArgumentException if there are not as many codes as rows, or a name comes twice
     */
    public TimeToEventBuilder groups(int[] codes, List<String> names) {
        requireSameLength("groups", codes.length, times.length);
        groups = Labels.of("group", codes.clone(), names);
        return this;
    }

    /**
     * Says which stratum each row belongs to; groups are compared within strata, see {@link LogRank}.
     *
     * @param labels the stratum's name, one a row
     * @return this builder
     * @throws IllegalArgumentException if there are not as many as rows
     */
    public TimeToEventBuilder strata(List<String> labels) {
        requireSameLength("strata", labels.size(), times.length);
        strata = Labels.of("stratum", labels);
        return this;
    }

    /**
     * Says which hash the data have, so that it is not made again; take it over the rows in a fixed order.
     *
     * @param hash their SHA-256
     * @return this builder
     */
    public TimeToEventBuilder dataHash(String hash) {
        dataHash = hash;
        return this;
    }

    /**
     * {@return the times to an event}
     *
     * @throws FindingsException with every time that is missing, negative or not finite, every code without a name,
     *     every end before its start, every row without a group; and where nobody had an event
     */
    public TimeToEvent build() {
        boolean someEvent = false;
        for (int row = 0; row < times.length; row++) {
            if (!(times[row] >= 0) || times[row] == Double.POSITIVE_INFINITY) {
                error(SurvivalProblem.TIME, row, "time", "a time must be 0 or more, but is not");
            }
            if (events[row] < 0 || events[row] > causes.size()) {
                error(
                        SurvivalProblem.EVENT_CODE,
                        row,
                        "event",
                        "an event must be coded from 0 (censored) to " + causes.size() + ", but is not"
                                + (causes.size() == 1 ? "\nMaybe name the events by causes(...)." : ""));
            }
            someEvent |= events[row] > 0;
        }
        if (!someEvent) {
            findings.error(
                    SurvivalProblem.NO_EVENT,
                    "somebody must have had an event, but all " + times.length + " rows are censored",
                    Where.column(SOURCE, "event"));
        }
        groups.check(times.length, findings);
        strata.check(times.length, findings);
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return new TimeToEvent(times, events, causes, groups, strata, dataHash);
    }

    private void error(SurvivalProblem problem, int row, String column, String message) {
        findings.error(problem, message, Where.cell(SOURCE, row + 1, column));
    }

    private static void requireSameLength(String what, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException(
                    "there must be as many " + what + " as rows, but there were " + length + " for " + rows + " rows");
        }
    }
}
