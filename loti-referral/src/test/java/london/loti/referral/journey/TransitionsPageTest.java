package london.loti.referral.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that people read says what the code does. */
class TransitionsPageTest {
    private static final Path PAGE = Path.of("../docs/referral.md");
    private static final int CELLS = 4;

    @Test
    void thePageHasTheTable() throws IOException {
        Map<String, List<String>> page = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = Arrays.stream(line.split("\\|", -1))
                    .map(String::trim)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            boolean isRow = cells.size() == CELLS
                    && Transitions.rows().stream().anyMatch(row -> row.type().equals(cells.get(0)));
            if (isRow) {
                page.put(cells.get(0), cells);
            }
        }
        assertThat(page).hasSize(Transitions.rows().size());
        for (Transitions.Line row : Transitions.rows()) {
            List<String> cells = page.get(row.type());
            assertThat(cells.get(1))
                    .as(row.type())
                    .isEqualTo(row.roles().stream().map(Role::name).collect(Collectors.joining(", ")));
            assertThat(states(cells.get(2))).as(row.type()).isEqualTo(row.from());
            ReferralState to = row.to();
            assertThat(cells.get(3)).as(row.type()).isEqualTo(to == null ? "stays" : to.name());
        }
    }

    private static Set<ReferralState> states(String cell) {
        Set<ReferralState> states = EnumSet.noneOf(ReferralState.class);
        for (String word : cell.split(", ", -1)) {
            Arrays.stream(ReferralState.values())
                    .filter(state -> switch (word) {
                        case "(none)" -> false;
                        case "OPEN" -> state.isOpen();
                        case "FINAL" -> state.isFinal() && state != ReferralState.ENTERED_IN_ERROR;
                        case "ALL" -> state != ReferralState.ENTERED_IN_ERROR;
                        default -> state == ReferralState.valueOf(word);
                    })
                    .forEach(states::add);
        }
        return states;
    }
}
