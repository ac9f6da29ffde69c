package london.loti.evaluation.survival;

import london.loti.model.finding.Finding;

/** What can be wrong with times to an event. */
public enum SurvivalProblem implements Finding.Code {
    /** A time is missing, negative or not finite. */
    TIME,
    /** A code of an event is none of those with a name. */
    EVENT_CODE,
    /** Nobody had an event. */
    NO_EVENT,
    /** A label of a group or stratum is blank, or a code has no name. */
    LABEL,
    /** A group or stratum with a name has no rows. */
    EMPTY_GROUP,
    /** Groups are to be compared, but there is one only. */
    ONE_GROUP,
    /** The groups can't be compared, because no two of them wait at the time of an event. */
    NO_OVERLAP,
    /** An end is before its start. */
    END_BEFORE_START,
    /** A start or an end is after the day on which the data were taken. */
    AFTER_AS_OF
}
