package london.loti.evaluation.meta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.LeastSquares;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class FederatedPoolingTest {
    private static final List<String> COLUMNS = List.of("intercept", "treated", "age");
    private static final int[] SIZES = {60, 40, 90};

    private final double[][] design = new double[3][190];
    private final double[] outcome = new double[190];
    private final List<String> hubs = new ArrayList<>();

    FederatedPoolingTest() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 190; i++) {
            int council = i < 60 ? 0 : i < 100 ? 1 : 2;
            design[0][i] = 1;
            design[1][i] = random.nextInt(2);
            design[2][i] = random.nextDouble() * 50 - 25;
            outcome[i] = 3 + council + .5 * design[1][i] - .02 * design[2][i] + random.nextDouble();
            hubs.add(council + "/" + random.nextInt(5));
        }
    }

    private CouncilData council(int position) {
        int from = Arrays.stream(SIZES, 0, position).sum();
        int to = from + SIZES[position];
        return CouncilData.of(
                "council " + position,
                COLUMNS,
                Arrays.stream(design).map(c -> Arrays.copyOfRange(c, from, to)).toArray(double[][]::new),
                Arrays.copyOfRange(outcome, from, to),
                Categories.of(List.copyOf(hubs.subList(from, to))));
    }

    private static <T> T throughJson(T value, Class<T> type) {
        byte[] json = LotiJson.write(value).getBytes(StandardCharsets.UTF_8);
        try {
            return LotiJson.read("share.json", new ByteArrayInputStream(json), type)
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twoRoundsGiveWhatThePooledRowsGive() {
        List<CouncilData> councils =
                IntStream.range(0, 3).mapToObj(this::council).toList();
        PooledCoefficients pooled = throughJson(
                FederatedPooling.firstRound(councils.stream()
                        .map(c -> throughJson(c.firstShare(), FirstShare.class))
                        .toList()),
                PooledCoefficients.class);
        Effect effect = FederatedPooling.secondRound(
                pooled,
                councils.stream()
                        .map(c -> throughJson(c.secondShare(pooled), SecondShare.class))
                        .toList(),
                Inference.usual());

        LeastSquares fit = LeastSquares.solve(design, outcome);
        Categories clusters = Categories.of(List.copyOf(hubs));
        double[][] scores = new double[clusters.labels().size()][3];
        for (int i = 0; i < 190; i++) {
            for (int j = 0; j < 3; j++) {
                scores[clusters.code(i)][j] += design[j][i] * fit.residuals()[i];
            }
        }
        double[][] meat = new double[3][3];
        for (double[] score : scores) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    meat[j][k] += score[j] * score[k];
                }
            }
        }
        double[][] covariance = Matrices.sandwich(fit.crossInverse(), meat);
        double g = scores.length;
        for (int j = 0; j < 3; j++) {
            Estimate estimate = effect.estimates().get(j);
            assertThat(estimate.value()).isCloseTo(fit.coefficients()[j], within(1e-12));
            assertThat(estimate.standardError())
                    .isCloseTo(Math.sqrt(g / (g - 1) * 189 / 187 * covariance[j][j]), within(1e-12));
            assertThat(estimate.degreesOfFreedom()).isEqualTo(g - 1);
        }
        assertThat(effect.clusters()).isEqualTo(scores.length);
        assertThat(effect.n()).isEqualTo(190);
    }

    @Test
    void theOrderOfCouncilsDoesNotMatter() {
        List<FirstShare> shares =
                IntStream.of(0, 1, 2).mapToObj(i -> council(i).firstShare()).toList();
        List<FirstShare> turned =
                IntStream.of(2, 0, 1).mapToObj(i -> council(i).firstShare()).toList();
        double[] before = FederatedPooling.firstRound(shares).coefficients().stream()
                .mapToDouble(v -> v)
                .toArray();
        double[] after = FederatedPooling.firstRound(turned).coefficients().stream()
                .mapToDouble(v -> v)
                .toArray();
        assertThat(after).containsExactly(before, within(1e-13));
    }

    @Test
    void tooFewPeopleLeaveNoShare() {
        assertThatThrownBy(() -> council(1).withMinimum(41).firstShare())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("a share must be over 41 people or more, but would be over 40");
        assertThatThrownBy(() -> council(1).withMinimum(30).firstShare())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("treated")
                .hasMessageContaining("30 people or more whose value is not the commonest");
        assertThatThrownBy(() -> council(0).withMinimum(1)).hasMessageContaining("3 people or more");
        assertThat(council(0)).hasToString("CouncilData[council 0, columns=3]");
    }

    @Test
    void aRareValueOrPairOfValuesLeavesNoShare() {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        double[] measured = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        double[] rare = new double[40];
        rare[7] = 5;
        assertThatThrownBy(() -> forty(List.of(ones, rare), measured).firstShare())
                .hasMessageContaining("column_1: a column must have 10 people or more");
        double[] half = IntStream.range(0, 40).mapToDouble(i -> i % 2).toArray();
        double[] nearlyHalf = half.clone();
        nearlyHalf[0] = 1;
        assertThatThrownBy(
                        () -> forty(List.of(ones, half, nearlyHalf), measured).firstShare())
                .hasMessageContaining("nobody or 10 people or more for each pair of values");
        assertThatThrownBy(() -> forty(List.of(ones, half), nearlyHalf).firstShare())
                .hasMessageContaining("nobody or 10 people or more for each pair of values");
        double[] quarters = IntStream.range(0, 40).mapToDouble(i -> i / 2 % 2).toArray();
        assertThat(forty(List.of(ones, half, quarters), measured).firstShare().n())
                .isEqualTo(40);
    }

    private static CouncilData forty(List<double[]> columns, double[] outcome) {
        return CouncilData.of(
                "c",
                IntStream.range(0, columns.size()).mapToObj(j -> "column_" + j).toList(),
                columns.toArray(double[][]::new),
                outcome,
                Categories.of(
                        IntStream.range(0, 40).mapToObj(i -> "hub " + i % 4).toList()));
    }

    @Test
    void aSecondRoundNeedsEveryCouncilAndTheSameCoefficients() {
        PooledCoefficients pooled = FederatedPooling.firstRound(
                List.of(council(0).firstShare(), council(1).firstShare()));
        SecondShare first = council(0).secondShare(pooled);
        assertThatThrownBy(() -> FederatedPooling.secondRound(pooled, List.of(first), Inference.usual()))
                .hasMessageContaining("1 are missing: [council 1]");
        assertThatThrownBy(() -> FederatedPooling.secondRound(pooled, List.of(first, first), Inference.usual()))
                .hasMessageContaining("one too many");
        PooledCoefficients other =
                FederatedPooling.firstRound(List.of(council(0).firstShare()));
        assertThatThrownBy(() -> FederatedPooling.secondRound(other, List.of(first), Inference.usual()))
                .hasMessageContaining("Maybe a council changed its data");
    }

    @Test
    void badInputIsToldByItsWords() {
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        Categories one = Categories.of(IntStream.range(0, 12).mapToObj(i -> "a").toList());
        CouncilData twice = CouncilData.of("c", List.of("a", "b"), new double[][] {ones, ones}, ones, one);
        assertThatThrownBy(() -> FederatedPooling.firstRound(List.of(twice.firstShare())))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("combinations of each other");
        CouncilData single = CouncilData.of("c", List.of("a"), new double[][] {ones}, ones, one);
        PooledCoefficients pooled = FederatedPooling.firstRound(List.of(single.firstShare()));
        assertThatThrownBy(() ->
                        FederatedPooling.secondRound(pooled, List.of(single.secondShare(pooled)), Inference.usual()))
                .hasMessageContaining("two clusters or more, but all councils together had 1");
        assertThatThrownBy(() -> FederatedPooling.firstRound(List.of(single.firstShare(), single.firstShare())))
                .hasMessageContaining("one sent more");
        double[] missing = ones.clone();
        missing[3] = Double.NaN;
        assertThatThrownBy(() -> CouncilData.of("c", List.of("a"), new double[][] {missing}, ones, one))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("line 4, a: a value must be finite");
    }
}
