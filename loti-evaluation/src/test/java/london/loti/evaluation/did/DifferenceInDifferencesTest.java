package london.loti.evaluation.did;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.SharedData;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.regression.Regression;
import london.loti.evaluation.regression.StandardErrors;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;
import london.loti.evaluation.study.StudyReader;
import london.loti.evaluation.study.StudyTable;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class DifferenceInDifferencesTest {
    private static StudyTable cardAndKrueger() {
        StudyTable table = StudyReader.create()
                .numbers("nj", "d", "fte")
                .read(SharedData.file("data/evaluation/poe_njmin3_card_krueger.csv"))
                .orElseThrow();
        double[] wave = table.numbers("d");
        int[] next = new int[2];
        List<String> store = IntStream.range(0, table.rows())
                .mapToObj(i -> "s" + next[(int) wave[i]]++)
                .toList(); // stores stand in the same order in both waves
        return StudyTable.builder("njmin3.csv", table.rows())
                .numbers("nj", table.numbers("nj"))
                .numbers("d", wave)
                .numbers("fte", table.numbers("fte"))
                .categories("store", Categories.of(store))
                .build();
    }

    @Test
    void cardAndKruegerAgreeWithR() {
        Cases oracle = Cases.of("did.ck.2x2");
        DifferenceInDifferences design = DifferenceInDifferences.of(cardAndKrueger(), "fte", "nj", "d");
        Effect effect = design.withClassicalErrors().estimate();
        oracle.check("did", effect.headline().value());
        oracle.check("se_ols", effect.headline().standardError());
        oracle.check("t", effect.headline().statistic());
        oracle.check("p", effect.headline().pValue());
        oracle.check("n", (double) effect.n());
        oracle.check("pa_before", effect.estimate("comparison before").value());
        oracle.check("pa_after", effect.estimate("comparison after").value());
        oracle.check("nj_before", effect.estimate("treated before").value());
        oracle.check("nj_after", effect.estimate("treated after").value());
        oracle.check("se_hc1", design.estimate().headline().standardError());
    }

    @Test
    void errorsClusteredByStoreAgreeWithR() {
        Cases oracle = Cases.of("did.ck.cluster");
        Effect effect = DifferenceInDifferences.of(cardAndKrueger(), "fte", "nj", "d")
                .clusteredBy("store")
                .estimate();
        oracle.check("did", effect.headline().value());
        oracle.check("se_store_HC1", effect.headline().standardError());
        oracle.check("G", effect.clusters());
        assertThat(effect.headline().degreesOfFreedom()).isEqualTo(409);
    }

    /** Any data: the four means give what the regression with all its columns gives. */
    @Test
    void equalsTheRegressionOnGroupAndTime() {
        StudyTable table = random(3, 400);
        double[] group = table.numbers("group");
        double[] time = table.numbers("time");
        double[] both =
                IntStream.range(0, 400).mapToDouble(i -> group[i] * time[i]).toArray();
        Design design =
                Design.withIntercept(400).number("g", group).number("t", time).number("did", both);
        Regression regression = Regression.of(design, table.numbers("y"));
        DifferenceInDifferences did = DifferenceInDifferences.of(table, "y", "group", "time");
        assertThat(did.estimate().headline().standardError())
                .isCloseTo(
                        regression
                                .withErrors(StandardErrors.robust(StandardErrors.RobustType.HC1))
                                .fit()
                                .effect()
                                .estimate("did")
                                .standardError(),
                        within(1e-12));
        assertThat(did.clusteredBy("cluster").estimate().headline().standardError())
                .isCloseTo(
                        regression
                                .withErrors(StandardErrors.clustered(table.categories("cluster")))
                                .fit()
                                .effect()
                                .estimate("did")
                                .standardError(),
                        within(1e-12));
    }

    private static StudyTable random(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] group =
                IntStream.range(0, n).mapToDouble(i -> random.nextInt(2)).toArray();
        double[] time =
                IntStream.range(0, n).mapToDouble(i -> random.nextInt(2)).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> group[i] + time[i] + 2 * group[i] * time[i] + random.nextDouble())
                .toArray();
        return StudyTable.builder("random", n)
                .numbers("group", group)
                .numbers("time", time)
                .numbers("y", y)
                .categories(
                        "cluster",
                        Categories.of(IntStream.range(0, n)
                                .mapToObj(i -> "c" + i % 12)
                                .toList()))
                .build();
    }

    /** A constant added to everybody, or to everybody after, moves nothing; a factor moves in step. */
    @Test
    void whatHappensToEverybodyMovesNothing() {
        StudyTable table = random(9, 200);
        double[] time = table.numbers("time");
        double[] y = table.numbers("y");
        double[] moved = IntStream.range(0, 200)
                .mapToDouble(i -> 3 * (y[i] + 7 + 5 * time[i]))
                .toArray();
        StudyTable other = StudyTable.builder("moved", 200)
                .numbers("group", table.numbers("group"))
                .numbers("time", time)
                .numbers("y", moved)
                .build();
        Effect before = DifferenceInDifferences.of(table, "y", "group", "time").estimate();
        Effect after = DifferenceInDifferences.of(other, "y", "group", "time").estimate();
        assertThat(after.headline().value()).isCloseTo(3 * before.headline().value(), within(1e-12));
        assertThat(after.headline().pValue()).isCloseTo(before.headline().pValue(), within(1e-10));
        assertThat(after.dataHash()).isNotEqualTo(before.dataHash());
    }

    @Test
    void labelsTellGroupsAndTimesAndCanBeTurned() {
        StudyTable table = StudyTable.builder("t", 6)
                .categories(
                        "group", Categories.of(List.of("taught", "taught", "waiting", "waiting", "taught", "waiting")))
                .categories("wave", Categories.of(List.of("1", "2", "1", "2", "2", "2")))
                .numbers("y", new double[] {1, 4, 1, 2, 5, 3})
                .build();
        DifferenceInDifferences design = DifferenceInDifferences.of(table, "y", "group", "wave");
        Effect waiting = design.estimate();
        Effect taught = design.withTreated("taught").estimate();
        assertThat(waiting.convention()).containsEntry("treated", "waiting");
        assertThat(taught.headline().value())
                .isEqualTo(-waiting.headline().value())
                .isEqualTo(2);
        assertThatThrownBy(() -> design.withTreated("helped").estimate())
                .hasMessageContaining("'helped'")
                .hasMessageContaining("none of its 2 values");
    }

    /** The residuals of a cluster that is a whole group add up to nought: two of them would give an error of nought. */
    @Test
    void aGroupWithinOneClusterIsToldOrRefused() {
        StudyTable random = random(5, 240);
        double[] group = random.numbers("group");
        StudyTable table = StudyTable.builder("arms.csv", 240)
                .numbers("group", group)
                .numbers("time", random.numbers("time"))
                .numbers("y", random.numbers("y"))
                .categories("borough", clusters(i -> group[i] == 1 ? "treated" : "other"))
                .categories("one_treated", clusters(i -> group[i] == 1 ? "treated" : "other " + i % 7))
                .build();
        DifferenceInDifferences design = DifferenceInDifferences.of(table, "y", "group", "time");
        FindingsException refused = catchThrowableOfType(
                FindingsException.class, () -> design.clusteredBy("borough").estimate());
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(StudyProblem.ONE_CLUSTER);
            assertThat(finding.message())
                    .contains("must be in two clusters or more", "Maybe cluster by a smaller unit");
        });
        Effect told = design.clusteredBy("one_treated").estimate();
        assertThat(told.diagnostics()).containsEntry("clusters_treated", 1.0);
        assertThat(told.diagnostics().get("smallest_cell")).isBetween(1.0, 60.0);
        assertThat(told.assumptions()).anyMatch(text -> text.contains("The treated are a single cluster"));
    }

    private static Categories clusters(IntFunction<String> of) {
        return Categories.of(IntStream.range(0, 240).mapToObj(of).toList());
    }

    @Test
    void whatCantBeComparedIsNamedWithWhatToDo() {
        StudyTable.Builder builder = StudyTable.builder("t.csv", 4).numbers("y", new double[] {1, 2, 3, 4});
        StudyTable table = builder.numbers("one", new double[] {1, 1, 1, 1})
                .numbers("three", new double[] {1, 2, 3, 3})
                .numbers("a", new double[] {0, 0, 1, 1})
                .numbers("b", new double[] {0, 1, 0, 0})
                .build();
        FindingsException one = catchThrowableOfType(
                FindingsException.class,
                () -> DifferenceInDifferences.of(table, "y", "one", "a").estimate());
        assertThat(one.findings()).extracting(Finding::code).containsExactly(StudyProblem.ONE_GROUP);
        assertThat(one).hasMessageContaining("t.csv").hasMessageContaining("one");
        assertThatThrownBy(() ->
                        DifferenceInDifferences.of(table, "y", "three", "a").estimate())
                .hasMessageContaining("two values to compare, but has more");
        FindingsException empty = catchThrowableOfType(
                FindingsException.class,
                () -> DifferenceInDifferences.of(table, "y", "a", "b").estimate());
        assertThat(empty.findings()).extracting(Finding::code).containsExactly(StudyProblem.TOO_FEW);
        assertThat(empty).hasMessageContaining("treated after");
        StudyTable flat = StudyTable.builder("t.csv", 8)
                .numbers("y", new double[] {1, 1, 2, 2, 3, 3, 4, 4})
                .numbers("g", new double[] {0, 0, 0, 0, 1, 1, 1, 1})
                .numbers("t", new double[] {0, 0, 1, 1, 0, 0, 1, 1})
                .categories("c", Categories.of(List.of("x", "x", "x", "x", "x", "x", "x", "x")))
                .build();
        assertThatThrownBy(() -> DifferenceInDifferences.of(flat, "y", "g", "t").estimate())
                .hasMessageContaining("must vary within a group");
        double[] varied = Arrays.copyOf(flat.numbers("y"), 8);
        varied[0] = 0;
        StudyTable cluster = StudyTable.builder("t.csv", 8)
                .numbers("y", varied)
                .numbers("g", flat.numbers("g"))
                .numbers("t", flat.numbers("t"))
                .categories("c", flat.categories("c"))
                .build();
        assertThatThrownBy(() -> DifferenceInDifferences.of(cluster, "y", "g", "t")
                        .clusteredBy("c")
                        .estimate())
                .hasMessageContaining("at least two clusters");
    }
}
