package london.loti.persona.segment;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.persona.segment.SegmentChoice.Candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SegmentChoiceTest {
    private static Candidate candidate(int k, double silhouette, double agreement) {
        int[] rows = new int[10];
        for (int row = 0; row < 10; row++) {
            rows[row] = row % k;
        }
        return new Candidate(
                Segments.of("by hand", k, rows),
                1.0 / k,
                silhouette,
                new Stability(Collections.nCopies(20, agreement), 20, 1),
                new Starts(List.of(1.0, 1.0, 2.0)));
    }

    private static SegmentChoice choice(Candidate... candidates) {
        return new SegmentChoice("by hand", List.of(candidates));
    }

    @Test
    void recommendsTheHighestSilhouetteOfThoseThatComeBack() {
        SegmentChoice choice = choice(candidate(2, 0.6, 0.9), candidate(3, 0.8, 0.5), candidate(4, 0.55, 0.95));
        assertThat(choice.recommended()).contains(choice.candidates().get(0));
        assertThat(choice.words())
                .isEqualTo(
                        "Recommended are 2 segments: mean silhouette 0.60, a reasonable structure; a mean agreement"
                                + " of 0.90 over 20 replicates, the lowest 0.90; 2 of 3 starts ended at the best objective."
                                + " 3 segments have a higher silhouette (0.80), but do not come back when rows are drawn anew.");
    }

    @Test
    void takesFewerSegmentsOfEquals() {
        SegmentChoice choice = choice(candidate(2, 0.6, 0.9), candidate(3, 0.6, 0.95), candidate(4, 0.5, 1));
        assertThat(choice.recommended().orElseThrow().k()).isEqualTo(2);
    }

    @Test
    void warnsOfAWeakStructureAndOfTheEndOfWhatWasTried() {
        assertThat(choice(candidate(2, 0.3, 0.9), candidate(3, 0.4, 0.9)).words())
                .contains("mean silhouette 0.40, a weak structure that may be artificial")
                .contains("That is not convincing by itself: look whether another method finds the same segments before"
                        + " you make personas of them.")
                .endsWith("That is the most that were tried: try more segments.");
    }

    @Test
    void saysWhenNothingIsConvincing() {
        assertThat(choice(candidate(2, 0.25, 1), candidate(3, 0.1, 1)).words())
                .isEqualTo("No number of segments from 2 to 3 is convincing. The highest mean silhouette is 0.25, with"
                        + " 2 segments: no substantial structure. Do not make personas of these segments: people may"
                        + " differ gradually, or other answers may be needed.");
        assertThat(choice(candidate(2, 0.6, 0.64)).words())
                .startsWith("No number of segments from 2 to 2 is convincing. The highest mean silhouette is 0.60, with"
                        + " 2 segments: a reasonable structure. But where a silhouette shows a structure, the segments"
                        + " do not come back when rows are drawn anew (a mean agreement of 0.64 over 20 replicates");
        assertThat(choice(candidate(2, Double.NaN, 0.9)).words())
                .startsWith("No number of segments from 2 to 2 is convincing. Do not make personas");
        assertThat(candidate(2, Double.NaN, 0.9).words()).startsWith("2 segments: only one has rows; ");
    }

    @Test
    void saysWhenOnlyOneStartEndedThere() {
        Candidate lucky = new Candidate(
                Segments.of("by hand", 3, 0, 1, 0, 1),
                1,
                0.7,
                new Stability(List.of(0.7, 0.8), 3, 1),
                new Starts(List.of(1.0, 2.0)));
        assertThat(choice(lucky).words())
                .isEqualTo("Recommended are 3 segments: mean silhouette 0.70, a reasonable structure; a mean agreement"
                        + " of 0.75 over 2 replicates, the lowest 0.70; 1 more had too few different rows; 1 of 2 starts"
                        + " ended at the best objective. Only one start ended there, so there may be a better division:"
                        + " try more starts. A segment is empty, so there are fewer.");
    }

    @Test
    void needsACandidateAndNoMoreAgreementsThanReplicates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice())
                .withMessage("a choice must have a candidate, but has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stability(List.of(1.0, 1.0), 1, 1))
                .withMessage("there must be at most one agreement a replicate, but there are 2 for 1");
    }
}
