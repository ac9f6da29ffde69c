package london.loti.evaluation.plan;

import london.loti.model.finding.Require;

/**
 * One step away from the plan.
 *
 * @param kind its kind
 * @param about the id of the measure it is about, or {@code study}
 * @param planned what the plan says
 * @param done what was done; no count of people
 */
public record Deviation(Kind kind, String about, String planned, String done) {
    /** The kind of a deviation. */
    public enum Kind {
        /** The study was made in another way. */
        DESIGN,
        /** A planned outcome is not reported. */
        OUTCOME_LEFT_OUT,
        /** An outcome is reported that was not planned. */
        OUTCOME_ADDED,
        /** Another method. */
        METHOD,
        /** Another choice that decides the number. */
        CONVENTION,
        /** Fewer people than planned. */
        FEWER_PEOPLE,
        /** The errors do not allow for the planned clusters. */
        CLUSTERS,
        /** Adjusted for other things. */
        COVARIATES,
        /** A planned look at groups of people is not reported. */
        GROUPS_LEFT_OUT,
        /** Groups of people are looked at that were not planned. */
        GROUPS_ADDED
    }

    /**
     * Checks the texts.
     *
     * @param kind its kind
     * @param about the id of the measure, or {@code study}
     * @param planned what the plan says
     * @param done what was done
     * @throws IllegalArgumentException if a text is blank
     */
    public Deviation {
        Require.text(about, "a deviation must say what it is about");
        Require.text(planned, "a deviation needs what was 'planned'");
        Require.text(done, "a deviation needs what was 'done'");
    }
}
