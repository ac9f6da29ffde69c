package london.loti.persona.evidence;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.persona.evidence.CategoryAdvice.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MergeOrSplitTest {
    private static List<CategoryAdvice> advice(String table) {
        return Agreement.of(Samples.ofTable(table)).withReplicates(0).advice(AdviceThresholds.DEFAULTS);
    }

    @Test
    void twoThatAreConfusedAsOftenAsByChanceAreToBeMerged() {
        // 1 and 2 are dealt out at random between each other; 3 is kept apart without fail
        List<CategoryAdvice> advice = advice("10,10,0;10,10,0;0,0,20");
        assertThat(advice)
                .extracting(CategoryAdvice::verdict)
                .containsExactly(Verdict.MERGE, Verdict.MERGE, Verdict.KEEP);
        assertThat(advice.get(0).with()).isEqualTo("2");
        assertThat(advice.get(1).with()).isEqualTo("1");
        assertThat(advice.get(0).cases()).isEqualTo(30);
        // by hand: 60 cases, 120 ratings, 40 of them 1 and 40 of them 2: by chance 40·40/119 = 13.4
        assertThat(advice.get(0).words())
                .startsWith("merge '1' and '2', or say what sets them apart: raters confuse them as often as chance"
                        + " would (20.0 times, by chance 13.4), and alpha on it is 0.")
                .endsWith(", below 0.667");
    }

    @Test
    void oneThatNoSingleOtherExplainsIsToBeSplitOrDefinedBetter() {
        // 1 goes to each of four others now and then, to none as often as by chance
        List<CategoryAdvice> advice = advice("14,4,4,4,4;4,30,0,0,0;4,0,30,0,0;4,0,0,30,0;4,0,0,0,30");
        assertThat(advice.get(0).verdict()).isEqualTo(Verdict.SPLIT_OR_DEFINE);
        assertThat(advice.get(0).with()).isNull();
        assertThat(advice.get(0).words())
                .startsWith("split '1' or define it better: alpha on it is 0.")
                .endsWith("although raters take it for no one other category as often as by chance");
        assertThat(advice.get(1).verdict()).isEqualTo(Verdict.KEEP);
    }

    @Test
    void agreementBetweenTheTwoThresholdsIsGoodForNow() {
        List<CategoryAdvice> advice = advice("40,7;7,40"); // by hand: alpha = 1 − 14·187/(94·94) = .704 for both
        assertThat(advice).extracting(CategoryAdvice::verdict).containsOnly(Verdict.KEEP_FOR_NOW);
        assertThat(advice.get(0).words())
                .isEqualTo("keep '1' for now: alpha on it is 0.704, below 0.800, so draw tentative conclusions only");
        AdviceThresholds lenient = new AdviceThresholds(0.5, 0.7, 1, 10);
        assertThat(Agreement.of(Samples.ofTable("40,7;7,40")).advice(lenient))
                .extracting(CategoryAdvice::verdict)
                .containsOnly(Verdict.KEEP);
    }

    @Test
    void fewCasesGetNoAdvice() {
        List<CategoryAdvice> advice = advice("3,3,0;3,3,0;0,0,20");
        assertThat(advice)
                .extracting(CategoryAdvice::verdict)
                .containsExactly(Verdict.TOO_LITTLE_KNOWN, Verdict.TOO_LITTLE_KNOWN, Verdict.KEEP);
        assertThat(advice.get(0).words())
                .isEqualTo("no advice on '1': it was chosen for 9 cases that two people rated, and 10 are wanted");
        assertThat(advice("12")).extracting(CategoryAdvice::verdict).containsExactly(Verdict.TOO_LITTLE_KNOWN);
        assertThat(advice("12").get(0).words()).contains("not defined, because all ratings are of one category");
    }

    @Test
    void thresholdsMustBeInOrder() {
        assertThatThrownBy(() -> new AdviceThresholds(.8, .667, 1, 10)).hasMessageContaining("wrong way round");
        assertThatThrownBy(() -> new AdviceThresholds(.6, .8, 0, 10)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new AdviceThresholds(.6, .8, 1, 1)).hasMessageContaining("2 or more");
        assertThatThrownBy(() -> new AdviceThresholds(Double.NaN, .8, 1, 10)).hasMessageContaining("tentative");
    }
}
