package london.loti.benchmarks.evaluation;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.did.DifferenceInDifferences;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is measured must be the same work. */
class DidVariantsTest {
    @Test
    void bothWaysGiveTheSameEstimateAndError() {
        StudyTable people = DidInput.people(20_000, 100);
        Effect loti = DifferenceInDifferences.of(people, "y", "treated", "after")
                .clusteredBy("cluster")
                .estimate();
        PlainDid.Result plain = PlainDid.of(DidInput.plain(people));

        assertThat(loti.headline().value()).isCloseTo(plain.value(), within(1e-11));
        assertThat(loti.headline().standardError()).isCloseTo(plain.standardError(), within(1e-11));
        assertThat(loti.clusters()).isEqualTo(100);
    }
}
