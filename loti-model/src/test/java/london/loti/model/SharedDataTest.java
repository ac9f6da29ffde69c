package london.loti.model;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedDataTest {
    @Test
    void skipsWithAMessageWhereAFileIsAbsent() {
        assertThatThrownBy(() -> SharedData.file("no/such/file.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("shared data absent:");
    }
}
