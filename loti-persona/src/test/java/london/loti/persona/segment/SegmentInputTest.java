package london.loti.persona.segment;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SegmentInputTest {
    private static final double NAN = Double.NaN;

    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.builder("age", AttributeKind.INTERVAL).build(),
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .levels("none", "laptop")
                    .build());

    @Test
    void tellsEverythingThatStandsInTheWayAtOnce() {
        Sample sample = Sample.builder(ATTRIBUTES)
                .row(20, 1)
                .row(NAN, NAN)
                .row(30, 1)
                .row(NAN, NAN)
                .build();
        Checked<Sample> checked = SegmentInput.check(sample, "answers.csv");
        assertThat(checked.value()).isEmpty();
        assertThat(checked.errors())
                .extracting(Finding::toString)
                .containsExactly(
                        "answers.csv, device: 'device' must vary, but has one value only or none, so it says"
                                + " nothing\nMaybe leave it out.",
                        "answers.csv: row 2 must have an answer to an attribute that is compared, but has none\n"
                                + "Maybe leave the row out.",
                        "answers.csv: row 4 must have an answer to an attribute that is compared, but has none\n"
                                + "Maybe leave the row out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dissimilarities.of(sample))
                .withMessage("""
                        'device' must vary, but has one value only or none, so it says nothing
                        Maybe leave it out.
                        row 2 must have an answer to an attribute that is compared, but has none
                        Maybe leave the row out.
                        row 4 must have an answer to an attribute that is compared, but has none
                        Maybe leave the row out.""");
    }

    @Test
    void namesFiveProblemsInOneMessageAndCountsTheRest() {
        Sample.Builder sample = Sample.builder(ATTRIBUTES).row(20, 0).row(30, 1);
        for (int i = 0; i < 7; i++) {
            sample.row(NAN, NAN);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentInput.require(sample.build()))
                .withMessageStartingWith("row 3 must have")
                .withMessageContaining("row 7 must have")
                .withMessageEndingWith("\nand 2 more");
    }

    @Test
    void wantsTwoRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentInput.require(
                        Sample.builder(ATTRIBUTES).row(20, 0).build()))
                .withMessage("segments need two rows or more, but there are 1");
    }

    @Test
    void anAttributeThatNobodyAnsweredSaysNothing() {
        Sample sample = Sample.builder(ATTRIBUTES).row(20, NAN).row(30, NAN).build();
        assertThat(SegmentInput.check(sample, "answers.csv").errors())
                .singleElement()
                .extracting(Finding::code)
                .isEqualTo(SegmentInput.Code.ONE_VALUE);
    }

    @Test
    void tellsANumberOfSegmentsThatCannotBeAmongTheRest() {
        Sample sample =
                Sample.builder(ATTRIBUTES).row(20, 1).row(30, 1).row(30, 1).build();
        assertThat(SegmentInput.check(sample, 3, "answers.csv").errors())
                .extracting(Finding::toString)
                .containsExactly(
                        "answers.csv, device: 'device' must vary, but has one value only or none, so it says"
                                + " nothing\nMaybe leave it out.",
                        "answers.csv: the number of segments must be at most the number of different rows, 2, but was"
                                + " 3");
        Sample good = Sample.builder(ATTRIBUTES).row(20, 1).row(30, 0).build();
        assertThat(SegmentInput.check(good, 1, "answers.csv").errors())
                .extracting(Finding::toString)
                .containsExactly("answers.csv: the number of segments must be 2 or more, but was 1");
        assertThat(SegmentInput.check(good, 2, "answers.csv").value()).isPresent();
    }
}
