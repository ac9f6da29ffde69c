package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.need.Answer;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;
import london.loti.persona.fit.FairnessReport.Compared;
import london.loti.persona.fit.FairnessReport.Comparison;
import london.loti.persona.fit.FairnessReport.Group;
import london.loti.persona.fit.FairnessReport.Outcomes;
import london.loti.persona.fit.FairnessReport.TooFew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class FairnessAuditTest {
    private static final double DIGITS = 1e-12;

    private static final Attribute GROUP = Attribute.builder("group", AttributeKind.NOMINAL)
            .label("group")
            .levels("A", "B", "C")
            .use(AttributeUse.AUDIT_ONLY)
            .build();

    /** People one by one: their group, whether they were selected, and whether rightly. */
    private static final class People {
        private final List<String> groups = new ArrayList<>();
        private final List<Boolean> selected = new ArrayList<>();
        private final List<Answer> outcomes = new ArrayList<>();

        People add(String group, boolean chosen, Answer outcome, int times) {
            for (int i = 0; i < times; i++) {
                groups.add(group);
                selected.add(chosen);
                outcomes.add(outcome);
            }
            return this;
        }

        People add(String group, int truePositives, int falseNegatives, int falsePositives, int trueNegatives) {
            return add(group, true, Answer.YES, truePositives)
                    .add(group, false, Answer.YES, falseNegatives)
                    .add(group, true, Answer.NO, falsePositives)
                    .add(group, false, Answer.NO, trueNegatives);
        }

        FairnessAudit audit() {
            Sample.Builder sample = Sample.builder(List.of(GROUP));
            groups.forEach(sample::row);
            return FairnessAudit.by(sample.build(), "group");
        }

        FairnessReport report(int smallest) {
            return audit().withSmallest(smallest).audit(selected::get, outcomes::get);
        }

        FairnessReport selection(int smallest) {
            return audit().withSmallest(smallest).audit(selected::get);
        }

        void shuffle(long seed) {
            for (List<?> list : List.of(groups, selected, outcomes)) {
                Collections.shuffle(list, new Random(seed));
            }
        }
    }

    private static People ofOracle() {
        People people = new People();
        for (Map<String, String> line : Samples.oracle("fairness_by_group.csv")) {
            people.add(
                    line.get("group"),
                    Integer.parseInt(line.get("tp")),
                    Integer.parseInt(line.get("fn")),
                    Integer.parseInt(line.get("fp")),
                    Integer.parseInt(line.get("tn")));
        }
        return people;
    }

    @Test
    void ratesOfThreeGroups() {
        People people = ofOracle();
        people.shuffle(3);
        FairnessReport report = people.report(1);
        List<Map<String, String>> lines = Samples.oracle("fairness_by_group.csv");
        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Map<String, String> line = lines.get(i);
            Group group = report.groups().get(i);
            Outcomes outcomes = group.outcomes();
            assertThat(group.label()).isEqualTo(line.get("group"));
            assertThat(group.people()).isEqualTo(Integer.parseInt(line.get("n")));
            Map<String, Proportion> rates = Map.of(
                    "selection_rate", group.selected(),
                    "tpr", outcomes.truePositiveRate(),
                    "fpr", outcomes.falsePositiveRate(),
                    "ppv", outcomes.positivePredictiveValue(),
                    "fnr", outcomes.falseNegativeRate(),
                    "accuracy", outcomes.accuracy());
            rates.forEach((name, rate) -> assertThat(rate.estimate())
                    .as("%s of %s", name, group.label())
                    .isCloseTo(Samples.number(line, name), within(DIGITS)));
            assertThat(outcomes.unknown()).isZero();
        }
    }

    @Test
    void differencesAndRatiosOfThreeGroups() {
        FairnessReport report = ofOracle().report(1);
        Compared selection = (Compared) report.selection();
        Compared opportunity = (Compared) report.equalOpportunity().orElseThrow();
        Compared odds = (Compared) report.equalisedOdds().orElseThrow();
        List<Map<String, String>> lines = Samples.oracle("fairness_summary.csv");
        assertThat(lines).hasSize(5);
        for (Map<String, String> line : lines) {
            String metric = line.get("metric");
            switch (metric) {
                case "demographic_parity_difference" ->
                    assertThat(selection.difference()).isCloseTo(Samples.number(line, "value"), within(DIGITS));
                case "demographic_parity_ratio" ->
                    assertThat(selection.ratio()).isCloseTo(Samples.number(line, "value"), within(DIGITS));
                case "equal_opportunity_difference(TPR)" ->
                    assertThat(opportunity.difference()).isCloseTo(Samples.number(line, "value"), within(DIGITS));
                case "equalized_odds_difference" ->
                    assertThat(odds.difference()).isCloseTo(Samples.number(line, "value"), within(DIGITS));
                case "four_fifths_rule_passed" ->
                    assertThat(String.valueOf(!selection.isBelowFourFifths())).isEqualToIgnoringCase(line.get("value"));
                default -> throw new AssertionError(metric);
            }
        }
        assertThat(selection.lowest() + selection.highest()).isEqualTo("CA");
    }

    /** A, B and C have 100, 60 and 20 people; 50, 30 and 8 who needed it; 50, 30 and 12 who did not. */
    @Test
    void smallGroupsAreNamedAndNotCompared() {
        Compared selection = (Compared) ofOracle().report(30).selection();
        assertThat(selection.leftOut()).containsExactly("C");
        assertThat(selection.difference()).isCloseTo(0.55 - 0.4, within(DIGITS));
        assertThat(selection.words())
                .isEqualTo(
                        "Selected: 40 % (B) to 55 % (A), a difference of 15 percentage points, the lower being 72.7 %"
                                + " of the higher; not compared, because the rate rests on fewer than 30 people: C.");
    }

    /** A group may be large, and those in it who needed something few. */
    @Test
    void aRateIsComparedOnlyWhereEnoughPeopleAreBehindThatRate() {
        FairnessReport report = ofOracle().report(31);
        assertThat(report.selection()).isInstanceOf(Compared.class);
        Comparison opportunity = report.equalOpportunity().orElseThrow();
        assertThat(opportunity).isEqualTo(new TooFew("Selected, of those who needed it", List.of("B", "C"), 31));
        assertThat(opportunity.words())
                .isEqualTo("Selected, of those who needed it: nothing is concluded, because fewer than two groups are"
                        + " large enough; not compared, because the rate rests on fewer than 31 people: B, C.");
        assertThat(report.equalisedOdds().orElseThrow()).isInstanceOf(TooFew.class);
    }

    @Test
    void equalisedOddsWantBothRates() {
        // 30 who needed it in both groups, but only 5 in A who did not
        FairnessReport report =
                new People().add("A", 20, 10, 2, 3).add("B", 10, 20, 10, 30).report(30);
        assertThat(report.equalOpportunity().orElseThrow()).isInstanceOf(Compared.class);
        assertThat(report.falsePositives().orElseThrow()).isInstanceOf(TooFew.class);
        assertThat(report.equalisedOdds().orElseThrow()).isInstanceOf(TooFew.class);
    }

    @Test
    void equalisedOddsAreTheRatesThatDifferMore() {
        // true positive rates 0.5 and 0.6; false positive rates 0.1 and 0.9
        FairnessReport report =
                new People().add("A", 5, 5, 1, 9).add("B", 6, 4, 9, 1).report(1);
        assertThat(report.equalisedOdds()).isEqualTo(report.falsePositives());
        assertThat(((Compared) report.equalisedOdds().orElseThrow()).difference())
                .isCloseTo(0.8, within(DIGITS));
    }

    @Test
    void thirtyPeopleAreWantedWhereNobodySaysOtherwise() {
        People people = new People().add("A", 15, 0, 0, 14).add("B", 15, 0, 0, 15);
        FairnessReport report = people.audit().audit(row -> true);
        assertThat(report.smallest()).isEqualTo(30);
        assertThat(report.selection()).isEqualTo(new TooFew("Selected", List.of("A", "C"), 30));
        assertThat(report.words()).contains("nothing is concluded").doesNotContain("four fifths");
    }

    @Test
    void peopleWithoutAGroupAreShownAndNotCompared() {
        People people = new People()
                .add("A", true, Answer.YES, 40)
                .add("", false, Answer.YES, 35)
                .add("B", true, Answer.YES, 40);
        FairnessReport report = people.report(30);
        assertThat(report.notRecorded().label()).isEqualTo("not recorded");
        assertThat(report.notRecorded().people()).isEqualTo(35);
        assertThat(report.notRecorded().selected().count()).isZero();
        assertThat(((Compared) report.selection()).difference()).isZero();
        assertThat(report.words()).contains("For 35 people the group is not recorded");
        int shown = report.groups().stream().mapToInt(Group::people).sum();
        assertThat(shown + report.notRecorded().people()).isEqualTo(115);
    }

    @Test
    void aGroupWithoutAnybodyStaysInAndHasNoRate() {
        FairnessReport report = new People().add("A", 1, 1, 1, 1).selection(1);
        assertThat(report.groups()).hasSize(3);
        assertThat(report.groups().get(2).selected().hasEstimate()).isFalse();
        assertThat(report.groups().get(2).outcomes()).isNull();
        assertThat(report.equalOpportunity()).isEmpty();
        assertThat(report.equalisedOdds()).isEmpty();
        assertThat(report.selection().leftOut()).containsExactly("B", "C");
    }

    @Test
    void peopleWithoutAKnownOutcomeCountForSelectionOnly() {
        FairnessReport report = new People()
                .add("A", 3, 1, 2, 4)
                .add("A", true, Answer.UNKNOWN, 5)
                .add("A", false, Answer.NOT_ASKED, 6)
                .report(1);
        Group group = report.groups().get(0);
        assertThat(group.selected()).isEqualTo(Proportion.of(10, 21));
        assertThat(group.outcomes().unknown()).isEqualTo(11);
        assertThat(group.outcomes().truePositiveRate()).isEqualTo(Proportion.of(3, 4));
        assertThat(group.outcomes().positivePredictiveValue()).isEqualTo(Proportion.of(3, 5));
        assertThat(group.outcomes().accuracy()).isEqualTo(Proportion.of(7, 10));
    }

    @Test
    void fourFifthsExactlyIsNotBelow() {
        // 24 of 100 and 30 of 100: in binary 0.24 / 0.3 is just below 0.8
        Compared exact = (Compared) new People()
                .add("A", 24, 0, 0, 76)
                .add("B", 30, 0, 0, 70)
                .selection(30)
                .selection();
        assertThat(exact.isBelowFourFifths()).isFalse();
        Compared below = (Compared) new People()
                .add("A", 23, 0, 0, 77)
                .add("B", 30, 0, 0, 70)
                .selection(30)
                .selection();
        assertThat(below.isBelowFourFifths()).isTrue();
    }

    @Test
    void saysThatFourFifthsIsNoLawHere() {
        assertThat(ofOracle().report(30).words())
                .startsWith("By group.\nSelected: 40 % (B) to 55 % (A)")
                .contains("below four fifths of the highest")
                .contains("a rule of thumb of United States employment guidelines, not UK law")
                .contains("section 149 of the Equality Act 2010 asks for due regard");
    }

    @Test
    void saysThatNobodyWasSelectedInsteadOfARatio() {
        FairnessReport report =
                new People().add("A", 0, 40, 0, 0).add("B", 0, 40, 0, 0).selection(30);
        Compared none = (Compared) report.selection();
        assertThat(none.hasRatio()).isFalse();
        assertThat(none.isBelowFourFifths()).isFalse();
        assertThat(none.difference()).isZero();
        assertThat(report.words()).contains("Selected: 0 % in every group").doesNotContain("NaN");
        assertThatIllegalStateException()
                .isThrownBy(none::ratio)
                .withMessageContaining("every rate is 0")
                .withMessageContaining("Maybe ask hasRatio() first.");
    }

    @Test
    void wordsGiveNoCountOfASmallGroup() {
        FairnessReport report = new People()
                .add("A", 20, 20, 0, 0)
                .add("B", 20, 20, 0, 0)
                .add("C", 3, 4, 0, 0)
                .add("", 2, 0, 0, 0)
                .report(30);
        assertThat(report.words())
                .contains("For fewer than 30 people the group is not recorded")
                .doesNotContain("7")
                .doesNotContain(" 2 ");
    }

    @Test
    void orderOfPeopleDoesNotMatter() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            People people = new People();
            String[] groups = {"A", "B", "C", ""};
            Answer[] answers = Answer.values();
            for (int i = 0; i < 300; i++) {
                people.add(groups[random.nextInt(4)], random.nextBoolean(), answers[random.nextInt(4)], 1);
            }
            FairnessReport before = people.report(30);
            people.shuffle(seed);
            assertThat(people.report(30)).as("seed %d", seed).isEqualTo(before);
        }
    }

    /** Fairlearn's definition word for word: over every pair of groups. */
    @Test
    void differenceIsThatOfTheTwoMostUnequalGroups() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            People people = new People();
            for (String group : List.of("A", "B", "C")) {
                people.add(group, true, Answer.YES, random.nextInt(0, 50)).add(group, false, Answer.YES, 30);
            }
            FairnessReport report = people.selection(30);
            double[] rates = report.groups().stream()
                    .mapToDouble(group -> group.selected().estimate())
                    .toArray();
            double largest = IntStream.range(0, 9)
                    .mapToDouble(pair -> rates[pair / 3] - rates[pair % 3])
                    .max()
                    .orElseThrow();
            assertThat(((Compared) report.selection()).difference())
                    .as("seed %d", seed)
                    .isEqualTo(largest);
        }
    }

    @Test
    void foldsOverEveryOutcome() {
        assertThat(Comparison.class.getPermittedSubclasses()).containsExactly(Compared.class, TooFew.class);
    }

    @Test
    void refusesWhatMakesNoGroups() {
        Sample sample = Sample.builder(
                        List.of(Attribute.builder("age", AttributeKind.INTERVAL).build()))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FairnessAudit.by(sample, "age"))
                .withMessageContaining("'age' must have levels")
                .withMessageContaining("Maybe make bands");
        FairnessAudit audit = new People().add("A", 1, 1, 1, 1).audit();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withSmallest(0))
                .withMessage("the smallest group must be of at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.withConfidence(95))
                .withMessageContaining("above 0 and below 1");
    }
}
