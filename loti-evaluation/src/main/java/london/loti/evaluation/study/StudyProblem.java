package london.loti.evaluation.study;

import london.loti.model.finding.Finding;

/** The rules that the data of a study can break; every method tells them by these codes. */
public enum StudyProblem implements Finding.Code {
    /** A value is missing where none may be. */
    MISSING_VALUE,
    /** A value is outside the range that the method or the instrument allows. */
    OUT_OF_RANGE,
    /** A cell holds something else than what is wanted. */
    NOT_A_NUMBER,
    /** Fewer units than the method needs. */
    TOO_FEW,
    /** Two groups are needed, but there is one. */
    ONE_GROUP,
    /** Only two groups can be compared, but there are more. */
    MORE_GROUPS,
    /** Errors are to allow for clusters, but there is one cluster. */
    ONE_CLUSTER,
    /** A cluster holds units of both groups where a cluster may hold one only, or a unit changes its cluster. */
    SPLIT_CLUSTER,
    /** Values that do not vary tell nothing. */
    NO_VARIATION,
    /** A column is a combination of others. */
    COLLINEAR,
    /** A covariate tells the outcome or the treatment perfectly, so that a coefficient has no end. */
    SEPARATION,
    /** Units of one group have nobody like them in the other. */
    NO_OVERLAP,
    /** A unit is treated in every period, so it has no before. */
    ALWAYS_TREATED,
    /** Nobody is left untreated to compare with. */
    NOBODY_UNTREATED,
    /** A unit and period come twice. */
    DUPLICATE_ROW,
    /** A value that must be the same in all rows of a unit changes. */
    NOT_CONSTANT,
    /** A unit lacks a period that the method needs. */
    UNBALANCED,
    /** A date or period comes before one that it must follow. */
    OUT_OF_ORDER,
    /** A treatment that began ends again. */
    TREATMENT_ENDS,
    /** The steps of a calculation did not settle. */
    NOT_SETTLED
}
