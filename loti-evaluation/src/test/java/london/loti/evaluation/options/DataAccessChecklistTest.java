package london.loti.evaluation.options;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DataAccessChecklistTest {
    private static final DataAccessChecklist LIST = DataAccessChecklist.bundled();

    @Test
    void aContractWithEveryClauseLeavesTheExitCostAsItIs() {
        Map<String, Boolean> all = new HashMap<>();
        LIST.ids().forEach(id -> all.put(id, true));
        assertThat(LIST.exitMultiplier(all)).isEqualTo(1);
        all.put("export-format", false);
        assertThat(LIST.exitMultiplier(all)).isCloseTo(1.4, within(1e-12));
        assertThat(LIST.gaps(all)).extracting(DataAccessChecklist.Clause::id).containsExactly("export-format");
    }

    @Test
    void whatWasNotAnsweredIsLacking() {
        assertThat(LIST.gaps(Map.of())).hasSameSizeAs(LIST.clauses());
    }

    @Test
    void itsSurchargesAreMarkedAsJudgement() {
        assertThat(LIST.verified()).isFalse();
        assertThat(LIST.source()).contains("judgement", "unverified");
    }

    @Test
    void hintsAtTheClauseThatWasMeant() {
        assertThatThrownBy(() -> LIST.exitMultiplier(Map.of("escro", true))).hasMessageContaining("'escrow' is meant");
    }
}
