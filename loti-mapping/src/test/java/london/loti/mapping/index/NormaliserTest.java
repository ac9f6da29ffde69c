package london.loti.mapping.index;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.mapping.recipe.Base;
import london.loti.mapping.recipe.Normalisation;
import london.loti.mapping.recipe.Normalisation.Method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NormaliserTest {
    private static final double NONE = Double.NaN;

    private static double[] normalise(Normalisation normalisation, double... values) {
        double[] scores = values.clone();
        boolean varies = new Normaliser(normalisation, new Order(scores.length))
                .apply(scores, IntStream.range(0, scores.length).toArray());
        assertThat(varies).isTrue();
        return scores;
    }

    @Test
    void minMaxScalesToTheRangeAndKeepsGaps() { // by hand: (4 - 2) / (10 - 2) = 0.25
        assertThat(normalise(Normalisation.of(Method.MIN_MAX), 2, 4, NONE, 10)).containsExactly(0, 25, NONE, 100);
        assertThat(normalise(new Normalisation(Method.MIN_MAX, 1.0, 5.0, null), 2, 4, 10))
                .containsExactly(1, 2, 5);
    }

    @Test
    void zScoreUsesTheSampleStandardDeviationAndKeepsDigitsOfLargeNumbers() { // R: scale(c(1, 2, 3)) is -1, 0, 1
        assertThat(normalise(Normalisation.of(Method.Z_SCORE), 1, 2, 3)).containsExactly(-1, 0, 1);
        double big = 1e15;
        assertThat(normalise(Normalisation.of(Method.Z_SCORE), big + 1, big + 2, big + 3, NONE))
                .containsExactly(new double[] {-1, 0, 1, NONE}, within(1e-12));
    }

    @Test
    void ranksShareTheLowestWhereValuesAreEqual() { // R: rank(c(5, 7, 5, 9), ties.method = "min")
        assertThat(normalise(Normalisation.of(Method.RANK), 5, 7, 5, 9)).containsExactly(1, 3, 1, 4);
        assertThat(normalise(Normalisation.of(Method.PERCENTILE_RANK), 5, 7, 5, 9, NONE))
                .containsExactly(new double[] {0, 200 / 3.0, 0, 100, NONE}, within(1e-12));
    }

    @Test
    void exponentialTransformRunsFromNearlyNoughtToAHundred() { // by hand: R = 1 gives -23 ln(exp(-100/23)) = 100
        double[] scores = normalise(
                Normalisation.of(Method.IOD_EXPONENTIAL),
                IntStream.rangeClosed(1, 1000).asDoubleStream().toArray());
        assertThat(scores[999]).isCloseTo(100, within(1e-9));
        assertThat(scores[0]).isBetween(0.0, 0.03);
        assertThat(scores).isSorted();
        assertThat(IntStream.range(0, 1000).filter(i -> scores[i] > 50).count()).isBetween(95L, 105L);
    }

    @Test
    void exponentialTransformGivesEqualValuesTheMeanOfTheirRanks() { // ranks 1.5 of 3: R = (3 - 1.5 + 1) / 3
        double expected = -23 * Math.log(1 - 2.5 / 3 * (1 - Math.exp(-100.0 / 23)));
        assertThat(normalise(Normalisation.of(Method.IOD_EXPONENTIAL), 4, 9, 9)[1])
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void theHighestFifthIsFlaggedWithEqualValuesTogether() {
        assertThat(normalise(Normalisation.of(Method.HIGHEST_SHARE), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        // Two share rank 2 of 10, which is within the fifth: both are flagged.
        assertThat(normalise(Normalisation.of(Method.HIGHEST_SHARE), 1, 2, 3, 4, 5, 6, 7, 9, 9, 10))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void negativeAndPositiveNoughtAreEqual() {
        assertThat(normalise(Normalisation.of(Method.RANK), -0.0, 0.0, 1)).containsExactly(1, 1, 3);
        assertThat(Ranks.ofHighest(new double[] {-0.0, 0.0, NONE}, new Order(3)))
                .containsExactly(1, 1, 0);
    }

    @Test
    void equalOrMissingValuesAreToldAndBecomeMissing() {
        for (Method method : Method.values()) {
            if (method != Method.AS_PUBLISHED) {
                double[] values = {3, 3, NONE};
                assertThat(new Normaliser(Normalisation.of(method), new Order(3)).apply(values, new int[] {0, 1, 2}))
                        .as(method.name())
                        .isFalse();
                assertThat(values).containsExactly(NONE, NONE, NONE);
            }
        }
    }

    @Test
    void parametersOfOtherMethodsAndUpsideDownScalesAreRefused() {
        assertThatThrownBy(() -> new Normalisation(Method.RANK, 0.0, 1.0, null))
                .hasMessageContaining("belong to MIN_MAX");
        assertThatThrownBy(() -> new Normalisation(Method.MIN_MAX, 10.0, 0.0, null))
                .hasMessageContaining("'to' must be greater than 'from'");
        assertThatThrownBy(() -> new Normalisation(Method.HIGHEST_SHARE, null, null, 1.5))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new Normalisation(Method.MIN_MAX, null, null, 0.2))
                .hasMessageContaining("HIGHEST_SHARE");
    }

    @Test
    void wordsSayWhatWasDone() {
        assertThat(Normalisation.of(Method.MIN_MAX).words(Base.TABLE))
                .isEqualTo("min-max to 0..100 over all areas of the table");
        assertThat(Normalisation.of(Method.HIGHEST_SHARE).words(Base.LTLA)).contains("20 %", "the same ltla");
    }
}
