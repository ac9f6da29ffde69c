package london.loti.persona.evidence;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.persona.SharedData;
import london.loti.persona.evidence.AgreementResult.Estimated;

import static london.loti.persona.evidence.Samples.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** DKPro Statistics Agreement 2.2.0 has no AC1, so that a slow reference stands in for a second opinion. */
class GwetTest {
    @Test
    void takesOffLessThanKappaWhereNearlyAllAreOfOneCategory() {
        Agreement paradox = Agreement.of(Samples.ofTable("8,1;0,1"));
        // by hand: po .9, shares .85 and .15, pe 2·.85·.15 = .255; AC1 .645/.745, published as .8658
        assertThat(estimate(paradox.gwetAc1())).isCloseTo(.645 / .745, within(1e-15));
        assertThat(estimate(paradox.gwetAc1())).isCloseTo(.8658, within(5e-5));
        assertThat(estimate(paradox.cohenKappa())).isCloseTo(0.615384615385, within(1e-12));
        assertThat(paradox.gwetAc1().words()).startsWith("Gwet's AC1: 0.87 (95 % interval ");
    }

    @Test
    void countsAUnitWithOneRatingForTheSharesAsItsAuthorDoes() {
        // irrCAC 1.0, vignette "overview", gwet.ac1.raw(cac.raw4raters): pa 0.8181818, pe 0.1903212, coeff 0.77544
        Ratings ratings = Ratings.read(
                        SharedData.file("oracles/persona/krippendorff_4x12.csv"), MeasurementLevel.NOMINAL)
                .orElseThrow();
        Estimated ac1 = (Estimated) Agreement.of(ratings).gwetAc1();
        assertThat(ac1.observed()).isCloseTo(0.8181818, within(5e-8));
        assertThat(ac1.expected()).isCloseTo(0.1903212, within(5e-8));
        assertThat(ac1.estimate()).isCloseTo(0.77544, within(5e-6));
        assertThat(ac1.counts()).isEqualTo(new AgreementResult.Counts(12, 0, 41));
    }

    @Test
    void agreesWithASlowReference() {
        for (long seed = 1; seed <= 30; seed++) {
            double[][] numbers = Samples.numbers(seed, 40, 4, 0.3);
            assertThat(estimate(
                            Agreement.of(Samples.of(numbers)).withReplicates(0).gwetAc1()))
                    .as("seed %d", seed)
                    .isCloseTo(slow(numbers), within(1e-12));
        }
    }

    @Test
    void chanceFallsAsOneCategoryTakesOver() {
        double[] expected = new double[5];
        for (int rare = 1; rare <= 5; rare++) {
            expected[rare - 1] = ((Estimated) Agreement.of(Samples.ofTable((10 - rare) + ",0;0," + rare))
                            .withReplicates(0)
                            .gwetAc1())
                    .expected();
        }
        assertThat(expected).isSorted();
        assertThat(expected[4]).isCloseTo(.5, within(1e-15)); // by hand: 2·½·½
    }

    @Test
    void categoriesOfADeclaredOrderCountThoughNobodyUsesThem() {
        RatingsBuilder ratings = Ratings.builder(2).inOrder(List.of("low", "middle", "high"));
        ratings.unit("1", "low", "low").unit("2", "low", "high").unit("3", "high", "high");
        // by hand: po 2/3, shares ½ and ½, pe ½ over 2 = ¼
        assertThat(estimate(Agreement.of(ratings.build()).withReplicates(0).gwetAc1()))
                .isCloseTo((2 / 3.0 - .25) / .75, within(1e-15));
    }

    @Test
    void replicatesOfOneCategoryHaveAnEstimateUnlikeThoseOfKappa() {
        Agreement rare = Agreement.of(Samples.ofTable("9,0;0,1"));
        assertThat(((Estimated) rare.gwetAc1()).degenerate()).isZero();
        assertThat(((Estimated) rare.cohenKappa()).degenerate()).isBetween(280, 420); // (9/10)^10 = .349 of 1,000
    }

    private static double slow(double[][] numbers) {
        double pairs = 0;
        int paired = 0;
        double[] share = new double[6];
        int rated = 0;
        for (double[] unit : numbers) {
            double[] there = Arrays.stream(unit).filter(x -> !Double.isNaN(x)).toArray();
            if (there.length == 0) {
                continue;
            }
            rated++;
            for (double x : there) {
                share[(int) x] += 1.0 / there.length;
            }
            if (there.length == 1) {
                continue;
            }
            int same = 0;
            for (int i = 0; i < there.length; i++) {
                for (int j = 0; j < there.length; j++) {
                    same += i != j && there[i] == there[j] ? 1 : 0;
                }
            }
            pairs += same / (double) (there.length * (there.length - 1));
            paired++;
        }
        double pe = 0;
        for (double s : share) {
            pe += s / rated * (1 - s / rated) / 4; // five categories
        }
        return (pairs / paired - pe) / (1 - pe);
    }
}
