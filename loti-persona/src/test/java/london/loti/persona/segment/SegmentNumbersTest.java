package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.segment.SegmentChoice.Candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SegmentNumbersTest {
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.builder("age", AttributeKind.INTERVAL).build(),
            Attribute.builder("skill", AttributeKind.INTERVAL).build(),
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .levels("none", "phone", "laptop")
                    .build());

    /** Three groups of people far from each other. */
    private static Sample groups() {
        SplittableRandom random = new SplittableRandom(4);
        Sample.Builder sample = Sample.builder(ATTRIBUTES);
        for (int row = 0; row < 60; row++) {
            int group = row % 3;
            sample.row(30 * group + random.nextDouble(), group == 1 ? 9 : random.nextDouble(), group);
        }
        return sample.build();
    }

    /** People who differ without any groups. */
    private static Sample noise() {
        SplittableRandom random = new SplittableRandom(5);
        List<Attribute> attributes = new ArrayList<>();
        for (int column = 0; column < 10; column++) {
            attributes.add(
                    Attribute.builder("a" + column, AttributeKind.INTERVAL).build());
        }
        Sample.Builder sample = Sample.builder(attributes);
        for (int row = 0; row < 80; row++) {
            sample.row(random.doubles(10).toArray());
        }
        return sample.build();
    }

    private static final SegmentNumbers FEW = SegmentNumbers.of(2, 5).withReplicates(10);

    @Test
    void findsTheGroupsThatThereAreByBothMethods() {
        for (SegmentChoice choice : List.of(FEW.medoids(Dissimilarities.of(groups())), FEW.prototypes(groups()))) {
            assertThat(choice.candidates()).extracting(Candidate::k).containsExactly(2, 3, 4, 5);
            Candidate best = choice.recommended().orElseThrow();
            assertThat(best.segments().sizes()).containsExactly(20, 20, 20);
            assertThat(best.structure()).isEqualTo(Structure.STRONG);
            assertThat(best.stability().agreements()).hasSize(10).containsOnly(1.0);
            assertThat(choice.words())
                    .startsWith("Recommended are 3 segments: mean silhouette 0.9")
                    .contains(", a strong structure; a mean agreement of 1.00 over 10 replicates, the lowest 1.00; ");
        }
    }

    @Test
    void saysThatNoNumberIsConvincingWherePeopleDifferWithoutGroups() {
        for (SegmentChoice choice : List.of(FEW.medoids(Dissimilarities.of(noise())), FEW.prototypes(noise()))) {
            assertThat(choice.recommended()).isEmpty();
            assertThat(choice.words())
                    .startsWith("No number of segments from 2 to 5 is convincing. The highest mean silhouette is 0.")
                    .contains(": no substantial structure.")
                    .endsWith("Do not make personas of these segments: people may differ gradually, or other answers"
                            + " may be needed.");
        }
    }

    @Test
    void aCandidateIsWhatTheMethodFindsByItself() {
        Sample sample = Oracles.mixed(8, 70, 8, 3);
        Dissimilarities distances = Dissimilarities.of(sample);
        for (Candidate candidate : FEW.medoids(distances).candidates()) {
            MedoidSegments alone = Medoids.withK(candidate.k()).withStarts(10).segment(distances);
            assertThat(candidate.segments()).isEqualTo(alone.segments());
            assertThat(candidate.objective()).isEqualTo(alone.swap());
            assertThat(candidate.starts()).isEqualTo(alone.starts());
            assertThat(candidate.silhouette())
                    .isEqualTo(Silhouette.of(distances, alone.segments()).mean());
        }
        for (Candidate candidate : FEW.prototypes(sample).candidates()) {
            PrototypeSegments alone = KPrototypes.withK(candidate.k()).segment(sample);
            assertThat(candidate.segments()).isEqualTo(alone.segments());
            assertThat(candidate.objective()).isEqualTo(alone.objective());
            assertThat(candidate.silhouette())
                    .isEqualTo(Silhouette.of(distances, alone.segments()).mean());
        }
    }

    /** Every replicate by itself: rows copied, distances made anew, each row put to its nearest medoid. */
    @Test
    void measuresStabilityAsTheSlowDrawsDo() {
        Dissimilarities distances = Dissimilarities.of(Oracles.mixed(9, 40, 8, 3));
        Candidate three = SegmentNumbers.of(3, 3)
                .withReplicates(8)
                .withSeed(17)
                .medoids(distances)
                .candidates()
                .get(0);
        SplittableRandom seeds = new SplittableRandom(17);
        for (int replicate = 0; replicate < 8; replicate++) {
            SplittableRandom random = new SplittableRandom(seeds.nextLong());
            int[] draw = new int[40];
            Arrays.setAll(draw, i -> (int) (((random.nextLong() >>> 32) * 40) >>> 32));
            double[][] drawn = new double[40][40];
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < 40; j++) {
                    drawn[i][j] = distances.between(draw[i], draw[j]);
                }
            }
            List<Integer> medoids =
                    Medoids.withK(3).segment(Dissimilarities.of(drawn)).medoids();
            int[] nearest = new int[40];
            for (int row = 0; row < 40; row++) {
                for (int place = 1; place < 3; place++) {
                    if (distances.between(row, draw[medoids.get(place)])
                            < distances.between(row, draw[medoids.get(nearest[row])])) {
                        nearest[row] = place;
                    }
                }
            }
            assertThat(three.stability().agreements().get(replicate))
                    .as("replicate " + replicate)
                    .isCloseTo(AdjustedRand.of(three.segments(), Segments.of("slow", 3, nearest)), within(1e-12));
        }
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreadsAndForFewerReplicates() throws Exception {
        Sample sample = Oracles.mixed(8, 50, 8, 3);
        Dissimilarities distances = Dissimilarities.of(sample);
        SegmentChoice medoids = FEW.medoids(distances);
        SegmentChoice prototypes = FEW.prototypes(sample);
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            assertThat(pool.submit(() -> FEW.medoids(distances)).get()).isEqualTo(medoids);
            assertThat(pool.submit(() -> FEW.prototypes(sample)).get()).isEqualTo(prototypes);
            pool.shutdown();
        }
        SegmentChoice fewer = FEW.withReplicates(4).medoids(distances);
        assertThat(fewer.candidates().get(1).stability().agreements())
                .isEqualTo(medoids.candidates().get(1).stability().agreements().subList(0, 4));
        assertThat(FEW.withSeed(2).medoids(distances)).isNotEqualTo(medoids);
    }

    @Test
    void leavesOutDrawsWithFewerDifferentRowsThanSegments() {
        Sample four = Sample.builder(ATTRIBUTES)
                .row(10, 1, 0)
                .row(20, 5, 1)
                .row(30, 3, 2)
                .row(90, 4, 2)
                .build();
        for (SegmentChoice choice : List.of(
                SegmentNumbers.of(2, 4).medoids(Dissimilarities.of(four)),
                SegmentNumbers.of(2, 4).prototypes(four))) {
            Stability stability = choice.candidates().get(2).stability();
            assertThat(stability.agreements()).hasSizeLessThan(25);
            assertThat(stability.mean()).isNaN();
            assertThat(stability.lowest()).isNaN();
            assertThat(stability.isFair()).isFalse();
            assertThat(stability.words()).isEqualTo("no agreement over 50 replicates: too few rows differ");
        }
    }

    @Test
    void refusesWhatCannotBeTried() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentNumbers.of(1, 4))
                .withMessage("the number of segments must be 2 or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentNumbers.of(4, 3))
                .withMessage("the most segments to try must not be fewer than the fewest, 4, but were 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEW.withReplicates(0))
                .withMessage("replicates must be 1 or more, but were 0");
        Sample three = Sample.builder(ATTRIBUTES)
                .row(10, 1, 0)
                .row(20, 5, 1)
                .row(30, 3, 2)
                .row(30, 3, 2)
                .build();
        String words = "the number of segments must be at most the number of different rows, 3, but was 5";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEW.prototypes(three))
                .withMessage(words);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEW.medoids(Dissimilarities.of(three)))
                .withMessage(words);
    }

    @Test
    void tellsHowFarItIsAndStopsWhenInterrupted() {
        Dissimilarities distances = Dissimilarities.of(groups());
        List<Double> shares = new ArrayList<>();
        FEW.withProgress(shares::add).medoids(distances);
        assertThat(shares).isSorted().hasSizeGreaterThan(8);
        assertThat(shares.get(shares.size() - 1)).isCloseTo(1, within(1e-12));
        shares.clear();
        FEW.withProgress(shares::add).prototypes(groups());
        assertThat(shares).isSorted().hasSizeGreaterThan(8);
        assertThat(shares.get(shares.size() - 1)).isCloseTo(1, within(1e-12));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> FEW.medoids(distances)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> FEW.prototypes(groups())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
