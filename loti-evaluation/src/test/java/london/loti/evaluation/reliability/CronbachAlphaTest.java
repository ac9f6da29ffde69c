package london.loti.evaluation.reliability;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.model.table.CsvReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CronbachAlphaTest {
    private static final List<String> ATTITUDE =
            List.of("rating", "complaints", "privileges", "learning", "raises", "critical", "advance");

    @Test
    void agreesWithPsychOnAttitudes() throws Exception {
        double[][] columns = new double[ATTITUDE.size()][30];
        try (CsvReader csv = CsvReader.open(SharedData.file("data/evaluation/datasets_attitude.csv"))) {
            int[] at = ATTITUDE.stream().mapToInt(csv::column).toArray();
            for (int row = 0; csv.next(); row++) {
                for (int i = 0; i < at.length; i++) {
                    columns[i][row] = csv.number(at[i]);
                }
            }
        }
        Effect effect = CronbachAlpha.withDefaults().estimate(ATTITUDE, columns);
        Cases expected = Cases.of("alpha.attitude");
        expected.check("raw_alpha", effect.headline().value());
        expected.check("std_alpha", effect.estimate("standardised alpha").value());
        expected.check("average_r", effect.estimate("average correlation").value());
        for (String item : ATTITUDE) {
            expected.check(
                    "alpha_drop/" + item,
                    effect.estimate("alpha without " + item).value());
            expected.check(
                    "r_drop/" + item,
                    effect.estimate("item-rest correlation of " + item).value());
        }
        // scipy 1.x: 1 - (1 - alpha) * f.ppf([.975, .025], 29, 174)
        assertThat(effect.headline().interval().lower()).isCloseTo(0.7393756856431073, within(1e-9));
        assertThat(effect.headline().interval().upper()).isCloseTo(0.9157730721599817, within(1e-9));
        assertThat(effect.n()).isEqualTo(30);
    }

    @Test
    void isOneWhereItemsAreTheSameButForTheirLevel() {
        Effect effect = CronbachAlpha.withDefaults()
                .estimate(
                        List.of("a", "b", "c"), new double[] {1, 2, 4}, new double[] {2, 3, 5}, new double[] {0, 1, 3});
        assertThat(effect.headline().value()).isCloseTo(1, within(1e-12));
        assertThat(effect.estimate("average correlation").value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void isUnchangedByOneScaleForAllAndByTheOrderOfPeople() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] items = new double[4][40];
        double[][] moved = new double[4][40];
        for (int row = 0; row < 40; row++) {
            double self = random.nextDouble();
            for (int i = 0; i < 4; i++) {
                items[i][row] = self + random.nextDouble();
                moved[i][39 - row] = 3 * items[i][row] - i;
            }
        }
        List<String> names = List.of("a", "b", "c", "d");
        Effect one = CronbachAlpha.withDefaults().estimate(names, items);
        Effect other = CronbachAlpha.withDefaults().estimate(names, moved);
        IntStream.range(0, one.estimates().size())
                .forEach(i -> assertThat(one.estimates().get(i).value())
                        .isCloseTo(other.estimates().get(i).value(), within(1e-10)));
    }

    @Test
    void leavesOutPeopleWithAGapAndSaysSo() {
        double nan = Double.NaN;
        Effect effect = CronbachAlpha.withDefaults()
                .estimate(List.of("a", "b"), new double[] {1, 2, nan, 4, 2}, new double[] {2, 2, 3, 5, nan});
        assertThat(effect.n()).isEqualTo(3);
        assertThat(effect.diagnostics()).containsEntry("rows left out", 2.0);
        assertThat(effect.estimate("alpha without a").value()).isNaN();
    }

    @Test
    void isUndefinedWhereNothingVaries() {
        Effect effect =
                CronbachAlpha.withDefaults().estimate(List.of("a", "b"), new double[] {1, 1}, new double[] {2, 2});
        assertThat(effect.headline().value()).isNaN();
        assertThat(effect.headline().interval()).isNull();
    }

    @Test
    void refusesWhatIsNoTable() {
        CronbachAlpha alpha = CronbachAlpha.withDefaults();
        assertThatThrownBy(() -> alpha.estimate(List.of("a"), new double[] {1, 2}))
                .hasMessage("items must be two or more, but were 1");
        assertThatThrownBy(() -> alpha.estimate(List.of("a"), new double[] {1, 2}, new double[] {1, 2}))
                .hasMessageContaining("names must be as many as columns, 2, but were 1");
        assertThatThrownBy(() -> alpha.estimate(List.of("a", "b"), new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("equally many values, but had [2, 1]");
        assertThatThrownBy(() -> alpha.estimate(List.of("a", "b"), new double[] {1, 2}, new double[] {1, Double.NaN}))
                .hasMessageContaining("2 or more, but were 1 of 2");
    }

    @Test
    void saysWhichSideItAsksForAndThatPeopleStandAlone() {
        Effect effect =
                CronbachAlpha.withDefaults().estimate(List.of("a", "b"), new double[] {1, 2}, new double[] {1, 3});
        assertThat(effect.convention()).containsEntry("alternative", "two-sided");
        assertThat(effect.assumptions()).contains("People are independent of each other.");
    }
}
