package london.loti.referral.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Where;
import london.loti.model.service.Service;

/**
 * Where several records of one service disagree, field by field. A record that says nothing about a field is no side. The
 * value of the owner is proposed before that of a regulator, an assurer and nobody; among equals a person has to choose.
 * Nothing depends on the order of the records.
 */
public final class Conflicts {
    /** What can be wrong with a merge. */
    public enum Code implements Finding.Code {
        /** A field on which the records disagree has no decision. */
        UNDECIDED,
        /** A decision names a record that is no side of the conflict, or a field without one. */
        NO_SUCH_SIDE
    }

    private static final Comparator<FeedRecord> WEIGHT =
            Comparator.comparing(FeedRecord::provenance).thenComparing(FeedRecord::key);

    private final List<FeedRecord> records;
    private final List<Conflict> conflicts;

    private Conflicts(List<FeedRecord> records) {
        this.records = records.stream().sorted(WEIGHT).toList();
        List<Conflict> found = new ArrayList<>();
        for (ServiceField field : ServiceField.ALL) {
            List<FeedRecord> sides = sides(field);
            if (sides.stream()
                            .map(side -> field.get().apply(side.service()))
                            .distinct()
                            .count()
                    > 1) {
                found.add(conflict(field, sides));
            }
        }
        this.conflicts = List.copyOf(found);
    }

    /**
     * {@return the conflicts between records that a person holds to be one service}
     *
     * @param records at least one record, each with a key of its own
     * @throws IllegalArgumentException if there is none, or two have one key
     */
    public static Conflicts between(List<FeedRecord> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("conflicts need at least one record");
        }
        if (records.stream().map(FeedRecord::key).distinct().count() < records.size()) {
            throw new IllegalArgumentException("records of one service must have keys of their own, but two have one");
        }
        return new Conflicts(records);
    }

    /** {@return the conflicts, in the order of the fields in HSDS} */
    public List<Conflict> list() {
        return conflicts;
    }

    /** {@return the proposals as decisions: a key for each field that has one, for a person to look at} */
    public Map<String, String> proposals() {
        Map<String, String> proposals = new TreeMap<>();
        for (Conflict conflict : conflicts) {
            if (conflict.proposed() != null) {
                proposals.put(conflict.field(), conflict.proposed());
            }
        }
        return proposals;
    }

    /**
     * Makes one record by a person's decisions. It keeps the id, the extra fields and the dates of change and of
     * assurance of the weightiest record; a field on which nobody disagrees is what the weightiest record says of it.
     *
     * @param decisions for each field with a conflict, the key of the record to follow
     * @return the record, or every decision that is missing or names no side
     */
    public Checked<Service> merge(Map<String, String> decisions) {
        Findings findings = new Findings();
        Map<String, Conflict> byField = new TreeMap<>();
        conflicts.forEach(conflict -> byField.put(conflict.field(), conflict));
        for (String field : new TreeMap<>(decisions).keySet()) {
            if (!byField.containsKey(field)) {
                findings.error(
                        Code.NO_SUCH_SIDE,
                        "a decision must be on a field with a conflict, but this has none",
                        Where.column("merge", field));
            }
        }
        FeedRecord first = records.get(0);
        Service.Builder merged = first.service().toBuilder();
        for (ServiceField field : ServiceField.ALL) {
            List<FeedRecord> sides = sides(field);
            if (sides.isEmpty()) {
                continue;
            }
            Conflict conflict = byField.get(field.name());
            FeedRecord follow = conflict == null ? sides.get(0) : decided(conflict, decisions, findings);
            field.put().accept(merged, follow.service());
        }
        return findings.check(merged.build());
    }

    private static FeedRecord decided(Conflict conflict, Map<String, String> decisions, Findings findings) {
        String key = decisions.get(conflict.field());
        if (key == null) {
            findings.error(
                    Code.UNDECIDED,
                    "a conflict needs a decision, but has none",
                    Where.column("merge", conflict.field()));
            return conflict.sides().get(0);
        }
        return conflict.sides().stream()
                .filter(side -> side.key().equals(key))
                .findFirst()
                .orElseGet(() -> {
                    findings.error(
                            Code.NO_SUCH_SIDE,
                            "a decision must name a record that says something of the field, but does not",
                            Where.column("merge", conflict.field()));
                    return conflict.sides().get(0);
                });
    }

    private List<FeedRecord> sides(ServiceField field) {
        return records.stream()
                .filter(record -> field.get().apply(record.service()) != null)
                .toList();
    }

    private static Conflict conflict(ServiceField field, List<FeedRecord> sides) {
        FeedRecord weightiest = sides.get(0);
        List<FeedRecord> equals = sides.stream()
                .filter(side -> side.provenance() == weightiest.provenance())
                .toList();
        boolean agree = equals.stream()
                .allMatch(side -> Objects.equals(
                        field.get().apply(side.service()), field.get().apply(weightiest.service())));
        if (!agree) {
            return new Conflict(field.name(), sides, null, "records of the same weight disagree; a person must choose");
        }
        String who = weightiest.provenance().name().toLowerCase(Locale.ROOT);
        return new Conflict(field.name(), sides, weightiest.key(), "the " + who + " has the last word");
    }
}
