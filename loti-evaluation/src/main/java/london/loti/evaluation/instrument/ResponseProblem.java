package london.loti.evaluation.instrument;

import london.loti.model.finding.Finding;

/** The rules that answers can break. */
public enum ResponseProblem implements Finding.Code {
    /** An answer to an item that the instrument does not have. */
    UNKNOWN_ITEM,
    /** An answer that is not one of the item's answers. */
    NOT_AN_ANSWER,
    /** No column is an item's. */
    NO_ITEM_COLUMN,
    /** An item has no column. */
    ABSENT_ITEM,
    /** A line without a person or without a wave. */
    BLANK,
    /** A wave that is not one of those told. */
    UNKNOWN_WAVE,
    /** A person comes twice in one wave. */
    DUPLICATE_WAVE,
    /** A date that is no day. */
    NOT_A_DATE,
    /** A later wave of a person has an earlier date. */
    DATES_OUT_OF_ORDER,
    /** Two waves of a person are closer than the instrument says. */
    WAVES_TOO_CLOSE
}
