package london.loti.evaluation.claims;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.compare.PairedProportions;
import london.loti.evaluation.compare.TwoProportions;
import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;

import static org.assertj.core.api.Assertions.assertThat;

class ClaimTest {
    private static Claim claim(StudyDesign design) {
        return ClaimsGuard.withDefaults().judge(design, Samples.good(400));
    }

    private static String sentence(StudyDesign design, Effect effect) {
        return claim(design).sentence(effect, Samples.loneliness(), Samples.programme());
    }

    @Test
    void usesTheVerbOfTheLevel() {
        Effect effect = Samples.effect(200, -1.2, 0.4); // 1.2 +- 1.96 * 0.4
        assertThat(sentence(StudyDesign.BEFORE_AFTER, effect))
                .isEqualTo("Tablets and Tea is associated with a fall of 1.2 (points, 3 to 9; 95% confidence"
                        + " interval from −1.98 to −0.42) in “Loneliness”. That is for the better. Whether the"
                        + " programme is the reason, this study can't tell.");
        assertThat(sentence(StudyDesign.DIFFERENCE_IN_DIFFERENCES, effect))
                .startsWith("The result is consistent with Tablets and Tea having led to a fall of 1.2");
        assertThat(sentence(StudyDesign.RANDOMISED_INDIVIDUALS, effect))
                .startsWith("Tablets and Tea caused a fall of 1.2")
                .endsWith("That is for the better.");
    }

    @Test
    void hasNoVerbWhereTheIntervalHoldsNoChange() {
        for (StudyDesign design : StudyDesign.values()) {
            assertThat(sentence(design, Samples.effect(200, -0.4, 0.4)))
                    .startsWith("The study can't tell whether Tablets and Tea made a difference to “Loneliness”: the"
                            + " estimate is −0.4 (points, 3 to 9; 95%")
                    .doesNotContain("caused", "associated", "consistent");
        }
    }

    @Test
    void onlyDescribesWhereFewPeopleWereMeasured() {
        assertThat(sentence(StudyDesign.RANDOMISED_INDIVIDUALS, Samples.effect(25, -2, 0.1)))
                .isEqualTo("Among the few people measured, the estimate for “Loneliness” is −2 (points, 3 to 9; 95%"
                        + " confidence interval from −2.2 to −1.8). They are too few to say more: read it as a"
                        + " description.");
    }

    @Test
    void showsNothingOfAHandfulOfPeople() {
        Effect one = Samples.effect(7, -2, 0.1);
        Effect group = Effect.builder("welch-t", 107)
                .group("a", 100)
                .group("b", 7)
                .estimate(one.headline())
                .build();
        for (Effect effect : List.of(one, group)) {
            assertThat(sentence(StudyDesign.BEFORE_AFTER, effect))
                    .isEqualTo("Too few people were measured on “Loneliness” to show a result.");
        }
    }

    @Test
    void takesOneForNoChangeInARatio() {
        Effect ratio = Effect.builder("poisson", 200)
                .estimate(Estimate.of("rate ratio", 1.2).withInterval(new Interval(0.9, 1.6, 0.95)))
                .build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, ratio)).startsWith("The study can't tell");
        Effect clear = Effect.builder("poisson", 200)
                .estimate(Estimate.of("rate ratio", 0.5).withInterval(new Interval(0.4, 0.7, 0.95)))
                .build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, clear))
                .contains("a fall by 50% (a ratio of 0.5; 95% confidence interval from 0.4 to 0.7) in “Loneliness”");
    }

    @Test
    void tellsARatioInPerCentAndALargeOneInTimes() {
        assertThat(ofRatio("rate ratio", 0.89, 0.8, 0.99))
                .contains("a fall by 11% (a ratio of 0.89; 95% confidence interval from 0.8 to 0.99) in “Loneliness”.");
        assertThat(ofRatio("rate ratio", 1.12, 1.02, 1.23)).contains("a rise by 12% (a ratio of 1.12;");
        assertThat(ofRatio("risk ratio", 2.4, 1.4, 4.1))
                .contains("a rise to 2.4 times as much (a ratio of 2.4; 95% confidence interval from 1.4 to 4.1) in");
        assertThat(ofRatio("odds ratio", 2.4, 1.4, 4.1)).contains(" in the odds of “Loneliness”.");
        assertThat(ofRatio("hazard ratio", 0.4, 0.3, 0.6)).contains("a fall by 60%", " in the hazard of “Loneliness”.");
    }

    private static String ofRatio(String term, double value, double lower, double upper) {
        return sentence(
                StudyDesign.BEFORE_AFTER,
                Effect.builder("poisson", 200)
                        .estimate(Estimate.of(term, value).withInterval(new Interval(lower, upper, 0.95)))
                        .build());
    }

    @Test
    void aNumberHasItsSignWhereNoWordTellsTheSide() {
        Effect narrow = Effect.builder("welch-t", 200)
                .estimate(Estimate.of("mean difference", -5).withInterval(new Interval(-5.62, -4.38, 0.9)))
                .build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, narrow))
                .contains("the estimate is −5 (", "from −5.62 to −4.38", "too weak to claim anything from");
        Effect open = Effect.builder("welch-t", 200)
                .estimate(Inference.usual().withAlternative(Alternative.LESS).normal("mean difference", -5, 1))
                .build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, open)).contains("the estimate is −5 (");
    }

    @Test
    void saysThatAnEstimateWithoutIntervalMayBeChance() {
        Effect bare =
                Effect.builder("mean", 200).estimate(Estimate.of("mean", 2)).build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, bare)).contains("It has no interval");
        Effect none = Effect.builder("mean", 200)
                .estimate(Estimate.of("mean", Double.NaN))
                .build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, none)).isEqualTo("The data give no estimate for “Loneliness”.");
    }

    @Test
    void claimsNothingFromAnIntervalThatIsNarrowByChoice() {
        for (Inference weak :
                List.of(Inference.usual().withLevel(0.8), Inference.usual().withAlternative(Alternative.GREATER))) {
            Effect effect = Effect.builder("welch-t", 200)
                    .estimate(weak.normal("mean difference", 1.8, 1))
                    .build();
            assertThat(sentence(StudyDesign.RANDOMISED_INDIVIDUALS, effect))
                    .contains("too weak to claim anything from")
                    .doesNotContain("caused");
        }
    }

    @Test
    void writesNumbersAsPeopleReadThem() {
        assertThat(List.of(
                        PlainNumber.text(1234.4),
                        PlainNumber.text(-0.0871),
                        PlainNumber.text(0),
                        PlainNumber.text(12.04),
                        PlainNumber.text(-0.00001),
                        PlainNumber.text(Double.NaN),
                        PlainNumber.pounds(-1234.5),
                        PlainNumber.pValue(0.0004),
                        PlainNumber.percent(0.124)))
                .containsExactly(
                        "1,234", "−0.087", "0", "12", "−0.00001", "not known", "−£1,235", "below 0.001", "12%");
    }

    @Test
    void tellsSmallNumbersAsSmallAndNotAsNought() {
        assertThat(List.of(
                        PlainNumber.text(0.0004),
                        PlainNumber.text(-0.000_412),
                        PlainNumber.text(0.0995),
                        PlainNumber.text(1.234e-9),
                        PlainNumber.percent(0.002),
                        PlainNumber.percent(0.998),
                        PlainNumber.percent(1),
                        PlainNumber.pounds(0.4),
                        PlainNumber.pounds(9),
                        PlainNumber.level(new Interval(0, 1, 0.9995))))
                .containsExactly(
                        "0.0004",
                        "−0.00041",
                        "0.1",
                        "1.2 × 10^-9",
                        "below 1%",
                        "above 99%",
                        "100%",
                        "£0.40",
                        "£9",
                        "99.95%");
    }

    @Test
    void asksHowManyPeopleAreBehindRows() {
        Effect rows = Effect.builder("did-2x2", 36)
                .group("comparison", 18)
                .group("treated", 18)
                .estimate(Samples.effect(36, -2, 0.1).headline())
                .build();
        assertThat(CountedUnit.people(rows)).containsExactly(18L, 9L, 9L); // nine people, twice
        assertThat(sentence(StudyDesign.BEFORE_AFTER, rows)).contains("to show a result");
        Effect persons =
                Effect.builder("ols", 54).clusters(9).estimate(rows.headline()).build();
        assertThat(CountedUnit.mayBeShown(persons, DisclosureRule.withDefaults()))
                .as("nine clusters of six rows may be nine people, six times")
                .isFalse();
        Effect studies =
                Effect.builder("meta-analysis", 5).estimate(rows.headline()).build();
        assertThat(sentence(StudyDesign.BEFORE_AFTER, studies)).contains("is associated with");
    }

    private static boolean mayBeShown(Effect effect) {
        return CountedUnit.mayBeShown(effect, DisclosureRule.withDefaults());
    }

    /** Three of twenty against nine: a ratio of a third and an odds ratio of 0.22 leave no other table. */
    @Test
    void everyNumberAboutATableWithAFewInACellIsHidden() {
        TwoProportions few = TwoProportions.of(3, 20, 9, 20);
        assertThat(List.of(few.difference(), few.ratios(), few.numberNeeded(), few.fisher()))
                .noneMatch(ClaimTest::mayBeShown)
                .allMatch(effect -> sentence(StudyDesign.BEFORE_AFTER, effect).startsWith("Too few people"));
        TwoProportions nobodyWithout = TwoProportions.of(200, 200, 90, 200);
        assertThat(mayBeShown(nobodyWithout.ratios())).isFalse();
        TwoProportions many = TwoProportions.of(30, 200, 90, 200);
        assertThat(List.of(many.difference(), many.ratios())).allMatch(ClaimTest::mayBeShown);
        assertThat(mayBeShown(PairedProportions.of(40, 3, 15, 40).difference())).isFalse();
    }

    @Test
    void aTableIsAskedForItsSmallestCellWhereThatIsToldAndNotShownWhereNothingTells() {
        Effect.Builder table = Effect.builder("fisher-exact", 400)
                .group("control", 200)
                .group("treated", 200)
                .estimate(Estimate.of("conditional odds ratio", 0.5));
        assertThat(mayBeShown(table.build())).isFalse();
        assertThat(mayBeShown(table.diagnostic("smallest_cell", 30).build())).isTrue();
        assertThat(mayBeShown(table.diagnostic("smallest_cell", 9).build())).isFalse();
        // The rule shows noughts, but then the next cell could be few.
        DisclosureRule noughts = new DisclosureRule("noughts", "1", 10, ZeroPolicy.SHOW, 1, "a test");
        assertThat(CountedUnit.mayBeShown(table.diagnostic("smallest_cell", 0).build(), noughts))
                .isFalse();
    }

    /** Two groups of fifty, and four people of one of them at one time. */
    @Test
    void theSmallestGroupAtATimeIsAskedToo() {
        Effect.Builder rows = Effect.builder("did-2x2", 200)
                .group("taught", 100)
                .group("waiting", 100)
                .estimate(Estimate.of("difference in differences", 1));
        assertThat(CountedUnit.mayBeShown(rows.build(), DisclosureRule.withDefaults()))
                .isTrue();
        assertThat(CountedUnit.mayBeShown(rows.diagnostic("smallest_cell", 4).build(), DisclosureRule.withDefaults()))
                .isFalse();
    }
}
