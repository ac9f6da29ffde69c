package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.model.finding.FindingsException;
import london.loti.model.json.LotiJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CostBenefitTest {
    private static Line cost(double scale) {
        double[] amounts = {100, 20, 20, 20, 20, 20};
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= scale;
        }
        return Line.cost("delivery", "council", amounts)
                .source(2026, "invented")
                .build();
    }

    private static Line benefit(double scale, String... inputs) {
        double[] amounts = {0, 50, 60, 60, 60, 50};
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= scale;
        }
        return Line.benefit("wages", "residents", ValueKind.SOCIAL, amounts)
                .source(2026, "invented")
                .outcomes("work")
                .inputs(inputs)
                .build();
    }

    private static CostBenefit simple(double scale) {
        return CostBenefit.of(2026, List.of(cost(scale), benefit(scale)));
    }

    @Test
    void everyNumberIsThatOfR() {
        CostBenefitResult result = simple(1).assess();
        Cases expected = Cases.of("npv.bcr.simple");
        expected.check("pv_cost", result.costs());
        expected.check("pv_benefit", result.benefits());
        expected.check("npv", result.netPresentValue());
        expected.check("bcr", result.benefitCostRatio());
        expected.check("irr", result.internalRate().only());
        expected.check("payback_simple", result.payback());
        expected.check("payback_disc", result.discountedPayback());
        expected.check("roi", result.returnOnInvestment());
        expected.check("eac", result.equivalentAnnualCost());
    }

    @Test
    void anEquivalentAnnualCostIsOfTheYearsAfterTheFirstHereAndOfAllYearsOverAWholeLife() {
        for (Timing timing : Timing.values()) {
            // what costs 50 in each year after year 0 is its own equivalent, and 100 in year 0 are spread over those
            Line cost = Line.cost("c", "council", 100, 50, 50, 50)
                    .source(2026, "invented")
                    .build();
            double root = timing == Timing.MID_YEAR ? Math.sqrt(1.035) : 1;
            double annuity = root * (1 - Math.pow(1.035, -3)) / 0.035;
            CostBenefitResult result =
                    CostBenefit.of(2026, List.of(cost)).withTiming(timing).assess();
            assertThat(result.equivalentAnnualCost()).isCloseTo(50 + 100 / annuity, within(1e-10));
            WholeLifeCostModel model = Models.model(
                    4,
                    1,
                    Models.doNothing(7),
                    Models.option(
                            "open",
                            WholeLifeOption.Kind.OPEN_SOURCE,
                            Models.once("build", Stage.ACQUIRE, 100, 0, null),
                            Models.yearly("run", 50, null)));
            WholeLifeComparison comparison = Models.timed(model, timing).compare();
            double ofAllYears = root * (1 - Math.pow(1.035, -4)) / 0.035;
            assertThat(comparison.option("nothing").equivalentAnnualCost())
                    .isCloseTo(7 * annuity / ofAllYears, within(1e-12));
            assertThat(comparison.option("open").equivalentAnnualCost())
                    .isCloseTo((50 * annuity + 100) / ofAllYears, within(1e-10));
        }
    }

    @Test
    void correctionsAreAgainstTheCaseWhateverTheSign() {
        EvidenceGrades.Grade grade = new EvidenceGrades.Grade(3, "invented", 0.1);
        Line cost = Line.cost("build", "council", 1000, -200)
                .source(2026, "invented")
                .optimismBias(new OptimismBias(0.25, 0))
                .grade(grade)
                .build();
        Line benefit = Line.benefit("b", "NHS", ValueKind.CASHABLE, 0, 500, -300)
                .source(2026, "invented")
                .grade(grade)
                .build();
        CostBenefitResult result = CostBenefit.of(2026, List.of(cost, benefit))
                .withSchedule(DiscountSchedule.flat(0))
                .assess();
        assertThat(result.costs()).isCloseTo(1000 * 1.1 * 1.25 - 200 * 0.9 / 1.25, within(1e-9));
        assertThat(result.benefits()).isCloseTo(500 * 0.9 - 300 * 1.1, within(1e-9));
        Line turned = Line.benefit("b", "NHS", ValueKind.CASHABLE, 100)
                .source(2026, "invented")
                .grade(grade)
                .inputs("effect")
                .build();
        CostBenefit harm = CostBenefit.of(2026, List.of(cost, turned)).withInput("effect", Uncertain.fixed(-2));
        assertThat(harm.assess().benefits()).isCloseTo(-2 * 110, within(1e-9));
        assertThat(harm.simulate(100, 1, 1).netPresentValue().mean())
                .isCloseTo(harm.assess().netPresentValue(), within(1e-9));
        Line bare = Line.cost("build", "council", 1000, -200)
                .source(2026, "invented")
                .build();
        Line bareBenefit = Line.benefit("b", "NHS", ValueKind.CASHABLE, 0, 500, -300)
                .source(2026, "invented")
                .build();
        assertThat(result.netPresentValue())
                .isLessThan(CostBenefit.of(2026, List.of(bare, bareBenefit))
                        .withSchedule(DiscountSchedule.flat(0))
                        .assess()
                        .netPresentValue());
    }

    @Test
    void outcomesAreTheSameWhateverTheirCaseAndSpaces() {
        Line first = Line.benefit("calls", "residents", ValueKind.SOCIAL, 1)
                .source(2026, "invented")
                .outcomes("Life  satisfaction ", "life satisfaction")
                .build();
        Line second = Line.benefit("visits", "residents", ValueKind.SOCIAL, 1)
                .source(2026, "invented")
                .outcomes("LIFE SATISFACTION", "strength")
                .build();
        assertThatThrownBy(() -> CostBenefit.of(2026, List.of(first, second)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'calls' and 'visits' both value it");
        assertThat(CostBenefit.of(2026, List.of(first)).assess().benefits()).isEqualTo(1);
        assertThatThrownBy(() -> Line.benefit("b", "NHS", ValueKind.SOCIAL, 1)
                        .source(2026, "invented")
                        .outcomes(" ")
                        .build())
                .hasMessageContaining("an outcome needs a name");
    }

    @Test
    void switchingValuesAreThoseOfR() {
        Line cost = Line.cost("c", "council", 200).source(2026, "invented").build();
        Line benefit = Line.benefit("b", "residents", ValueKind.SOCIAL, 260)
                .source(2026, "invented")
                .build();
        CostBenefitResult result = CostBenefit.of(2026, List.of(cost, benefit)).assess();
        Cases expected = Cases.of("switch.value");
        expected.check("benefit_fall_pct", result.benefitFall());
        expected.check("cost_rise_pct", result.costRise());
        assertThat(result.equivalentAnnualCost()).isNull();
    }

    @Test
    void aLineChangedByItsSwitchingValueLeavesNothing() {
        CostBenefitResult result = simple(1).assess();
        double benefitChange = result.lines().get(1).switchingChange();
        double costChange = result.lines().get(0).switchingChange();
        assertThat(CostBenefit.of(2026, List.of(cost(1), benefit(1 + benefitChange)))
                        .assess()
                        .netPresentValue())
                .isCloseTo(0, within(1e-9));
        assertThat(CostBenefit.of(2026, List.of(cost(1 + costChange), benefit(1)))
                        .assess()
                        .netPresentValue())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void allBenefitsOrAllCostsChangedByTheirSwitchingValueLeaveNothing() {
        CostBenefitResult result = simple(1).assess();
        assertThat(CostBenefit.of(2026, List.of(cost(1), benefit(1 - result.benefitFall())))
                        .assess()
                        .netPresentValue())
                .isCloseTo(0, within(1e-9));
        assertThat(CostBenefit.of(2026, List.of(cost(1 + result.costRise()), benefit(1)))
                        .assess()
                        .netPresentValue())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void theTornadoIsInTheOrderOfTheSwings() {
        Line wide = Line.benefit("wide", "NHS", ValueKind.CASHABLE, 100)
                .source(2026, "invented")
                .inputs("x")
                .build();
        Line narrow = Line.benefit("narrow", "NHS", ValueKind.CASHABLE, 300)
                .source(2026, "invented")
                .inputs("y")
                .build();
        List<Simulation.Swing> tornado = CostBenefit.of(2026, List.of(cost(1), wide, narrow))
                .withInput("x", Uncertain.normal(1, 0.5))
                .withInput("y", Uncertain.normal(1, 0.1))
                .simulate(100, 1, 1)
                .tornado();
        assertThat(tornado).extracting(Simulation.Swing::input).containsExactly("x", "y");
        // 2·1.644854·0.5·100 and 2·1.644854·0.1·300
        assertThat(tornado.get(0).size()).isCloseTo(164.4854, within(1e-4));
        assertThat(tornado.get(1).size()).isCloseTo(98.6912, within(1e-4));
    }

    @Test
    void theValueAtTheInternalRateIsNought() {
        double rate = simple(1).assess().internalRate().only();
        assertThat(simple(1).withSchedule(DiscountSchedule.flat(rate)).assess().netPresentValue())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void scaleMovesTheValueAndNoRatio() {
        CostBenefitResult one = simple(1).assess();
        CostBenefitResult seven = simple(7).assess();
        assertThat(seven.netPresentValue()).isCloseTo(7 * one.netPresentValue(), within(1e-9));
        assertThat(seven.benefitCostRatio()).isCloseTo(one.benefitCostRatio(), within(1e-12));
        assertThat(seven.internalRate().only()).isCloseTo(one.internalRate().only(), within(1e-12));
    }

    @Test
    void withoutDiscountingItIsAPlainSum() {
        CostBenefitResult result =
                simple(1).withSchedule(DiscountSchedule.flat(0)).assess();
        assertThat(result.netPresentValue()).isEqualTo(80);
    }

    @Test
    void theOrderOfLinesChangesNothing() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lines.add(Line.cost("cost " + i, "council", 0.1 * i, 1e6 / (i + 1), 3)
                    .source(2026, "invented")
                    .build());
            lines.add(Line.benefit("benefit " + i, "NHS", ValueKind.CASHABLE, 0, 7.7 * i, 1e5 / (i + 1))
                    .source(2026, "invented")
                    .inputs("take-up")
                    .build());
        }
        Uncertain takeUp = Uncertain.beta(3, 4);
        CostBenefit forth = CostBenefit.of(2026, lines).withInput("take-up", takeUp);
        Collections.reverse(lines);
        CostBenefit back = CostBenefit.of(2026, lines).withInput("take-up", takeUp);
        assertThat(back.assess().netPresentValue()).isEqualTo(forth.assess().netPresentValue());
        assertThat(back.simulate(500, 3, 1)).isEqualTo(forth.simulate(500, 3, 1));
    }

    @Test
    void thePublicRatioSetsOthersCostsAgainstTheBenefits() {
        Line council =
                Line.cost("grant", "council", 100).source(2026, "invented").build();
        Line charity = Line.cost("volunteers", "charity", 40)
                .publicSector(false)
                .kind(ValueKind.NON_CASHABLE)
                .source(2026, "invented")
                .build();
        Line benefit = Line.benefit("b", "NHS", ValueKind.CASHABLE, 280)
                .source(2026, "invented")
                .build();
        CostBenefitResult result =
                CostBenefit.of(2026, List.of(council, charity, benefit)).assess();
        assertThat(result.benefitCostRatio()).isEqualTo(2);
        assertThat(result.publicBenefitCostRatio()).isEqualTo(2.4); // (280 − 40) / 100
        assertThat(result.bodies().get("charity").costs()).isEqualTo(40);
        assertThat(result.benefitsByKind()).containsExactly(Map.entry(ValueKind.CASHABLE, 280.0));
    }

    @Test
    void gradesAndOptimismBiasRaiseCostsAndLowerBenefits() {
        EvidenceGrades grades = EvidenceGrades.bundled();
        Line cost = Line.cost("build", "council", 1000)
                .source(2026, "invented")
                .optimismBias(new OptimismBias(0.24, 0.4))
                .grade(grades.grade(3))
                .build();
        Line benefit = Line.benefit("b", "NHS", ValueKind.CASHABLE, 0, 1000, 1000)
                .source(2026, "invented")
                .additionality(new Additionality(0.2, 0, 0.5, 0.25))
                .grade(grades.grade(6))
                .build();
        CostBenefitResult result = CostBenefit.of(2026, List.of(cost, benefit))
                .withSchedule(DiscountSchedule.flat(0))
                .assess();
        assertThat(result.costs()).isCloseTo(1144 * 1.1, within(1e-9));
        assertThat(result.benefits()).isCloseTo(1000 * 0.4 * 0.6 * (1 + 0.75), within(1e-9));
        Cases bias = Cases.of("optimism.bias");
        bias.check("adj", 1000 * new OptimismBias(0.24, 0.4).factor());
        bias.check("opex_equip", 500 * new OptimismBias(2, 0.5).factor());
    }

    @Test
    void tellsEveryProblemOfTheLinesAtOnce() {
        Line other = Line.benefit("wages", "NHS", ValueKind.CASHABLE, 1)
                .source(2019, "invented")
                .outcomes("work")
                .build();
        assertThatThrownBy(() -> CostBenefit.of(2026, List.of(cost(1), benefit(1), other)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("'wages' comes twice")
                .hasMessageContaining("in prices of 2026, but 'wages' is in those of 2019")
                .hasMessageContaining("the outcome 'work' must be valued once");
        assertThatThrownBy(() -> CostBenefit.of(2026, List.of(cost(1), benefit(1, "efect")))
                        .withInput("effect", Uncertain.fixed(1))
                        .assess())
                .hasMessageContaining("'effect' is meant");
        assertThatThrownBy(() -> Line.benefit("b", "NHS", ValueKind.CASHABLE, 1)
                        .source(2026, "invented")
                        .optimismBias(new OptimismBias(1, 0))
                        .build())
                .hasMessageContaining("no optimism bias");
    }

    @Test
    void aDeflatorMakesLinesComparable() {
        Deflator deflator = new Deflator("d", "2026-06-30", "invented", new TreeMap<>(Map.of(2019, 80.0, 2026, 100.0)));
        Line old = Line.cost("old", "council", 80).source(2019, "invented").build();
        CostBenefitResult result =
                CostBenefit.of(2026, List.of(old.inPricesOf(2026, deflator))).assess();
        assertThat(result.costs()).isEqualTo(100);
        assertThat(result.benefitCostRatio()).isEqualTo(0.0);
        assertThat(result.publicBenefitCostRatio()).isEqualTo(0.0);
    }

    @Test
    void carriesTheUncertaintyOfAnEffectThrough() {
        CostBenefit analysis = CostBenefit.of(2026, List.of(cost(1), benefit(1, "effect")))
                .withInput("effect", Uncertain.normal(1, 0.3));
        CostBenefitUncertainty one = analysis.simulate(20_000, 5, 1);
        assertThat(analysis.simulate(20_000, 5, 4)).isEqualTo(one);
        assertThat(analysis.simulate(20_000, 6, 1)).isNotEqualTo(one);
        // net present value is normal: 252.82·N(1, 0.3) − 190.30
        double deviation = 252.821575110867 * 0.3;
        ValueOfInformation exact = ValueOfInformation.normal(62.5205276014524, deviation);
        assertThat(one.netPresentValue().mean()).isCloseTo(62.52, within(4 * deviation / Math.sqrt(20_000)));
        assertThat(one.netPresentValue().deviation()).isCloseTo(deviation, within(0.02 * deviation));
        assertThat(one.probabilityWorthIt()).isCloseTo(exact.probabilityCostEffective(), within(0.014));
        assertThat(one.information().evpi()).isCloseTo(exact.evpi(), within(0.06 * exact.evpi()));
        assertThat(one.tornado()).extracting(Simulation.Swing::input).containsExactly("effect");
        assertThat(LotiJson.write(one)).contains("\"probabilityWorthIt\"");
        assertThat(LotiJson.write(analysis.assess())).contains("\"benefitCostRatio\"");
    }
}
