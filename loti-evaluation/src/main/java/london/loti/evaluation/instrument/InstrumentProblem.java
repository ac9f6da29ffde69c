package london.loti.evaluation.instrument;

import london.loti.model.finding.Finding;

/** The rules that the parts of an instrument must keep among each other. */
public enum InstrumentProblem implements Finding.Code {
    /** There is no source, no item or no score. */
    NOTHING_THERE,
    /** An item, a score or a flag comes twice. */
    DUPLICATE_ID,
    /** An item's id is the name of another column of a file of responses. */
    RESERVED_ID,
    /** A score or a flag names an item that is not there. */
    UNKNOWN_ITEM,
    /** An item is in no score. */
    UNUSED_ITEM,
    /** A table lacks a number that answers can add up to, or could never have them all. */
    TABLE_INCOMPLETE,
    /** A score by subscale has an item without one. */
    NO_SUBSCALE,
    /** A flag that no answer can raise. */
    NEVER_RAISED,
    /** An instrument that is not free does not say what its owner wants. */
    NO_ACKNOWLEDGEMENT,
    /** Wording of an instrument whose questions are asked with its owner's forms only. */
    WORDING_NOT_ALLOWED
}
