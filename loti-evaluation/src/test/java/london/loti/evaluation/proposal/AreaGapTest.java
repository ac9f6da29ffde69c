package london.loti.evaluation.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.monitor.FunnelPlot;

import static london.loti.evaluation.proposal.Samples.DAY;
import static london.loti.evaluation.proposal.Samples.EXACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AreaGapTest {
    private static final Subject RECIPE = Subject.of(Target.RECIPE, "loti-london", "1.0.0");
    private static final List<String> AREAS = names(12);
    private static final double[] EXPECTED = {50, 52, 48, 55, 45, 50, 51, 49, 53, 47, 50, 50};
    private static final int[] OBSERVED = {48, 55, 47, 50, 49, 53, 50, 46, 52, 49, 110, 11};

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "A" + (char) ('a' + i)).toList();
    }

    private static AreaGap exact() {
        return AreaGap.of(AREAS, EXPECTED, OBSERVED).withRule(EXACT);
    }

    @Test
    void expectedIsRescaledToWhatWasSeen() {
        AreaGaps gaps = exact().gaps();
        // by hand: 620 seen over 600 expected
        assertThat(gaps.areas().get(0).expected()).isCloseTo(50 * 620.0 / 600, within(1e-12));
        assertThat(gaps.areas().get(0).ratio().value()).isCloseTo(48 / (50 * 620.0 / 600), within(1e-12));
        AreaGaps scaled = AreaGap.of(
                        AREAS, Arrays.stream(EXPECTED).map(e -> 0.001 * e).toArray(), OBSERVED)
                .withRule(EXACT)
                .gaps();
        for (int i = 0; i < AREAS.size(); i++) {
            assertThat(scaled.areas().get(i).ratio().statistic())
                    .isCloseTo(gaps.areas().get(i).ratio().statistic(), within(1e-9));
        }
    }

    @Test
    void theIntervalOfARatioIsExactPoisson() {
        // scipy 1.17.1: chi2.ppf(.025, 80) / 2 / 25 and chi2.ppf(.975, 82) / 2 / 25
        Interval interval = AreaGap.of(List.of("a", "b"), new double[] {25, 75}, new int[] {40, 60})
                .withRule(EXACT)
                .gaps()
                .areas()
                .get(0)
                .ratio()
                .interval();
        assertThat(interval.lower()).isCloseTo(1.1430634576715586, within(1e-10));
        assertThat(interval.upper()).isCloseTo(2.1787458785593627, within(1e-10));
        Interval none = AreaGap.of(List.of("a", "b"), new double[] {25, 75}, new int[] {0, 100})
                .withRule(EXACT)
                .gaps()
                .areas()
                .get(0)
                .ratio()
                .interval();
        // by hand: -ln(0.025) over 25
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(-Math.log(0.025) / 25, within(1e-12));
    }

    @Test
    void areasFarOutAreFoundWithOverdispersionAllowedFor() {
        AreaGaps gaps = exact().gaps();
        double[] z = gaps.areas().stream()
                .mapToDouble(area -> (area.observed() - area.expected()) / Math.sqrt(area.expected()))
                .toArray();
        assertThat(gaps.phi()).isEqualTo(FunnelPlot.overdispersion(z));
        assertThat(gaps.farOut()).extracting(AreaRatio::area).containsExactly("Ak", "Al");
        assertThat(gaps.farOut().get(0).ratio().statistic()).isCloseTo(z[10] / Math.sqrt(gaps.phi()), within(1e-12));
    }

    @Test
    void areasThatAllDifferAreNotFarOutOneByOne() {
        int[] wild = {20, 90, 15, 95, 25, 85, 20, 90, 30, 80, 25, 45};
        AreaGaps gaps = AreaGap.of(AREAS, EXPECTED, wild).withRule(EXACT).gaps();
        assertThat(gaps.phi()).isGreaterThan(10);
        assertThat(gaps.farOut()).isEmpty();
    }

    @Test
    void theRankCorrelationIsSpearmans() {
        // scipy 1.17.1: spearmanr([1, 2, 2, 4, 5, 6, 7, 8, 9, 10], [2, 1, 4, 3, 7, 5, 8, 6, 10, 9])
        Estimate ranking = Spearman.of(
                new double[] {1, 2, 2, 4, 5, 6, 7, 8, 9, 10}, new double[] {2, 1, 4, 3, 7, 5, 8, 6, 10, 9}, 0.95);
        assertThat(ranking.value()).isCloseTo(0.8875420937728943, within(1e-12));
        assertThat(ranking.pValue()).isCloseTo(0.0006096659573243208, within(1e-12));
        // by hand: tanh(atanh(r) -+ 1.959964 sqrt((1 + r²/2) / 7))
        double centre = 0.5 * Math.log((1 + ranking.value()) / (1 - ranking.value()));
        double reach = 1.959963984540054 * Math.sqrt((1 + ranking.value() * ranking.value() / 2) / 7);
        assertThat(ranking.interval().lower()).isCloseTo(Math.tanh(centre - reach), within(1e-10));
        assertThat(ranking.interval().upper()).isCloseTo(Math.tanh(centre + reach), within(1e-10));
        assertThat(Spearman.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}, 0.95)
                        .interval())
                .isNull();
        assertThat(Spearman.of(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}, 0.95)
                        .value())
                .isNaN();
    }

    @Test
    void withoutPopulationLargeAreasHideThatTheOrderDoesNotHold() {
        int n = 26;
        double[] residents =
                IntStream.range(0, n).mapToDouble(i -> 1_000 * (i + 1)).toArray();
        double[] expected = IntStream.range(0, n)
                .mapToDouble(i -> residents[i] * (0.10 + 0.001 * i))
                .toArray();
        int[] observed = IntStream.range(0, n)
                .map(i -> (int) Math.round(residents[i] * (0.10 - 0.001 * i)))
                .toArray();
        AreaGap gap = AreaGap.of(names(n), expected, observed).withRule(EXACT);
        assertThat(gap.gaps().ranking().value()).isGreaterThan(0.99);
        assertThat(gap.withPopulation(residents).gaps().ranking().value()).isLessThan(-0.99);
        List<Proposal> proposals = gap.withPopulation(residents)
                .proposals(RECIPE, DAY, "An invented year")
                .proposals();
        assertThat(proposals)
                .anySatisfy(proposal ->
                        assertThat(proposal.reason()).contains("Over 26 areas", "the rate of people", "below 0.5"));
        assertThat(gap.proposals(RECIPE, DAY, "An invented year").proposals())
                .noneSatisfy(proposal -> assertThat(proposal.reason()).contains("rank correlation"));
    }

    @Test
    void aProposalNamesTheAreasAndThatLowNeedCanBeLowReach() {
        Proposals proposals = exact().withGroups(Map.of(
                        "Al", List.of(new GroupCounts("under 60", 10, 300), new GroupCounts("60 and over", 1, 320))))
                .proposals(RECIPE, DAY, "An invented year");
        Proposal far = proposals.proposals().stream()
                .filter(proposal -> proposal.reason().startsWith("In 2 of 12 areas"))
                .findFirst()
                .orElseThrow();
        assertThat(far.subject()).isEqualTo(RECIPE);
        assertThat(far.kind()).isEqualTo(Proposal.Kind.LOOK_AT);
        assertThat(far.reason()).contains("Ak: 2.13 times as many as expected", "Al: 0.21 times as many");
        assertThat(far.evidence().estimates()).extracting(Estimate::term).containsExactly("ratio in Ak", "ratio in Al");
        assertThat(far.evidence().n()).isEqualTo(620);
        assertThat(far.speaksAgainst())
                .anyMatch(doubt -> doubt.contains("Few people seen can mean few people reached"))
                .anyMatch(doubt -> doubt.startsWith("Who of a group lives in Al: It differs between groups"));
    }

    @Test
    void whatTheRuleHidesIsCountedAndChangesNothing() {
        int[] one = OBSERVED.clone();
        one[0] = 7;
        one[1] = 8;
        int[] other = OBSERVED.clone();
        other[0] = 3;
        other[1] = 9;
        Proposals proposals = AreaGap.of(AREAS, EXPECTED, one).proposals(RECIPE, DAY, "An invented year");
        assertThat(AreaGap.of(AREAS, EXPECTED, other).proposals(RECIPE, DAY, "An invented year"))
                .isEqualTo(proposals);
        assertThat(proposals.notShown()).isEqualTo(2);
        assertThat(proposals.proposals())
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.speaksAgainst())
                        .anyMatch(doubt -> doubt.startsWith("2 areas are left out")));
        assertThat(AreaGap.of(AREAS, EXPECTED, new int[12]).proposals(RECIPE, DAY, "An invented year"))
                .isEqualTo(new Proposals(List.of(), 12));
    }

    @Test
    void anAreaOfWhichNobodyIsExpectedIsLeftOutAndCounted() {
        double[] expected = EXPECTED.clone();
        expected[3] = 0;
        expected[4] = Double.NaN;
        AreaGaps gaps = AreaGap.of(AREAS, expected, OBSERVED).withRule(EXACT).gaps();
        assertThat(gaps.areas()).hasSize(10);
        assertThat(gaps.effect().diagnostics()).containsEntry("areas of which nobody is expected", 2.0);
        assertThat(gaps.notShown()).isZero();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> AreaGap.of(List.of("a", "a", "c"), new double[] {1, -1, 1}, new int[] {1, 1, -1}))
                .hasMessageContaining("areas, line 2, area")
                .hasMessageContaining("areas, line 2, expected")
                .hasMessageContaining("areas, line 3, observed");
        assertThatThrownBy(() -> AreaGap.of(List.of("a"), new double[2], new int[1]))
                .hasMessageContaining("expected");
        assertThatThrownBy(() -> exact().withPopulation(new double[12])).hasMessageContaining("population");
        assertThatThrownBy(() -> exact().withLeastCorrelation(2)).hasMessageContaining("from -1 to 1");
    }
}
