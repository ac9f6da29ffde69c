package london.loti.evaluation.survival;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TimeToEventTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);

    @Test
    void datesBecomeDaysAndThoseWithoutContactAreCensored() {
        TimeToEvent data = TimeToEvent.builder(
                        List.of(AS_OF.minusDays(10), AS_OF.minusDays(10), AS_OF),
                        Arrays.asList(AS_OF.minusDays(3), null, AS_OF),
                        AS_OF)
                .build();
        assertThat(new double[] {data.time(0), data.time(1), data.time(2)}).containsExactly(7, 10, 0);
        assertThat(new int[] {data.event(0), data.event(1), data.event(2)}).containsExactly(1, 0, 1);
    }

    @Test
    void tellsDatesThatCanNotBeByRow() {
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> TimeToEvent.builder(
                                List.of(AS_OF, AS_OF.plusDays(1), AS_OF),
                                Arrays.asList(AS_OF.minusDays(2), null, AS_OF.plusDays(2)),
                                AS_OF)
                        .build());
        assertThat(thrown.findings())
                .extracting(Finding::code)
                .containsExactly(
                        SurvivalProblem.END_BEFORE_START, SurvivalProblem.AFTER_AS_OF, SurvivalProblem.AFTER_AS_OF);
        assertThat(thrown)
                .hasMessageContaining(
                        "times to an event, line 1, end: an end must not be before its start, but is by 2 days")
                .hasMessageContaining("line 2, start: a start must not be after 2026-09-30");
    }

    @Test
    void tellsAllThatIsWrongByRow() {
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class,
                () -> TimeToEvent.builder(new double[] {-1, Double.NaN, 3, 4}, new int[] {0, 0, -1, 0})
                        .groups(List.of("a", " ", "b", "b"))
                        .strata(List.of("x", "x", "x", "x"))
                        .build());
        assertThat(thrown.findings())
                .extracting(Finding::code)
                .containsExactly(
                        SurvivalProblem.TIME,
                        SurvivalProblem.TIME,
                        SurvivalProblem.EVENT_CODE,
                        SurvivalProblem.NO_EVENT,
                        SurvivalProblem.LABEL);
        assertThat(thrown)
                .hasMessageContaining("line 1, time: a time must be 0 or more, but is not")
                .hasMessageContaining("all 4 rows are censored");
        assertThatThrownBy(() ->
                        TimeToEvent.builder(new double[] {1}, new int[] {2}).build())
                .hasMessageContaining("coded from 0 (censored) to 1, but is not")
                .hasMessageContaining("Maybe name the events");
        assertThatThrownBy(() -> TimeToEvent.builder(new double[] {1}, new int[] {1})
                        .groups(new int[] {0}, List.of("a", "b"))
                        .build())
                .hasMessageContaining("number 2 has none");
    }

    @Test
    void refusesBrokenArguments() {
        assertThatThrownBy(() -> TimeToEvent.builder(new double[2], new int[1]))
                .hasMessageContaining("there were 1 for 2 rows");
        TimeToEventBuilder builder = TimeToEvent.builder(new double[] {1}, new int[] {1});
        assertThatThrownBy(() -> builder.groups(List.of("a", "b"))).hasMessageContaining("2 for 1 rows");
        assertThatThrownBy(() -> builder.groups(new int[1], List.of("a", "a"))).hasMessageContaining("must come once");
        assertThatThrownBy(() -> builder.causes("a", "a")).hasMessageContaining("each once");
    }

    @Test
    void takesTheCallersHashOrMakesOne() {
        double[] times = {1, 2};
        int[] events = {1, 0};
        assertThat(TimeToEvent.builder(times, events).dataHash("abc").build().dataHash())
                .isEqualTo("abc");
        String hash = TimeToEvent.builder(times, events).build().dataHash();
        assertThat(hash).hasSize(64);
        assertThat(TimeToEvent.builder(times, events)
                        .groups(List.of("a", "b"))
                        .build()
                        .dataHash())
                .isNotEqualTo(hash);
    }

    @Test
    void laterChangesOfTheCallersArraysDoNotMatter() {
        double[] times = {1, 2};
        TimeToEvent data = TimeToEvent.builder(times, new int[] {1, 0}).build();
        times[0] = 99;
        assertThat(data.time(0)).isEqualTo(1);
    }
}
