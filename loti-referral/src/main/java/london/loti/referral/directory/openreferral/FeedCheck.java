package london.loti.referral.directory.openreferral;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Severity;

/**
 * Checks whether a feed keeps the rules of its standard, in process and without a network: what must be there, kinds of
 * values, forms of texts, lists of choices, ids that come once, the numbers of pages; and tells how rich it is.
 *
 * <pre>{@code
 * FeedReport report = FeedCheck.detecting().check(file).orElseThrow();
 * }</pre>
 *
 * <p><b>Errors</b> are what the standard's schemas reject, ids that come twice, and pages whose numbers can't be right.
 * <b>Warnings</b> are what the schemas let pass: dates and times of another form, fields that the standard does not
 * have, mistakes in loti's own fields. A field that is null is an error: the standard wants it left out. Thread-safe.
 */
public final class FeedCheck {
    private final @Nullable Standard standard;

    private FeedCheck(@Nullable Standard standard) {
        this.standard = standard;
    }

    /** {@return a check that finds out the standard from the feed's fields} */
    public static FeedCheck detecting() {
        return new FeedCheck(null);
    }

    /**
     * {@return a check against one standard}
     *
     * @param standard the standard
     */
    public static FeedCheck against(Standard standard) {
        return new FeedCheck(standard);
    }

    /**
     * Checks a feed.
     *
     * @param input a file or a folder
     * @return the report; only findings where nothing could be read
     */
    public Checked<FeedReport> check(Path input) {
        Standard against = standard == null ? detect(input) : standard;
        RichnessCount richness = new RichnessCount();
        Sink sink = new Sink(against, standard, richness);
        FeedFiles files = new FeedFiles(JsonTree.MOST_CHARACTERS, sink);
        Optional<FeedForm> form = files.read(input);
        if (sink.records.isEmpty() && !sink.problems.hasErrors() && sink.pages == 0) {
            sink.problem(
                    Severity.ERROR,
                    FeedRule.EMPTY,
                    FeedFiles.name(input),
                    null,
                    null,
                    "a feed must have records, but this has none");
        }
        List<Finding> findings = files.withLines(sink.problems.toList());
        return form.isEmpty()
                ? Checked.failed(findings)
                : Checked.of(new FeedReport(
                        against, form.get(), sink.records, sink.problems.errorCount(), findings, richness.result()));
    }

    private static Standard detect(Path input) {
        return OpenReferralReader.withDefaults()
                .read(input, service -> {})
                .value()
                .map(Feed::standard)
                .orElse(Standard.ORUK_3_0);
    }

    /** Whether one record keeps the rules: what the standard's schemas decide. */
    static boolean isValid(Standard standard, String kind, JsonNode record) {
        boolean[] valid = {true};
        new RuleCheck(standard, (severity, rule, path, words) -> valid[0] &= severity != Severity.ERROR)
                .check(RuleTable.kind(standard.isHsds(), kind), record, "");
        return valid[0];
    }

    private static final class Sink implements FeedSink {
        private final Standard standard;
        private final @Nullable Standard said;
        private final FeedProblems problems = new FeedProblems();
        private final SortedMap<String, Long> records = new TreeMap<>();
        private final Map<String, String> sourceOfId = new HashMap<>();
        private final FeedCollector services;
        private int pages;

        Sink(Standard standard, @Nullable Standard said, RichnessCount richness) {
            this.standard = standard;
            this.said = said;
            this.services = new FeedCollector(richness::add);
        }

        @Override
        public @Nullable Standard said() {
            return said;
        }

        @Override
        public void record(FeedItem item) {
            records.merge(item.kind().name(), 1L, Long::sum);
            if (!item.isChecked()) {
                check(item).check(item.kind(), item.node(), item.path());
            }
            unique(item);
            services.record(item);
        }

        @Override
        public void row(FeedItem item) {
            check(item).shallow().check(item.kind(), item.node(), item.path());
        }

        private RuleCheck check(FeedItem item) {
            Standard against = item.kind().isHsds() == standard.isHsds()
                    ? standard
                    : item.kind().isHsds() ? Standard.HSDS_3_1 : Standard.ORUK_1_0;
            return new RuleCheck(
                    against,
                    (severity, rule, path, words) -> problems.add(
                            severity, rule, item.source(), item.line(), path.isEmpty() ? null : path, words));
        }

        private void unique(FeedItem item) {
            String id = item.node().path("id").asText("");
            if (id.isEmpty()) {
                return;
            }
            String other = sourceOfId.putIfAbsent(item.kind().name() + "/" + id, item.source());
            if (other != null) {
                problems.add(
                        other.equals(item.source()) ? Severity.ERROR : Severity.WARNING,
                        other.equals(item.source()) ? FeedRule.DUPLICATE_ID : FeedRule.REPEATED_RECORD,
                        item.source(),
                        item.line(),
                        item.path() + "/id",
                        "an id must come once among the records of a kind, but comes twice");
            }
        }

        @Override
        public void page(String source, FeedPage page) {
            pages++;
            page.check((severity, rule, path, words) -> problems.add(severity, rule, source, null, path, words));
        }

        @Override
        public void problem(
                Severity severity,
                FeedRule rule,
                String source,
                @Nullable Integer line,
                @Nullable String path,
                String words) {
            problems.add(severity, rule, source, line, path, words);
        }
    }
}
