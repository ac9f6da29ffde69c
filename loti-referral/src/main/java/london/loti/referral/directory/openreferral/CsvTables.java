package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Form;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** How records lie in tables: which columns a table has, and which of them lead to other tables. */
final class CsvTables {
    /** The column for what no other column holds, as a JSON object. */
    static final String EXTENSIONS = "x-loti-extensions";

    /** Where a part is one record and not a list, its owner's line holds its id. */
    private static final Map<String, String> KEY_OF_PART = Map.of(
            "organization", "organization_id",
            "program", "program_id",
            "location", "location_id",
            "taxonomy_term", "taxonomy_term_id",
            "taxonomy_detail", "taxonomy_id",
            "unit", "unit_id");

    /** What would go round in a circle: a service is not a part in tables, but what all parts belong to. */
    private static final Set<String> NO_PARTS = Set.of("services", "service", "taxonomy_terms");

    private CsvTables() {}

    /** The kind of record that a file with this name holds; tables are named in the plural and in the singular. */
    static Optional<Kind> kindOf(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv")) {
            return Optional.empty();
        }
        String table = name.substring(0, name.length() - 4);
        return RuleTable.kinds(true).values().stream()
                .filter(kind -> kind.table() != null)
                .filter(kind -> table.equals(kind.table())
                        || table.equals(kind.name())
                        || table.equals(kind.name() + "s")
                        || table.equals(kind.name().replaceAll("y$", "ies")))
                .findFirst();
    }

    static boolean isTable(String fileName) {
        return kindOf(fileName).isPresent();
    }

    /** The column that names the record which a line belongs to, or a part of it. */
    static boolean isKey(Kind kind, String column) {
        return column.equals("link_id")
                || (column.equals("link_entity") && kind.name().equals("attribute"))
                || column.equals("resource_id")
                || (column.equals("resource_type") && kind.name().equals("metadata"))
                || (column.endsWith("_id")
                        && !column.equals("parent_id")
                        && !column.equals("parent_organization_id")
                        && kind.fields().containsKey(column)
                        && kind.fields().get(column).form() == Form.UUID);
    }

    /** The fields that lie in tables of their own. */
    static List<FieldRule> parts(Kind kind) {
        List<FieldRule> parts = new ArrayList<>();
        for (FieldRule field : kind.fields().values()) {
            if (isPart(field)) {
                parts.add(field);
            }
        }
        return parts;
    }

    static boolean isPart(FieldRule field) {
        return field.form().isNested()
                && !field.loti()
                && !NO_PARTS.contains(field.name())
                && field.kind(true).table() != null;
    }

    /** The column in its owner's line that holds the id of a single part. */
    static String keyOf(FieldRule part) {
        return KEY_OF_PART.getOrDefault(part.name(), part.name() + "_id");
    }

    /** The column of a part's line that holds its owner's id. */
    static String keyTo(Kind owner, Kind part) {
        return switch (part.name()) {
            case "attribute" -> "link_id";
            case "metadata" -> "resource_id";
            default -> owner.name() + "_id";
        };
    }

    /** The columns of a table in a standard, without those for extensions. */
    static List<String> columns(Kind kind, Standard standard, boolean goesBeyondProfile) {
        List<String> columns = new ArrayList<>();
        for (FieldRule field : kind.fields().values()) {
            if ((goesBeyondProfile || field.in().contains(standard))
                    && !field.loti()
                    && !field.form().isNested()) {
                columns.add(field.name());
            }
        }
        if (kind.name().equals("attribute") && !columns.contains("link_entity")) {
            columns.add("link_entity");
        }
        return columns;
    }
}
