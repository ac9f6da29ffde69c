package london.loti.evaluation.reliability;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.outcome.Direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ReliableChangeTest {
    private final ReliableChange change = ReliableChange.of(4.5, .84, Direction.LOWER_IS_BETTER);

    @Test
    void agreesWithJacobsonAndTruax() {
        Cases expected = Cases.of("rci.jacobson-truax");
        expected.check("sem", change.standardErrorOfMeasurement());
        expected.check("s_diff", change.standardErrorOfDifference());
        expected.check("rci_for_change_5", change.index(20, 25));
        expected.check("threshold_1.96", change.threshold());
        expected.check("csc_c", ClinicalCutoff.C.value(25, 5, 20, 4));
    }

    @Test
    void putsTheOtherCutoffsTwoDeviationsFromEachMean() { // by hand
        assertThat(ClinicalCutoff.A.value(25, 5, 20, 4)).isEqualTo(15);
        assertThat(ClinicalCutoff.B.value(25, 5, 20, 4)).isEqualTo(28);
        assertThat(ClinicalCutoff.A.value(20, 4, 30, 5)).isEqualTo(28);
        assertThat(ClinicalCutoff.B.value(20, 4, 30, 5)).isEqualTo(20);
    }

    @Test
    void tellsWhatBecameOfEachPerson() {
        ReliableChange withLine = change.withCutoff(22);
        assertThat(withLine.classify(26, 20)).isEqualTo(PersonalChange.RECOVERED);
        assertThat(withLine.classify(30, 24)).isEqualTo(PersonalChange.IMPROVED);
        assertThat(withLine.classify(21, 15)).isEqualTo(PersonalChange.IMPROVED); // was across before
        assertThat(withLine.classify(28, 22)).isEqualTo(PersonalChange.IMPROVED); // on the line
        assertThat(withLine.classify(23, 21)).isEqualTo(PersonalChange.UNCHANGED);
        assertThat(withLine.classify(20, 26)).isEqualTo(PersonalChange.DETERIORATED);
        assertThat(change.classify(26, 20)).isEqualTo(PersonalChange.IMPROVED);
        assertThat(ReliableChange.of(4.5, .84, Direction.HIGHER_IS_BETTER)
                        .withCutoff(22)
                        .classify(20, 26))
                .isEqualTo(PersonalChange.RECOVERED);
    }

    @Test
    void countsPeopleAndLeavesOutThoseWithAGap() {
        Effect effect = change.withCutoff(22)
                .estimate(new double[] {26, 30, 23, 20, 25, Double.NaN}, new double[] {20, 24, 21, 26, Double.NaN, 20});
        assertThat(effect.n()).isEqualTo(4);
        assertThat(effect.headline().term()).isEqualTo("reliably better");
        assertThat(effect.headline().value()).isEqualTo(.5);
        assertThat(effect.estimate("recovered").value()).isEqualTo(.25);
        assertThat(effect.estimate("unchanged").value()).isEqualTo(.25);
        assertThat(effect.estimate("deteriorated").value()).isEqualTo(.25);
        assertThat(effect.diagnostics()).containsEntry("rows left out", 2.0);
    }

    @Test
    void refusesNumbersOutOfTheirRange() {
        assertThatThrownBy(() -> ReliableChange.of(0, .8, Direction.LOWER_IS_BETTER))
                .hasMessage("a standard deviation must be above 0, but was 0.0");
        assertThatThrownBy(() -> ReliableChange.of(1, 1, Direction.LOWER_IS_BETTER))
                .hasMessage("a reliability must be from 0 to below 1, but was 1.0");
        assertThatThrownBy(() -> ReliableChange.of(1, .5, Direction.NEITHER)).hasMessageContaining("a better side");
        assertThatThrownBy(() -> change.classify(1, Double.NaN)).hasMessageContaining("one is missing");
        assertThatThrownBy(() -> change.withCriticalValue(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> ClinicalCutoff.C.value(20, 4, 20, 4)).hasMessageContaining("different means");
        assertThat(change.threshold()).isCloseTo(4.98934544805228, within(1e-9));
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect = change.estimate(new double[] {26, 30}, new double[] {20, 24});
        assertThat(effect.convention()).containsEntry("alternative", "two-sided");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
