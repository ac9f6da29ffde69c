package london.loti.persona.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import london.loti.persona.evidence.AgreementResult.Estimated;
import london.loti.persona.evidence.AgreementResult.Reason;
import london.loti.persona.evidence.AgreementResult.Undefined;

import static london.loti.persona.evidence.Samples.estimate;
import static london.loti.persona.evidence.Samples.ofRows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class AgreementTest {
    private static Reason reason(AgreementResult result) {
        assertThat(result).isInstanceOf(Undefined.class);
        assertThat(result.words()).contains("not defined").doesNotContain("NaN");
        return ((Undefined) result).reason();
    }

    @Test
    void twoCodersOfTenCases() {
        // Krippendorff 2004, page 224: Do .4, De .442, alpha .095; by hand 2·14·6/(20·19) = 168/380
        Ratings ratings = Samples.ofTable("5,3;1,1");
        Estimated alpha = (Estimated) Agreement.of(ratings).krippendorffAlpha(MeasurementLevel.NOMINAL);
        assertThat(alpha.observed()).isCloseTo(0.4, within(1e-15));
        assertThat(alpha.expected()).isCloseTo(168 / 380.0, within(1e-15));
        assertThat(alpha.estimate()).isCloseTo(.095, within(5e-4));
    }

    @Test
    void rawAgreementAveragesOverCases() {
        // by hand: 1 of 1 pair, 1 of 3 pairs; the third case has one rating
        assertThat(estimate(Agreement.of(ofRows("a a -", "a a b", "- b -")).raw()))
                .isCloseTo((1 + 1 / 3.0) / 2, within(1e-15));
    }

    @Test
    void fleissOfTwoRatersIsScottsPi() {
        // by hand, for the table 8,1;0,1: po .9, pe .85² + .15² = .745
        assertThat(estimate(Agreement.of(Samples.ofTable("8,1;0,1")).fleissKappa()))
                .isCloseTo((.9 - .745) / (1 - .745), within(1e-12));
    }

    @Test
    void weightsCountStepsOfTheDeclaredOrder() {
        RatingsBuilder declared = Ratings.builder(2).inOrder(List.of("low", "middle", "high"));
        declared.unit("1", "low", "low").unit("2", "low", "high").unit("3", "high", "high");
        // by hand, observed: 2/3 of a step; expected: first (2,0,1), second (1,0,2): (2·2 + 1·1)·2 steps / 9
        assertThat(estimate(Agreement.of(declared.build()).cohenKappa(KappaWeights.LINEAR)))
                .isCloseTo(1 - (2 / 3.0) / (10 / 9.0), within(1e-15));
        assertThat(estimate(Agreement.of(declared.build()).krippendorffAlpha(MeasurementLevel.ORDINAL)))
                .isLessThan(1);
    }

    static List<Function<Agreement, AgreementResult>> coefficients() {
        List<Function<Agreement, AgreementResult>> all = new ArrayList<>();
        for (MeasurementLevel level : MeasurementLevel.values()) {
            all.add(agreement -> agreement.krippendorffAlpha(level));
        }
        for (KappaWeights weights : KappaWeights.values()) {
            all.add(agreement -> agreement.cohenKappa(weights));
        }
        all.add(Agreement::fleissKappa);
        all.add(Agreement::gwetAc1);
        all.add(Agreement::raw);
        return all;
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void areUnchangedByTheOrderOfCasesAndRaters(Function<Agreement, AgreementResult> coefficient) {
        for (long seed = 1; seed <= 5; seed++) {
            double[][] numbers = Samples.numbers(seed, 50, 2, 0.1);
            double before = estimate(coefficient.apply(Agreement.of(Samples.of(numbers))));
            List<double[]> rows = new ArrayList<>(List.of(numbers));
            Collections.shuffle(rows, new Random(seed));
            rows.replaceAll(row -> new double[] {row[1], row[0]});
            assertThat(estimate(coefficient.apply(Agreement.of(Samples.of(rows.toArray(double[][]::new))))))
                    .as("seed %d", seed)
                    .isCloseTo(before, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("coefficients")
    void perfectAgreementIsOne(Function<Agreement, AgreementResult> coefficient) {
        Estimated perfect = (Estimated) coefficient.apply(Agreement.of(Samples.ofTable("3,0,0;0,4,0;0,0,2")));
        assertThat(perfect.estimate()).isEqualTo(1);
        assertThat(perfect.interval()).isNotNull();
        assertThat(perfect.interval().low()).isEqualTo(1);
    }

    @Test
    void namesOfCategoriesDoNotMatter() {
        Ratings numbers = Samples.ofTable("12,3,1;2,9,4;0,1,7");
        RatingsBuilder names = Ratings.builder(2);
        for (int unit = 0; unit < numbers.unitCount(); unit++) {
            names.unit(
                    "u" + unit,
                    List.of("z", "a", "m").get(numbers.code(unit, 0)),
                    List.of("z", "a", "m").get(numbers.code(unit, 1)));
        }
        Agreement before = Agreement.of(numbers).withReplicates(0);
        Agreement after = Agreement.of(names.build()).withReplicates(0);
        assertThat(estimate(after.cohenKappa())).isCloseTo(estimate(before.cohenKappa()), within(1e-14));
        assertThat(estimate(after.fleissKappa())).isCloseTo(estimate(before.fleissKappa()), within(1e-14));
        assertThat(estimate(after.krippendorffAlpha(MeasurementLevel.NOMINAL)))
                .isCloseTo(estimate(before.krippendorffAlpha(MeasurementLevel.NOMINAL)), within(1e-14));
    }

    @Test
    void doublingAllCasesLeavesTheKappas() {
        Agreement once = Agreement.of(Samples.ofTable("12,3,1;2,9,4;0,1,7")).withReplicates(0);
        Agreement twice = Agreement.of(Samples.ofTable("24,6,2;4,18,8;0,2,14")).withReplicates(0);
        assertThat(estimate(twice.cohenKappa())).isCloseTo(estimate(once.cohenKappa()), within(1e-14));
        assertThat(estimate(twice.cohenKappa(KappaWeights.QUADRATIC)))
                .isCloseTo(estimate(once.cohenKappa(KappaWeights.QUADRATIC)), within(1e-14));
        assertThat(estimate(twice.fleissKappa())).isCloseTo(estimate(once.fleissKappa()), within(1e-14));
    }

    @Test
    void whatHasNoAnswerSaysWhy() {
        MeasurementLevel nominal = MeasurementLevel.NOMINAL;
        Agreement same = Agreement.of(ofRows("a a", "a a", "a a"));
        assertThat(reason(same.krippendorffAlpha(nominal))).isEqualTo(Reason.ONE_CATEGORY);
        assertThat(reason(same.cohenKappa())).isEqualTo(Reason.ONE_CATEGORY);
        assertThat(reason(same.fleissKappa())).isEqualTo(Reason.ONE_CATEGORY);
        assertThat(reason(same.gwetAc1())).isEqualTo(Reason.ONE_CATEGORY);
        assertThat(estimate(same.raw())).isEqualTo(1);
        Agreement apart = Agreement.of(ofRows("a -", "- b"));
        assertThat(reason(apart.raw())).isEqualTo(Reason.NO_PAIRS);
        assertThat(reason(apart.gwetAc1())).isEqualTo(Reason.NO_PAIRS);
        assertThat(reason(apart.krippendorffAlpha(nominal))).isEqualTo(Reason.NO_PAIRS);
        Agreement nothing = Agreement.of(ofRows("- -", "- -"));
        assertThat(reason(nothing.krippendorffAlpha(MeasurementLevel.RATIO))).isEqualTo(Reason.NO_PAIRS);
        assertThat(nothing.confusions().pairs()).isEmpty();
        Agreement alone = Agreement.of(ofRows("a", "b"));
        assertThat(reason(alone.cohenKappa())).isEqualTo(Reason.ONE_RATER);
        assertThat(reason(alone.fleissKappa())).isEqualTo(Reason.ONE_RATER);
        assertThat(reason(alone.gwetAc1())).isEqualTo(Reason.ONE_RATER);
        Agreement three = Agreement.of(ofRows("a b a", "b b b"));
        assertThat(reason(three.cohenKappa())).isEqualTo(Reason.NOT_TWO_RATERS);
        assertThat(reason(three.krippendorffAlpha(MeasurementLevel.ORDINAL))).isEqualTo(Reason.NO_ORDER);
        assertThat(reason(three.krippendorffAlpha(MeasurementLevel.INTERVAL))).isEqualTo(Reason.NO_NUMBERS);
        Ratings below = Ratings.builder(2).unit("1", -1, 1).unit("2", 0, 1).build();
        assertThat(reason(Agreement.of(below).krippendorffAlpha(MeasurementLevel.RATIO)))
                .isEqualTo(Reason.BELOW_NOUGHT);
        assertThat(reason(Agreement.of(Ratings.builder(2).build()).raw())).isEqualTo(Reason.NO_PAIRS);
    }

    @Test
    void ratersWhoNeverShareACategoryAreNoBetterThanChance() {
        assertThat(estimate(Agreement.of(ofRows("a b", "a b")).cohenKappa())).isZero();
    }

    @Test
    void bootstrapIsTheSameForTheSameSeedAndCountsWhatIsDegenerate() {
        Agreement agreement = Agreement.of(ofRows("a a", "a a", "a a", "b a")).withSeed(3);
        Estimated kappa = (Estimated) agreement.fleissKappa();
        assertThat(agreement.fleissKappa()).isEqualTo(kappa);
        // by hand: all four draws miss the last case with (3/4)^4 = 0.316
        assertThat(kappa.degenerate()).isBetween(250, 380);
        assertThat(kappa.words()).contains("replicates without an estimate");
        Ratings ratings = Samples.of(Samples.numbers(5, 80, 3, 0.1));
        Estimated one = (Estimated) Agreement.of(ratings).withSeed(1).raw();
        Estimated two = (Estimated) Agreement.of(ratings).withSeed(2).raw();
        assertThat(one.estimate()).isEqualTo(two.estimate());
        assertThat(one.interval()).isNotNull().isNotEqualTo(two.interval());
        assertThat(one.interval().low()).isLessThan(one.estimate());
        assertThat(one.interval().high()).isGreaterThan(one.estimate());
    }

    @Test
    void aReplicateDoesNotDependOnHowManyAreDrawn() {
        Statistic first = times -> new Statistic.Parts(times[0] + 10 * times[1] + 100 * times[2], 0, 0);
        double[] few = new Bootstrap(9, 4, 0.9).estimates(first, 3);
        double[] many = new Bootstrap(9, 40, 0.9).estimates(first, 3);
        assertThat(many).contains(few);
    }

    @Test
    void intervalOfRawAgreementIsThatOfAShare() {
        // 400 cases, half of them agreed on: standard error .025, so about .451 to .549
        Estimated raw =
                (Estimated) Agreement.of(Samples.ofTable("100,100;100,100")).raw();
        assertThat(raw.interval()).isNotNull();
        assertThat(raw.interval().low()).isCloseTo(.451, within(.006));
        assertThat(raw.interval().high()).isCloseTo(.549, within(.006));
        assertThat(raw.words()).matches("Raw agreement: 0\\.50 \\(95 % interval 0\\.4\\d to 0\\.5\\d\\)");
        Agreement table = Agreement.of(Samples.ofTable("100,100;100,100"));
        assertThat(table.withConfidence(0.9999).raw().words()).contains("(99.99 % interval");
        assertThat(table.withConfidence(0.8).raw().words()).contains("(80 % interval");
        Agreement agreement = Agreement.of(Samples.ofTable("1,0;0,0"));
        assertThat(((Estimated) agreement.raw()).interval()).isNull();
    }

    @Test
    void confusedPairsOfTwoRatersAreCountsOfCases() {
        Confusions confusions =
                Agreement.of(ofRows("a b", "b a", "a a", "c a", "c c", "- b")).confusions();
        assertThat(confusions.pairs()).extracting(Confusions.Pair::units).containsExactly(2, 1);
        Confusions.Pair pair = confusions.pairs().get(0);
        assertThat(pair.first() + pair.second()).isEqualTo("ab");
        assertThat(pair.observed()).isEqualTo(2);
        assertThat(pair.expected()).isCloseTo(5 * 2 / 9.0, within(1e-15)); // by hand: 5 a, 2 b, 10 ratings
        assertThat(pair.ratio()).isCloseTo(1.8, within(1e-15));
    }

    @Test
    void alphaByCategoryIsInTheOrderOfCategories() {
        Agreement agreement = Agreement.of(ofRows("a a", "b b", "c a", "a c")).withReplicates(0);
        assertThat(agreement.alphaByCategory().keySet()).containsExactly("a", "b", "c");
        assertThat(estimate(agreement.alphaByCategory().get("b"))).isEqualTo(1);
        assertThatThrownBy(() -> agreement.onCategory("d")).hasMessageContaining("one of the 3");
    }

    @Test
    void optionsAreChecked() {
        Agreement agreement = Agreement.of(ofRows("a a"));
        assertThatThrownBy(() -> agreement.withReplicates(-1)).hasMessageContaining("replicates must be 0 or more");
        assertThatThrownBy(() -> agreement.withConfidence(1)).hasMessageContaining("below 1");
        assertThatThrownBy(() -> agreement.withConfidence(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void tenThousandCasesTakeSeconds() {
        Agreement agreement = Agreement.of(Samples.of(Samples.numbers(1, 10_000, 5, 0.05)));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), // 1,000 replicates each; about a second on an idle machine
                () -> assertThat(estimate(agreement.krippendorffAlpha(MeasurementLevel.ORDINAL)))
                        .isBetween(0.2, 0.6));
    }
}
