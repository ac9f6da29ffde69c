package london.loti.persona.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import london.loti.model.table.CsvReader;
import london.loti.persona.SharedData;
import london.loti.persona.attribute.Attribute;
import london.loti.persona.attribute.AttributeKind;
import london.loti.persona.attribute.AttributeTypes;
import london.loti.persona.attribute.Level;
import london.loti.persona.attribute.Sample;
import london.loti.persona.attribute.SampleReader;

/** Twelve invented residents with what R's cluster makes of them, and larger samples from a seed. */
final class Oracles {
    static final String FOLDER = "oracles/persona/";

    private Oracles() {}

    /** The residents' attributes, with the weights of the file. */
    static List<Attribute> weighted() {
        return AttributeTypes.read(SharedData.file(FOLDER + "residents_types.csv"))
                .orElseThrow();
    }

    /** The residents' attributes, each with the weight 1. */
    static List<Attribute> unweighted() {
        return weighted().stream()
                .map(attribute -> copy(attribute, attribute.kind()))
                .toList();
    }

    /** The residents' attributes, each with the weight 1 and no binary that is asymmetric. */
    static List<Attribute> symmetric() {
        return weighted().stream()
                .map(attribute -> copy(
                        attribute,
                        attribute.kind() == AttributeKind.ASYMMETRIC_BINARY
                                ? AttributeKind.SYMMETRIC_BINARY
                                : attribute.kind()))
                .toList();
    }

    static Attribute copy(Attribute attribute, AttributeKind kind) {
        return Attribute.builder(attribute.id(), kind)
                .levels(attribute.levels().stream().map(Level::code).toArray(String[]::new))
                .build();
    }

    static Sample residents(List<Attribute> attributes) {
        return SampleReader.of(attributes)
                .read(SharedData.file(FOLDER + "residents.csv"))
                .orElseThrow();
    }

    static double[][] matrix(String file) {
        try (CsvReader csv = CsvReader.open(SharedData.file(FOLDER + file))) {
            List<double[]> rows = new ArrayList<>();
            int[] columns = csv.header().stream()
                    .filter(name -> !name.isBlank())
                    .mapToInt(csv::column)
                    .toArray();
            while (csv.next()) {
                rows.add(Arrays.stream(columns).mapToDouble(csv::number).toArray());
            }
            return rows.toArray(double[][]::new);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Mixed answers with gaps around a few centres. */
    static Sample mixed(long seed, int rows, int columns, int centres) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Attribute> attributes = new ArrayList<>();
        AttributeKind[] kinds = AttributeKind.values();
        for (int column = 0; column < columns; column++) {
            AttributeKind kind = kinds[column % kinds.length];
            Attribute.Builder attribute = Attribute.builder("a" + column, kind).weight(1 + column % 3);
            if (kind == AttributeKind.ORDINAL || kind == AttributeKind.NOMINAL) {
                attribute.levels("p", "q", "r", "s", "t");
            }
            attributes.add(attribute.build());
        }
        double[][] middle = new double[centres][columns];
        for (double[] centre : middle) {
            for (int column = 0; column < columns; column++) {
                centre[column] = value(random, attributes.get(column));
            }
        }
        Sample.Builder sample = Sample.builder(attributes);
        for (int row = 0; row < rows; row++) {
            double[] centre = middle[random.nextInt(centres)];
            double[] values = new double[columns];
            for (int column = 0; column < columns; column++) {
                Attribute attribute = attributes.get(column);
                double value = random.nextDouble() < 0.7 ? centre[column] : value(random, attribute);
                if (attribute.kind() == AttributeKind.INTERVAL) {
                    value += random.nextDouble();
                }
                values[column] = column > 0 && random.nextDouble() < 0.05 ? Double.NaN : value;
            }
            sample.row(values);
        }
        return sample.build();
    }

    private static double value(SplittableRandom random, Attribute attribute) {
        return switch (attribute.kind()) {
            case INTERVAL -> 10 * random.nextDouble();
            case ORDINAL, NOMINAL -> random.nextInt(5);
            case SYMMETRIC_BINARY, ASYMMETRIC_BINARY -> random.nextInt(2);
        };
    }

    static int[] shuffled(SplittableRandom random, int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
