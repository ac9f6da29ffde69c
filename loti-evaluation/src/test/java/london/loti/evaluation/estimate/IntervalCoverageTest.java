package london.loti.evaluation.estimate;

import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.evaluation.regression.StandardErrors.ClusterType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * An interval that says 95 per cent must hold the truth in 95 of a hundred studies: data with a known effect are made
 * again and again. Those that lean on large samples must keep that with samples of the size that councils have. Those
 * that are known to miss it are printed as they are, and must stay within what theory says of them.
 */
class IntervalCoverageTest {
    private static final int FEW = 200;
    private static final int MANY = 2_000;

    static Stream<Experiment> asymptotic() {
        return Stream.of(
                        SampleExperiments.asymptotic(),
                        RegressionExperiments.asymptotic(),
                        PanelExperiments.asymptotic())
                .flatMap(List::stream);
    }

    /** Each with the least and the largest share that its runs may hold, few or many. */
    static Stream<Arguments> knownToDiffer() {
        return Stream.of(
                // t with 5 degrees of freedom makes up for some, not for all, of what residuals lose
                arguments(RegressionExperiments.fewClusters(ClusterType.CR1), 0.85, 0.97),
                arguments(RegressionExperiments.fewClusters(ClusterType.CR2), 0.90, 0.985),
                // the exact share is a sum over 13 outcomes
                arguments(SampleExperiments.clopperPearson(), 0.95, 1.0),
                arguments(RegressionExperiments.smallLogit(), 0.92, 0.99),
                arguments(RegressionExperiments.fittedScores(), 0.95, 1.0));
    }

    @ParameterizedTest
    @MethodSource("asymptotic")
    void ninetyFiveInAHundredHoldTheTruth(Experiment experiment) {
        Coverage coverage = told(experiment.run(FEW));
        assertThat(coverage.without()).isZero();
        assertThat(coverage.held()).isBetween(held(0.0005), held(0.9995));
    }

    /** What the test above grants: outside it are fewer than 1 in 1,000 sets of 200 intervals that hold at 0.95. */
    @Test
    void aFewRunsMayHoldBetween179And198() {
        assertThat(held(0.0005)).isEqualTo(179);
        assertThat(held(0.9995)).isEqualTo(198);
    }

    private static int held(double probability) {
        return BinomialDistribution.of(FEW, 0.95).inverseCumulativeProbability(probability);
    }

    @ParameterizedTest
    @MethodSource("asymptotic")
    @Tag("perf")
    void ninetyFiveInAHundredHoldTheTruthInManyRuns(Experiment experiment) {
        Coverage coverage = told(experiment.run(MANY));
        assertThat(coverage.without()).isZero();
        assertThat(coverage.share()).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @MethodSource("knownToDiffer")
    void smallSamplesAreReportedAsTheyAre(Experiment experiment, double least, double most) {
        assertThat(told(experiment.run(FEW)).share()).isBetween(least, most);
    }

    @ParameterizedTest
    @MethodSource("knownToDiffer")
    @Tag("perf")
    void smallSamplesAreReportedAsTheyAreInManyRuns(Experiment experiment, double least, double most) {
        assertThat(told(experiment.run(MANY)).share()).isBetween(least, most);
    }

    private static Coverage told(Coverage coverage) {
        System.out.println(coverage);
        return coverage;
    }
}
