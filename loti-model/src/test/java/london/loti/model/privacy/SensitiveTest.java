package london.loti.model.privacy;

import org.junit.jupiter.api.Test;

import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SensitiveTest {
    private static final String CANARY = "Zanzibar Quill";

    @Test
    void printsAsRedactedAlsoInsideOfOthers() {
        record Note(Sensitive<String> words) {}
        assertThat(Sensitive.of(CANARY)).hasToString("[redacted]");
        assertThat(new Note(Sensitive.of(CANARY)).toString()).doesNotContain(CANARY);
    }

    @Test
    void cannotBeWrittenAsJson() {
        assertThatThrownBy(() -> LotiJson.write(Sensitive.of(CANARY)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void showsItsValueOnlyWhenAsked() {
        assertThat(Sensitive.of(CANARY).map(String::length).reveal()).isEqualTo(CANARY.length());
        assertThat(Sensitive.of(CANARY)).isEqualTo(Sensitive.of(CANARY)).isNotEqualTo(Sensitive.of("other"));
    }
}
