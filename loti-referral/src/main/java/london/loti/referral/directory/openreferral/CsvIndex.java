package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** The lines of one table, found by their own id and by the ids of the records that they belong to. */
final class CsvIndex {
    /** Records that others point at: their ids come once. A part may stand in several lines, one for each owner. */
    private static final Set<String> ENTITIES =
            Set.of("service", "organization", "location", "program", "taxonomy", "taxonomy_term", "unit");

    private final Kind kind;
    private final List<CsvLine> lines = new ArrayList<>();
    private final Map<String, CsvLine> byId = new HashMap<>();
    private final Map<String, List<CsvLine>> byOwner = new HashMap<>();
    private final Map<String, CsvLine> seen = new HashMap<>();

    CsvIndex(Kind kind) {
        this.kind = kind;
    }

    /** Adds a line; where it is there already, it is not added and the other one is returned. */
    @Nullable
    CsvLine add(CsvLine line) {
        String id = line.id();
        if (id != null) {
            String unique = ENTITIES.contains(kind.name()) ? id : id + line.keys();
            CsvLine other = seen.putIfAbsent(unique, line);
            if (other != null) {
                return other;
            }
            byId.putIfAbsent(id, line);
        }
        lines.add(line);
        Set<String> owners = new HashSet<>();
        line.keys().forEach((column, key) -> {
            if (owners.add(column + "=" + key)) {
                byOwner.computeIfAbsent(column + "=" + key, any -> new ArrayList<>())
                        .add(line);
            }
        });
        return null;
    }

    List<CsvLine> lines() {
        return lines;
    }

    List<CsvLine> unused() {
        return lines.stream().filter(line -> !line.isUsed()).toList();
    }

    @Nullable
    CsvLine byId(String id) {
        return byId.get(id);
    }

    /** The lines that belong to a record, in the order of the file. */
    List<CsvLine> of(Kind owner, String id) {
        List<CsvLine> all = byOwner.getOrDefault(CsvTables.keyTo(owner, kind) + "=" + id, List.of());
        String entity = switch (kind.name()) {
            case "attribute" -> "link_entity";
            case "metadata" -> "resource_type";
            default -> "";
        };
        return entity.isEmpty()
                ? all
                : all.stream()
                        .filter(line -> names(line.keys().get(entity), owner))
                        .toList();
    }

    /** Whether a text names the kind of the owner; one that names no kind at all leaves it to the id. */
    private static boolean names(@Nullable String entity, Kind owner) {
        if (entity == null) {
            return true;
        }
        String name = entity.strip().toLowerCase(Locale.ROOT);
        return name.equals(owner.name()) || !RuleTable.kinds(true).containsKey(name);
    }
}
