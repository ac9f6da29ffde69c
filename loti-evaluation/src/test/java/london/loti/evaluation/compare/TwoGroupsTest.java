package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.study.Categories;
import london.loti.model.finding.FindingsException;

import static london.loti.evaluation.compare.Samples.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TwoGroupsTest {
    /** Hollander and Wolfe 1973, page 69: permeability of membranes, as in R's help page of wilcox.test. */
    private static final double[] TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

    private static final double[] WEEKS = {1.15, 0.88, 0.90, 0.74, 1.21};

    private static TwoGroups cars() {
        return TwoGroups.of(
                Samples.column("datasets_mtcars", "mpg", "am", "0"),
                Samples.column("datasets_mtcars", "mpg", "am", "1"));
    }

    /** 0.3 - 0.1 is not 0.2 in binary, and yet a tie: moved by hand, the same ranks come out. */
    @Test
    void aShiftUnderTestKeepsTies() {
        double[] treated = {0.3, 0.5, 0.7, 1.1, 0.4};
        double[] control = {0.2, 0.4, 0.6, 0.3, 0.1};
        Estimate moved =
                TwoGroups.of(treated, control).against(0.1).mannWhitney().headline();
        Estimate byHand = TwoGroups.of(new double[] {0.2, 0.4, 0.6, 1.0, 0.3}, control)
                .mannWhitney()
                .headline();
        assertThat(moved.statistic()).isEqualTo(byHand.statistic());
        assertThat(moved.pValue()).isEqualTo(byHand.pValue());
    }

    @Test
    void tAgreesWithR() {
        TwoGroups sleep = TwoGroups.of(Samples.sleep(1), Samples.sleep(2));
        for (String id : List.of("t.welch.sleep", "t.pooled.sleep")) {
            Cases expected = Cases.of(id);
            Effect effect = id.contains("welch") ? sleep.welch() : sleep.pooled();
            Estimate t = effect.headline();
            expected.check("t", t.statistic());
            expected.check("df", t.degreesOfFreedom());
            expected.check("p", t.pValue());
            expected.check("ci_lo", interval(t).lower());
            expected.check("ci_hi", interval(t).upper());
            expected.check("stderr", t.standardError());
            expected.check("estimate/mean in group 1", effect.diagnostics().get("mean treated"));
            expected.check("estimate/mean in group 2", effect.diagnostics().get("mean control"));
        }
    }

    @Test
    void experimentAgreesWithR() {
        Cases expected = Cases.of("nsw.experimental");
        double[] treat = Samples.column("causaldata_nsw_mixtape", "treat");
        Categories groups =
                Categories.of(Arrays.stream(treat).mapToInt(t -> (int) t).toArray(), List.of("control", "programme"));
        Effect effect = TwoGroups.of(Samples.column("causaldata_nsw_mixtape", "re78"), groups, "programme")
                .welch();
        expected.check("ate", effect.headline().value());
        expected.check("welch_t", -effect.headline().statistic()); // there control less treated
        expected.check("welch_p", effect.headline().pValue());
        expected.check("se_hc2", effect.headline().standardError());
        expected.check("n1", effect.groups().get("treated"));
        expected.check("n0", effect.groups().get("control"));
    }

    @Test
    void mannWhitneyAgreesWithR() {
        Cases expected = Cases.of("mwu.permeability");
        Estimate rank = TwoGroups.of(TERM, WEEKS).mannWhitney().headline();
        expected.check("statistic", rank.statistic());
        expected.check("p", rank.pValue());
        expected.check("ci_lo", interval(rank).lower());
        expected.check("ci_hi", interval(rank).upper());
        expected.check("estimate", rank.value());
    }

    @Test
    void normalMannWhitneyAllowsForTies() {
        TwoGroups tied = TwoGroups.of(new double[] {1.1, 2.2, 2.2, 3.5, 0.4}, new double[] {2.2, 3.5, 4.1, 5.0});
        // scipy 1.17.1 mannwhitneyu(method='asymptotic'), with use_continuity True and False
        assertThat(tied.withDistribution(NullDistribution.NORMAL_CORRECTED)
                        .mannWhitney()
                        .headline()
                        .pValue())
                .isCloseTo(0.07985619377351644, within(1e-14));
        assertThat(tied.withDistribution(NullDistribution.NORMAL)
                        .mannWhitney()
                        .headline()
                        .pValue())
                .isCloseTo(0.06056886020265745, within(1e-14));
    }

    @Test
    void sizesAgreeWithR() {
        Effect sizes = cars().effectSizes();
        check(Cases.of("d.mtcars"), "est", "ci_lo", "ci_hi", sizes.estimate("Cohen's d"));
        check(Cases.of("g.mtcars"), "est", "ci_lo", "ci_hi", sizes.estimate("Hedges' g"));
        Cases rank = Cases.of("rankbiserial.mtcars");
        check(rank, "r_rb", "lo", "hi", sizes.estimate("rank-biserial correlation"));
        rank.check("cles", sizes.estimate("probability of superiority").value());
        assertThat(cars().mannWhitney().estimate("rank-biserial correlation"))
                .isEqualTo(sizes.estimate("rank-biserial correlation"));
    }

    private static void check(Cases expected, String value, String low, String high, Estimate estimate) {
        expected.check(value, estimate.value());
        expected.check(low, interval(estimate).lower());
        expected.check(high, interval(estimate).upper());
    }

    @Test
    void glassDividesByTheControlGroup() {
        // by hand: means 5 and 2, control deviation 1
        Effect sizes =
                TwoGroups.of(new double[] {3, 5, 7}, new double[] {1, 2, 3}).effectSizes();
        assertThat(sizes.estimate("Glass' delta").value()).isCloseTo(3, within(1e-14));
        assertThat(interval(sizes.estimate("Glass' delta")).contains(3)).isTrue();
        assertThat(sizes.estimate("common-language effect size").value()).isBetween(0.9, 0.95); // Φ(1.897 / √2)
    }

    @Test
    void convolutionIsEnumeration() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 20; round++) {
            int first = 2 + round % 6;
            double[] x = Samples.tied(random, first, 6);
            double[] y = Samples.tied(random, 9 - first, 6);
            x[0] = 9; // so that not all are equal
            for (Alternative side : Alternative.values()) {
                double fast = TwoGroups.of(x, y)
                        .withAlternative(side)
                        .mannWhitney()
                        .headline()
                        .pValue();
                assertThat(fast).as("round " + round + side).isCloseTo(enumerated(x, y, side), within(1e-13));
            }
        }
    }

    private static double enumerated(double[] x, double[] y, Alternative side) {
        double[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        double seen = wins(all, (1 << x.length) - 1);
        double expected = x.length * y.length / 2.0;
        int ways = 0;
        int count = 0;
        for (int chosen = 0; chosen < 1 << all.length; chosen++) {
            if (Integer.bitCount(chosen) == x.length) {
                double wins = wins(all, chosen);
                boolean counts = side == Alternative.GREATER
                        ? wins >= seen
                        : side == Alternative.LESS
                                ? wins <= seen
                                : Math.abs(wins - expected) >= Math.abs(seen - expected);
                ways++;
                count += counts ? 1 : 0;
            }
        }
        return (double) count / ways;
    }

    private static double wins(double[] all, int chosen) {
        double wins = 0;
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j < all.length; j++) {
                if ((chosen >> i & 1) == 1 && (chosen >> j & 1) == 0) {
                    wins += all[i] > all[j] ? 1 : all[i] == all[j] ? 0.5 : 0;
                }
            }
        }
        return wins;
    }

    @Test
    void anIntervalHoldsTheShiftsThatItsTestDoesNotReject() {
        SplittableRandom random = new SplittableRandom(14);
        for (int round = 0; round < 8; round++) {
            double[] x = random.doubles(5 + round, -2, 5).toArray();
            double[] y = random.doubles(7, -2, 3).toArray();
            for (Alternative side : Alternative.values()) {
                for (NullDistribution distribution : NullDistribution.values()) {
                    TwoGroups two = TwoGroups.of(x, y)
                            .withAlternative(side)
                            .withDistribution(distribution)
                            .withLevel(0.9);
                    Interval interval = interval(two.mannWhitney().headline());
                    for (int i = 0; i < 40; i++) {
                        double value = random.nextDouble(-5, 7);
                        double p = two.against(value).mannWhitney().headline().pValue();
                        assertThat(interval.contains(value))
                                .as(round + " " + side + " " + distribution + " " + value)
                                .isEqualTo(p > 0.1);
                    }
                }
            }
        }
    }

    @Test
    void permutationIsEnumerationOfDifferences() {
        // by hand: of 6 choices {5, 6} is the farthest up and {1, 2} as far down
        TwoGroups two = TwoGroups.of(new double[] {5, 6}, new double[] {1, 2});
        assertThat(two.permutation().headline().pValue()).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(two.withAlternative(Alternative.GREATER)
                        .permutation()
                        .headline()
                        .pValue())
                .isCloseTo(1 / 6.0, within(1e-15));
        assertThat(two.withAlternative(Alternative.LESS)
                        .permutation()
                        .headline()
                        .pValue())
                .isOne();
        assertThat(two.against(4).permutation().headline().pValue()).isOne();
        assertThat(two.permutation().diagnostics()).containsEntry("arrangements", 6.0);
    }

    @Test
    void randomChoicesComeNearTheTTestAndKeepTheirSeed() {
        SplittableRandom random = new SplittableRandom(77);
        double[] x = random.doubles(40).toArray();
        double[] y = random.doubles(35, 0, 1.3).toArray();
        TwoGroups two = TwoGroups.of(x, y).withSeed(6).withDraws(20_000);
        Effect drawn = two.permutation();
        assertThat(drawn.seed()).isEqualTo(6);
        assertThat(two.permutation()).isEqualTo(drawn);
        assertThat(drawn.headline().pValue()).isCloseTo(two.pooled().headline().pValue(), within(0.01));
        assertThat(two.withSeed(7).permutation().headline().pValue())
                .isNotEqualTo(drawn.headline().pValue());
    }

    @Test
    void equivalenceIsTwoOneSidedTests() {
        TwoGroups two = TwoGroups.of(TERM, WEEKS);
        Effect effect = two.equivalence(-1, 1);
        Estimate above =
                two.against(-1).withAlternative(Alternative.GREATER).welch().headline();
        Estimate below =
                two.against(1).withAlternative(Alternative.LESS).welch().headline();
        assertThat(effect.headline().pValue()).isEqualTo(Math.max(above.pValue(), below.pValue()));
        assertThat(effect.headline().statistic()).isEqualTo(below.statistic());
    }

    @Test
    void answersMoveWithTheDataAsTheyShould() {
        SplittableRandom random = new SplittableRandom(15);
        for (int round = 0; round < 15; round++) {
            double[] x = Samples.tied(random, 6, 9);
            double[] y = Samples.tied(random, 8, 7);
            TwoGroups two = TwoGroups.of(x, y);
            TwoGroups turned = TwoGroups.of(y, x);
            TwoGroups scaled = TwoGroups.of(Samples.times(x, 4, 7), Samples.times(y, 4, 7));
            TwoGroups other = TwoGroups.of(Samples.shuffled(x, round), Samples.shuffled(y, round + 1));
            for (int m = 0; m < 4; m++) {
                String what = "round " + round + " method " + m;
                Estimate as = run(two, m);
                assertThat(run(turned, m).value()).as(what).isCloseTo(-as.value(), within(1e-12));
                assertThat(run(turned, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-12));
                assertThat(run(scaled, m).value()).as(what).isCloseTo(4 * as.value(), within(1e-12));
                assertThat(run(scaled, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-12));
                assertThat(run(other, m).value()).as(what).isCloseTo(as.value(), within(1e-14));
                assertThat(run(other, m).pValue()).as(what).isCloseTo(as.pValue(), within(1e-12));
            }
            Effect sizes = two.effectSizes();
            for (Estimate size : scaled.effectSizes().estimates()) {
                assertThat(size.value())
                        .as(size.term())
                        .isCloseTo(sizes.estimate(size.term()).value(), within(1e-12));
            }
        }
    }

    private static Estimate run(TwoGroups two, int method) {
        return switch (method) {
            case 0 -> two.welch().headline();
            case 1 -> two.pooled().headline();
            case 2 -> two.mannWhitney().headline();
            default -> two.permutation().headline();
        };
    }

    @Test
    void manyPeopleAreComparedByTheNormalDistribution() {
        double[] x = new SplittableRandom(1).doubles(3_000).toArray();
        double[] y = new SplittableRandom(2).doubles(2_000, 0.01, 1.01).toArray();
        TwoGroups two = TwoGroups.of(x, y);
        Effect effect = two.mannWhitney();
        assertThat(effect.convention()).containsEntry("p", "normal, continuity corrected");
        assertThat(interval(effect.headline()).contains(-0.01)).isTrue();
        assertThatThrownBy(() -> two.withDistribution(NullDistribution.EXACT).mannWhitney())
                .hasMessageContaining("takes too long");
    }

    @Test
    void missingValuesAreLeftOutAndCounted() {
        Categories groups = Categories.of(Arrays.asList("b", "a", null, "a", "b", "a", "b"));
        double[] outcome = {1, 2, 3, 4, 5, Double.NaN, 9};
        Effect effect = TwoGroups.of(outcome, groups, "b").welch();
        assertThat(effect.headline())
                .isEqualTo(TwoGroups.of(new double[] {1, 5, 9}, new double[] {2, 4})
                        .welch()
                        .headline());
        assertThat(effect.diagnostics()).containsEntry("missing", 2.0);
        assertThat(effect.groups()).containsEntry("treated", 3L).containsEntry("control", 2L);
    }

    @Test
    void wrongDataAreToldInWords() {
        double[] four = {1, 2, 3, 4};
        assertThatThrownBy(() -> TwoGroups.of(four, Categories.of(List.of("a", "a", "a", "a")), "a"))
                .hasMessageContaining("two groups are needed, but there are 1")
                .hasMessageContaining("use PrePost");
        assertThatThrownBy(() -> TwoGroups.of(four, Categories.of(List.of("a", "b", "c", "a")), "a"))
                .hasMessageContaining("use SeveralGroups");
        assertThatThrownBy(() -> TwoGroups.of(four, Categories.of(List.of("a", "b", "b", "a")), "A"))
                .hasMessageContaining("one of the two groups")
                .hasMessageNotContaining("'A'");
        assertThatThrownBy(() -> TwoGroups.of(four, Categories.of(List.of("a")), "a"))
                .hasMessageContaining("they have 4 and 1");
        assertThatThrownBy(() -> TwoGroups.of(new double[] {1}, new double[] {Double.NaN, 3}))
                .isInstanceOfSatisfying(
                        FindingsException.class, e -> assertThat(e.findings()).hasSize(2));
        TwoGroups constant = TwoGroups.of(new double[] {1, 1}, new double[] {1, 1});
        assertThatThrownBy(constant::welch).hasMessageContaining("all but the same");
        assertThatThrownBy(constant::pooled).hasMessageContaining("all but the same");
        assertThatThrownBy(constant::mannWhitney).hasMessageContaining("all are equal");
        assertThatThrownBy(() ->
                        TwoGroups.of(new double[] {1, 2}, new double[] {1, 1}).effectSizes())
                .hasMessageContaining("control group must vary");
    }
}
