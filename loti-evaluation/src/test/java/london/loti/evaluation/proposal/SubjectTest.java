package london.loti.evaluation.proposal;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubjectTest {
    private static final Subject RECIPE = Subject.of(Target.RECIPE, "loti-london", "1.0.0");

    @Test
    void namesAreEscapedAsRfc6901Says() {
        // RFC 6901, section 5: "/a~1b" is the field a/b, "/m~0n" the field m~n
        assertThat(RECIPE.at("a/b").pointer()).isEqualTo("/a~1b");
        assertThat(RECIPE.at("m~n").pointer()).isEqualTo("/m~0n");
        // Section 4: "~01" must become "~1", so a field of that name must become "~01"
        assertThat(RECIPE.at("~1").pointer()).isEqualTo("/~01");
        assertThat(RECIPE.at("").pointer()).isEqualTo("/");
        assertThat(RECIPE.pointer()).isEmpty();
        assertThat(RECIPE.at("indicators").at("0", "weight").pointer()).isEqualTo("/indicators/0/weight");
    }

    @Test
    void anotherLibraryFindsTheFieldsByTheirPointers() {
        for (String name :
                new String[] {"a/b", "m~n", "~1", "~0", "~01", "/", "~", "", "c%d", "i\\j", "k\"l", " ", "é"}) {
            JsonNode document = new ObjectMapper().valueToTree(Map.of(name, Map.of("x", 7)));
            assertThat(document.at(RECIPE.at(name, "x").pointer()).asInt())
                    .as("field '%s'", name)
                    .isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "/a~", "/a~2b", "/~", " /a"})
    void whatIsNoPointerIsRefused(String pointer) {
        assertThatThrownBy(() -> new Subject(Target.BANK, "london", "1", pointer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a pointer must be empty, or begin with '/'");
    }

    @Test
    void aDocumentNeedsIdAndVersion() {
        assertThatThrownBy(() -> Subject.of(Target.BANK, " ", "1")).hasMessageContaining("'id'");
        assertThatThrownBy(() -> Subject.of(Target.BANK, "london", "")).hasMessageContaining("'version'");
    }
}
