package london.loti.evaluation.compare;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

import static london.loti.evaluation.compare.Samples.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ProportionsTest {
    private static final TwoProportions HELPED = TwoProportions.of(15, 100, 30, 100);

    /** Agresti 2002, section 10.1: approval of the prime minister, in two surveys of the same people. */
    private static final PairedProportions APPROVAL = PairedProportions.of(794, 86, 150, 570);

    private static void check(Cases expected, String low, String high, Interval interval) {
        expected.check(low, interval.lower());
        expected.check(high, interval.upper());
    }

    @Test
    void intervalsOfAShareAgreeWithR() {
        Cases expected = Cases.of("prop1.ci");
        OneProportion share = OneProportion.of(15, 148);
        expected.check("p", share.share().headline().value());
        String[] keys = {"wald", "wilson", "wilson_cc", "cp", "ac", "jeff"};
        int next = 0;
        for (ProportionInterval kind : ProportionInterval.values()) {
            Effect effect = share.withInterval(kind).share();
            String key = keys[next++];
            check(expected, key + "_lo", key + "_hi", interval(effect.headline()));
        }
        assertThat(share.share().convention()).containsEntry("interval", "wilson");
    }

    @Test
    void intervalsTurnRoundWithTheShareAndStayWithinIt() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            for (int yes = 0; yes <= 7; yes++) {
                Interval as = interval(
                        OneProportion.of(yes, 7).withInterval(kind).share().headline());
                Interval turned = interval(
                        OneProportion.of(7 - yes, 7).withInterval(kind).share().headline());
                assertThat(as.lower()).as(kind + " " + yes).isCloseTo(1 - turned.upper(), within(1e-13));
                assertThat(as.lower()).isBetween(0.0, yes / 7.0);
                assertThat(as.upper()).isBetween(yes / 7.0, 1.0);
            }
        }
    }

    @Test
    void binomialTestAgreesWithR() {
        Cases expected = Cases.of("binom.mendel");
        Estimate share = OneProportion.of(682, 925).binomialTest(0.75).headline();
        expected.check("statistic", share.statistic());
        expected.check("p", share.pValue());
        expected.check("estimate", share.value());
        check(expected, "ci_lo", "ci_hi", interval(share));
    }

    @Test
    void binomialTestIsCountingOfWhatIsNoLikelier() {
        for (double share : new double[] {0, 0.1, 0.5, 0.77, 1}) {
            for (int yes = 0; yes <= 12; yes++) {
                double p =
                        OneProportion.of(yes, 12).binomialTest(share).headline().pValue();
                double other = BinomialTest.withDefaults().test(12, yes, share).getPValue();
                assertThat(p).as(yes + " of 12 against " + share).isCloseTo(other, within(1e-12));
            }
        }
        Estimate greater = OneProportion.of(9, 12)
                .withAlternative(Alternative.GREATER)
                .binomialTest(0.5)
                .headline();
        assertThat(greater.pValue()).isCloseTo(299 / 4096.0, within(1e-15)); // by hand: 220 + 66 + 12 + 1
        assertThat(interval(greater).upper()).isOne();
        assertThat(OneProportion.of(9, 12)
                        .binomialTest(interval(greater).lower())
                        .n())
                .isEqualTo(12);
    }

    @Test
    void twoSharesAgreeWithR() {
        Cases expected = Cases.of("prop2.test");
        Effect effect = HELPED.withContinuityCorrection()
                .withInterval(DifferenceInterval.WALD_CORRECTED)
                .difference();
        expected.check("statistic", effect.headline().statistic());
        expected.check("p", effect.headline().pValue());
        expected.check("df", effect.headline().degreesOfFreedom());
        check(expected, "ci_lo", "ci_hi", interval(effect.headline()));
        expected.check("estimate/0", effect.estimate("share of treated").value());
        expected.check("estimate/1", effect.estimate("share of control").value());
    }

    @Test
    void ratiosAndNumbersNeededAgreeWithR() {
        Cases expected = Cases.of("twobytwo.effects");
        Effect ratios = HELPED.ratios();
        expected.check("or", ratios.estimate("odds ratio").value());
        check(expected, "or_lo", "or_hi", interval(ratios.estimate("odds ratio")));
        expected.check("rr", ratios.estimate("risk ratio").value());
        check(expected, "rr_lo", "rr_hi", interval(ratios.estimate("risk ratio")));
        Estimate difference = HELPED.difference().headline();
        expected.check("rd", difference.value());
        expected.check("rd_se", difference.standardError());
        Effect needed = HELPED.numberNeeded();
        expected.check("nnt", needed.headline().value());
        assertThat(needed.headline().term()).isEqualTo("number needed for one fewer");
        assertThat(needed.estimates()).hasSize(1);
        assertThat(interval(needed.headline()).lower())
                .isCloseTo(-1 / interval(difference).lower(), within(1e-13));
        assertThat(interval(needed.headline()).upper())
                .isCloseTo(-1 / interval(difference).upper(), within(1e-13));
    }

    @Test
    void newcombesDifferencesAreAsHePublishedThem() {
        // Newcombe 1998, Statistics in Medicine 17, 873 to 890, table II, method 10
        double[][] expected = {
            {56, 70, 48, 80, .0524, .3339},
            {9, 10, 3, 10, .1705, .8090},
            {10, 10, 0, 20, .6791, 1},
            {0, 10, 0, 10, -.2775, .2775}
        };
        for (double[] e : expected) {
            Interval interval = interval(TwoProportions.of((int) e[0], (int) e[1], (int) e[2], (int) e[3])
                    .difference()
                    .headline());
            assertThat(interval.lower()).isCloseTo(e[4], within(5.1e-5));
            assertThat(interval.upper()).isCloseTo(e[5], within(5.1e-5));
        }
    }

    @Test
    void aNumberNeededHasNoValueAtNought() {
        Effect unsure = TwoProportions.of(12, 40, 10, 40).numberNeeded();
        assertThat(unsure.headline().term()).isEqualTo("number needed for one more");
        assertThat(unsure.headline().value()).isCloseTo(20, within(1e-12)); // by hand: 1 / 0.05
        assertThat(interval(unsure.headline()).upper()).isInfinite();
        assertThat(interval(unsure.estimate("number needed for one fewer")).upper())
                .isInfinite();
        assertThat(unsure.assumptions()).anyMatch(a -> a.contains("may be nought"));
        assertThat(TwoProportions.of(1, 4, 2, 8).numberNeeded().headline().value())
                .isInfinite();
    }

    @Test
    void fisherAgreesWithTheExactSolution() {
        Cases expected = Cases.of("fisher.tea");
        Estimate tea = TwoProportions.of(3, 4, 1, 4)
                .withAlternative(Alternative.GREATER)
                .fisher()
                .headline();
        expected.check("p", tea.pValue());
        expected.check("estimate", tea.value(), 1e-14);
        expected.check("ci_lo", interval(tea).lower(), 1e-14);
        expected.check("ci_hi", interval(tea).upper());
        // scipy 1.17.1: odds_ratio([[7, 12], [8, 3]]) with its interval, fisher_exact
        Estimate other = TwoProportions.of(7, 19, 8, 11).fisher().headline();
        assertThat(other.value()).isCloseTo(0.23094194095879872, within(1e-9));
        assertThat(interval(other).lower()).isCloseTo(0.029292871845823177, within(1e-9));
        assertThat(interval(other).upper()).isCloseTo(1.3772717024332373, within(1e-9));
        assertThat(other.pValue()).isCloseTo(0.12813593203398302, within(1e-13));
    }

    @Test
    void fisherTakesLargeAndExtremeTables() {
        int[][] tables = {{0, 5, 3, 4}, {5, 0, 0, 5}, {4, 6, 0, 9}, {30_000, 40_000, 20_100, 30_000}, {3, 0, 7, 0}};
        for (int[] t : tables) {
            for (Alternative side : Alternative.values()) {
                AlternativeHypothesis same = side == Alternative.TWO_SIDED
                        ? AlternativeHypothesis.TWO_SIDED
                        : side == Alternative.GREATER
                                ? AlternativeHypothesis.GREATER_THAN
                                : AlternativeHypothesis.LESS_THAN;
                double other = FisherExactTest.withDefaults()
                        .with(same)
                        .test(new int[][] {{t[0], t[1]}, {t[2], t[3]}})
                        .getPValue();
                Estimate odds = TwoProportions.of(t[0], t[0] + t[1], t[2], t[2] + t[3])
                        .withAlternative(side)
                        .fisher()
                        .headline();
                assertThat(odds.pValue()).isCloseTo(other, within(1e-9));
                assertThat(Double.isNaN(odds.value()) || interval(odds).contains(odds.value()))
                        .isTrue();
            }
        }
        assertThat(TwoProportions.of(0, 5, 3, 7).fisher().headline().value()).isZero();
        assertThat(TwoProportions.of(5, 5, 0, 5).fisher().headline().value()).isInfinite();
        assertThat(TwoProportions.of(3, 3, 7, 7).fisher().headline().value()).isNaN();
    }

    @Test
    void swappingGroupsTurnsEverythingRound() {
        TwoProportions turned = TwoProportions.of(30, 100, 15, 100);
        for (DifferenceInterval kind : DifferenceInterval.values()) {
            Estimate as = HELPED.withInterval(kind).difference().headline();
            Estimate other = turned.withInterval(kind).difference().headline();
            assertThat(other.value()).isEqualTo(-as.value());
            assertThat(interval(other).upper()).isCloseTo(-interval(as).lower(), within(1e-14));
            assertThat(other.pValue()).isEqualTo(as.pValue());
        }
        assertThat(turned.fisher().headline().value())
                .isCloseTo(1 / HELPED.fisher().headline().value(), within(1e-12));
        double less =
                HELPED.withAlternative(Alternative.LESS).difference().headline().pValue();
        assertThat(less).isCloseTo(HELPED.difference().headline().pValue() / 2, within(1e-14));
        Interval open = interval(HELPED.withAlternative(Alternative.LESS)
                .withLevel(0.975)
                .difference()
                .headline());
        assertThat(open.lower()).isEqualTo(-1);
        assertThat(open.upper())
                .isCloseTo(interval(HELPED.difference().headline()).upper(), within(1e-14));
    }

    @Test
    void noughtsAreSaid() {
        Effect none = TwoProportions.of(0, 10, 3, 10).ratios();
        assertThat(none.convention()).containsEntry("zero cells", "0.5 added to each cell");
        // by hand: (0.5 / 10.5) / (3.5 / 7.5)
        assertThat(none.estimate("odds ratio").value()).isCloseTo(0.5 / 10.5 / (3.5 / 7.5), within(1e-14));
        assertThat(TwoProportions.of(0, 10, 0, 10).difference().headline().pValue())
                .isNaN();
    }

    @Test
    void mcNemarAgreesWithR() {
        Cases plain = Cases.of("mcnemar.approval.nocc");
        Estimate chi = APPROVAL.withTest(McNemarTest.CHI_SQUARED).difference().headline();
        plain.check("statistic", chi.statistic());
        plain.check("p", chi.pValue());
        plain.check("df", chi.degreesOfFreedom());
        Cases corrected = Cases.of("mcnemar.approval.cc");
        Estimate cc = APPROVAL.withTest(McNemarTest.CHI_SQUARED_CORRECTED)
                .difference()
                .headline();
        corrected.check("statistic", cc.statistic());
        corrected.check("p", cc.pValue());
        Cases small = Cases.of("mcnemar.midp.small");
        PairedProportions few = PairedProportions.of(10, 6, 16, 5);
        small.check("p_midp", few.difference().headline().pValue());
        small.check(
                "p_exact",
                few.withTest(McNemarTest.EXACT).difference().headline().pValue());
    }

    @Test
    void pairedDifferenceAgreesWithR() {
        Cases expected = Cases.of("paired.prop.diff");
        Effect effect = APPROVAL.withWaldInterval().difference();
        expected.check("diff", effect.headline().value());
        expected.check("se", effect.headline().standardError());
        check(expected, "ci_lo", "ci_hi", interval(effect.headline()));
        expected.check("cond_or", effect.estimate("conditional odds ratio").value());
        check(expected, "or_lo", "or_hi", interval(effect.estimate("conditional odds ratio")));
        // Newcombe 1998, Statistics in Medicine 17, 2635 to 2650, table III, method 10: 36, 12, 2, 0
        Interval score =
                interval(PairedProportions.of(36, 2, 12, 0).difference().headline());
        assertThat(score.lower()).isCloseTo(.0569, within(5.1e-5));
        assertThat(score.upper()).isCloseTo(.3404, within(5.1e-5));
    }

    @Test
    void pairsThatOnlyGainedHaveAnExactRatio() {
        Effect effect =
                PairedProportions.of(3, 0, 6, 2).withTest(McNemarTest.EXACT).difference();
        assertThat(effect.headline().pValue()).isCloseTo(2 / 64.0, within(1e-15)); // by hand
        assertThat(effect.estimate("conditional odds ratio").interval()).isNull();
        assertThat(interval(effect.estimate("conditional odds ratio, exact")).upper())
                .isInfinite();
        Effect still = PairedProportions.of(3, 0, 0, 2).difference();
        assertThat(still.headline().pValue()).isNaN();
        assertThat(still.estimates()).hasSize(1);
    }

    @Test
    void rateRatioAgreesWithR() {
        Cases expected = Cases.of("poisson.rate.ratio");
        Effect effect = RateRatio.of(11, 800, 21, 3011).ratio();
        expected.check("statistic", effect.headline().statistic());
        expected.check("p", effect.headline().pValue());
        expected.check("df", effect.diagnostics().get("expected events of treated"));
        expected.check("estimate", effect.headline().value());
        check(expected, "ci_lo", "ci_hi", interval(effect.headline()));
        assertThat(RateRatio.of(3, 10, 0, 10).ratio().headline().value()).isInfinite();
        assertThat(RateRatio.of(3, 10, 3, 20).against(2).ratio().headline().pValue())
                .isOne();
    }

    @Test
    void wrongCountsAreToldInWords() {
        assertThatThrownBy(() -> OneProportion.of(5, 4)).hasMessageContaining("5 of 4");
        assertThatThrownBy(() -> OneProportion.of(-1, 4)).hasMessageContaining("0 or more, but was -1");
        assertThatThrownBy(() -> OneProportion.of(1, 4).binomialTest(2)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> TwoProportions.of(1, 4, 1, 0)).hasMessageContaining("at least 1 person");
        assertThatThrownBy(() -> PairedProportions.of(0, 0, 0, 0)).hasMessageContaining("all cells are 0");
        assertThatThrownBy(() -> RateRatio.of(0, 1, 0, 1)).hasMessageContaining("at least 1 event");
        assertThatThrownBy(() -> RateRatio.of(1, 0, 0, 1)).hasMessageContaining("above 0 and finite");
        assertThatThrownBy(() -> RateRatio.of(1, 1, 0, 1).against(0)).hasMessageContaining("above 0");
    }
}
