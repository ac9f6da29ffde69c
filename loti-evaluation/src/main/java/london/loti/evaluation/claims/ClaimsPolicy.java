package london.loti.evaluation.claims;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * What each design is worth, what lowers it, how strong a verb each level allows, and what would make a study stronger.
 *
 * @param id the name of the policy
 * @param version its version
 * @param date when this version was written
 * @param source where levels and limits are from
 * @param verified whether all of it was read at its source
 * @param verbs the strongest verb of each level, level 1 first; none weaker than the one before
 * @param fewPeople below how many people a result is a description and no more
 * @param designs every design once
 * @param rules what lowers a level or a verb
 */
public record ClaimsPolicy(
        String id,
        String version,
        String date,
        String source,
        boolean verified,
        List<Verb> verbs,
        int fewPeople,
        List<DesignRule> designs,
        List<QualityRule> rules) {
    /** How many levels the Maryland scale has. */
    public static final int LEVELS = 5;

    private static final int DEAREST = 5;

    /**
     * What a design is worth.
     *
     * @param design the design
     * @param label its name in plain words, for the middle of a sentence
     * @param level its level on the Maryland scale where nothing goes wrong, 1 to 5
     * @param verified whether the scoring guide gives this level to this design; false where it is a judgement
     * @param registryCode how the Government Evaluation Registry files it
     * @param weakness what the design can't rule out, as a sentence; or null
     * @param steps what would make the study one of a better design
     */
    public record DesignRule(
            StudyDesign design,
            String label,
            int level,
            boolean verified,
            String registryCode,
            @Nullable String weakness,
            List<Step> steps) {
        /**
         * Checks the level.
         *
         * @param design the design
         * @param label its name in plain words
         * @param level 1 to 5
         * @param verified whether the scoring guide gives this level to this design
         * @param registryCode how the registry files it
         * @param weakness what it can't rule out, or null
         * @param steps what would make the study better; none where absent
         * @throws IllegalArgumentException if the level is none or the registry has no such code
         */
        public DesignRule {
            Objects.requireNonNull(design, "a design's rule needs its 'design'");
            Require.text(label, "a design needs a 'label'");
            steps = steps == null ? List.of() : List.copyOf(steps);
            if (level < 1 || level > LEVELS) {
                throw new IllegalArgumentException("a design's 'level' must be from 1 to 5, but was " + level);
            }
            RegistryDesigns.bundled().path(registryCode);
        }
    }

    /**
     * A step to a better design.
     *
     * @param to that design
     * @param what what to do, in plain words
     * @param cost how dear it is, from 1 for some hours at a desk to 5 for a new study
     */
    public record Step(StudyDesign to, String what, int cost) {
        /**
         * Checks the cost.
         *
         * @param to that design
         * @param what what to do
         * @param cost 1 to 5
         * @throws IllegalArgumentException if the cost is none
         */
        public Step {
            Objects.requireNonNull(to, "a step needs 'to'");
            Require.text(what, "a step needs 'what'");
            requireCost(cost);
        }
    }

    /**
     * A fault of a study. It is there where the fact is above or below a limit, or unknown where the rule says that this
     * counts.
     *
     * @param id its name
     * @param fact what it looks at
     * @param above above which value the fault is there, or null
     * @param below below which value the fault is there, or null
     * @param unknownCounts whether the fault is also there where nobody knows
     * @param designs the designs it is about; empty for all
     * @param lowers by how many levels it lowers a claim, 0 or more
     * @param verbAtMost the strongest verb with it, or null where only the level counts
     * @param reason what is wrong, as a sentence
     * @param unknown the same where nobody knows, or null where that does not count
     * @param remedy what to do against it, in plain words
     * @param cost how dear that is, 1 to 5
     */
    public record QualityRule(
            String id,
            Fact fact,
            @Nullable Double above,
            @Nullable Double below,
            boolean unknownCounts,
            List<StudyDesign> designs,
            int lowers,
            @Nullable Verb verbAtMost,
            String reason,
            @Nullable String unknown,
            String remedy,
            int cost) {
        /**
         * Checks that it can be applied.
         *
         * @param id its name
         * @param fact what it looks at
         * @param above above which value the fault is there, or null
         * @param below below which value the fault is there, or null
         * @param unknownCounts whether the fault is also there where nobody knows
         * @param designs the designs it is about; all where absent
         * @param lowers by how many levels it lowers a claim
         * @param verbAtMost the strongest verb with it, or null
         * @param reason what is wrong
         * @param unknown the same where nobody knows, or null
         * @param remedy what to do against it
         * @param cost how dear that is
         * @throws IllegalArgumentException if it has no limit, or both; or if the unknown counts without words
         */
        public QualityRule {
            Require.code("a rule", "id", id);
            Objects.requireNonNull(fact, "a rule needs its 'fact'");
            Require.text(reason, "a rule needs a 'reason'");
            Require.text(remedy, "a rule needs a 'remedy'");
            requireCost(cost);
            designs = designs == null ? List.of() : List.copyOf(designs);
            if ((above == null) == (below == null)) {
                throw new IllegalArgumentException("a rule must have either 'above' or 'below', but has both or none");
            }
            if (unknownCounts != (unknown != null)) {
                throw new IllegalArgumentException("a rule must have words for 'unknown' exactly where it counts");
            }
            if (lowers < 0) {
                throw new IllegalArgumentException("a rule must not raise a level, but 'lowers' was " + lowers);
            }
        }

        /** Whether the fault is there; null facts are unknown. */
        boolean bites(StudyDesign design, @Nullable Double value) {
            if (!designs.isEmpty() && !designs.contains(design)) {
                return false;
            }
            if (value == null) {
                return unknownCounts;
            }
            return (above != null && value > above) || (below != null && value < below);
        }

        String words(@Nullable Double value) {
            return value == null && unknown != null ? unknown : reason;
        }
    }

    /**
     * Checks that every design is there, and that verbs grow with the levels.
     *
     * @param id the name of the policy
     * @param version its version
     * @param date when this version was written
     * @param source where levels and limits are from
     * @param verified whether all of it was read at its source
     * @param verbs the strongest verb of each level
     * @param fewPeople below how many people a result is a description
     * @param designs every design once
     * @param rules what lowers a level or a verb; none where absent
     * @throws IllegalArgumentException if a design is absent or comes twice, or a higher level allows a weaker verb
     */
    public ClaimsPolicy {
        Require.code("a claims policy", "id", id);
        Require.text(version, "a claims policy needs a 'version'");
        Require.date(date, "a claims policy's 'date' must be a day, for example 2026-11-23");
        Require.text(source, "a claims policy needs a 'source'");
        verbs = List.copyOf(Objects.requireNonNull(verbs, "a claims policy needs 'verbs'"));
        designs = List.copyOf(Objects.requireNonNull(designs, "a claims policy needs 'designs'"));
        rules = rules == null ? List.of() : List.copyOf(rules);
        if (verbs.size() != LEVELS || !verbs.stream().sorted().toList().equals(verbs)) {
            throw new IllegalArgumentException(
                    "a claims policy must give each of 5 levels a verb, none weaker than the one before, but gave "
                            + verbs);
        }
        Map<StudyDesign, Integer> levels = new EnumMap<>(StudyDesign.class);
        for (DesignRule rule : designs) {
            if (levels.put(rule.design(), rule.level()) != null) {
                throw new IllegalArgumentException("a design must come once, but " + rule.design() + " comes twice");
            }
        }
        for (StudyDesign design : StudyDesign.values()) {
            if (!levels.containsKey(design)) {
                throw new IllegalArgumentException("every design must have a rule, but " + design + " has none");
            }
        }
    }

    /** {@return the policy that comes with loti} */
    public static ClaimsPolicy bundled() {
        String name = "claims-policy-1.json";
        return LotiJson.bundled(name, ClaimsPolicy.class.getResourceAsStream(name), ClaimsPolicy.class);
    }

    /**
     * Reads a policy of one's own.
     *
     * @param file a JSON document with the fields of this record
     * @return the policy, or every problem that was found
     */
    public static Checked<ClaimsPolicy> read(Path file) {
        return LotiJson.read(file, ClaimsPolicy.class);
    }

    /**
     * {@return what a design is worth}
     *
     * @param design a design
     */
    public DesignRule rule(StudyDesign design) {
        return designs.stream()
                .filter(rule -> rule.design() == design)
                .findFirst()
                .orElseThrow();
    }

    /**
     * {@return the strongest verb of a level}
     *
     * @param level 1 to 5
     */
    public Verb verb(int level) {
        return verbs.get(level - 1);
    }

    private static void requireCost(int cost) {
        if (cost < 1 || cost > DEAREST) {
            throw new IllegalArgumentException("a 'cost' must be from 1 to 5, but was " + cost);
        }
    }
}
