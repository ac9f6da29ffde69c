package london.loti.evaluation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TwoValuesTest {
    private static StudyTable numbers(double... values) {
        return StudyTable.builder("t", values.length).numbers("x", values).build();
    }

    private static StudyTable labels(@Nullable String... values) {
        List<@Nullable String> texts = new ArrayList<>(Arrays.asList(values));
        return StudyTable.builder("t", values.length)
                .categories("x", Categories.of(texts))
                .build();
    }

    private static int[] flags(TwoValues values) {
        return IntStream.range(0, values.size()).map(values::flag).toArray();
    }

    private static TwoValues two(StudyTable table, @Nullable String named) {
        return TwoValues.of(table, "x", named, StudyProblem.ONE_GROUP);
    }

    @Test
    void theLargerOrLaterIsOneUnlessAnotherIsNamed() {
        assertThat(flags(two(numbers(2021, Double.NaN, 2019, 2021), null))).containsExactly(1, -1, 0, 1);
        assertThat(flags(two(numbers(2021, 2019), "2019.0"))).containsExactly(0, 1);
        assertThat(flags(two(labels("waiting", null, "taught"), null))).containsExactly(1, -1, 0);
        assertThat(flags(two(labels("waiting", "taught"), "taught"))).containsExactly(0, 1);
        assertThat(two(numbers(0, 1), null).one()).isEqualTo("1");
    }

    @Test
    void otherNumbersOfValuesAreTold() {
        assertThatThrownBy(() -> two(numbers(1, 1), null)).hasMessageContaining("but has one");
        assertThatThrownBy(() -> two(numbers(Double.NaN), null)).hasMessageContaining("but has none");
        assertThatThrownBy(() -> two(numbers(1, 2, 1, 3), null)).hasMessageContaining("but has more");
        assertThatThrownBy(() -> two(labels("a", "b"), "c")).hasMessageContaining("'c'");
    }

    @Test
    void everybodyMayAnswerAlikeWhereItIsKnownWhatCounts() {
        assertThat(flags(TwoValues.answers(labels("yes", "yes"), "x", "yes"))).containsExactly(1, 1);
        assertThat(flags(TwoValues.answers(labels("no", null), "x", "yes"))).containsExactly(0, -1);
        assertThat(flags(TwoValues.answers(numbers(0, 0), "x", null))).containsExactly(0, 0);
        assertThatThrownBy(() -> TwoValues.answers(labels("yes", "yes"), "x", null))
                .hasMessageContaining("which answer counts");
        assertThatThrownBy(() -> TwoValues.answers(labels("yes", "no"), "x", "si"))
                .hasMessageContaining("'si'");
    }

    @Test
    void columnsThatAreAskedAlikeMeanTheSameByYes() {
        StudyTable table = StudyTable.builder("t", 2)
                .categories("before", Categories.of(List.of("no", "no")))
                .categories("after", Categories.of(List.of("no", "yes")))
                .build();
        assertThat(flags(TwoValues.answers(table, "before", null, "after"))).containsExactly(0, 0);
        assertThat(flags(TwoValues.answers(table, "after", null, "before"))).containsExactly(0, 1);
    }
}
