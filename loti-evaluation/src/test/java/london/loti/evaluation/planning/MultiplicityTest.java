package london.loti.evaluation.planning;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MultiplicityTest {
    // Benjamini and Hochberg 1995, section 4.1
    private static final double[] PUBLISHED = {
        .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
    };

    @Test
    void agreesWithTheReference() {
        Cases.of("padjust.bh1995.holm").check("adj", Multiplicity.HOLM.adjust(PUBLISHED));
        Cases.of("padjust.bh1995.hochberg").check("adj", Multiplicity.HOCHBERG.adjust(PUBLISHED));
        Cases.of("padjust.bh1995.BH").check("adj", Multiplicity.BENJAMINI_HOCHBERG.adjust(PUBLISHED));
    }

    /** The largest p value of an intersection test over all sets of hypotheses that hold one: the closure. */
    private static double[] closed(double[] p, boolean simes) {
        double[] adjusted = new double[p.length];
        for (int set = 1; set < 1 << p.length; set++) {
            double[] members = new double[Integer.bitCount(set)];
            int next = 0;
            for (int i = 0; i < p.length; i++) {
                if ((set >> i & 1) == 1) {
                    members[next++] = p[i];
                }
            }
            Arrays.sort(members);
            double joint = 1;
            for (int i = 0; i < members.length; i++) {
                joint = Math.min(joint, members[i] * members.length / (simes ? i + 1 : 1));
            }
            for (int i = 0; i < p.length; i++) {
                if ((set >> i & 1) == 1) {
                    adjusted[i] = Math.max(adjusted[i], joint);
                }
            }
        }
        return adjusted;
    }

    @Test
    void hommelClosesSimesAndHolmClosesBonferroni() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size = 1; size <= 9; size++) {
            for (int again = 0; again < 20; again++) {
                double[] p = random.doubles(size).map(v -> v * v).toArray();
                assertThat(Multiplicity.HOMMEL.adjust(p)).containsExactly(closed(p, true), within(1e-12));
                assertThat(Multiplicity.HOLM.adjust(p)).containsExactly(closed(p, false), within(1e-12));
            }
        }
    }

    @Test
    void yekutieliIsBenjaminiHochbergTimesTheHarmonicSum() {
        double[] p = {.001, .01, .02, .9};
        double[] hochberg = Multiplicity.BENJAMINI_HOCHBERG.adjust(p); // .004, .02, .02667, .9
        double[] yekutieli = Multiplicity.BENJAMINI_YEKUTIELI.adjust(p);
        for (int i = 0; i < 3; i++) {
            assertThat(yekutieli[i]).isCloseTo(hochberg[i] * (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0), within(1e-15));
        }
        assertThat(yekutieli[3]).isEqualTo(1);
    }

    @Test
    void missingValuesAreKeptApart() {
        for (Multiplicity method : Multiplicity.values()) {
            double[] with = method.adjust(new double[] {.01, Double.NaN, .03, .2});
            double[] without = method.adjust(new double[] {.01, .03, .2});
            assertThat(with[1]).isNaN();
            assertThat(new double[] {with[0], with[2], with[3]}).isEqualTo(without);
        }
        assertThat(Multiplicity.HOMMEL.adjust(new double[0])).isEmpty();
    }

    @Test
    void theOrderOfTestsDoesNotMatterAndStrongerMethodsAreNotWorse() {
        double[] p = {.04, .001, .03, .02, .5};
        double[] turned = {.5, .02, .03, .001, .04};
        for (Multiplicity method : Multiplicity.values()) {
            double[] back = method.adjust(turned);
            for (int i = 0; i < p.length; i++) {
                assertThat(back[p.length - 1 - i]).isEqualTo(method.adjust(p)[i]);
                assertThat(method.adjust(p)[i]).isGreaterThanOrEqualTo(p[i]);
            }
        }
        for (int i = 0; i < p.length; i++) {
            assertThat(Multiplicity.HOMMEL.adjust(p)[i])
                    .isLessThanOrEqualTo(Multiplicity.HOCHBERG.adjust(p)[i]);
            assertThat(Multiplicity.HOCHBERG.adjust(p)[i])
                    .isLessThanOrEqualTo(Multiplicity.HOLM.adjust(p)[i]);
            assertThat(Multiplicity.HOLM.adjust(p)[i])
                    .isLessThanOrEqualTo(Multiplicity.BONFERRONI.adjust(p)[i]);
        }
    }

    @Test
    void aPValueIsFromNoughtToOne() {
        assertThatThrownBy(() -> Multiplicity.HOLM.adjust(new double[] {1.2}))
                .hasMessage("a p value must be from 0 to 1, but was 1.2");
    }
}
