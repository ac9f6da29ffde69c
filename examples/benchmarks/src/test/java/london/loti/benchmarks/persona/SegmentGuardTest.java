package london.loti.benchmarks.persona;

import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import london.loti.benchmarks.OneThread;
import london.loti.benchmarks.OneThread.Cost;
import london.loti.persona.attribute.Sample;
import london.loti.persona.segment.Dissimilarities;
import london.loti.persona.segment.LatentClasses;
import london.loti.persona.segment.Medoids;

import static org.assertj.core.api.Assertions.assertThat;

/** Guards that need no calm machine: times in relation to others in the same run. */
@Tag("perf")
class SegmentGuardTest {
    private static final int POINTS = 1_000;
    private static final int STARTS = 5;
    private static final double TIMES_FASTER_THAN_PAM = 2;

    private static final int FEW = 2_500;
    private static final int TIMES_AS_MANY = 4;
    private static final int STEPS = 10;
    private static final double SLACK = 1.5;

    /** Further starts are random: from there PAM has a long way, one swap at a time. */
    @Test
    void fasterPamIsFasterThanPam() {
        Dissimilarities distances =
                Dissimilarities.of(PersonaInput.people(PersonaInput.mixed(), POINTS, SegmentBenchmark.SEGMENTS));
        Medoids fasterPam = Medoids.withK(SegmentBenchmark.SEGMENTS).withStarts(STARTS);
        Cost faster = OneThread.least(10, () -> segment(fasterPam, distances));
        Cost pam = OneThread.least(10, () -> segment(fasterPam.withAlgorithm(Medoids.Algorithm.PAM), distances));
        double ratio = (double) pam.nanoseconds() / faster.nanoseconds();

        say(
                "%.1f ms with FasterPAM, %.1f ms with PAM, %.1f times faster",
                faster.nanoseconds() / 1e6, pam.nanoseconds() / 1e6, ratio);
        assertThat(ratio).as("times faster than PAM").isGreaterThan(TIMES_FASTER_THAN_PAM);
    }

    /** With as many steps for few people as for many: how many a start needs depends on the answers. */
    @Test
    void theTimeOfLatentClassesGrowsWithThePeopleAndNoFaster() {
        double few = nanosecondsOfSteps(FEW);
        double many = nanosecondsOfSteps(TIMES_AS_MANY * FEW);

        say(
                "%.1f ms for %d steps of latent classes of %,d people, %.1f ms of %,d, ratio %.1f",
                few / 1e6, STEPS, FEW, many / 1e6, TIMES_AS_MANY * FEW, many / few);
        assertThat(many / few).as("time in relation to fewer people").isLessThan(SLACK * TIMES_AS_MANY);
    }

    private static double nanosecondsOfSteps(int people) {
        Sample sample = PersonaInput.people(PersonaInput.categories(), people, SegmentBenchmark.CLASSES);
        LatentClasses oneStart = LatentClasses.withClasses(SegmentBenchmark.CLASSES)
                .withStarts(1)
                .withSeed(1)
                .withMaxIterations(STEPS);
        return OneThread.least(
                        20, () -> assertThat(oneStart.fit(sample).iterations()).isEqualTo(STEPS))
                .nanoseconds();
    }

    private static void segment(Medoids medoids, Dissimilarities distances) {
        assertThat(medoids.segment(distances).converged()).isTrue();
    }

    private static void say(String format, Object... of) {
        System.out.println(String.format(Locale.ROOT, format, of));
    }
}
