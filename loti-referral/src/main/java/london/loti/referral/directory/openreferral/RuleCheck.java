package london.loti.referral.directory.openreferral;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Severity;
import london.loti.referral.directory.openreferral.RuleTable.FieldRule;
import london.loti.referral.directory.openreferral.RuleTable.Form;
import london.loti.referral.directory.openreferral.RuleTable.Kind;

/** Holds one record against the rules of a standard, and tells what it breaks. */
final class RuleCheck {
    private final @Nullable Standard standard;
    private final Told told;
    private final Set<Standard> possible = EnumSet.allOf(Standard.class);
    private boolean isDeep = true;

    /** Hears what is wrong. */
    interface Told {
        void problem(Severity severity, FeedRule rule, String path, String words);
    }

    /** Checks against one standard; against all of a record's family where it is null. */
    RuleCheck(@Nullable Standard standard, Told told) {
        this.standard = standard;
        this.told = told;
    }

    /** Checks only the record itself from now on: its parts are checked where they stand. */
    RuleCheck shallow() {
        isDeep = false;
        return this;
    }

    /** The standards that have all the fields which were checked; none where they mix. */
    Set<Standard> possible() {
        return possible;
    }

    /** Checks a record and all that is in it. */
    void check(Kind kind, JsonNode record, String path) {
        if (!record.isObject()) {
            error(FeedRule.WRONG_TYPE, path, "an object is wanted");
            return;
        }
        for (FieldRule field : kind.fields().values()) {
            if (field.required() && applies(field) && isMissing(record, field)) {
                tell(field, FeedRule.MISSING, JsonPaths.child(path, field.name()), "the field is required, but absent");
            }
        }
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            String at = JsonPaths.child(path, entry.getKey());
            FieldRule field = kind.fields().get(entry.getKey());
            if (field != null && !field.loti()) {
                possible.retainAll(field.in());
            }
            if (standard == null && entry.getValue().isNull()) {
                continue; // the same as absent, whoever reads
            }
            if (field == null) {
                told.problem(
                        Severity.WARNING,
                        FeedRule.UNKNOWN_FIELD,
                        at,
                        "the field is not one of the standard's; it is kept as an extension");
            } else if (!applies(field)) {
                told.problem(
                        Severity.WARNING,
                        FeedRule.NOT_IN_PROFILE,
                        at,
                        "the field is not one of this version or profile");
            } else {
                value(kind, field, entry.getValue(), at);
            }
        }
    }

    private boolean isMissing(JsonNode record, FieldRule field) {
        return standard == null ? !record.hasNonNull(field.name()) : !record.has(field.name());
    }

    private boolean applies(FieldRule field) {
        return standard == null || field.isIn(standard);
    }

    private void value(Kind kind, FieldRule field, JsonNode value, String path) {
        switch (field.form()) {
            case NUMBER -> expect(field, value.isNumber(), path, "a number is wanted");
            case FLAG -> expect(field, value.isBoolean(), path, "true or false is wanted");
            case OBJECT -> {
                if (expect(field, value.isObject(), path, "an object is wanted") && isDeep) {
                    check(field.kind(kind.isHsds()), value, path);
                }
            }
            case LIST -> {
                if (expect(field, value.isArray(), path, "a list is wanted") && isDeep) {
                    for (int i = 0; i < value.size(); i++) {
                        check(field.kind(kind.isHsds()), value.get(i), path + "/" + i);
                    }
                }
            }
            case TEXTS -> {
                if (expect(field, value.isArray(), path, "a list of texts is wanted")) {
                    value.forEach(text -> expect(field, text.isTextual(), path, "a list of texts is wanted"));
                }
            }
            default -> text(field, value, path);
        }
    }

    private void text(FieldRule field, JsonNode value, String path) {
        if (!expect(field, value.isTextual(), path, "a text is wanted")) {
            return;
        }
        if (field.form() == Form.CHOICE && !field.choices().contains(value.asText())) {
            tell(field, FeedRule.NOT_A_CHOICE, path, "the text must be one of " + field.choices());
        } else if (!Formats.fits(field.form(), value.asText())) {
            boolean ours = field.form() == Form.DATE || field.form() == Form.TIME;
            if (ours) {
                told.problem(Severity.WARNING, FeedRule.WRONG_FORMAT, path, Formats.words(field.form()));
            } else {
                tell(field, FeedRule.WRONG_FORMAT, path, Formats.words(field.form()));
            }
        }
    }

    private boolean expect(FieldRule field, boolean fits, String path, String words) {
        if (!fits) {
            tell(field, FeedRule.WRONG_TYPE, path, words);
        }
        return fits;
    }

    /** A mistake in loti's own fields does not make a feed break its standard. */
    private void tell(FieldRule field, FeedRule rule, String path, String words) {
        told.problem(field.loti() ? Severity.WARNING : Severity.ERROR, rule, path, words);
    }

    private void error(FeedRule rule, String path, String words) {
        told.problem(Severity.ERROR, rule, path, words);
    }
}
