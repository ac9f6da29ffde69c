package london.loti.persona.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.Sample;

/** Invented answers of people whose class is known. */
final class LatentSamples {
    /** The classes that answers are drawn from: shares, and probabilities by class, attribute and level. */
    static final double[] SHARES = {0.5, 0.3, 0.2};

    static final double[][][] PROBABILITIES = {
        {{0.9, 0.1}, {0.85, 0.15}, {0.8, 0.1, 0.1}, {0.1, 0.8, 0.1}, {0.9, 0.1}, {0.7, 0.1, 0.1, 0.1}, {0.85, 0.15}},
        {{0.1, 0.9}, {0.15, 0.85}, {0.1, 0.8, 0.1}, {0.1, 0.1, 0.8}, {0.9, 0.1}, {0.1, 0.7, 0.1, 0.1}, {0.2, 0.8}},
        {{0.1, 0.9}, {0.9, 0.1}, {0.1, 0.1, 0.8}, {0.8, 0.1, 0.1}, {0.1, 0.9}, {0.1, 0.1, 0.1, 0.7}, {0.15, 0.85}}
    };

    final double[][] rows;
    final int[] truth;

    private LatentSamples(double[][] rows, int[] truth) {
        this.rows = rows;
        this.truth = truth;
    }

    /** Draws rows; each answer is missing with a probability. */
    static LatentSamples draw(long seed, int size, double missing) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[size][PROBABILITIES[0].length];
        int[] truth = new int[size];
        for (int row = 0; row < size; row++) {
            truth[row] = drawn(SHARES, random);
            for (int j = 0; j < rows[row].length; j++) {
                int level = drawn(PROBABILITIES[truth[row]][j], random);
                rows[row][j] = random.nextDouble() < missing ? Double.NaN : level;
            }
        }
        return new LatentSamples(rows, truth);
    }

    private static int drawn(double[] shares, SplittableRandom random) {
        double left = random.nextDouble();
        int place = 0;
        while (place < shares.length - 1 && left >= shares[place]) {
            left -= shares[place++];
        }
        return place;
    }

    Sample sample() {
        return sample(attributes(), rows);
    }

    static List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < PROBABILITIES[0].length; j++) {
            int levels = PROBABILITIES[0][j].length;
            AttributeKind kind = levels == 2
                    ? AttributeKind.ASYMMETRIC_BINARY
                    : j == 2 ? AttributeKind.ORDINAL : AttributeKind.NOMINAL;
            attributes.add(attribute("q" + j, kind, levels));
        }
        return attributes;
    }

    static Attribute attribute(String id, AttributeKind kind, int levels) {
        Attribute.Builder builder = Attribute.builder(id, kind);
        IntStream.range(0, levels).forEach(level -> builder.levels("l" + level));
        return builder.build();
    }

    static Sample sample(List<Attribute> attributes, double[][] rows) {
        Sample.Builder sample = Sample.builder(attributes);
        for (double[] row : rows) {
            sample.row(row);
        }
        return sample.build();
    }

    /** A sample of binaries from counts of patterns: {@code 1121:6}, where 1 is the first level and 0 is missing. */
    static Sample ofPatterns(String... patterns) {
        List<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < patterns[0].indexOf(':'); j++) {
            attributes.add(attribute("item" + (j + 1), AttributeKind.SYMMETRIC_BINARY, 2));
        }
        Sample.Builder sample = Sample.builder(attributes);
        for (String pattern : patterns) {
            String[] parts = pattern.split(":", -1);
            double[] row = parts[0].chars()
                    .mapToDouble(digit -> digit == '0' ? Double.NaN : digit - '1')
                    .toArray();
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                sample.row(row);
            }
        }
        return sample.build();
    }
}
