package london.loti.evaluation.regression;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.study.Categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DesignTest {
    private static final Categories RACE = Categories.of(Arrays.asList("white", "black", null, "hispan"));

    @Test
    void namesIndicatorsAsRDoes() {
        Design design =
                Design.withIntercept().number("age", new double[] {1, 2, 3, 4}).categories("race", RACE, "white");
        assertThat(design.names()).containsExactly("(Intercept)", "age", "raceblack", "racehispan");
        assertThat(design.columns()[2]).containsExactly(0, 1, Double.NaN, 0);
        assertThat(design.completeRows()).containsExactly(0, 1, 3);
        assertThat(design.everyLevel()).containsOnlyKeys("age", "raceblack", "racehispan", "racewhite");
    }

    @Test
    void theFirstLabelIsTheReference() {
        assertThat(Design.withIntercept().categories("race", RACE).names())
                .containsExactly("(Intercept)", "racehispan", "racewhite");
    }

    @Test
    void badColumnsAreTold() {
        Design design = Design.withIntercept().number("age", new double[4]);
        assertThatThrownBy(() -> design.number("age", new double[4])).hasMessageContaining("'age' comes twice");
        assertThatThrownBy(() -> design.number("b", new double[3])).hasMessageContaining("must have 4 rows");
        assertThatThrownBy(() -> design.categories("race", RACE, "whit")).hasMessageContaining("no row has it");
        assertThatThrownBy(() -> design.number("b", new double[] {1, 2, 3, 1 / 0.0}))
                .hasMessageContaining("finite");
    }
}
