package london.loti.persona.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What many people answered: one row a person, one column an attribute. It is for survey samples and pseudonymised
 * extracts. Ids are not kept: a row is known by its number only, so nothing that is made of a sample leads back to a
 * resident.
 *
 * <p><b>Values</b> are as {@link Attribute} says; {@code NaN} is not known. Levels take a byte in memory, numbers eight.
 * Immutable and thread-safe.
 */
public final class Sample {
    private static final byte MISSING = -1;

    private final List<Attribute> attributes;
    private final int size;
    private final List<Object> columns;

    private Sample(List<Attribute> attributes, int size, List<Object> columns) {
        this.attributes = attributes;
        this.size = size;
        this.columns = columns;
    }

    /**
     * Starts a sample without a row.
     *
     * @param attributes the columns, each id once
     * @return a builder
     * @throws IllegalArgumentException if there is no attribute, an id comes twice, or one is
     *     {@link AttributeUse#FORBIDDEN}
     */
    public static Builder builder(List<Attribute> attributes) {
        return new Builder(attributes);
    }

    /** {@return the columns, in their order} */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /**
     * {@return the column of an attribute; empty where there is none}
     *
     * @param id the attribute's id
     */
    public OptionalInt column(String id) {
        return IntStream.range(0, attributes.size())
                .filter(column -> attributes.get(column).id().equals(id))
                .findFirst();
    }

    /**
     * {@return a value; {@code NaN} where it is not known}
     *
     * @param row a row, from 0
     * @param column a column, from 0
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public double value(int row, int column) {
        if (columns.get(column) instanceof double[] numbers) {
            return numbers[row];
        }
        byte level = ((byte[]) columns.get(column))[row];
        return level == MISSING ? Double.NaN : level;
    }

    /**
     * Copies a stretch of a column.
     *
     * @param column a column, from 0
     * @param from the first row
     * @param into where the values go, from 0 on; as many rows as it has places
     * @throws IndexOutOfBoundsException if there are fewer rows
     */
    public void copy(int column, int from, double[] into) {
        if (columns.get(column) instanceof double[] numbers) {
            System.arraycopy(numbers, from, into, 0, into.length);
            return;
        }
        byte[] levels = (byte[]) columns.get(column);
        for (int i = 0; i < into.length; i++) {
            byte level = levels[from + i];
            into[i] = level == MISSING ? Double.NaN : level;
        }
    }

    /**
     * {@return the same columns with other rows}
     *
     * @param rows the rows of this sample, in their new order; a row may come twice, as in a bootstrap
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Sample rows(int... rows) {
        List<Object> chosen = new ArrayList<>();
        for (Object column : columns) {
            if (column instanceof double[] numbers) {
                chosen.add(Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray());
            } else {
                byte[] levels = (byte[]) column;
                byte[] taken = new byte[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    taken[i] = levels[rows[i]];
                }
                chosen.add(taken);
            }
        }
        return new Sample(attributes, rows.length, chosen);
    }

    /**
     * {@return the same rows with some of the columns}
     *
     * @param ids the attributes to keep, in their new order
     * @throws IllegalArgumentException if there is no such attribute
     */
    public Sample columns(List<String> ids) {
        int[] kept = ids.stream()
                .mapToInt(id -> column(id)
                        .orElseThrow(() -> new IllegalArgumentException("a column must be one of "
                                + attributes.stream().map(Attribute::id).toList())))
                .toArray();
        return new Sample(
                Arrays.stream(kept).mapToObj(attributes::get).toList(),
                size,
                Arrays.stream(kept).mapToObj(columns::get).toList());
    }

    /** {@return the same rows with the columns that may take part in a comparison of people} */
    public Sample matching() {
        return columns(attributes.stream()
                .filter(attribute -> attribute.use().mayMatch())
                .map(Attribute::id)
                .toList());
    }

    /** Says how large it is, and shows no answer. */
    @Override
    public String toString() {
        return "Sample of " + size + " rows and " + attributes.size() + " attributes";
    }

    /** Takes the rows one by one. Not thread-safe. */
    public static final class Builder {
        private final List<Attribute> attributes;
        private final List<Object> columns = new ArrayList<>();
        private int size;
        private int room = 64;

        private Builder(List<Attribute> attributes) {
            this.attributes = List.copyOf(attributes);
            if (attributes.isEmpty()) {
                throw new IllegalArgumentException("a sample needs an attribute, but has none");
            }
            if (attributes.stream().map(Attribute::id).distinct().count() < attributes.size()) {
                throw new IllegalArgumentException("each attribute of a sample must have an id of its own");
            }
            for (Attribute attribute : attributes) {
                if (attribute.use() == AttributeUse.FORBIDDEN) {
                    throw new IllegalArgumentException(
                            "the attribute '" + attribute.id() + "' is FORBIDDEN, so no sample may hold it");
                }
                columns.add(attribute.kind() == AttributeKind.INTERVAL ? new double[room] : new byte[room]);
            }
        }

        /**
         * Adds a row.
         *
         * @param values one a column, as {@link Attribute} says; {@code NaN} where nothing is known
         * @return this builder
         * @throws IllegalArgumentException if there is not one value a column, if a level does not exist or a number is
         *     too large; the message names the attribute and never the value
         */
        public Builder row(double... values) {
            if (values.length != attributes.size()) {
                throw new IllegalArgumentException("a row must have one value for each of the " + attributes.size()
                        + " attributes, but has " + values.length);
            }
            for (int column = 0; column < values.length; column++) {
                require(attributes.get(column), values[column]);
            }
            if (size == room) {
                room *= 2;
                columns.replaceAll(column -> column instanceof double[] numbers
                        ? Arrays.copyOf(numbers, room)
                        : Arrays.copyOf((byte[]) column, room));
            }
            for (int column = 0; column < values.length; column++) {
                if (columns.get(column) instanceof double[] numbers) {
                    numbers[size] = values[column];
                } else {
                    ((byte[]) columns.get(column))[size] =
                            Double.isNaN(values[column]) ? MISSING : (byte) values[column];
                }
            }
            size++;
            return this;
        }

        /**
         * Adds a row as it is written in tables.
         *
         * @param texts one a column; see {@link Attribute#parse}
         * @return this builder
         * @throws IllegalArgumentException if there is not one text a column, or a text is no value of its attribute
         */
        public Builder row(String... texts) {
            if (texts.length != attributes.size()) {
                throw new IllegalArgumentException("a row must have one text for each of the " + attributes.size()
                        + " attributes, but has " + texts.length);
            }
            return row(IntStream.range(0, texts.length)
                    .mapToDouble(column -> attributes.get(column).parse(texts[column]))
                    .toArray());
        }

        /** {@return the sample} */
        public Sample build() {
            List<Object> cut = new ArrayList<>(columns);
            cut.replaceAll(column -> column instanceof double[] numbers
                    ? Arrays.copyOf(numbers, size)
                    : Arrays.copyOf((byte[]) column, size));
            return new Sample(attributes, size, cut);
        }

        private static void require(Attribute attribute, double value) {
            if (Double.isNaN(value)) {
                return;
            }
            boolean right = attribute.kind() == AttributeKind.INTERVAL
                    ? Math.abs(value) <= Attribute.LARGEST
                            && (attribute.low() == null || value >= attribute.low())
                            && (attribute.high() == null || value <= attribute.high())
                    : value == Math.rint(value)
                            && value >= 0
                            && value < attribute.levels().size();
            if (!right) {
                throw new IllegalArgumentException("'" + attribute.id() + "' must be " + attribute.expected()
                        + (attribute.kind() == AttributeKind.INTERVAL ? "" : ", given as a place from 0")
                        + ", or NaN");
            }
        }
    }
}
