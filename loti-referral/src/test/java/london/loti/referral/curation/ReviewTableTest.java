package london.loti.referral.curation;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewTableTest {
    /** Every state, action and role; what is not listed here is refused. P provider, R reviewer, C clock. */
    private static final List<String> ALLOWED = List.of(
            "DRAFT SUBMIT PR AWAITING_REVIEW",
            "DRAFT RETIRE PR RETIRED",
            "AWAITING_REVIEW WITHDRAW P DRAFT",
            "AWAITING_REVIEW PUBLISH R PUBLISHED checks",
            "AWAITING_REVIEW REJECT R REJECTED",
            "AWAITING_REVIEW RETIRE PR RETIRED",
            "PUBLISHED ASK_TO_REVERIFY RC AWAITING_REVERIFICATION",
            "PUBLISHED CONFIRM PR PUBLISHED checks",
            "PUBLISHED CHANGE PR AWAITING_REVIEW",
            "PUBLISHED RETIRE PR RETIRED",
            "REJECTED RETIRE PR RETIRED",
            "REJECTED REVIVE PR DRAFT",
            "AWAITING_REVERIFICATION CONFIRM PR PUBLISHED checks",
            "AWAITING_REVERIFICATION CHANGE PR AWAITING_REVIEW",
            "AWAITING_REVERIFICATION RETIRE PR RETIRED",
            "RETIRED REVIVE R DRAFT");

    @Test
    void decidesEveryStateActionAndRoleAsListed() {
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (ReviewState state : ReviewState.values()) {
            for (ReviewAction action : ReviewAction.values()) {
                StringBuilder by = new StringBuilder();
                String rest = "";
                for (CuratorRole role : CuratorRole.values()) {
                    asked++;
                    ReviewTable.Line row = ReviewTable.find(state, action, role).orElse(null);
                    if (row != null) {
                        by.append(role.name().charAt(0));
                        rest = " " + row.to() + (row.checks() ? " checks" : "");
                    }
                }
                if (!by.isEmpty()) {
                    found.add(state + " " + action + " " + by + rest);
                }
            }
        }
        assertThat(asked).isEqualTo(6 * 9 * 3);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED);
        assertThat(ReviewTable.rows()).hasSize(ALLOWED.size());
    }

    @Test
    void nobodyReadsWhatNoReviewerLetThrough() {
        for (ReviewTable.Line row : ReviewTable.rows()) {
            if (row.to().isShown() && !row.from().isShown()) {
                assertThat(row.by()).containsExactly(CuratorRole.REVIEWER);
            }
        }
    }
}
