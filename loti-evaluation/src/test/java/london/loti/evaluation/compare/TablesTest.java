package london.loti.evaluation.compare;

import java.util.List;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.study.Categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TablesTest {
    /** Stuart 1955: unaided vision of the right and left eyes of 7,477 women. */
    private static final int[][] VISION = {
        {1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}
    };

    @Test
    void bowkerAgreesWithR() {
        Cases expected = Cases.of("bowker.symmetry");
        Effect effect =
                BandTable.of(new int[][] {{20, 5, 3}, {10, 30, 7}, {8, 12, 40}}).bowker();
        expected.check("statistic", effect.headline().statistic());
        expected.check("p", effect.headline().pValue());
        expected.check("df", effect.headline().degreesOfFreedom());
        assertThat(effect.headline().value()).isCloseTo((15 - 30) / 135.0, within(1e-15)); // by hand
        assertThat(effect.estimate("share moved up").value()).isCloseTo(15 / 135.0, within(1e-15));
    }

    @Test
    void marginsOfVisionAreAsPublished() {
        // Stuart 1955: 11.96; numpy 2: d' V^-1 d = 11.956569622982556
        Estimate stuart = BandTable.of(VISION).stuartMaxwell().headline();
        assertThat(stuart.statistic()).isCloseTo(11.956569622982556, within(1e-10));
        assertThat(stuart.degreesOfFreedom()).isEqualTo(3);
        assertThat(stuart.pValue()).isCloseTo(0.007533425054800532, within(1e-12));
        // Bowker 1948: 19.107
        assertThat(BandTable.of(VISION).bowker().headline().statistic()).isCloseTo(19.107, within(5e-4));
    }

    @Test
    void twoBandsAreMcNemars() {
        int[][] two = {{30, 12}, {5, 40}};
        Estimate mcNemar = PairedProportions.of(40, 5, 12, 30)
                .withTest(McNemarTest.CHI_SQUARED)
                .withWaldInterval()
                .difference()
                .headline();
        for (Effect effect :
                List.of(BandTable.of(two).bowker(), BandTable.of(two).stuartMaxwell())) {
            assertThat(effect.headline().statistic()).isCloseTo(mcNemar.statistic(), within(1e-13));
            assertThat(effect.headline().value()).isCloseTo(mcNemar.value(), within(1e-15));
            assertThat(effect.headline().standardError()).isCloseTo(mcNemar.standardError(), within(1e-15));
        }
    }

    @Test
    void bandsThatNobodyMovedBetweenTakeNoFreedom() {
        Effect bowker =
                BandTable.of(new int[][] {{3, 2, 0}, {1, 4, 0}, {0, 0, 9}}).bowker();
        assertThat(bowker.headline().degreesOfFreedom()).isEqualTo(1);
        Effect stuart =
                BandTable.of(new int[][] {{3, 2, 0}, {1, 4, 0}, {0, 0, 9}}).stuartMaxwell();
        assertThat(stuart.headline().statistic()).isCloseTo(bowker.headline().statistic(), within(1e-14));
        BandTable still = BandTable.of(new int[][] {{3, 0}, {0, 2}});
        assertThat(still.bowker().headline().pValue()).isNaN();
        assertThat(still.stuartMaxwell().headline().value()).isZero();
        BandTable apart = BandTable.of(new int[][] {{3, 2, 0, 0}, {1, 4, 0, 0}, {0, 0, 9, 1}, {0, 0, 3, 1}});
        assertThatThrownBy(apart::stuartMaxwell).hasMessageContaining("fall apart");
    }

    @Test
    void bandsOfPeopleMakeTheirTable() {
        List<String> bands = List.of("low", "high");
        Categories before = Categories.of(new int[] {0, 0, 1, -1, 1}, bands);
        Categories after = Categories.of(new int[] {0, 1, 1, 1, -1}, bands);
        Effect effect = BandTable.of(before, after).bowker();
        assertThat(effect.n()).isEqualTo(3);
        assertThat(effect.estimate("share moved up").value()).isCloseTo(1 / 3.0, within(1e-15));
        assertThatThrownBy(() -> BandTable.of(before, Categories.of(new int[5], List.of("low", "mid"))))
                .hasMessageContaining("same labels");
        assertThatThrownBy(() -> BandTable.of(new int[][] {{1, 2}})).hasMessageContaining("as many rows as columns");
        assertThatThrownBy(() -> BandTable.of(new int[2][2])).hasMessageContaining("at least 1 person");
        assertThatThrownBy(() -> BandTable.of(new int[][] {{1, 2}, {3}})).hasMessageContaining("same length");
    }

    @Test
    void cramersVAgreesWithR() {
        Cases expected = Cases.of("cramer.party");
        int[][] party = {{762, 327, 468}, {484, 239, 477}};
        Effect effect = ContingencyTable.of(party).cramersV();
        expected.check("chi2", effect.headline().statistic());
        expected.check("V", effect.headline().value());
        expected.check(
                "V_bias_corrected",
                effect.estimate("Cramer's V, bias-corrected").value());
        int[][] empty = {{762, 327, 0, 468}, {0, 0, 0, 0}, {484, 239, 0, 477}};
        assertThat(ContingencyTable.of(empty).cramersV()).isEqualTo(effect);
    }

    @Test
    void whatTellsNothingHasNoV() {
        Effect none = ContingencyTable.of(new int[][] {{10, 20}, {30, 60}}).cramersV();
        assertThat(none.headline().value()).isZero();
        assertThat(none.estimate("Cramer's V, bias-corrected").value()).isZero();
        Effect all = ContingencyTable.of(
                        Categories.of(List.of("a", "b", "a", "b")), Categories.of(List.of("x", "y", "x", "y")))
                .cramersV();
        assertThat(all.headline().value()).isCloseTo(1, within(1e-15));
        assertThatThrownBy(() -> ContingencyTable.of(new int[][] {{1, 0}, {3, 0}}))
                .hasMessageContaining("two rows and two columns at least, but has 2 and 1");
    }

    @Test
    void quantilesAgreeWithR() {
        Cases expected = Cases.of("quantiles9");
        double[] values = Samples.column("datasets_sleep", "extra");
        double[] shares = {0.1, 0.25, 0.5, 0.9};
        for (int type = 1; type <= 9; type++) {
            Quantiles quantiles = Quantiles.of(values).withType(type);
            for (int i = 0; i < shares.length; i++) {
                expected.check("type" + type + "/" + i, quantiles.at(shares[i]));
            }
            assertThat(quantiles.at(0)).isEqualTo(-1.6);
            assertThat(quantiles.at(1)).isEqualTo(5.5);
        }
        assertThat(Quantiles.of(new double[] {Double.NaN, 3, 1}).at(0.5)).isEqualTo(2);
        assertThatThrownBy(() -> Quantiles.of(values).withType(10)).hasMessageContaining("from 1 to 9");
        assertThatThrownBy(() -> Quantiles.of(values).at(25)).hasMessageContaining("0.25 was meant");
        assertThatThrownBy(() -> Quantiles.of(new double[] {Double.NaN})).hasMessageContaining("at least 1 value");
    }
}
