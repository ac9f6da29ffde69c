package london.loti.model.governance;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafeguardTest {
    @Test
    void specialCategoryDataAskForOneMore() {
        assertThat(Safeguard.required(true)).containsExactly(Safeguard.values());
        assertThat(Safeguard.required(false))
                .hasSize(Safeguard.values().length - 1)
                .doesNotContain(Safeguard.SPECIAL_CATEGORY_DATA);
        assertThatThrownBy(() -> Safeguard.required(true).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void eachSaysWhereItIsLaidDownAndWhatMustHold() {
        assertThat(Safeguard.values()).allSatisfy(safeguard -> {
            assertThat(safeguard.article()).startsWith("UK GDPR Article");
            assertThat(safeguard.words()).isNotBlank().doesNotEndWith(".");
        });
    }
}
