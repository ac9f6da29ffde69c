package london.loti.referral.directory.openreferral;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Tells from a record's fields of what kind and family it is. */
final class KindGuess {
    private static final List<String> HSDS = List.of(
            "service", "organization", "location", "service_at_location", "taxonomy_term", "taxonomy", "api_details");
    private static final List<String> ORUK1 = List.of("service", "organization", "location", "taxonomy", "review");

    private KindGuess() {}

    /**
     * The kind whose fields a record has.
     *
     * @param record a record
     * @param fileName its file's name, which decides where the fields do not
     * @param before the kind of the record before it, which decides first
     * @param pageIsOruk1 whether it stands in a page of Open Referral UK 1.0
     */
    static Optional<Kind> of(JsonNode record, String fileName, @Nullable Kind before, boolean pageIsOruk1) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Kind best = null;
        double bestScore = 0.25;
        for (boolean isHsds : new boolean[] {true, false}) {
            for (String candidate : isHsds ? HSDS : ORUK1) {
                Kind kind = RuleTable.kind(isHsds, candidate);
                double score = score(kind, record, 1)
                        + (kind.equals(before) ? 1.5 : 0)
                        + (name.startsWith(candidate + ".")
                                        || name.startsWith(candidate + "_list")
                                        || name.startsWith(candidate + "_full")
                                ? 0.75
                                : 0)
                        + (isHsds == pageIsOruk1 ? 0 : 0.4);
                if (score > bestScore) {
                    best = kind;
                    bestScore = score;
                }
            }
        }
        return Optional.ofNullable(best);
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
