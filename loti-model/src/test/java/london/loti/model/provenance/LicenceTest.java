package london.loti.model.provenance;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LicenceTest {
    @Test
    void isFoundByItsIdentifier() {
        assertThat(Licence.of("OGL-UK-3.0")).isEqualTo(Licence.OGL_3);
        assertThat(Licence.of("CC-BY-4.0").open()).isTrue();
        assertThat(Licence.of("not-open").open()).isFalse();
        assertThat(Licence.find("ogl-uk-3.0")).isEmpty();
    }

    @Test
    void anUnknownOneMustBeDescribed() {
        assertThatThrownBy(() -> Licence.of("OGL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "one that loti knows", "OGL-UK-3.0", "but was 'OGL'", "Maybe give it as an object");
    }
}
