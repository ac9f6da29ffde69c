package london.loti.evaluation.options;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * What a contract must say so that a council can leave with its data. Each clause that is missing makes leaving dearer
 * by a surcharge, which is a judgement and marked as one.
 *
 * @param id the name of the list
 * @param version the version of the list
 * @param date when this version was written
 * @param source where clauses and surcharges are from
 * @param verified whether the surcharges rest on evidence that was read
 * @param clauses the clauses, each id once
 */
public record DataAccessChecklist(
        String id, String version, String date, String source, boolean verified, List<Clause> clauses) {
    /**
     * One clause.
     *
     * @param id its name
     * @param question what to ask of a contract; yes is good
     * @param surcharge by which part of the exit cost leaving is dearer without it, 0.4 for 40 per cent
     */
    public record Clause(String id, String question, double surcharge) {
        /**
         * Checks the surcharge.
         *
         * @param id its name
         * @param question what to ask of a contract
         * @param surcharge 0 or more
         * @throws IllegalArgumentException if the surcharge is negative or no number
         */
        public Clause {
            Require.code("a clause", "id", id);
            Require.text(question, "a clause needs a 'question'");
            if (!(surcharge >= 0 && surcharge < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a surcharge must not be negative, but was " + surcharge);
            }
        }
    }

    /**
     * Copies the clauses.
     *
     * @param id the name of the list
     * @param version the version of the list
     * @param date when this version was written
     * @param source where clauses and surcharges are from
     * @param verified whether the surcharges rest on evidence
     * @param clauses the clauses
     * @throws IllegalArgumentException if an id comes twice
     */
    public DataAccessChecklist {
        Require.code("a checklist", "id", id);
        Require.text(version, "a checklist needs a 'version'");
        Require.date(date, "a checklist's 'date' must be a day, for example 2026-11-23");
        Require.text(source, "a checklist needs a 'source'");
        clauses = List.copyOf(Objects.requireNonNull(clauses, "a checklist needs 'clauses'"));
        Set<String> ids = new HashSet<>();
        for (Clause clause : clauses) {
            if (!ids.add(clause.id())) {
                throw new IllegalArgumentException(
                        "a clause's id must come once, but '" + clause.id() + "' comes twice");
            }
        }
    }

    /** {@return the list that comes with loti; its surcharges are loti's judgement} */
    public static DataAccessChecklist bundled() {
        return Bundled.LIST;
    }

    /** Read when it is first wanted, and once. */
    private static final class Bundled {
        private static final String NAME = "data-access-clauses.json";
        private static final DataAccessChecklist LIST =
                LotiJson.bundled(NAME, DataAccessChecklist.class.getResourceAsStream(NAME), DataAccessChecklist.class);
    }

    /**
     * Reads a list of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the list, or every problem that was found
     */
    public static Checked<DataAccessChecklist> read(Path file) {
        return LotiJson.read(file, DataAccessChecklist.class);
    }

    /** {@return the ids of the clauses, in their order} */
    public List<String> ids() {
        return clauses.stream().map(Clause::id).toList();
    }

    /**
     * {@return the clauses that a contract lacks; what was not answered is lacking}
     *
     * @param answers whether the contract has a clause, by its id
     * @throws IllegalArgumentException if an id is none of the list's
     */
    public List<Clause> gaps(Map<String, Boolean> answers) {
        for (String answered : answers.keySet()) {
            if (!ids().contains(answered)) {
                throw new IllegalArgumentException("a clause must be one of " + ids() + ", but was '" + answered + "'"
                        + Nearest.hint(answered, ids()));
            }
        }
        return clauses.stream()
                .filter(clause -> !answers.getOrDefault(clause.id(), false))
                .toList();
    }

    /**
     * {@return by what an exit cost is multiplied: 1 and the surcharges of all clauses that a contract lacks}
     *
     * @param answers whether the contract has a clause, by its id
     * @throws IllegalArgumentException if an id is none of the list's
     */
    public double exitMultiplier(Map<String, Boolean> answers) {
        return 1 + gaps(answers).stream().mapToDouble(Clause::surcharge).sum();
    }
}
