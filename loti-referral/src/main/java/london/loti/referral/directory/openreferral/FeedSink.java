package london.loti.referral.directory.openreferral;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Severity;

/** Takes what is found in the files of a feed. */
interface FeedSink {
    /** The standard that somebody said the feed keeps; null where its fields tell. */
    default @Nullable Standard said() {
        return null;
    }

    /** One record. */
    void record(FeedItem item);

    /** One line of a table, to be held against the rules by itself. */
    void row(FeedItem item);

    /** What a page says about itself, after its records. */
    void page(String source, FeedPage page);

    /** Something that is wrong. */
    void problem(
            Severity severity,
            FeedRule rule,
            String source,
            @Nullable Integer line,
            @Nullable String path,
            String words);
}
