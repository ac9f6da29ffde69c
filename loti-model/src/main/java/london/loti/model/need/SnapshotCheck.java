package london.loti.model.need;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.need.NeedsSnapshot.Code;

/** What does not fit between a snapshot, its grid and the codelists. */
final class SnapshotCheck {
    private static final String SOURCE = "snapshot";

    private final Findings findings = new Findings();
    private final Predicate<ConceptRef> known;

    private SnapshotCheck(Predicate<ConceptRef> known) {
        this.known = known;
    }

    static List<Finding> of(NeedsSnapshot snapshot, NeedsGrid questions, Predicate<ConceptRef> known) {
        SnapshotCheck check = new SnapshotCheck(known);
        check.concept(snapshot.askedBy(), "askedBy");
        check.concept(snapshot.onOffer(), "onOffer");
        if (!questions.id().equals(snapshot.grid()) || !questions.version().equals(snapshot.gridVersion())) {
            check.error(
                    Code.OTHER_GRID,
                    "a snapshot must be read with its own grid, but was given " + questions.id() + " "
                            + questions.version(),
                    "grid");
            return check.findings.toList();
        }
        Set<String> needs = new HashSet<>(questions.needCodes());
        int number = 0;
        for (String code : snapshot.answers().keySet()) {
            number++;
            if (questions.find(code).isEmpty()) {
                check.error(Code.UNKNOWN_QUESTION, "an answer must be to a question of its grid", "answer " + number);
            }
        }
        number = 0;
        for (String code : snapshot.details().keySet()) {
            check.detail(snapshot.detail(code), needs.contains(code), "detail " + ++number);
        }
        return check.findings.toList();
    }

    private void detail(AnswerDetail detail, boolean need, String place) {
        concept(detail.severity(), place + ", severity");
        concept(detail.inWhoseWords(), place + ", inWhoseWords");
        concept(detail.askedBy(), place + ", askedBy");
        if (detail.severity() != null && !need) {
            error(Code.SEVERITY_OF_A_STRENGTH, "a 'severity' must be that of a need of the grid", place);
        }
    }

    private void concept(@Nullable ConceptRef concept, String place) {
        if (concept != null && !known.test(concept)) {
            error(Code.UNKNOWN_CONCEPT, "a concept must be in a codelist that is in use, but is in none", place);
        }
    }

    private void error(Code code, String message, String place) {
        findings.error(code, message, Where.column(SOURCE, place));
    }
}
