package london.loti.model.need;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConceptRefTest {
    @Test
    void isWrittenWithAColon() {
        ConceptRef noDevice = ConceptRef.parse("barriers:no-device");
        assertThat(noDevice).isEqualTo(new ConceptRef("barriers", "no-device")).hasToString("barriers:no-device");
        assertThat(LotiJson.writeCompact(noDevice)).isEqualTo("\"barriers:no-device\"");
        assertThat(read("\"barriers:no-device\"", ConceptRef.class).orElseThrow())
                .isEqualTo(noDevice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-device", "barriers:", ":no-device", "barriers:no:device", "barriers: no-device"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConceptRef.parse(text));
        assertThat(told(read("\"" + text + "\"", ConceptRef.class))).hasSize(1);
    }

    @Test
    void tellsHowItIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConceptRef.parse("no-device"))
                .withMessageContaining("its codelist, a colon and its code, for example barriers:no-device");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConceptRef.parse(":no-device"))
                .withMessageContaining("a reference's 'codelist' must be");
    }

    @Test
    void isSortedByListAndThenByCode() {
        List<ConceptRef> refs = List.of(ConceptRef.parse("b:1"), ConceptRef.parse("a:2"), ConceptRef.parse("a:1"));
        assertThat(refs.stream().sorted()).extracting(ConceptRef::toString).containsExactly("a:1", "a:2", "b:1");
    }
}
