package london.loti.persona.segment;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StartsTest {
    @Test
    void countsTheStartsThatEndedAtTheBestButForRounding() {
        Starts starts = new Starts(List.of(2.0, 1.0, 1.0 + 1e-12, 3.0));
        assertThat(starts.best()).isEqualTo(1.0);
        assertThat(starts.reachedBest()).isEqualTo(2);
        assertThat(starts.words()).isEqualTo("2 of 4 starts ended at the best objective");
        assertThat(new Starts(List.of(-2.0)).words()).isEqualTo("1 of 1 start ended at the best objective");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Starts(List.of()))
                .withMessage("there must be a start, but there was none");
    }
}
