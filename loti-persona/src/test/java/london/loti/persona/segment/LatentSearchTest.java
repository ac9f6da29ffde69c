package london.loti.persona.segment;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against the slow reference, from the same start. */
class LatentSearchTest {
    private static final int CLASSES = 3;

    @Test
    void everyStepIsTheStepOfTheReference() {
        for (long seed = 1; seed <= 3; seed++) {
            LatentSamples drawn = LatentSamples.draw(seed, 400, 0.15);
            LatentPatterns patterns = LatentPatterns.of(drawn.sample());
            LatentParameters parameters = parameters(patterns);
            LatentStep step = new LatentStep(patterns, LatentBlocks.of(patterns), CLASSES);
            double[] theta = parameters.random(new SplittableRandom(seed), cell -> true);
            LatentReference reference = reference(drawn.rows, patterns, parameters, theta);
            for (int i = 0; i < 60; i++) {
                double[] next = new double[theta.length];
                assertThat(step.apply(theta, next))
                        .describedAs("seed %d, step %d", seed, i)
                        .isCloseTo(reference.logLikelihood(), within(1e-8));
                reference.step();
                theta = next;
                assertSame(theta, reference, patterns, parameters, 1e-8);
            }
        }
    }

    @Test
    void endsWhereTheReferenceEnds() {
        LatentSamples drawn = LatentSamples.draw(11, 400, 0.15);
        LatentPatterns patterns = LatentPatterns.of(drawn.sample());
        LatentParameters parameters = parameters(patterns);
        double[] start = parameters.random(new SplittableRandom(4), cell -> true);
        LatentReference reference = reference(drawn.rows, patterns, parameters, start);
        for (int i = 0; i < 3_000; i++) {
            reference.step();
        }
        LatentRun run = search(patterns, parameters, 1e-14, 3_000).from(start);
        assertThat(run.logLikelihood()).isCloseTo(reference.logLikelihood(), within(1e-8));
        // where the likelihood is flat to 1e-13 of it, parameters are known to the root of that only
        assertSame(run.theta(), reference, patterns, parameters, 1e-6);
        // and a step of the reference leaves it where it is
        LatentReference there = reference(drawn.rows, patterns, parameters, run.theta());
        there.step();
        assertSame(run.theta(), there, patterns, parameters, 1e-7);
    }

    @Test
    void neverGoesDown() {
        LatentPatterns patterns =
                LatentPatterns.of(LatentSamples.draw(5, 300, 0.1).sample());
        LatentParameters parameters = parameters(patterns);
        double[] start = parameters.random(new SplittableRandom(9), cell -> true);
        double before = Double.NEGATIVE_INFINITY;
        for (int most = 1; most <= 150; most++) {
            double after =
                    search(patterns, parameters, 1e-300, most).from(start).logLikelihood();
            assertThat(after).describedAs("%d steps", most).isGreaterThanOrEqualTo(before - 1e-9);
            before = after;
        }
    }

    @Test
    void takesFarFewerStepsThanPlainEm() {
        LatentSamples drawn = LatentSamples.draw(5, 300, 0.1);
        LatentPatterns patterns = LatentPatterns.of(drawn.sample());
        LatentParameters parameters = new LatentParameters(4, LatentPatterns.offsets(patterns.attributes()));
        LatentStep step = new LatentStep(patterns, LatentBlocks.of(patterns), 4);
        double[] theta = parameters.random(new SplittableRandom(9), cell -> true);
        LatentRun run = new LatentSearch(step, parameters, 1e-8, 10_000, () -> {}).from(theta);
        int plain = 0;
        double[] next = new double[theta.length];
        while (plain < 10_000 && step.apply(theta, next) < run.logLikelihood() - 1e-6) {
            theta = next.clone();
            plain++;
        }
        assertThat(run.converged()).isTrue();
        assertThat(run.steps()).isLessThan(plain);
    }

    @Test
    void countsItsSteps() {
        LatentPatterns patterns =
                LatentPatterns.of(LatentSamples.draw(5, 100, 0).sample());
        LatentParameters parameters = parameters(patterns);
        for (int most = 1; most <= 12; most++) {
            AtomicInteger steps = new AtomicInteger();
            LatentStep step = new LatentStep(patterns, LatentBlocks.of(patterns), CLASSES);
            LatentRun run = new LatentSearch(step, parameters, 1e-300, most, steps::incrementAndGet)
                    .from(parameters.random(new SplittableRandom(1), cell -> true));
            assertThat(run.steps()).isEqualTo(most).isEqualTo(steps.get());
            assertThat(run.converged()).isFalse();
        }
    }

    @Test
    void manyAnswersDoNotUnderflow() {
        // 1,500 answers of yes or no have a probability of about 2 to the power of −1,500, which no double holds
        int width = 1_500;
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[40][width];
        Attribute[] attributes = new Attribute[width];
        for (int j = 0; j < width; j++) {
            attributes[j] = LatentSamples.attribute("q" + j, AttributeKind.SYMMETRIC_BINARY, 2);
            for (int row = 0; row < rows.length; row++) {
                rows[row][j] = random.nextDouble() < (row % 2 == 0 ? 0.4 : 0.6) ? 1 : 0;
            }
        }
        Sample sample = LatentSamples.sample(List.of(attributes), rows);
        LatentPatterns patterns = LatentPatterns.of(sample);
        LatentParameters parameters = parameters(patterns);
        double[] theta = parameters.random(new SplittableRandom(2), cell -> true);
        LatentReference reference = reference(rows, patterns, parameters, theta);
        double[] next = new double[theta.length];
        double log = new LatentStep(patterns, LatentBlocks.of(patterns), CLASSES).apply(theta, next);
        assertThat(log).isCloseTo(reference.logLikelihood(), within(1e-6));
        reference.step();
        assertSame(next, reference, patterns, parameters, 1e-9);
    }

    private static LatentParameters parameters(LatentPatterns patterns) {
        return new LatentParameters(CLASSES, LatentPatterns.offsets(patterns.attributes()));
    }

    private static LatentSearch search(
            LatentPatterns patterns, LatentParameters parameters, double tolerance, int most) {
        LatentStep step = new LatentStep(patterns, LatentBlocks.of(patterns), CLASSES);
        return new LatentSearch(step, parameters, tolerance, most, () -> {});
    }

    private static LatentReference reference(
            double[][] rows, LatentPatterns patterns, LatentParameters parameters, double[] theta) {
        double[] shares = new double[CLASSES];
        double[][][] probabilities = new double[CLASSES][patterns.attributes().size()][];
        for (int c = 0; c < CLASSES; c++) {
            shares[c] = theta[c];
            for (int j = 0; j < probabilities[c].length; j++) {
                probabilities[c][j] =
                        new double[patterns.attributes().get(j).levels().size()];
                for (int level = 0; level < probabilities[c][j].length; level++) {
                    probabilities[c][j][level] = theta[parameters.at(patterns.cell(j, level)) + c];
                }
            }
        }
        return new LatentReference(rows, shares, probabilities);
    }

    private static void assertSame(
            double[] theta,
            LatentReference reference,
            LatentPatterns patterns,
            LatentParameters parameters,
            double tolerance) {
        for (int c = 0; c < CLASSES; c++) {
            assertThat(theta[c]).isCloseTo(reference.shares[c], within(tolerance));
            for (int j = 0; j < reference.probabilities[c].length; j++) {
                for (int level = 0; level < reference.probabilities[c][j].length; level++) {
                    assertThat(theta[parameters.at(patterns.cell(j, level)) + c])
                            .isCloseTo(reference.probabilities[c][j][level], within(tolerance));
                }
            }
        }
    }
}
