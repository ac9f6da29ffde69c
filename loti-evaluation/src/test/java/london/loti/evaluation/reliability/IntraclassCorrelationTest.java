package london.loti.evaluation.reliability;

import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class IntraclassCorrelationTest {
    /** Shrout and Fleiss 1979, table 2: six people, four judges. */
    private static final double[][] JUDGES = {
        {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}
    };

    private static final Map<String, String> FORMS = Map.of(
            "ICC1", "ICC(1,1)",
            "ICC2", "ICC(2,1)",
            "ICC3", "ICC(3,1)",
            "ICC1k", "ICC(1,k)",
            "ICC2k", "ICC(2,k)",
            "ICC3k", "ICC(3,k)");

    @Test
    void agreesWithPsychOnTheSixFormsOfShroutAndFleiss() {
        Effect effect = IntraclassCorrelation.withDefaults().estimate(JUDGES);
        Cases expected = Cases.of("icc.shroutfleiss");
        FORMS.forEach((key, form) -> {
            Estimate estimate = effect.estimate(form);
            expected.check("icc/" + key, estimate.value());
            expected.check("lo/" + key, estimate.interval().lower());
            expected.check("hi/" + key, estimate.interval().upper());
        });
    }

    @Test
    void countsADifferenceInLevelOnlyWhereTheFormDoes() {
        double[][] shifted = JUDGES.clone();
        shifted[0] = new double[] {19, 16, 18, 17, 20, 16};
        Effect plain = IntraclassCorrelation.withDefaults().estimate(JUDGES);
        Effect moved = IntraclassCorrelation.withDefaults().estimate(shifted);
        assertThat(moved.estimate("ICC(3,1)").value())
                .isCloseTo(plain.estimate("ICC(3,1)").value(), within(1e-12));
        assertThat(moved.headline().value()).isLessThan(plain.headline().value());
    }

    @Test
    void isOneWithoutAnIntervalWhereRatersAlwaysAgree() {
        double[] same = {1, 2, 3, 5};
        Effect effect = IntraclassCorrelation.withDefaults().estimate(same, same, same);
        assertThat(effect.headline().value()).isCloseTo(1, within(1e-12));
        assertThat(effect.headline().interval()).isNull();
    }

    @Test
    void leavesOutPeopleWithAGap() {
        double[][] gap = {
            {9, 6, 8, 7, 10, 6, 3}, {2, 1, 4, 1, 5, 2, 3}, {5, 3, 6, 2, 6, 4, Double.NaN}, {8, 2, 8, 6, 9, 7, 3}
        };
        Effect effect = IntraclassCorrelation.withDefaults().estimate(gap);
        assertThat(effect.estimates())
                .isEqualTo(IntraclassCorrelation.withDefaults().estimate(JUDGES).estimates());
        assertThat(effect.diagnostics()).containsEntry("rows left out", 1.0);
    }

    @Test
    void refusesOneRater() {
        assertThatThrownBy(() -> IntraclassCorrelation.withDefaults().estimate(new double[] {1, 2}))
                .hasMessage("raters must be two or more, but were 1");
        assertThatThrownBy(() -> IntraclassCorrelation.withDefaults().withLevel(95))
                .hasMessageContaining("Maybe 0.95");
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect = IntraclassCorrelation.withDefaults().estimate(JUDGES);
        assertThat(effect.convention()).containsEntry("alternative", "greater").containsEntry("p", "F, against 0");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
