package london.loti.persona.segment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SegmentsTest {
    private static final Segments THREE = Segments.of("by hand", 4, 2, 0, 2, 1);

    @Test
    void everyRowIsInOneSegment() {
        assertThat(THREE.k()).isEqualTo(4);
        assertThat(THREE.rowCount()).isEqualTo(4);
        assertThat(THREE.sizes()).containsExactly(1, 1, 2, 0);
        assertThat(THREE.rows(2)).containsExactly(0, 2);
        assertThat(THREE.rows(3)).isEmpty();
        assertThat(THREE.segment(3)).isEqualTo(1);
        assertThat(THREE).hasToString("4 segments of 4 rows: 1, 1, 2, 0");
    }

    @Test
    void segmentsMayBeNumberedByTheirFirstRows() {
        assertThat(THREE.inOrderOfRows()).isEqualTo(Segments.of("by hand", 4, 0, 1, 0, 2));
        assertThat(THREE.inOrderOfRows()).hasSameHashCodeAs(Segments.of("by hand", 4, 0, 1, 0, 2));
        assertThat(THREE).isNotEqualTo(THREE.inOrderOfRows()).isNotEqualTo(Segments.of("other", 4, 2, 0, 2, 1));
    }

    @Test
    void theGivenArrayMayChangeAfterwards() {
        int[] rows = {0, 1};
        Segments segments = Segments.of("by hand", 2, rows);
        rows[0] = 1;
        assertThat(segments.segment(0)).isZero();
    }

    @Test
    void refusesWhatIsNoDivision() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of("by hand", 2, 0, 2))
                .withMessage("every row must be in one of the segments 0 to 1, but one is in 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of("by hand", 2))
                .withMessage("segments need a row, but have none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of("by hand", 0, 0))
                .withMessage("the number of segments must be 1 or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segments.of(" ", 1, 0))
                .withMessage("segments need the words of their method");
        assertThatThrownBy(() -> THREE.rows(4)).hasMessage("there is no segment 4");
    }
}
