package london.loti.evaluation.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * What the Government Evaluation Registry asks beyond what the report itself holds. Councils need not register; central
 * departments must.
 *
 * @param lead the organisation that leads
 * @param others other organisations
 * @param status how far the evaluation is
 * @param policyAreas the areas of policy
 * @param cost what the evaluation cost in pounds, or null
 * @param planLink where the plan is, or null
 * @param reportLinks where reports are; empty where nothing is published
 * @param unpublishedReason why nothing is published, or null
 * @param events what happens when
 */
public record RegistryDetails(
        String lead,
        List<String> others,
        Status status,
        List<String> policyAreas,
        @Nullable Double cost,
        @Nullable String planLink,
        List<String> reportLinks,
        @Nullable String unpublishedReason,
        List<Event> events) {

    /** How far an evaluation is. */
    public enum Status {
        /** It has not begun. */
        PLANNED,
        /** It is under way. */
        ONGOING,
        /** It is done. */
        COMPLETE
    }

    /** What can happen. */
    public enum Milestone {
        /** The evaluation begins. */
        EVALUATION_START,
        /** The evaluation ends. */
        EVALUATION_END,
        /** The first person takes part. */
        FIRST_PARTICIPANT_RECRUITED,
        /** The last person takes part. */
        LAST_PARTICIPANT_RECRUITED,
        /** The programme begins. */
        INTERVENTION_START,
        /** The programme ends. */
        INTERVENTION_END,
        /** Data are taken for a first look. */
        INTERIM_DATA_EXTRACTION,
        /** The last data are taken. */
        FINAL_DATA_EXTRACTION,
        /** The analysis begins. */
        ANALYSIS_START,
        /** The analysis ends. */
        ANALYSIS_END,
        /** The report is published. */
        PUBLICATION
    }

    /**
     * One event.
     *
     * @param milestone what happens
     * @param actual whether it has happened; else it is intended
     * @param month when
     */
    public record Event(Milestone milestone, boolean actual, YearMonth month) {
        /**
         * Checks that all is there.
         *
         * @param milestone what happens
         * @param actual whether it has happened
         * @param month when
         */
        public Event {
            Objects.requireNonNull(milestone, "an event needs its 'milestone'");
            Objects.requireNonNull(month, "an event needs its 'month'");
        }
    }

    /**
     * Checks that nothing needed is absent.
     *
     * @param lead the organisation that leads
     * @param others other organisations
     * @param status how far the evaluation is
     * @param policyAreas the areas of policy
     * @param cost what the evaluation cost in pounds, or null
     * @param planLink where the plan is, or null
     * @param reportLinks where reports are
     * @param unpublishedReason why nothing is published, or null
     * @param events what happens when
     * @throws IllegalArgumentException if the leading organisation is blank or the cost negative
     */
    public RegistryDetails {
        Require.text(lead, "a registry entry needs the organisation that leads");
        Objects.requireNonNull(status, "a registry entry needs a 'status'");
        others = List.copyOf(others);
        policyAreas = List.copyOf(policyAreas);
        reportLinks = List.copyOf(reportLinks);
        events = List.copyOf(events);
        if (cost != null && !(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a cost must not be negative, but was " + cost);
        }
    }
}
