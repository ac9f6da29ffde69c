package london.loti.model.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static london.loti.model.area.Samples.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AreaParentsTest {
    private static final AreaVintage WARD = AreaVintage.parse("ward24");

    private final AreaParents parents = parents("E05000002 Mill", "", "E05000001 Quay", "E05000002 Other");

    @Test
    void sortsTheDistinctParentsAndKeepsTheFirstName() {
        assertThat(parents.codes()).containsExactly(code("E05000001"), code("E05000002"));
        assertThat(parents.names()).containsExactly("Quay", "Mill");
        assertThat(parents.vintage()).isEqualTo(WARD);
        assertThat(parents).hasToString("2 parents, Ward 2024");
    }

    @Test
    void pointsFromARowToItsParent() {
        assertThat(parents.of(0)).hasValue(1);
        assertThat(parents.of(1)).isEmpty();
        assertThat(parents.of(2)).hasValue(0);
        assertThat(parents.of(3)).hasValue(1);
    }

    @Test
    void takesACodeForANameWhereNoneIsKnown() {
        List<@Nullable String> unknown = new ArrayList<>();
        unknown.add(null);
        assertThat(AreaParents.of(WARD, List.of(code("E05000001")), unknown).names())
                .containsExactly("E05000001");
    }

    @Test
    void needsACodeAndANameARow() {
        assertThatThrownBy(() -> AreaParents.of(WARD, List.of(code("E05000001")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a code and a name a row, but had 1 codes and 0 names");
    }

    @Test
    void followsTheRowsAndDropsParentsWithoutARow() {
        AreaParents moved = parents.rows(new int[] {2, -1, 1});
        assertThat(moved).isEqualTo(parents("E05000001 Quay", "", "")).hasSameHashCodeAs(moved.rows(new int[] {0, 1, 2
        }));
        assertThat(moved).isNotEqualTo(parents);
    }

    private static AreaParents parents(String... rows) {
        return AreaParents.of(
                WARD,
                Arrays.stream(rows)
                        .map(row -> row.isEmpty() ? null : code(row.substring(0, 9)))
                        .toList(),
                Arrays.stream(rows)
                        .map(row -> row.isEmpty() ? null : row.substring(10))
                        .toList());
    }
}
