package london.loti.persona.segment;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.finding.Finding;
import london.loti.persona.attribute.Sample;
import london.loti.persona.segment.LatentClassModel.Code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LatentClassModelTest {
    private static final LatentSamples DRAWN = LatentSamples.draw(1, 1_000, 0.1);
    private static final LatentClassModel MODEL =
            LatentClasses.withClasses(3).withSeed(7).fit(DRAWN.sample());

    @Test
    void posteriorsAreThoseOfBayes() {
        for (int row = 0; row < 50; row++) {
            double[] joint = new double[3];
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                joint[c] = MODEL.share(c);
                for (int j = 0; j < MODEL.attributes().size(); j++) {
                    double answer = DRAWN.rows[row][j];
                    joint[c] *= Double.isNaN(answer) ? 1 : MODEL.probability(c, j, (int) answer);
                }
                sum += joint[c];
            }
            for (int c = 0; c < 3; c++) {
                assertThat(MODEL.posterior(row, c)).isCloseTo(joint[c] / sum, within(1e-12));
            }
        }
    }

    @Test
    void criteriaFollowTheirFormulas() {
        // 2 shares, and for each class 4 binaries, two times 2 levels more and once 3
        assertThat(MODEL.parameters()).isEqualTo(2 + 3 * (4 + 2 + 2 + 3));
        assertThat(MODEL.degreesOfFreedom()).isEqualTo(Math.min(1_000, 2 * 2 * 3 * 3 * 2 * 4 * 2 - 1) - 35);
        double deviance = -2 * MODEL.logLikelihood();
        assertThat(MODEL.aic()).isEqualTo(deviance + 70);
        assertThat(MODEL.bic()).isCloseTo(deviance + 35 * Math.log(1_000), within(1e-9));
        assertThat(MODEL.adjustedBic()).isCloseTo(deviance + 35 * Math.log(1_002 / 24.0), within(1e-9));
        double entropy = 0;
        double certainty = 0;
        for (int row = 0; row < 1_000; row++) {
            double most = 0;
            for (int c = 0; c < 3; c++) {
                double p = MODEL.posterior(row, c);
                entropy -= p == 0 ? 0 : p * Math.log(p);
                most = Math.max(most, p);
            }
            certainty += most;
        }
        assertThat(MODEL.entropyR2().orElseThrow()).isCloseTo(1 - entropy / (1_000 * Math.log(3)), within(1e-12));
        assertThat(MODEL.certainty()).isCloseTo(certainty / 1_000, within(1e-12));
    }

    @Test
    void chiSquaresAreThoseOfTheWholeTable() {
        Sample sample = LatentSamples.ofPatterns("111:40", "112:9", "121:7", "122:6", "211:12", "221:5", "222:31");
        LatentClassModel model =
                LatentClasses.withClasses(2).withMaxIterations(5).fit(sample);
        double[] observed = {40, 9, 7, 6, 12, 0, 5, 31};
        double ratio = 0;
        double pearson = 0;
        for (int cell = 0; cell < 8; cell++) {
            double expected = 0;
            for (int c = 0; c < 2; c++) {
                expected += 110
                        * model.share(c)
                        * model.probability(c, 0, cell / 4)
                        * model.probability(c, 1, cell / 2 % 2)
                        * model.probability(c, 2, cell % 2);
            }
            ratio += observed[cell] == 0 ? 0 : 2 * observed[cell] * Math.log(observed[cell] / expected);
            pearson += (observed[cell] - expected) * (observed[cell] - expected) / expected;
        }
        assertThat(model.likelihoodRatio().orElseThrow()).isCloseTo(ratio, within(1e-9));
        assertThat(model.pearson().orElseThrow()).isCloseTo(pearson, within(1e-9));
    }

    @Test
    void twoClassesOfThreeBinariesFindTheTableAgain() {
        // 7 parameters for 8 counts of a known sum: no degree of freedom is left, so nothing is left to chance
        String[] table = {"111:1513", "112:23", "121:59", "122:12", "211:21", "212:19", "221:11", "222:34"};
        LatentClassModel model = LatentClasses.withClasses(2).fit(LatentSamples.ofPatterns(table));
        assertThat(model.degreesOfFreedom()).isZero();
        double log = 0;
        for (int cell = 0; cell < 8; cell++) {
            int count = Integer.parseInt(table[cell].substring(4));
            log += count * Math.log(count / 1692.0);
            double expected = 0;
            for (int c = 0; c < 2; c++) {
                expected += 1692
                        * model.share(c)
                        * model.probability(c, 0, cell / 4)
                        * model.probability(c, 1, cell / 2 % 2)
                        * model.probability(c, 2, cell % 2);
            }
            assertThat(expected).isCloseTo(count, within(0.001));
        }
        assertThat(model.logLikelihood()).isCloseTo(log, within(1e-7));
        assertThat(model.likelihoodRatio().orElseThrow()).isCloseTo(0, within(1e-6));
    }

    @Test
    void certaintyOfAClassIsThatOfThePeopleAssignedToIt() {
        for (int c = 0; c < 3; c++) {
            int latentClass = c;
            double mean = IntStream.range(0, 1_000)
                    .filter(row -> MODEL.assigned(row).orElseThrow() == latentClass)
                    .mapToDouble(row -> MODEL.posterior(row, latentClass))
                    .average()
                    .orElseThrow();
            assertThat(MODEL.certainty(c).orElseThrow()).isCloseTo(mean, within(1e-12));
        }
    }

    @Test
    void abstainsWhereTheLargestPosteriorIsTooSmall() {
        for (int row = 0; row < 1_000; row++) {
            double most = 0;
            for (int c = 0; c < 3; c++) {
                most = Math.max(most, MODEL.posterior(row, c));
            }
            assertThat(MODEL.assigned(row, 0.9).isPresent()).isEqualTo(most >= 0.9);
            assertThat(MODEL.assigned(row)).isPresent();
        }
    }

    @Test
    void everyRowIsInTheSegmentOfItsMostLikelyClass() {
        Segments segments = MODEL.segments();
        assertThat(segments.k()).isEqualTo(3);
        assertThat(segments.method()).isEqualTo("latent classes, most likely class");
        for (int row = 0; row < 1_000; row++) {
            assertThat(segments.segment(row)).isEqualTo(MODEL.assigned(row).orElseThrow());
        }
    }

    @Test
    void aNewPersonWithTheAnswersOfARowHasItsPosterior() {
        for (int row = 0; row < 50; row++) {
            LatentClassPosterior posterior = MODEL.posteriorOf(DRAWN.rows[row]);
            for (int c = 0; c < 3; c++) {
                assertThat(posterior.probabilities().get(c)).isEqualTo(MODEL.posterior(row, c));
            }
            assertThat(posterior.assigned(0.8)).isEqualTo(MODEL.assigned(row, 0.8));
        }
    }

    @Test
    void aNewPersonNeedNotAnswerEverything() {
        double gap = Double.NaN;
        LatentClassPosterior one = MODEL.posteriorOf(gap, gap, 0, gap, gap, gap, gap);
        double sum = IntStream.range(0, 3)
                .mapToDouble(c -> MODEL.share(c) * MODEL.probability(c, 2, 0))
                .sum();
        assertThat(one.answersUsed()).isEqualTo(1);
        assertThat(one.probabilities().get(0))
                .isCloseTo(MODEL.share(0) * MODEL.probability(0, 2, 0) / sum, within(1e-12));
        LatentClassPosterior none = MODEL.posteriorOf(gap, gap, gap, gap, gap, gap, gap);
        assertThat(none.probabilities().get(1)).isCloseTo(MODEL.share(1), within(1e-12));
        assertThat(none.assigned(0)).isEmpty();
        assertThat(none).hasToString("Posterior of 3 classes from 0 answers");
    }

    @Test
    void refusesAnswersThatAreNoneAndDoesNotRepeatThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.posteriorOf(0, 0, 3, 0, 0, 0, 0))
                .withMessage("'q2' must be one of [l0, l1, l2], given as a place from 0, or NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.posteriorOf(0, 1))
                .withMessage("answers must be one for each of the 7 attributes, but are 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MODEL.probability(0, 2, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MODEL.posterior(1_000, 0));
    }

    @Test
    void answersThatEveryClassHoldsImpossibleHaveNoPosterior() {
        LatentClassPosterior impossible = new LatentClassPosterior(List.of(Double.NaN, Double.NaN), 3);
        assertThat(impossible.certainty()).isNaN();
        assertThat(impossible.assigned(0)).isEmpty();
    }

    @Test
    void saysWhenOnlyOneStartReachedTheBest() {
        LatentClassModel model = LatentClasses.withClasses(3).withStarts(1).fit(DRAWN.sample());
        assertThat(message(model, Code.BEST_FOUND_ONCE))
                .startsWith("only one start was made")
                .contains("Maybe make more");
        LatentClassModel many = LatentClasses.withClasses(6)
                .withStarts(3)
                .fit(LatentSamples.draw(3, 150, 0).sample());
        assertThat(many.startsAtBest()).isEqualTo(1);
        assertThat(message(many, Code.BEST_FOUND_ONCE)).startsWith("only one of 3 starts reached the best");
        assertThat(many.words()).contains("1 of 3 starts reached the best");
    }

    @Test
    void saysWhenItWasStillClimbing() {
        LatentClassModel model =
                LatentClasses.withClasses(3).withMaxIterations(4).fit(DRAWN.sample());
        assertThat(model.converged()).isFalse();
        assertThat(model.iterations()).isEqualTo(4);
        assertThat(message(model, Code.NOT_CONVERGED)).contains("still climbing after 4 iterations");
    }

    @Test
    void saysWhenThereAreTooManyParameters() {
        LatentClassModel model =
                LatentClasses.withClasses(2).fit(LatentSamples.ofPatterns("11:30", "12:9", "21:7", "22:40"));
        assertThat(model.degreesOfFreedom()).isEqualTo(-2);
        assertThat(message(model, Code.NOT_IDENTIFIED))
                .contains("the 5 parameters are more than")
                .contains("-2 degrees of freedom")
                .contains("Maybe ask for fewer classes");
    }

    @Test
    void countsProbabilitiesAtTheBoundary() {
        // two kinds of people who differ in everything
        LatentClassModel model = LatentClasses.withClasses(2).fit(LatentSamples.ofPatterns("1111:30", "2222:20"));
        assertThat(model.share(0)).isCloseTo(0.6, within(1e-9));
        assertThat(model.boundaryEstimates()).isEqualTo(16);
        assertThat(model.entropyR2().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(message(model, Code.BOUNDARY_ESTIMATES)).startsWith("16 probabilities are estimated as 0 or 1");
    }

    @Test
    void hasNothingToSayAgainstAModelThatIsSound() {
        assertThat(MODEL.findings()).isEmpty();
        assertThat(MODEL).hasToString("LatentClassModel of 3 classes, 7 attributes and 1000 rows");
        assertThat(MODEL.words())
                .startsWith("3 classes of 1000 people: log-likelihood -")
                .endsWith(" of 20 starts reached the best.");
    }

    private static String message(LatentClassModel model, Code code) {
        List<Finding> found = model.findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).message();
    }
}
