package london.loti.persona.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class KPrototypesTest {
    private static final double NAN = Double.NaN;

    private static final List<Attribute> AGE_AND_DEVICE = List.of(
            Attribute.builder("age", AttributeKind.INTERVAL).build(),
            Attribute.builder("device", AttributeKind.NOMINAL)
                    .levels("none", "phone", "laptop")
                    .build());

    /** The residents that R's clustMixType was given: ages in decades, gaps filled. */
    private static Sample filled() {
        List<Attribute> attributes = new ArrayList<>(List.of(
                Attribute.builder("age", AttributeKind.INTERVAL).build(),
                Attribute.builder("eds", AttributeKind.INTERVAL).build()));
        Oracles.unweighted().stream()
                .filter(attribute -> attribute.kind() == AttributeKind.NOMINAL)
                .forEach(attributes::add);
        return SampleReader.of(attributes)
                .read(SharedData.file(Oracles.FOLDER + "kproto_input.csv"))
                .orElseThrow();
    }

    private static int[] numbers(String text, String between) {
        return Arrays.stream(text.split(between))
                .mapToInt(number -> Integer.parseInt(number) - 1)
                .toArray();
    }

    @Test
    void agreesWithKprotoOfRsClustMixTypeOnTwelveResidents() throws IOException {
        Sample sample = filled();
        int cases = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(Oracles.FOLDER + "kproto_results.csv"))) {
            while (csv.next()) {
                int[] rows = numbers(csv.text(csv.column("init")).replace("rows ", ""), ",");
                double lambda = csv.number(csv.column("lambda"));
                PrototypeSegments found = KPrototypes.withK(3)
                        .startingAt(rows)
                        .withLambda(lambda)
                        .withNumbersAsGiven()
                        .segment(sample);
                String name = "lambda " + lambda + " from " + Arrays.toString(rows);
                assertThat(found.segments())
                        .as(name)
                        .isEqualTo(Segments.of(
                                found.segments().method(), 3, numbers(csv.text(csv.column("cluster")), " ")));
                assertThat(found.objective()).as(name).isCloseTo(csv.number(csv.column("tot")), within(1e-12));
                assertThat(found.iterations()).as(name).isEqualTo((int) csv.number(csv.column("iter")));
                assertThat(found.lambda()).isEqualTo(lambda);
                String[] within = csv.text(csv.column("withinss")).split(" ", -1);
                String[] centres = csv.text(csv.column("centers")).split(" \\| ", -1);
                for (int segment = 0; segment < 3; segment++) {
                    PrototypeSegments.Prototype prototype = found.prototypes().get(segment);
                    assertThat(prototype.within())
                            .as(name)
                            .isCloseTo(Double.parseDouble(within[segment]), within(1e-12));
                    String[] centre = centres[segment].split(";", -1);
                    for (int column = 0; column < 4; column++) {
                        assertThat(prototype.values().get(column))
                                .as(name)
                                .isCloseTo(sample.attributes().get(column).parse(centre[column]), within(1e-12));
                    }
                }
                cases++;
            }
        }
        assertThat(cases).isEqualTo(8);
    }

    @Test
    void agreesWithLambdaestOfRsClustMixType() throws IOException {
        Sample sample = filled();
        int cases = 0;
        try (CsvReader csv = CsvReader.open(SharedData.file(Oracles.FOLDER + "kproto_lambdaest.csv"))) {
            while (csv.next()) {
                boolean variance = csv.number(csv.column("num_method")) == 1;
                boolean gini = csv.number(csv.column("fac_method")) == 1;
                LambdaEstimate estimate = LambdaEstimate.valueOf(
                        (variance ? "VARIANCE" : "DEVIATION") + "_OVER_" + (gini ? "GINI" : "LARGEST_SHARE"));
                assertThat(estimate.of(sample)).isCloseTo(csv.number(csv.column("lambda")), within(1e-12));
                cases++;
            }
        }
        assertThat(cases).isEqualTo(4);
        assertThat(KPrototypes.withK(2).withNumbersAsGiven().segment(sample).lambda())
                .isEqualTo(LambdaEstimate.VARIANCE_OVER_GINI.of(sample));
    }

    @Test
    void endsWhereTheSlowStepsEnd() {
        SplittableRandom random = new SplittableRandom(21);
        for (int round = 0; round < 20; round++) {
            int k = 2 + round % 4;
            Sample sample = Oracles.mixed(random.nextLong(), 60, 7, 3);
            int[] start = Arrays.copyOf(Oracles.shuffled(random, 60), k);
            double lambda = 0.5 + round;
            PrototypeSegments found = KPrototypes.withK(k)
                    .startingAt(start)
                    .withLambda(lambda)
                    .withNumbersAsGiven()
                    .segment(sample);
            if (found.refilled() == 0) {
                int[] slow = slow(sample, start, lambda);
                assertThat(found.segments())
                        .as("round " + round)
                        .isEqualTo(Segments.of(found.segments().method(), k, slow));
            }
            assertThat(found.converged()).isTrue();
        }
    }

    private static int[] slow(Sample sample, int[] start, double lambda) {
        List<double[]> prototypes = new ArrayList<>();
        int[] everybody = new int[sample.size()];
        for (int row : start) {
            prototypes.add(IntStream.range(0, 7)
                    .mapToDouble(column -> Double.isNaN(sample.value(row, column))
                            ? middle(sample, column, everybody, 0)
                            : sample.value(row, column))
                    .toArray());
        }
        int[] segments = new int[sample.size()];
        for (int step = 0; step < 100; step++) {
            for (int row = 0; row < segments.length; row++) {
                double least = Double.POSITIVE_INFINITY;
                for (int p = 0; p < prototypes.size(); p++) {
                    double distance = 0;
                    for (int column = 0; column < 7; column++) {
                        double value = sample.value(row, column);
                        double middle = prototypes.get(p)[column];
                        double weight = sample.attributes().get(column).weight();
                        if (!Double.isNaN(value)) {
                            distance += isNumber(sample, column)
                                    ? weight * (value - middle) * (value - middle)
                                    : value == middle ? 0 : weight * lambda;
                        }
                    }
                    if (distance < least - 1e-9) {
                        least = distance;
                        segments[row] = p;
                    }
                }
            }
            for (int p = 0; p < prototypes.size(); p++) {
                for (int column = 0; column < 7; column++) {
                    double middle = middle(sample, column, segments, p);
                    prototypes.get(p)[column] = Double.isNaN(middle) ? middle(sample, column, everybody, 0) : middle;
                }
            }
        }
        return segments;
    }

    private static boolean isNumber(Sample sample, int column) {
        AttributeKind kind = sample.attributes().get(column).kind();
        return kind == AttributeKind.INTERVAL || kind == AttributeKind.ORDINAL;
    }

    private static double middle(Sample sample, int column, int[] segments, int segment) {
        double[] known = IntStream.range(0, segments.length)
                .filter(row -> segments[row] == segment && !Double.isNaN(sample.value(row, column)))
                .mapToDouble(row -> sample.value(row, column))
                .toArray();
        if (isNumber(sample, column)) {
            return Arrays.stream(known).average().orElse(NAN);
        }
        double mode = NAN;
        long most = 0;
        for (int level = 0; level < 5; level++) {
            int wanted = level;
            long count = Arrays.stream(known).filter(value -> value == wanted).count();
            if (count > most) {
                most = count;
                mode = level;
            }
        }
        return mode;
    }

    @Test
    void theBestOfSeveralStartsIsTheResultAndAllAreReported() {
        Sample sample = Oracles.mixed(5, 80, 8, 4);
        KPrototypes calculator = KPrototypes.withK(4).withStarts(12).withSeed(3);
        PrototypeSegments found = calculator.segment(sample);
        assertThat(found.starts().objectives()).hasSize(12);
        assertThat(found.starts().best()).isCloseTo(found.objective(), within(1e-9));
        assertThat(found.segments()).isEqualTo(found.segments().inOrderOfRows());
        assertThat(calculator.segment(sample)).isEqualTo(found);
        assertThat(found.toString()).contains("Prototype of 8 attributes").doesNotContain("values");
    }

    @Test
    void aUnitChangesNothingUnlessItIsAskedFor() {
        Sample sample = Oracles.mixed(6, 80, 8, 3);
        Sample.Builder scaled = Sample.builder(sample.attributes());
        for (int row = 0; row < 80; row++) {
            int from = row;
            double[] values = IntStream.range(0, 8)
                    .mapToDouble(c -> sample.value(from, c))
                    .toArray();
            values[0] = 365 * values[0] + 7;
            scaled.row(values);
        }
        KPrototypes calculator = KPrototypes.withK(3).withStarts(20);
        PrototypeSegments before = calculator.segment(sample);
        PrototypeSegments after = calculator.segment(scaled.build());
        assertThat(after.segments()).isEqualTo(before.segments());
        assertThat(after.prototypes().get(1).values().get(0))
                .isCloseTo(365 * before.prototypes().get(1).values().get(0) + 7, within(1e-6));
        assertThat(AdjustedRand.of(
                        calculator.withNumbersAsGiven().segment(scaled.build()).segments(), before.segments()))
                .isLessThan(1);
    }

    @Test
    void prototypesBelongToTheirSegments() {
        Sample sample = Oracles.mixed(6, 80, 8, 3);
        PrototypeSegments found = KPrototypes.withK(3).segment(sample);
        for (int segment = 0; segment < 3; segment++) {
            int[] rows = new int[80];
            Arrays.setAll(rows, row -> found.segments().segment(row));
            assertThat(found.prototypes().get(segment).values().get(0))
                    .isCloseTo(middle(sample, 0, rows, segment), within(1e-9));
            assertThat(found.prototypes().get(segment).values().get(2)).isEqualTo(middle(sample, 2, rows, segment));
        }
    }

    @Test
    void anEmptySegmentIsBegunAnewAndTold() {
        Sample sample = Sample.builder(AGE_AND_DEVICE)
                .row(10, 0)
                .row(10, 0)
                .row(20, 0)
                .row(90, 1)
                .row(91, 1)
                .build();
        PrototypeSegments found = KPrototypes.withK(2).startingAt(0, 1).segment(sample);
        assertThat(found.refilled()).isEqualTo(1);
        assertThat(found.converged()).isTrue();
        assertThat(found.segments().sizes()).containsExactly(3, 2);
    }

    @Test
    void aSegmentStaysEmptyWhereEveryRowLiesAtItsPrototype() {
        Sample sample = Sample.builder(AGE_AND_DEVICE)
                .row(10, 0)
                .row(NAN, 0)
                .row(20, 1)
                .row(20, 1)
                .build();
        PrototypeSegments found = KPrototypes.withK(3).startingAt(0, 2, 1).segment(sample);
        assertThat(found.segments().sizes()).containsExactly(2, 2, 0);
        assertThat(found.objective()).isZero();
    }

    @Test
    void numbersAloneNeedNoLambda() {
        Sample sample = Oracles.mixed(1, 30, 5, 2).columns(List.of("a0", "a1"));
        assertThat(KPrototypes.withK(2).segment(sample).lambda()).isEqualTo(1);
        assertThat(KPrototypes.withK(2)
                        .segment(Oracles.mixed(1, 30, 5, 2).columns(List.of("a2", "a3")))
                        .lambda())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatHasNoSegments() {
        Sample two = Sample.builder(AGE_AND_DEVICE)
                .row(10, 0)
                .row(10, 0)
                .row(NAN, 1)
                .row(20, 0)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(4).segment(two))
                .withMessage("the number of segments must be at most the number of different rows, 3, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(1))
                .withMessage("the number of segments must be 2 or more, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(2).startingAt(1, 1))
                .withMessage("a start must be 2 different rows, one a segment, but was [1, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(2).startingAt(1, 4).segment(two))
                .withMessage("a start must be rows 0 to 3, but was [1, 4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(2).withLambda(0))
                .withMessage("lambda must be above 0, but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(2).withStarts(0))
                .withMessage("starts must be 1 or more, but were 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KPrototypes.withK(2).withMostIterations(0))
                .withMessage("iterations must be 1 or more, but were 0");
        String both = "it must start at given rows or at random ones, but both were asked for";
        assertThatIllegalStateException()
                .isThrownBy(() -> KPrototypes.withK(2).withStarts(3).startingAt(0, 1))
                .withMessage(both);
        assertThatIllegalStateException()
                .isThrownBy(() -> KPrototypes.withK(2).startingAt(0, 1).withStarts(3))
                .withMessage(both);
    }

    @Test
    void tellsHowFarItIsAndStopsWhenInterrupted() {
        Sample sample = Oracles.mixed(3, 60, 6, 2);
        List<Double> shares = new ArrayList<>();
        KPrototypes.withK(2).withStarts(4).withProgress(shares::add).segment(sample);
        assertThat(shares).containsExactly(0.25, 0.5, 0.75, 1.0);
        assertThat(KPrototypes.withK(2).withMostIterations(1).segment(sample).converged())
                .isFalse();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> KPrototypes.withK(2).segment(sample)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
