package london.loti.persona.attribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/**
 * Reads tables of answers.
 *
 * <pre>{@code
 * id,age,confidence,device,temp_accommodation
 * r01,72,none,none,0
 * r02,34,high,smartphone,
 * r03,,high,laptop,unknown
 * }</pre>
 *
 * <p>One row a person. A column named {@code id} is optional: it serves to notice a person who comes twice, and is not
 * kept. The other columns are found by the ids of the attributes, in any order; an attribute without a column was not
 * asked. <b>Errors</b> are told all at once, by file, line and column, and never repeat a cell.
 */
public final class SampleReader {
    /** The name of the optional column of opaque ids. */
    public static final String ID = "id";

    /** The rules that a table of answers can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** No attribute has a column. */
        NO_ATTRIBUTE,
        /** A column is no attribute. */
        UNKNOWN_ATTRIBUTE,
        /** An attribute was not asked. */
        NOT_ASKED,
        /** A column holds what the bank forbids to use. */
        FORBIDDEN_ATTRIBUTE,
        /** A cell is no value of its attribute. */
        NOT_A_VALUE,
        /** A person has no id, where there is a column of ids. */
        NO_ID,
        /** A person comes twice. */
        DUPLICATE_ID
    }

    private final List<Attribute> attributes;

    private SampleReader(List<Attribute> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /**
     * {@return a reader of tables with these attributes}
     *
     * @param attributes what the columns may be; those that are {@link AttributeUse#FORBIDDEN} make a file fail
     */
    public static SampleReader of(List<Attribute> attributes) {
        return new SampleReader(attributes);
    }

    /**
     * Reads a CSV file.
     *
     * @param file a CSV file with a header, in UTF-8
     * @return the sample, with a column for every attribute that may be used, or every error
     */
    public Checked<Sample> read(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            return read(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked<Sample> read(CsvReader csv) {
        checkHeader(csv);
        List<Attribute> used = attributes.stream()
                .filter(a -> a.use() != AttributeUse.FORBIDDEN)
                .toList();
        List<String> header = csv.header();
        int[] columns = used.stream()
                .mapToInt(a -> header.contains(a.id()) ? csv.column(a.id()) : -1)
                .toArray();
        int id = header.contains(ID) ? csv.column(ID) : -1;
        Set<String> ids = new HashSet<>();
        Sample.Builder sample = Sample.builder(used);
        double[] row = new double[columns.length];
        while (csv.next()) {
            if (id >= 0) {
                checkId(csv, id, ids);
            }
            for (int i = 0; i < columns.length; i++) {
                row[i] = columns[i] < 0 ? Double.NaN : value(csv, columns[i], used.get(i));
            }
            sample.row(row);
        }
        return csv.check(sample.build());
    }

    private void checkHeader(CsvReader csv) {
        List<String> ids = attributes.stream().map(Attribute::id).toList();
        List<String> header = csv.header();
        if (header.isEmpty()) {
            return;
        }
        if (header.stream().noneMatch(ids::contains)) {
            csv.error(
                    Code.NO_ATTRIBUTE,
                    "a column must be an attribute, but none is\nMaybe the attributes are called otherwise: " + ids,
                    Where.file(csv.source()));
            return;
        }
        for (String name : header) {
            if (!name.equals(ID) && !ids.contains(name)) {
                csv.warning(
                        Code.UNKNOWN_ATTRIBUTE,
                        "the column is no attribute and is passed over" + Nearest.hint(name, ids),
                        Where.column(csv.source(), name));
            }
        }
        List<String> notAsked = new ArrayList<>();
        for (Attribute attribute : attributes) {
            boolean there = header.contains(attribute.id());
            if (there && attribute.use() == AttributeUse.FORBIDDEN) {
                csv.error(
                        Code.FORBIDDEN_ATTRIBUTE,
                        "the column must not be used for anything, so leave it out of the file",
                        Where.column(csv.source(), attribute.id()));
            } else if (!there && attribute.use() != AttributeUse.FORBIDDEN) {
                notAsked.add(attribute.id());
            }
        }
        if (!notAsked.isEmpty()) {
            csv.warning(Code.NOT_ASKED, "no column for " + notAsked + ": taken as not asked", Where.file(csv.source()));
        }
    }

    private static void checkId(CsvReader csv, int column, Set<String> ids) {
        String id = csv.text(column);
        if (id.isEmpty()) {
            csv.error(Code.NO_ID, "a person needs an opaque id, but has none", csv.where(column));
        } else if (!ids.add(id)) {
            csv.error(Code.DUPLICATE_ID, "a person must come once, but comes twice", csv.where(column));
        }
    }

    private static double value(CsvReader csv, int column, Attribute attribute) {
        try {
            return attribute.parse(csv.text(column));
        } catch (IllegalArgumentException e) {
            csv.error(Code.NOT_A_VALUE, String.valueOf(e.getMessage()), csv.where(column));
            return Double.NaN;
        }
    }
}
