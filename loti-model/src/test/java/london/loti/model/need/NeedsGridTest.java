package london.loti.model.need;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static london.loti.model.need.Samples.concept;
import static london.loti.model.need.Samples.grid;
import static london.loti.model.need.Samples.read;
import static london.loti.model.need.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NeedsGridTest {
    @Test
    void keepsTheOrderOfTheConversation() {
        assertThat(grid().needCodes()).containsExactly("money.arrears", "home.cold", "home.temporary");
        assertThat(grid().strengthCodes()).containsExactly("money.job");
        assertThat(grid().find("money.job")).contains(concept("money.job"));
        assertThat(grid().find("home.cold")).contains(concept("home.cold"));
        assertThat(grid().find("home")).as("a group is no question").isEmpty();
    }

    @Test
    void everythingComesOnce() {
        NeedsGrid.Group home = new NeedsGrid.Group("home", "Home", List.of(concept("a")), List.of(concept("a")));
        NeedsGrid.Group again = new NeedsGrid.Group("home", "Home again", List.of(), List.of(concept("a")));
        assertThatThrownBy(() -> grid("1", home, again))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(f -> f.where().column() + ": " + f.message())
                                .containsExactly(
                                        "group 'home': a group must come once in a grid, but comes twice",
                                        "code 'a': a code must come once in a grid, but comes twice",
                                        "code 'a': a code must come once in a grid, but comes twice"));
    }

    @Test
    void aGroupHasACodeAndALabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedsGrid.Group("my home", "Home", List.of(), List.of()))
                .withMessageContaining("a group's 'code' must be");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NeedsGrid.Group("home", "", List.of(), List.of()))
                .withMessage("a group needs a 'label'");
    }

    @Test
    void readsBackFromJson() {
        String json = LotiJson.write(grid());
        assertThat(read(json, NeedsGrid.class).orElseThrow()).isEqualTo(grid());
        assertThat(told(read(json.replace("home.cold", "home.temporary"), NeedsGrid.class)))
                .singleElement()
                .asString()
                .contains("a code must come once in a grid");
        assertThat(told(read(json.replace("\"id\" : \"grid\",", ""), NeedsGrid.class)))
                .containsExactly("own.json: a grid needs its 'id'");
    }
}
