package london.loti.evaluation.balance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.evaluation.Cases;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.regression.Design;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyTable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class MatchingTest {
    @Test
    void nextBelowAgreesWithTheVersionOfMatchItThatComputedTheCase() {
        Cases expected = Cases.of("match.nn.lalonde");
        StudyTable table = Samples.lalonde();
        Comparison comparison = Samples.lalonde(table);
        PropensityScore score = PropensityScore.fit(comparison);
        // MatchIt 4.5.1 took the next control below in place of the nearest
        Matching matching = Matching.nearest(score).withNeighbour(Matching.Neighbour.NEXT_BELOW);
        Matches matches = matching.match();
        Effect effect = matches.weights().effect(table.numbers("re78"));
        expected.check("n_matched", (double) effect.n());
        expected.check("att", effect.headline().value());
        expected.check("se_cluster", effect.headline().standardError());
        expected.check("ps_first5", Arrays.copyOf(score.scores(), 5));
        BalanceTable balance = Balance.of(comparison)
                .with("distance", score.scores())
                .after(matches.weights().weights());
        for (String name : List.of("distance", "age", "educ", "re74", "re75")) {
            expected.check("smd/" + name, balance.row(name).last().difference());
        }
        // MatchIt takes the root of p(1 - p) for columns of two values, which divides by n and not by n - 1
        double byN = Math.sqrt(185 / 184.0);
        for (String name : List.of("raceblack", "racehispan", "racewhite", "married", "nodegree")) {
            expected.check("smd/" + name, byN * balance.row(name).last().difference());
        }
        assertThat(effect.clusters()).isEqualTo(185);
        // the reference's 1 379 with replacement: numpy, the next control below, which that version's caliper left
        // alone
        assertThat(matching.withReplacement()
                        .match()
                        .weights()
                        .effect(table.numbers("re78"))
                        .headline()
                        .value())
                .isCloseTo(1379.2773732972973, within(1e-8));
    }

    @Test
    void nearestAgreesWithLookingAtEverybody() {
        // numpy: for each treated by falling score the argmin of |difference| among all free controls
        StudyTable table = Samples.lalonde();
        PropensityScore score = PropensityScore.fit(Samples.lalonde(table));
        double[] outcome = table.numbers("re78");
        Matching matching = Matching.nearest(score);
        assertThat(matching.match().weights().effect(outcome).headline().value())
                .isCloseTo(894.3674802702699, within(1e-8));
        Effect again =
                matching.withReplacement().withCaliper(0.1).match().weights().effect(outcome);
        assertThat(again.headline().value()).isCloseTo(2015.184363934426, within(1e-8));
        assertThat(again.n()).isEqualTo(263);
    }

    /** Every control looked at for every treated unit, in the plainest way. */
    private static Map<Integer, List<Integer>> slowly(
            double[] scores, double[] treated, int[] strata, int ratio, boolean replacement, double caliper) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, scores.length)
                .filter(i -> treated[i] == 1)
                .boxed()
                .toList());
        order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
        Map<Integer, List<Integer>> found = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (int round = 0; round < ratio; round++) {
            for (int i : order) {
                List<Integer> own = found.computeIfAbsent(i, k -> new ArrayList<>());
                int best = -1;
                for (int c = 0; c < scores.length; c++) {
                    boolean free = treated[c] == 0 && strata[c] == strata[i] && !own.contains(c) && !taken.contains(c);
                    double apart = Math.abs(scores[c] - scores[i]);
                    if (free && apart <= caliper && (best < 0 || apart < Math.abs(scores[best] - scores[i]))) {
                        best = c;
                    }
                }
                if (best >= 0) {
                    own.add(best);
                    if (!replacement) {
                        taken.add(best);
                    }
                }
            }
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @Test
    void findsWhatLookingAtEverybodyFinds() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 120;
            int steps = seed % 2 == 0 ? 12 : 1_000_000; // few steps make many ties
            double[] scores = random.ints(n, 1, steps)
                    .mapToDouble(i -> i / (double) steps)
                    .toArray();
            double[] treated =
                    random.ints(n, 0, 3).mapToDouble(i -> i == 0 ? 1 : 0).toArray();
            int[] strata = random.ints(n, 0, 2).toArray();
            Comparison comparison =
                    Comparison.of(treated, Design.withIntercept().number("x", scores));
            PropensityScore score = PropensityScore.known(comparison, scores);
            for (int ratio = 1; ratio <= 3; ratio++) {
                for (boolean replacement : new boolean[] {false, true}) {
                    Matching matching = Matching.nearest(score)
                            .withRatio(ratio)
                            .withCaliper(0.3)
                            .withExact(Categories.of(strata, List.of("a", "b")));
                    Map<Integer, List<Integer>> fast = new HashMap<>();
                    (replacement ? matching.withReplacement() : matching)
                            .match()
                            .matches()
                            .forEach(m -> fast.put(m.treatedRow(), m.controlRows()));
                    assertThat(fast)
                            .as("seed %d, ratio %d, replacement %s", seed, ratio, replacement)
                            .isEqualTo(slowly(
                                    scores, treated, strata, ratio, replacement, 0.3 * score.standardDeviation()));
                }
            }
        }
    }

    @Test
    void aControlIsMatchedOnceAndWithinTheCaliper() {
        Samples.Study study = new Samples.Study(2, 600);
        PropensityScore score = PropensityScore.fit(study.comparison());
        Matches matches = Matching.nearest(score).withRatio(2).withCaliper(0.1).match();
        Set<Integer> seen = new HashSet<>();
        for (Matches.Match match : matches.matches()) {
            assertThat(study.treated[match.treatedRow()]).isEqualTo(1);
            for (int control : match.controlRows()) {
                assertThat(study.treated[control]).isZero();
                assertThat(seen.add(control)).isTrue();
                assertThat(Math.abs(score.score(control) - score.score(match.treatedRow())))
                        .isLessThanOrEqualTo(0.1 * score.standardDeviation());
            }
        }
        double[] weights = matches.weights().weights();
        double controls = IntStream.range(0, 600)
                .filter(i -> study.treated[i] == 0)
                .mapToDouble(i -> weights[i])
                .sum();
        assertThat(controls).isCloseTo(matches.matches().size(), within(1e-9));
        assertThat(matches.weights().balance().largest())
                .isLessThan(matches.weights().balance().largestBefore());
    }

    @Test
    void unmatchedUnitsAreTold() {
        double[] scores = {0.5, 0.9, 0.5, 0.4, 0.6};
        Comparison comparison = Comparison.of(
                new double[] {1, 1, 0, 0, 0}, Design.withIntercept().number("x", scores));
        PropensityScore score = PropensityScore.known(comparison, scores);
        Matches matches = Matching.nearest(score).withCaliper(0.1).match();
        assertThat(matches.unmatched()).isEqualTo(1);
        assertThat(matches.weights().findings().get(0).message()).contains("1 of 2 treated units have no control");
        assertThatThrownBy(() -> Matching.nearest(score)
                        .withExact(Categories.of(Arrays.asList("a", "a", "b", "b", "b")))
                        .match())
                .hasMessageContaining("none of 2 has");
        assertThatThrownBy(() -> Matching.mahalanobis(comparison).withCaliper(0.1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void orderOfRowsDoesNotMatterWithoutTies() {
        Samples.Study study = new Samples.Study(4, 500);
        Samples.Study turned = study.turned();
        double one = Matching.nearest(PropensityScore.fit(study.comparison()))
                .match()
                .weights()
                .effect(study.outcome)
                .headline()
                .value();
        double other = Matching.nearest(PropensityScore.fit(turned.comparison()))
                .match()
                .weights()
                .effect(turned.outcome)
                .headline()
                .value();
        assertThat(other).isCloseTo(one, within(1e-10));
    }

    @Test
    void mahalanobisDoesNotDependOnUnitsAndIsTheScaledDistanceOfOneCovariate() {
        Samples.Study study = new Samples.Study(5, 200);
        Matches plain = Matching.mahalanobis(study.comparison()).match();
        Matches moved = Matching.mahalanobis(study.comparison(30, 7)).match();
        assertThat(moved.matches()).isEqualTo(plain.matches());
        double[] small = Arrays.stream(study.age).map(v -> v / 100).toArray();
        Comparison one = Comparison.of(study.treated, Design.withIntercept().number("age", small));
        assertThat(Matching.mahalanobis(one)
                        .withReplacement()
                        .withRatio(2)
                        .match()
                        .matches())
                .isEqualTo(Matching.nearest(PropensityScore.known(one, small))
                        .withReplacement()
                        .withRatio(2)
                        .match()
                        .matches());
    }

    @Test
    void coarseBinsCompareLikeWithLike() {
        // by hand: bins of age below and from 50; the treated of 30 and 40 have one control, that of 60 has two
        double[] age = {30, 40, 60, 35, 70, 80, 20};
        double[] place = {0, 0, 0, 0, 0, 0, 1};
        double[] treated = {1, 1, 1, 0, 0, 0, 0};
        double[] outcome = {5, 7, 9, 4, 6, 8, 100};
        Comparison comparison =
                Comparison.of(treated, Design.withIntercept().number("age", age).number("place", place));
        CoarsenedExactMatching coarse = CoarsenedExactMatching.of(comparison).withBins("age", 2);
        GroupWeights weights = coarse.weights();
        assertThat(weights.weights()).containsExactly(new double[] {1, 1, 1, 2, 0.5, 0.5, 0}, within(1e-15));
        assertThat(weights.effect(outcome).headline().value()).isCloseTo(7 - (2 * 4 + 7) / 3.0, within(1e-14));
        assertThat(coarse.withEstimand(Estimand.ATE).weights().weights())
                .containsExactly(new double[] {1.5, 1.5, 3, 3, 1.5, 1.5, 0}, within(1e-15));
        assertThat(coarse.withCuts("place").weights().weights()[6]).isPositive();
        assertThatThrownBy(() -> coarse.withExact("age").weights()).hasMessageContaining("nobody is left");
        assertThatThrownBy(() -> coarse.withBins("aeg", 2)).hasMessageContaining("age");
    }

    @Test
    void coarsenedExactMatchingOfLalondeAgreesWithAPlainCount() {
        // numpy: searchsorted on linspace(min, max, bins + 1), race exact; Sturges' rule says 11 bins
        StudyTable table = Samples.lalonde();
        Effect effect =
                CoarsenedExactMatching.of(Samples.lalonde(table)).weights().effect(table.numbers("re78"));
        assertThat(effect.headline().value()).isCloseTo(1070.907326427352, within(1e-8));
        assertThat(effect.groups()).containsEntry("treated", 65L).containsEntry("control", 75L);
    }

    @Test
    void subclassesAreTheQuantilesOfTheTreated() {
        Samples.Study study = new Samples.Study(7, 1_000);
        PropensityScore score = PropensityScore.fit(study.comparison());
        GroupWeights weights = Subclassification.of(score).withClasses(5).weights();
        double[] e = score.scores();
        double[] sorted = IntStream.range(0, e.length)
                .filter(i -> study.treated[i] == 1)
                .mapToDouble(i -> e[i])
                .sorted()
                .toArray();
        double sum = 0;
        for (int c = 0; c < 5; c++) { // R type 7: position c/5 of the way from the first to the last
            double lower = c == 0 ? 0 : at(sorted, c / 5.0);
            double upper = c == 4 ? 1 : at(sorted, (c + 1) / 5.0);
            double[] totals = new double[2];
            double[] counts = new double[2];
            for (int i = 0; i < e.length; i++) {
                if (e[i] >= lower && e[i] < upper) {
                    totals[(int) study.treated[i]] += study.outcome[i];
                    counts[(int) study.treated[i]]++;
                }
            }
            sum += counts[1] * (totals[1] / counts[1] - totals[0] / counts[0]);
        }
        assertThat(weights.effect(study.outcome).headline().value()).isCloseTo(sum / sorted.length, within(1e-10));
    }

    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        return sorted[below] + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    @Test
    void aHundredThousandAreMatchedAtOnce() {
        Samples.Study study = new Samples.Study(1, 100_000);
        PropensityScore score = PropensityScore.fit(study.comparison());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Matching.nearest(score).match().matches()).hasSizeGreaterThan(20_000);
            assertThat(Matching.nearest(score)
                            .withReplacement()
                            .withRatio(3)
                            .match()
                            .matches())
                    .hasSizeGreaterThan(20_000);
        });
    }
}
