package london.loti.referral.directory.openreferral;

/** How the records of a feed are put into files. */
public enum FeedForm {
    /** One record in a JSON document. */
    SINGLE,
    /** A page as HSDS 3 has it: {@code total_items}, {@code contents}. */
    PAGE,
    /** A page as Open Referral UK 1.0 has it: {@code totalElements}, {@code content}. */
    PAGE_1_0,
    /** A JSON document that is a list of records. */
    LIST,
    /** A record a line, or several JSON documents in one file. */
    NDJSON,
    /** A folder of CSV tables, the tabular form of HSDS. */
    CSV,
    /** A folder of JSON documents. */
    FOLDER
}
