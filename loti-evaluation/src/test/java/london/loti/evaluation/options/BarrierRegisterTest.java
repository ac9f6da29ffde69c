package london.loti.evaluation.options;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.options.Barrier.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BarrierRegisterTest {
    private static Barrier barrier(String id, int likelihood, int impact, Status status) {
        return new Barrier(id, "invented", "a role", likelihood, impact, "an action", status);
    }

    @Test
    void theWorstStandsFirstAndTheClosedNotAtAll() {
        BarrierRegister register = new BarrierRegister(List.of(
                barrier("b", 2, 3, Status.OPEN),
                barrier("a", 3, 2, Status.IN_HAND),
                barrier("c", 5, 5, Status.CLOSED),
                barrier("d", 4, 4, Status.OPEN)));
        assertThat(register.standing()).extracting(Barrier::id).containsExactly("d", "a", "b");
    }

    @Test
    void scoresAreFromOneToFiveAndIdsComeOnce() {
        assertThatThrownBy(() -> barrier("a", 0, 3, Status.OPEN)).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() ->
                        new BarrierRegister(List.of(barrier("a", 1, 1, Status.OPEN), barrier("a", 1, 1, Status.OPEN))))
                .hasMessageContaining("'a' comes twice");
    }
}
