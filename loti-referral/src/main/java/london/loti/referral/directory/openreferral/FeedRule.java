package london.loti.referral.directory.openreferral;

import london.loti.model.finding.Finding;

/** A rule that a feed can break. */
public enum FeedRule implements Finding.Code {
    /** A file or folder can't be read at all. */
    UNREADABLE,
    /** The text is not JSON in UTF-8, or breaks off. */
    NOT_JSON,
    /** A record is too long, too deeply nested, or has a number that nobody needs. */
    TOO_LARGE,
    /** Nothing in the document looks like a record of Open Referral. */
    UNKNOWN_FORM,
    /** A field comes twice in one record; the first is kept. */
    DUPLICATE_FIELD,
    /** A text holds half a character; a replacement stands in its place. */
    BROKEN_TEXT,
    /** A field that the standard does not have; it is kept as an extension. */
    UNKNOWN_FIELD,
    /** A field of another version or profile of the standard. */
    NOT_IN_PROFILE,
    /** A required field is absent. */
    MISSING,
    /** A nested record had no id, so that one was made for it. */
    MADE_ID,
    /** A value is of another kind than the standard's, for example a text for a number. */
    WRONG_TYPE,
    /** A text has not the form of its field, for example of a date or an e-mail address. */
    WRONG_FORMAT,
    /** A text is none of those that the standard lists. */
    NOT_A_CHOICE,
    /** A value is kept as published, but loti can't use it. */
    NOT_USED,
    /** A value is kept with fewer digits. */
    ROUNDED,
    /** A value breaks a rule of loti's own fields. */
    INVALID_VALUE,
    /** A record could not be kept. */
    NOT_KEPT,
    /** Two records of one file have one id; the first is kept. */
    DUPLICATE_ID,
    /** A record of one file comes again in another; the first is kept. */
    REPEATED_RECORD,
    /** A line of a table belongs to a record that is not there. */
    ORPHAN,
    /** The numbers of a page do not agree with each other or with its records. */
    PAGE_NUMBERS,
    /** There is no record at all. */
    EMPTY
}
