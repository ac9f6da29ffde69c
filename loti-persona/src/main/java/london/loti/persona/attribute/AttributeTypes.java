package london.loti.persona.attribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/**
 * Reads a table that says what the columns of another table are.
 *
 * <pre>{@code
 * variable,kind,levels,weight
 * age,numeric,,1
 * confidence,ordinal,none<low<medium<high,1
 * device,nominal,none|smartphone|tablet|laptop,2
 * sight_impaired,asymmetric binary,0|1 (1 = present),0.5
 * }</pre>
 *
 * <p>Kinds are {@code numeric} or {@code interval}, {@code ordinal}, {@code nominal}, {@code symmetric binary} and
 * {@code asymmetric binary}; levels are set apart by {@code <} or {@code |}, and what stands in brackets is a remark.
 * The column of weights may be left out: then all are 1.
 */
public final class AttributeTypes {
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)\\s*$");

    /** The rules that a table of types can break, beside those of CSV. */
    public enum Code implements Finding.Code {
        /** A kind that does not exist. */
        UNKNOWN_KIND,
        /** An attribute that breaks a rule of its own. */
        INVALID_ATTRIBUTE,
        /** An attribute comes twice. */
        DUPLICATE_ATTRIBUTE
    }

    private AttributeTypes() {}

    /**
     * Reads a table of types.
     *
     * @param file a CSV file with a header, in UTF-8
     * @return the attributes in the order of the file, all of them for any use, or every error
     */
    public static Checked<List<Attribute>> read(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            int variable = csv.column("variable");
            int kind = csv.column("kind");
            int levels = csv.column("levels");
            int weight = csv.header().contains("weight") ? csv.column("weight") : -1;
            List<Attribute> attributes = new ArrayList<>();
            while (csv.next()) {
                Optional<AttributeKind> known = AttributeKind.of(csv.text(kind));
                if (known.isEmpty()) {
                    csv.error(Code.UNKNOWN_KIND, "a kind must be one of " + kinds(), csv.where(kind));
                    continue;
                }
                double share = weight < 0 ? 1 : csv.number(weight);
                add(csv, attributes, csv.text(variable), known.get(), split(csv.text(levels)), share, variable);
            }
            return csv.check(List.copyOf(attributes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(
            CsvReader csv,
            List<Attribute> attributes,
            String id,
            AttributeKind kind,
            String[] levels,
            double weight,
            int variable) {
        Where where = csv.where(variable);
        if (attributes.stream().anyMatch(attribute -> attribute.id().equals(id))) {
            csv.error(Code.DUPLICATE_ATTRIBUTE, "an attribute must come once, but comes twice", where);
            return;
        }
        try {
            attributes.add(
                    Attribute.builder(id, kind).levels(levels).weight(weight).build());
        } catch (IllegalArgumentException e) {
            csv.error(Code.INVALID_ATTRIBUTE, String.valueOf(e.getMessage()), where);
        }
    }

    private static String[] split(String levels) {
        String plain = REMARK.matcher(levels).replaceFirst("");
        return plain.isEmpty()
                ? new String[0]
                : Arrays.stream(plain.split("[<|]", -1)).map(String::strip).toArray(String[]::new);
    }

    private static List<String> kinds() {
        return Arrays.stream(AttributeKind.values()).map(AttributeKind::words).toList();
    }
}
