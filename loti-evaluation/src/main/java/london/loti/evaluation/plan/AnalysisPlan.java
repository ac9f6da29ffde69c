package london.loti.evaluation.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.StudyDesign;
import london.loti.model.finding.Require;
import london.loti.model.json.LotiJson;

/**
 * What is asked and how it will be answered, written before the results are seen.
 *
 * @param id the short name of the plan
 * @param version its version
 * @param date the day it was written
 * @param programme the id of the programme
 * @param questions what is asked
 * @param primary the outcomes that decide, and how each is analysed
 * @param secondary the other outcomes
 * @param design how the study is made
 * @param covariates what is adjusted for
 * @param clusters in what people are clustered, for example {@code library}; or null
 * @param missingData what is done about missing values
 * @param multiplicity what is done because several outcomes are looked at, or null where one is
 * @param subgroups which groups are looked at by themselves
 * @param people how many people are planned, all groups together; 1 or more
 * @param stopRule when the study stops early, or null where it does not
 * @param registeredAt where the plan is published, or null
 */
public record AnalysisPlan(
        String id,
        String version,
        LocalDate date,
        String programme,
        List<String> questions,
        List<PlannedAnalysis> primary,
        List<PlannedAnalysis> secondary,
        StudyDesign design,
        List<String> covariates,
        @Nullable String clusters,
        String missingData,
        @Nullable String multiplicity,
        List<String> subgroups,
        long people,
        @Nullable String stopRule,
        @Nullable String registeredAt) {

    /**
     * Checks that the plan can be held to.
     *
     * @param id the short name of the plan
     * @param version its version
     * @param date the day it was written
     * @param programme the id of the programme
     * @param questions what is asked, at least one question
     * @param primary the outcomes that decide, at least one
     * @param secondary the other outcomes; none where absent
     * @param design how the study is made
     * @param covariates what is adjusted for; nothing where absent
     * @param clusters in what people are clustered, or null
     * @param missingData what is done about missing values
     * @param multiplicity what is done because several outcomes are looked at, or null
     * @param subgroups which groups are looked at by themselves; none where absent
     * @param people how many people are planned
     * @param stopRule when the study stops early, or null
     * @param registeredAt where the plan is published, or null
     * @throws IllegalArgumentException if there is no question or no primary outcome, an outcome comes twice, several
     *     outcomes lack a rule for multiplicity, or nobody is planned
     */
    public AnalysisPlan {
        Require.id("a plan", id);
        Require.text(version, "a plan needs a 'version'");
        Objects.requireNonNull(date, "a plan needs a 'date'");
        Require.id("a plan's programme", programme);
        Objects.requireNonNull(design, "a plan needs a 'design'");
        Require.text(missingData, "a plan must say what is done about 'missingData'");
        Require.optionalText(clusters, "a plan's 'clusters' must not be blank");
        Require.optionalText(multiplicity, "a plan's 'multiplicity' must not be blank");
        Require.optionalText(stopRule, "a plan's 'stopRule' must not be blank");
        Require.optionalText(registeredAt, "a plan's 'registeredAt' must not be blank");
        questions = copy(questions);
        primary = copy(primary);
        secondary = copy(secondary);
        covariates = copy(covariates);
        subgroups = copy(subgroups);
        if (questions.isEmpty() || primary.isEmpty()) {
            throw new IllegalArgumentException("a plan must have a question and a primary outcome, but has "
                    + questions.size() + " and " + primary.size());
        }
        if (people < 1) {
            throw new IllegalArgumentException("a plan's 'people' must be 1 or more, but was " + people);
        }
        Set<String> measures = new HashSet<>();
        for (PlannedAnalysis analysis : join(primary, secondary)) {
            if (!measures.add(analysis.measure())) {
                throw new IllegalArgumentException(
                        "an outcome must come once in a plan, but '" + analysis.measure() + "' comes twice");
            }
        }
        if (primary.size() > 1 && multiplicity == null) {
            throw new IllegalArgumentException("a plan with several primary outcomes must say what it does about"
                    + " 'multiplicity', but does not\nMaybe 'holm'.");
        }
    }

    /**
     * {@return a builder}
     *
     * @param id the short name of the plan
     * @param version its version
     * @param date the day it was written
     */
    public static Builder builder(String id, String version, LocalDate date) {
        return new Builder(id, version, date);
    }

    /** {@return all outcomes, the primary first} */
    public List<PlannedAnalysis> outcomes() {
        return join(primary, secondary);
    }

    /** {@return the plan as canonical JSON: what to save, to publish and to lock} */
    public byte[] json() {
        return LotiJson.write(this).getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static List<PlannedAnalysis> join(List<PlannedAnalysis> first, List<PlannedAnalysis> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Collects a plan. */
    public static final class Builder {
        private final String id;
        private final String version;
        private final LocalDate date;
        private final List<String> questions = new ArrayList<>();
        private final List<PlannedAnalysis> primary = new ArrayList<>();
        private final List<PlannedAnalysis> secondary = new ArrayList<>();
        private final List<String> covariates = new ArrayList<>();
        private final List<String> subgroups = new ArrayList<>();
        private @Nullable String programme;
        private @Nullable StudyDesign design;
        private @Nullable String clusters;
        private @Nullable String missingData;
        private @Nullable String multiplicity;
        private @Nullable String stopRule;
        private @Nullable String registeredAt;
        private long people;

        private Builder(String id, String version, LocalDate date) {
            this.id = id;
            this.version = version;
            this.date = date;
        }

        /**
         * Says what is studied and how.
         *
         * @param programmeId the id of the programme
         * @param newDesign how the study is made
         * @param planned how many people are planned
         * @return this builder
         */
        public Builder study(String programmeId, StudyDesign newDesign, long planned) {
            programme = programmeId;
            design = newDesign;
            people = planned;
            return this;
        }

        /**
         * Adds a question.
         *
         * @param text the question
         * @return this builder
         */
        public Builder question(String text) {
            questions.add(text);
            return this;
        }

        /**
         * Adds an outcome that decides.
         *
         * @param analysis the outcome and how it is analysed
         * @return this builder
         */
        public Builder primary(PlannedAnalysis analysis) {
            primary.add(analysis);
            return this;
        }

        /**
         * Adds another outcome.
         *
         * @param analysis the outcome and how it is analysed
         * @return this builder
         */
        public Builder secondary(PlannedAnalysis analysis) {
            secondary.add(analysis);
            return this;
        }

        /**
         * Adds something that is adjusted for.
         *
         * @param name its name
         * @return this builder
         */
        public Builder covariate(String name) {
            covariates.add(name);
            return this;
        }

        /**
         * Adds a group that is looked at by itself.
         *
         * @param name its name
         * @return this builder
         */
        public Builder subgroup(String name) {
            subgroups.add(name);
            return this;
        }

        /**
         * Says in what people are clustered.
         *
         * @param name for example {@code library}
         * @return this builder
         */
        public Builder clusters(String name) {
            clusters = name;
            return this;
        }

        /**
         * Says what is done about missing values.
         *
         * @param words what is done
         * @return this builder
         */
        public Builder missingData(String words) {
            missingData = words;
            return this;
        }

        /**
         * Says what is done because several outcomes are looked at.
         *
         * @param words what is done, for example {@code holm}
         * @return this builder
         */
        public Builder multiplicity(String words) {
            multiplicity = words;
            return this;
        }

        /**
         * Says when the study stops early.
         *
         * @param words the rule
         * @return this builder
         */
        public Builder stopRule(String words) {
            stopRule = words;
            return this;
        }

        /**
         * Says where the plan is published.
         *
         * @param place an address or the name of a register
         * @return this builder
         */
        public Builder registeredAt(String place) {
            registeredAt = place;
            return this;
        }

        /**
         * {@return the plan}
         *
         * @throws IllegalStateException if nobody has said what is studied, or what is done about missing values
         */
        public AnalysisPlan build() {
            if (programme == null || design == null || missingData == null) {
                throw new IllegalStateException("a plan must say what is studied and what is done about missing data");
            }
            return new AnalysisPlan(
                    id,
                    version,
                    date,
                    programme,
                    questions,
                    primary,
                    secondary,
                    design,
                    covariates,
                    clusters,
                    missingData,
                    multiplicity,
                    subgroups,
                    people,
                    stopRule,
                    registeredAt);
        }
    }
}
