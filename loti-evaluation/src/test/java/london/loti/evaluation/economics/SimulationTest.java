package london.loti.evaluation.economics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.economics.Simulation.Swing;
import london.loti.evaluation.numeric.Sums;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SimulationTest {
    private static final Simulation THREE =
            Simulation.of(Map.of("a", Uncertain.normal(10, 1), "b", Uncertain.pert(0, 1, 5), "c", Uncertain.fixed(3)));

    @Test
    void theNumberOfThreadsChangesNoBit() {
        double[] one = THREE.withSeed(4).run(in -> in.get("a") * in.get("b"));
        double[] four = THREE.withSeed(4).withThreads(4).run(in -> in.get("a") * in.get("b"));
        assertThat(four).containsExactly(one);
        assertThat(THREE.withSeed(5).run(in -> in.get("a") * in.get("b"))).isNotEqualTo(one);
    }

    @Test
    void anInputMoreChangesNoOtherDraw() {
        double[] alone = Simulation.of(Map.of("a", Uncertain.normal(10, 1))).run(in -> in.get("a"));
        assertThat(THREE.run(in -> in.get("a"))).containsExactly(alone);
    }

    @Test
    void inputsAreDrawnIndependently() {
        double[] product = Simulation.of(Map.of("x", Uncertain.normal(0, 1), "y", Uncertain.normal(0, 1)))
                .withDraws(50_000)
                .run(in -> in.get("x") * in.get("y"));
        assertThat(Arrays.stream(product).average().orElseThrow()).isCloseTo(0, within(0.018)); // 4/√50,000
    }

    private static final Map<String, Uncertain> FOUR = Map.of(
            "a", Uncertain.normal(10, 1),
            "b", Uncertain.lognormal(1, 0.8),
            "c", Uncertain.pert(0, 1, 5),
            "d", Uncertain.triangular(0, 1, 9));

    private static double[][] drawn(Simulation simulation) {
        return simulation.run(4, in -> new double[] {in.get("a"), in.get("b"), in.get("c"), in.get("d")});
    }

    /** Ranks by sorting, and Pearson's correlation of them. */
    private static double spearman(double[] x, double[] y) {
        return Sums.correlation(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Arrays.stream(x).map(v -> Arrays.binarySearch(sorted, v)).toArray();
    }

    @Test
    void ranksCorrelateAsAskedAndEveryInputKeepsItsDraws() {
        double[][] alone = drawn(Simulation.of(FOUR));
        Simulation together = Simulation.of(FOUR)
                .withRankCorrelations(List.of(
                        new RankCorrelation("b", "a", 0.7),
                        new RankCorrelation("a", "c", -0.4),
                        new RankCorrelation("b", "c", 0.1)));
        double[][] found = drawn(together);
        assertThat(spearman(found[0], found[1])).isCloseTo(0.7, within(0.02));
        assertThat(spearman(found[0], found[2])).isCloseTo(-0.4, within(0.02));
        assertThat(spearman(found[1], found[2])).isCloseTo(0.1, within(0.02));
        assertThat(found[3]).containsExactly(alone[3]);
        for (int i = 0; i < 4; i++) {
            Arrays.sort(alone[i]);
            double[] sorted = found[i].clone();
            Arrays.sort(sorted);
            assertThat(sorted).containsExactly(alone[i]);
        }
        assertThat(drawn(together.withThreads(4))).isDeepEqualTo(found);
    }

    @Test
    void strongAndWeakCorrelationsAreReachedWithFewAndManyDraws() {
        for (double rho : new double[] {-0.95, -0.5, 0, 0.3, 0.9, 0.99}) {
            for (int draws : new int[] {1_000, 20_000}) {
                double[][] found = drawn(Simulation.of(FOUR)
                        .withDraws(draws)
                        .withSeed(7)
                        .withRankCorrelations(List.of(new RankCorrelation("b", "d", rho))));
                assertThat(spearman(found[1], found[3]))
                        .as("%s with %s draws", rho, draws)
                        .isCloseTo(rho, within(0.02));
            }
        }
    }

    @Test
    void noCorrelationsChangeNoBit() {
        assertThat(drawn(Simulation.of(FOUR).withRankCorrelations(List.of())))
                .isDeepEqualTo(drawn(Simulation.of(FOUR)));
    }

    @Test
    void whatGoesTogetherWidensASum() {
        // the variance of a sum of two normal inputs of deviation 1 is 2 + 2r, with r = 2·sin(π·0.5/6) = 0.517638
        double[] sums = Simulation.of(Map.of("x", Uncertain.normal(0, 1), "y", Uncertain.normal(0, 1)))
                .withDraws(50_000)
                .withRankCorrelations(List.of(new RankCorrelation("x", "y", 0.5)))
                .run(in -> in.get("x") + in.get("y"));
        assertThat(Distribution.of(sums).deviation()).isCloseTo(Math.sqrt(2 + 2 * 0.517_638), within(0.02));
    }

    @Test
    void tellsEveryProblemOfTheCorrelationsAtOnce() {
        assertThatThrownBy(() -> THREE.withRankCorrelations(List.of(
                        new RankCorrelation("a", "bb", 0.1),
                        new RankCorrelation("a", "c", 0.1),
                        new RankCorrelation("c", "a", 0.2))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'bb' is none")
                .hasMessageContaining("'c' does not")
                .hasMessageContaining("'c' and 'a' have two");
        assertThatThrownBy(() -> Simulation.of(FOUR)
                        .withRankCorrelations(List.of(
                                new RankCorrelation("a", "b", 0.9),
                                new RankCorrelation("b", "c", 0.9),
                                new RankCorrelation("a", "c", -0.9))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("those of [a, b, c] are not");
        assertThatThrownBy(() -> new RankCorrelation("a", "b", 1)).hasMessageContaining("must lie between -1 and 1");
        assertThatThrownBy(() -> new RankCorrelation("a", "a", 0.1)).hasMessageContaining("of two inputs");
    }

    @Test
    void theTornadoHasTheWidestSwingFirstAndNoFixedInput() {
        List<Swing> swings = THREE.tornado(in -> 2 * in.get("a") + in.get("b") + in.get("c"), Map.of("b", 1.0));
        assertThat(swings).extracting(Swing::input).containsExactly("a", "b");
        // 2·10 + 1 + 3 with a at 10 − 1.644854
        assertThat(swings.get(0).resultAtLow()).isCloseTo(24 - 2 * 1.644_854, within(1e-5));
        assertThat(swings.get(0).size()).isCloseTo(4 * 1.644_854, within(1e-5));
    }

    @Test
    void quantilesAreOfTypeSeven() {
        // R 4.2.2: quantile(1:5, c(.05, .95)) is 1.2 and 4.8
        Distribution five = Distribution.of(5, 3, 1, 2, 4);
        assertThat(five.p05()).isCloseTo(1.2, within(1e-12));
        assertThat(five.p95()).isCloseTo(4.8, within(1e-12));
        assertThat(five.median()).isEqualTo(3);
        assertThat(five.deviation()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThatThrownBy(() -> Distribution.of(1, Double.NaN)).hasMessageContaining("all of them finite");
    }

    @Test
    void namesTheInputsWhereOneIsUnknown() {
        assertThatThrownBy(() -> THREE.run(in -> in.get("d"))).hasMessageContaining("one of [a, b, c]");
        assertThatThrownBy(() -> THREE.withDraws(1)).hasMessageContaining("100 or more");
    }

    @Test
    void theValueOfInformationIsTheClosedForm() {
        // p 0.766272 and 93.960 for a mean of 500 whose probability is that: z = 0.7266245 (R qnorm)
        ValueOfInformation exact = ValueOfInformation.normal(500, 500 / 0.726_624_5);
        assertThat(exact.probabilityCostEffective()).isCloseTo(0.766_272, within(1e-6));
        assertThat(exact.evpi()).isCloseTo(93.960, within(1e-3));
        double[] net = Simulation.of(Map.of("x", Uncertain.normal(500, 500 / 0.726_624_5)))
                .withDraws(100_000)
                .run(in -> in.get("x"));
        ValueOfInformation drawn = ValueOfInformation.of(new double[net.length], net);
        assertThat(drawn.evpi()).isCloseTo(exact.evpi(), within(3.0));
        assertThat(drawn.probabilityCostEffective()).isCloseTo(0.766_272, within(0.006));
    }

    @Test
    void knowingWhatNeverMattersIsWorthNothing() {
        assertThat(ValueOfInformation.of(new double[] {1, 2}, new double[] {3, 4})
                        .evpi())
                .isZero();
        // the second is best on average, and the first would have gained 2 in the second of two draws
        assertThat(ValueOfInformation.of(new double[] {1, 2}, new double[] {4, 0})
                        .evpi())
                .isEqualTo(1);
        assertThatThrownBy(() -> ValueOfInformation.of(new double[] {1}, new double[] {1, 2}))
                .hasMessageContaining("option 2 has 2");
    }
}
