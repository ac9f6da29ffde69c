package london.loti.evaluation.reliability;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class WeightedKappaTest {
    private static final long[][] TABLE = {{44, 5, 1}, {7, 20, 3}, {9, 5, 6}};

    private final WeightedKappa kappa = WeightedKappa.withDefaults();

    @Test
    void agreesWithPsych() {
        Cases expected = Cases.of("kappa");
        Effect plain = kappa.estimate(TABLE);
        expected.check("kappa", plain.headline().value());
        expected.check("lo", plain.headline().interval().lower());
        expected.check("hi", plain.headline().interval().upper());
        expected.check("n", (double) plain.n());
        Effect squared = kappa.withWeights(KappaWeights.QUADRATIC)
                .withError(KappaError.PSYCH)
                .estimate(TABLE);
        expected.check("weighted_quadratic", squared.headline().value());
        expected.check("wlo", squared.headline().interval().lower());
        expected.check("whi", squared.headline().interval().upper());
    }

    @Test
    void hasThePublishedErrorUnlessToldOtherwise() {
        Effect squared = kappa.withWeights(KappaWeights.QUADRATIC).estimate(TABLE);
        // Fleiss, Cohen and Everitt's formula written out in Python
        assertThat(squared.headline().interval().lower()).isCloseTo(0.270348631627072, within(1e-12));
        assertThat(squared.headline().interval().upper()).isCloseTo(0.6387422774638362, within(1e-12));
    }

    @Test
    void weighsStepsLinearly() {
        // by hand: observed (70 + (5+3+7+5)/2)/100 = 0.8; by chance, with margins 50 30 20 and 60 30 10,
        // diagonal .41, next .15+.03+.18+.06 = .42 at half: 0.62; (0.8 − 0.62) / 0.38
        assertThat(kappa.withWeights(KappaWeights.LINEAR)
                        .estimate(TABLE)
                        .headline()
                        .value())
                .isCloseTo(0.18 / 0.38, within(1e-12));
    }

    @Test
    void countsRatingsIntoTheSameTable() {
        double[] first = new double[101];
        double[] second = new double[101];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (long k = 0; k < TABLE[i][j]; k++) {
                    first[at] = 10 * i;
                    second[at++] = 10 * j;
                }
            }
        }
        first[at] = Double.NaN;
        Effect effect = kappa.withWeights(KappaWeights.LINEAR).estimate(first, second);
        assertThat(effect.estimates())
                .isEqualTo(
                        kappa.withWeights(KappaWeights.LINEAR).estimate(TABLE).estimates());
        assertThat(effect.diagnostics()).containsEntry("rows left out", 1.0);
    }

    @Test
    void isUndefinedWhereAllAreInOneCategory() {
        Effect effect = kappa.estimate(new long[][] {{5, 0}, {0, 0}});
        assertThat(effect.headline().value()).isNaN();
        assertThat(effect.headline().interval()).isNull();
    }

    @Test
    void hasNoIntervalWhereItsErrorIsNought() {
        Effect effect = kappa.estimate(new long[][] {{5, 0}, {0, 5}});
        assertThat(effect.headline().value()).isEqualTo(1);
        assertThat(effect.headline().standardError()).isZero();
        assertThat(effect.headline().interval()).isNull();
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> kappa.estimate(new long[][] {{1, 2}})).hasMessageContaining("as many columns as rows");
        assertThatThrownBy(() -> kappa.estimate(new long[][] {{1, 2}, {3, -1}}))
                .hasMessageContaining("not be negative");
        assertThatThrownBy(() -> kappa.estimate(new long[][] {{0, 0}, {0, 0}})).hasMessageContaining("counts none");
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect = kappa.estimate(TABLE);
        assertThat(effect.convention()).containsEntry("alternative", "two-sided");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
