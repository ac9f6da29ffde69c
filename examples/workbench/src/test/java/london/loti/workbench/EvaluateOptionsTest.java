package london.loti.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.json.ResultFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** An option decides the result, or it is refused. */
class EvaluateOptionsTest {
    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private Run run(String line) {
        List<Object> args = new ArrayList<>(List.of("evaluate"));
        args.addAll(List.of(
                line.replace("DATA", "--data " + folder.resolve("data.csv")).split(" ")));
        return Run.loti(args.toArray());
    }

    private Effect effect(String line) throws IOException {
        Path out = folder.resolve("result.json");
        Run run = run(line + " --out " + out);
        assertThat(run.exit()).as(run.err()).isZero();
        return ResultFile.read(out).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two-groups DATA --outcome y --group g --convention test=anova --level 0.9",
                "two-groups DATA --outcome y --group g --convention test=kruskal-wallis --alternative LESS",
                "two-groups DATA --outcome y --group g --seed 3",
                "two-groups DATA --outcome y --group g --convention test=equivalence --convention low=-1"
                        + " --convention high=1 --alternative LESS",
                "pre-post DATA --outcome y --convention before=x --seed 3",
                "proportions DATA --outcome b --group g --convention measure=fisher --convention interval=wald",
                "proportions DATA --outcome b --group g --convention measure=ratios --convention correction=yes",
                "proportions DATA --outcome b --convention share=0.5 --convention interval=wald",
                "survey DATA --outcome y --weights x --convention of=x",
                "attrition DATA --outcome y --group g --convention baseline=x",
                "attrition DATA --outcome y --group g --alternative LESS",
                "survival DATA --time x --outcome b --group g --convention estimate=log-rank --level 0.9",
                "survival DATA --time x --outcome b --convention causes=one",
                "power DATA --convention n=20 --convention effect=1",
                "power --convention design=detectable --convention clusters=10 --convention size=20"
                        + " --convention icc=0.1 --convention n=5",
                "reliability DATA --covariates x,y --alternative GREATER"
            })
    void whatTheMethodDoesNotUseIsRefused(String line) throws IOException {
        csv("y,x,g,b\n1,2,a,0\n2,3,a,1\n4,3,a,1\n3,5,b,0\n5,7,b,1\n7,6,b,0\n");
        Run run = run(line);
        assertThat(run.exit()).as(run.out()).isEqualTo(2);
        assertThat(run.err()).containsPattern("does not use --|--convention must be one that the method knows here");
    }

    @Test
    void sideLevelAndSeedDecideWhereTheyAreUsed() throws IOException {
        csv("y,g\n1,a\n2,a\n4,a\n3,b\n5,b\n7,b\n");
        Effect welch = effect("two-groups DATA --outcome y --group g --level 0.9 --alternative GREATER");
        assertThat(welch.headline().interval().level()).isEqualTo(0.9);
        assertThat(welch.convention()).containsEntry("alternative", "greater");
        Effect permutation = effect("two-groups DATA --outcome y --group g --convention test=permutation --seed 3");
        assertThat(permutation.n()).isEqualTo(6);
    }

    /** Four wait; by time 2 one of four had event 1, by time 4 two of them had event 2. */
    @Test
    void whatEndedTheWaitingIsToldApart() throws IOException {
        csv("t,e\n1,1\n2,2\n3,2\n4,0\n");
        Effect named = effect("survival DATA --time t --outcome e --convention estimate=incidence --convention at=3"
                + " --convention causes=contact,moved");
        assertThat(named.estimate("contact at 3.0").value()).isCloseTo(0.25, within(1e-12));
        assertThat(named.estimate("moved at 3.0").value()).isCloseTo(0.5, within(1e-12));
        Effect unnamed = effect("survival DATA --time t --outcome e --convention estimate=incidence --convention at=3");
        assertThat(unnamed.estimate("event 2 at 3.0").value()).isCloseTo(0.5, within(1e-12));
        Run refused = run("survival DATA --time t --outcome e");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("data.csv, line 3, e", "data.csv, line 4, e", "--convention estimate=incidence");
        assertThat(run("survival DATA --time t --outcome e --convention estimate=incidence --convention at=3"
                                + " --convention causes=contact")
                        .err())
                .contains("--convention causes must name the codes 1 to 2");
    }

    @Test
    void theGroupIsTheHeadlineAndItsLabelIsTold() throws IOException {
        StringBuilder rows = new StringBuilder("y,g,gender\n");
        for (int i = 0; i < 40; i++) {
            rows.append(20 + i % 5 - (i % 2 == 0 ? 0 : 5))
                    .append(i % 2 == 0 ? ",taught," : ",waiting,")
                    .append(i % 3)
                    .append('\n');
        }
        csv(rows.toString());
        Effect regression = effect("regression DATA --outcome y --group g --covariates gender");
        assertThat(regression.headline().term()).isEqualTo("gwaiting");
        assertThat(regression.headline().value()).isCloseTo(-5, within(0.5));
        Effect guessed = effect("two-groups DATA --outcome y --group g");
        assertThat(guessed.convention()).containsEntry("treated", "waiting");
        Effect told = effect("two-groups DATA --outcome y --group g --convention treated=taught");
        assertThat(told.convention()).containsEntry("treated", "taught");
        assertThat(told.headline().value()).isEqualTo(-guessed.headline().value());
    }

    @Test
    void aReportNeedsToKnowWhoseEffectItIs() throws IOException {
        csv("y,g\n1,taught\n2,taught\n4,taught\n3,waiting\n5,waiting\n7,waiting\n");
        Path study = Files.writeString(
                folder.resolve("study.json"),
                Run.loti("example", "study").out().replace("DIFFERENCE_IN_DIFFERENCES", "CROSS_SECTION"));
        String report = " --study " + study + " --report " + folder.resolve("page.html");
        assertThat(run("two-groups DATA --outcome y --group g" + report).err())
                .contains("which group is the treated one", "Maybe --convention treated=waiting");
        assertThat(run("two-groups DATA --outcome y --group g --convention treated=taught" + report)
                        .exit())
                .isZero();
        for (String other : new String[] {
            "regression DATA --outcome y --covariates g",
            "regression DATA --outcome y --group g --convention intercept=no",
            "event-study DATA --outcome y --group g --time t --id i",
            "staggered DATA --outcome y --group g --time t --id i --convention aggregation=group-time"
        }) {
            assertThat(run(other + report).err())
                    .as(other)
                    .contains("--report needs a method that estimates the effect of a programme");
        }
        assertThat(run("two-groups DATA --outcome y --group g --study " + study).err())
                .contains("--study is for --report");
    }

    @Test
    void aWeightBelowNoughtIsToldByItsLine() throws IOException {
        csv("y,x,w\n1,2,1\n2,3,-1\n4,3,1\n3,5,1\n");
        Run run = run("regression DATA --outcome y --covariates x --weights w");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("data.csv, line 3, w: a weight must be nought or more");
    }
}
