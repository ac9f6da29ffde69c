package london.loti.referral.directory.openreferral;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Tells from a record's fields of what kind and family it is. */
final class KindGuess {
    private static final List<String> HSDS = List.of(
            "service", "organization", "location", "service_at_location", "taxonomy_term", "taxonomy", "api_details");
    private static final List<String> ORUK1 = List.of("service", "organization", "location", "taxonomy", "review");

    /** Fields that no record of HSDS has, wherever they stand. */
    private static final Set<String> ONLY_ORUK1 = names(false);

    private static final int DEEPEST = 3;

    private KindGuess() {}

    private static Set<String> names(boolean isHsds) {
        Set<String> names = new HashSet<>();
        RuleTable.kinds(isHsds)
                .values()
                .forEach(kind -> names.addAll(kind.fields().keySet()));
        if (!isHsds) {
            names.removeAll(names(true));
        }
        return names;
    }

    /**
     * The kind whose fields a record has.
     *
     * @param record a record
     * @param fileName its file's name, which decides where the fields do not
     * @param before the kind of the record before it, which decides first
     * @param pageIsOruk1 whether it stands in a page of Open Referral UK 1.0
     * @param said the standard that somebody said it keeps; null where the fields tell
     */
    static Optional<Kind> of(
            JsonNode record, String fileName, @Nullable Kind before, boolean pageIsOruk1, @Nullable Standard said) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Kind best = null;
        double bestScore = 0.25;
        boolean isOruk1 = tellsOruk1(record, DEEPEST);
        for (boolean isHsds : new boolean[] {true, false}) {
            if (said != null && said.isHsds() != isHsds) {
                continue;
            }
            for (String candidate : isHsds ? HSDS : ORUK1) {
                Kind kind = RuleTable.kind(isHsds, candidate);
                double score = score(kind, record, 1)
                        + (kind.equals(before) ? 1.5 : 0)
                        + (name.startsWith(candidate + ".")
                                        || name.startsWith(candidate + "_list")
                                        || name.startsWith(candidate + "_full")
                                ? 0.75
                                : 0)
                        + (isHsds == pageIsOruk1 ? 0 : 0.4)
                        + (isOruk1 && !isHsds ? 2 : 0);
                if (score > bestScore) {
                    best = kind;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean tellsOruk1(JsonNode node, int depth) {
        if (node.isArray()) {
            return tellsOruk1(node.path(0), depth);
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (ONLY_ORUK1.contains(name) || (depth > 0 && tellsOruk1(node.get(name), depth - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Known fields count for it, unknown ones and absent required ones against it; what is inside counts half. */
    private static double score(Kind kind, JsonNode record, int depth) {
        double score = 0;
        Iterator<String> names = record.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            FieldRule field = kind.fields().get(name);
            if (field == null) {
                score -= name.startsWith("x-") ? 0 : 1;
            } else {
                score += 1;
                if (depth > 0 && field.form().isNested()) {
                    JsonNode value = record.get(name);
                    JsonNode part = value.isArray() ? value.path(0) : value;
                    if (part.isObject()) {
                        score += 0.5 * score(field.kind(kind.isHsds()), part, depth - 1);
                    }
                }
            }
        }
        for (FieldRule field : kind.fields().values()) {
            if (field.required() && !field.loti() && !record.hasNonNull(field.name())) {
                score -= field.name().equals("description") ? 0.5 : 1;
            }
        }
        return score;
    }
}
