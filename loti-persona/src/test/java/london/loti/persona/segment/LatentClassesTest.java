package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeUse;
import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LatentClassesTest {
    private static final LatentClasses THREE = LatentClasses.withClasses(3).withSeed(7);

    @Test
    void recoversTheClassesThatAnswersWereDrawnFrom() {
        for (double missing : new double[] {0, 0.2}) {
            LatentSamples drawn = LatentSamples.draw(1, 6_000, missing);
            LatentClassModel model = THREE.fit(drawn.sample());
            assertThat(model.converged()).isTrue();
            assertThat(model.startsAtBest()).isGreaterThan(1);
            for (int c = 0; c < 3; c++) {
                // 0.05 is about three standard errors of the smallest class with gaps
                assertThat(model.share(c)).isCloseTo(LatentSamples.SHARES[c], within(0.03));
                for (int j = 0; j < model.attributes().size(); j++) {
                    for (int level = 0; level < LatentSamples.PROBABILITIES[c][j].length; level++) {
                        assertThat(model.probability(c, j, level))
                                .isCloseTo(LatentSamples.PROBABILITIES[c][j][level], within(0.05));
                    }
                }
            }
        }
    }

    @Test
    void assignsPeopleToTheClassTheyCameFrom() {
        LatentSamples drawn = LatentSamples.draw(2, 3_000, 0);
        LatentClassModel model = THREE.fit(drawn.sample());
        int[] found = IntStream.range(0, 3_000)
                .map(row -> model.assigned(row).orElseThrow())
                .toArray();
        assertThat(adjustedRand(found, drawn.truth)).isGreaterThan(0.85);
        assertThat(model.entropyR2().orElseThrow()).isBetween(0.8, 1.0);
        // the model's own guess of how many are right is how many are right
        long right = IntStream.range(0, 3_000)
                .filter(row -> found[row] == drawn.truth[row])
                .count();
        assertThat(model.certainty()).isCloseTo(right / 3_000.0, within(0.015));
    }

    @Test
    void oneClassHasTheSharesOfTheAnswers() {
        Sample sample = LatentSamples.draw(3, 500, 0.3).sample();
        LatentClassModel model = LatentClasses.withClasses(1).fit(sample);
        double log = 0;
        for (int j = 0; j < sample.attributes().size(); j++) {
            int levels = sample.attributes().get(j).levels().size();
            double[] counts = new double[levels];
            double known = 0;
            for (int row = 0; row < sample.size(); row++) {
                if (!Double.isNaN(sample.value(row, j))) {
                    counts[(int) sample.value(row, j)]++;
                    known++;
                }
            }
            for (int level = 0; level < levels; level++) {
                assertThat(model.probability(0, j, level)).isCloseTo(counts[level] / known, within(1e-12));
                log += counts[level] * Math.log(counts[level] / known);
            }
        }
        assertThat(model.share(0)).isEqualTo(1);
        assertThat(model.logLikelihood()).isCloseTo(log, within(1e-8));
        assertThat(model.startsAtBest()).isEqualTo(20);
        assertThat(model.entropyR2()).isEmpty();
        assertThat(model.certainty()).isEqualTo(1);
        assertThat(model.findings()).isEmpty();
    }

    @Test
    void otherOrdersOfRowsGiveTheSameBits() {
        Sample sample = LatentSamples.draw(4, 300, 0.1).sample();
        int[] order = shuffled(300, 8);
        LatentClassModel model = THREE.fit(sample);
        LatentClassModel moved = THREE.fit(sample.rows(order));
        assertSameBits(moved, model);
        for (int row = 0; row < order.length; row++) {
            assertThat(moved.posterior(row, 0)).isEqualTo(model.posterior(order[row], 0));
        }
    }

    @Test
    void otherOrdersOfColumnsAndLevelsChangeTheOrderOnly() {
        LatentSamples drawn = LatentSamples.draw(4, 800, 0.1);
        LatentClassModel model = THREE.fit(drawn.sample());
        int width = model.attributes().size();
        List<Attribute> attributes = new ArrayList<>();
        double[][] rows = new double[drawn.rows.length][width];
        for (int j = 0; j < width; j++) {
            Attribute attribute = model.attributes().get(width - 1 - j);
            attributes.add(attribute);
            for (int row = 0; row < rows.length; row++) {
                rows[row][j] = attribute.levels().size() - 1 - drawn.rows[row][width - 1 - j];
            }
        }
        LatentClassModel moved = THREE.fit(LatentSamples.sample(attributes, rows));
        assertThat(moved.logLikelihood()).isCloseTo(model.logLikelihood(), within(1e-7));
        for (int c = 0; c < 3; c++) {
            assertThat(moved.share(c)).isCloseTo(model.share(c), within(1e-5));
            for (int j = 0; j < width; j++) {
                int most = attributes.get(j).levels().size() - 1;
                for (int level = 0; level <= most; level++) {
                    assertThat(moved.probability(c, j, level))
                            .isCloseTo(model.probability(c, width - 1 - j, most - level), within(1e-5));
                }
            }
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        Sample sample = LatentSamples.draw(5, 300, 0.1).sample();
        LatentClassModel model = THREE.fit(sample);
        for (int threads : new int[] {1, 3}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                LatentClassModel other = pool.submit(() -> THREE.fit(sample)).get();
                assertSameBits(other, model);
                assertThat(other.startLogLikelihoods()).containsExactly(model.startLogLikelihoods());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void moreStartsAreNeverWorse() {
        Sample sample = LatentSamples.draw(6, 200, 0).sample();
        double before = Double.NEGATIVE_INFINITY;
        for (int starts = 1; starts <= 12; starts++) {
            double after =
                    LatentClasses.withClasses(5).withStarts(starts).fit(sample).logLikelihood();
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-7);
            before = after;
        }
    }

    @Test
    void classesAreInTheOrderOfTheirShares() {
        for (long seed = 1; seed <= 5; seed++) {
            LatentClassModel model = LatentClasses.withClasses(4)
                    .withSeed(seed)
                    .fit(LatentSamples.draw(seed, 300, 0).sample());
            double total = 0;
            for (int c = 0; c < 4; c++) {
                assertThat(model.share(c)).isLessThanOrEqualTo(c == 0 ? 1 : model.share(c - 1));
                total += model.share(c);
                for (int j = 0; j < model.attributes().size(); j++) {
                    int latentClass = c;
                    int column = j;
                    double sum = IntStream.range(
                                    0, model.attributes().get(j).levels().size())
                            .mapToDouble(level -> model.probability(latentClass, column, level))
                            .sum();
                    assertThat(sum).isCloseTo(1, within(1e-12));
                }
            }
            assertThat(total).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void anAnswerThatManyWereNeverAskedIsPassedOver() {
        LatentSamples drawn = LatentSamples.draw(9, 3_000, 0);
        for (int row = 0; row < 1_500; row++) {
            drawn.rows[row][2] = Double.NaN;
        }
        LatentClassModel model = THREE.fit(drawn.sample());
        assertThat(model.rowsUsed()).isEqualTo(3_000);
        assertThat(model.likelihoodRatio()).isEmpty();
        assertThat(model.pearson()).isEmpty();
        for (int c = 0; c < 3; c++) {
            assertThat(model.probability(c, 2, 0)).isCloseTo(LatentSamples.PROBABILITIES[c][2][0], within(0.05));
        }
    }

    @Test
    void rowsOfWhichNothingIsKnownAreLeftOutAndCounted() {
        LatentSamples drawn = LatentSamples.draw(10, 300, 0);
        LatentClassModel whole = THREE.fit(drawn.sample());
        List<double[]> rows = new ArrayList<>(List.of(drawn.rows));
        double[] nothing = new double[drawn.rows[0].length];
        Arrays.fill(nothing, Double.NaN);
        rows.add(3, nothing);
        LatentClassModel model =
                THREE.fit(LatentSamples.sample(LatentSamples.attributes(), rows.toArray(double[][]::new)));
        assertThat(model.rows()).isEqualTo(301);
        assertThat(model.rowsUsed()).isEqualTo(300);
        assertThat(model.posterior(3, 0)).isNaN();
        assertThat(model.assigned(3)).isEmpty();
        assertThat(model.segments().segment(3)).isZero();
        assertSameBits(model, whole);
        assertThat(model.findings())
                .anySatisfy(finding -> assertThat(finding.message())
                        .isEqualTo("1 of 301 rows is left out, because nothing is known of them"));
    }

    @Test
    void aLevelThatNobodyGaveIsNoParameter() {
        double[][] rows = LatentSamples.draw(12, 300, 0).rows;
        for (double[] row : rows) {
            row[3] = Math.min(row[3], 1);
        }
        LatentClassModel model = THREE.fit(LatentSamples.sample(LatentSamples.attributes(), rows));
        // 2 shares, and for each class 4 binaries, 2 levels more of q2, 1 of q3 and 3 of q5
        assertThat(model.parameters()).isEqualTo(2 + 3 * (4 + 2 + 1 + 3));
        assertThat(model.probability(0, 3, 2)).isZero();
        assertThat(model.posteriorOf(0, 0, 0, 2, 0, 0, 0).answersUsed()).isEqualTo(6);
        for (int steps = 1; steps <= 5; steps++) {
            LatentClassModel early =
                    THREE.withMaxIterations(steps).fit(LatentSamples.sample(LatentSamples.attributes(), rows));
            assertThat(early.probability(0, 3, 2)).isZero();
        }
        List<Attribute> without = new ArrayList<>(LatentSamples.attributes());
        without.set(3, LatentSamples.attribute("q3", AttributeKind.NOMINAL, 2));
        assertThat(THREE.fit(LatentSamples.sample(without, rows)).logLikelihood())
                .isEqualTo(model.logLikelihood());
    }

    @Test
    void missingAnswersAddNothingToTheLikelihood() {
        double[][] rows = LatentSamples.draw(13, 400, 0.3).rows;
        LatentClassModel model = THREE.fit(LatentSamples.sample(LatentSamples.attributes(), rows));
        double sum = 0;
        for (double[] row : rows) {
            double likelihood = 0;
            boolean known = false;
            for (int c = 0; c < 3; c++) {
                double joint = model.share(c);
                for (int j = 0; j < row.length; j++) {
                    known |= !Double.isNaN(row[j]);
                    joint *= Double.isNaN(row[j]) ? 1 : model.probability(c, j, (int) row[j]);
                }
                likelihood += joint;
            }
            sum += known ? Math.log(likelihood) : 0;
        }
        assertThat(model.logLikelihood()).isCloseTo(sum, within(1e-8));
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        LatentClasses.withClasses(1)
                .withStarts(4)
                .withProgress(told::add)
                .chooseUpTo(3, LatentSamples.draw(1, 100, 0).sample());
        assertThat(told).hasSize(12).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWhenInterrupted() {
        Sample sample = LatentSamples.draw(1, 2_000, 0).sample();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> THREE.fit(sample)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void stopsInTheMiddleWhenInterrupted() {
        Sample sample = LatentSamples.draw(1, 2_000, 0).sample();
        Thread caller = Thread.currentThread();
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        try {
            assertThatThrownBy(() -> THREE.withStarts(1_000)
                            .withProgress(done -> {
                                told.add(done);
                                caller.interrupt();
                            })
                            .fit(sample))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(told).hasSizeLessThan(1_000);
    }

    @Test
    void refusesWhatHasNoLevels() {
        Attribute age = Attribute.builder("age", AttributeKind.INTERVAL).build();
        Sample sample = LatentSamples.sample(List.of(age), new double[][] {{20}, {30}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.fit(sample))
                .withMessageContaining("must have levels, but 'age' is an interval")
                .withMessageContaining("Maybe band it first");
    }

    @Test
    void refusesWhatMustNotFormASegment() {
        Attribute religion = Attribute.builder("religion", AttributeKind.NOMINAL)
                .levels("a", "b")
                .use(AttributeUse.AUDIT_ONLY)
                .build();
        Sample sample = LatentSamples.sample(List.of(religion), new double[][] {{0}, {1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.fit(sample))
                .withMessageContaining("'religion' is AUDIT_ONLY, so it must not form a class")
                .withMessageContaining("Maybe leave it out: sample.matching()");
    }

    @Test
    void refusesAnAttributeThatNeverVaries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.fit(LatentSamples.ofPatterns("11:3", "12:5", "10:1")))
                .withMessageContaining("must have two values or more in the sample, but 'item1' has one")
                .withMessageContaining("Maybe leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.fit(LatentSamples.ofPatterns("01:3", "02:5")))
                .withMessageContaining("'item1' has none");
    }

    @Test
    void refusesMoreClassesThanPatterns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.fit(LatentSamples.ofPatterns("11:30", "22:50")))
                .withMessageContaining("no more than the distinct patterns of answers, but are 3 for 2")
                .withMessageContaining("Maybe ask for fewer classes");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LatentClasses.withClasses(0))
                .withMessage("classes must be 1 or more, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withStarts(0))
                .withMessage("starts must be 1 or more, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withMaxIterations(0))
                .withMessage("iterations must be 1 or more, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.withTolerance(Double.NaN))
                .withMessage("the tolerance must be above 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> THREE.chooseUpTo(2, LatentSamples.draw(1, 50, 0).sample()))
                .withMessage("the most classes must be 3 or more, as many as the fewest, but were 2");
    }

    private static void assertSameBits(LatentClassModel one, LatentClassModel other) {
        assertThat(one.logLikelihood()).isEqualTo(other.logLikelihood());
        for (int c = 0; c < other.classes(); c++) {
            assertThat(one.share(c)).isEqualTo(other.share(c));
            for (int j = 0; j < other.attributes().size(); j++) {
                for (int level = 0; level < other.attributes().get(j).levels().size(); level++) {
                    assertThat(one.probability(c, j, level)).isEqualTo(other.probability(c, j, level));
                }
            }
        }
    }

    private static int[] shuffled(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return order;
    }

    /** Hubert and Arabie 1985, from all pairs. */
    private static double adjustedRand(int[] one, int[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        double pairs = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean sameOne = one[i] == one[j];
                boolean sameOther = other[i] == other[j];
                both += sameOne && sameOther ? 1 : 0;
                first += sameOne ? 1 : 0;
                second += sameOther ? 1 : 0;
                pairs++;
            }
        }
        double expected = first * second / pairs;
        return (both - expected) / ((first + second) / 2 - expected);
    }
}
