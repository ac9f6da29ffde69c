package london.loti.referral.directory.openreferral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Finding;
import london.loti.model.finding.Findings;
import london.loti.model.finding.Severity;
import london.loti.model.finding.Where;

/**
 * Collects what is wrong with a feed. Errors are kept one by one; warnings that say the same of the same field are
 * counted, so that a feed with a mistake of its software in every record has one warning and not 60,000.
 */
final class FeedProblems {
    private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");
    private static final int MOST_KINDS = 1_000;

    private final List<Finding> errors = new ArrayList<>();
    private final Map<Same, Count> warnings = new LinkedHashMap<>();
    private long moreErrors;
    private long moreWarnings;
    private long errorCount;

    /** Adds a finding about a place in a document. */
    void add(
            Severity severity,
            FeedRule rule,
            String source,
            @Nullable Integer line,
            @Nullable String path,
            String words) {
        if (severity == Severity.ERROR) {
            errorCount++;
            if (errors.size() < Findings.KEPT) {
                errors.add(Finding.error(rule, words, new Where(source, line, path)));
            } else {
                moreErrors++;
            }
            return;
        }
        String field = path == null ? "" : INDEX.matcher(path).replaceAll("/*");
        Same same = new Same(rule, source, field, words);
        Count count = warnings.get(same);
        if (count != null) {
            count.number++;
        } else if (warnings.size() < MOST_KINDS) {
            warnings.put(same, new Count(new Where(source, line, path)));
        } else {
            moreWarnings++;
        }
    }

    boolean hasErrors() {
        return errorCount > 0;
    }

    /** How many errors there were, be they kept or only counted. */
    long errorCount() {
        return errorCount;
    }

    /** Errors in the order of the input, then warnings. */
    List<Finding> toList() {
        List<Finding> list = new ArrayList<>(errors);
        if (moreErrors > 0) {
            Finding last = errors.get(errors.size() - 1);
            String more = String.format(Locale.ROOT, "and %,d more errors", moreErrors);
            list.add(Finding.error(last.code(), more, Where.file(last.where().source())));
        }
        list.addAll(warnings());
        return List.copyOf(list);
    }

    private List<Finding> warnings() {
        List<Finding> list = new ArrayList<>();
        warnings.forEach((same, count) -> list.add(Finding.warning(
                same.rule(),
                count.number == 1
                        ? same.words()
                        : same.words()
                                + String.format(Locale.ROOT, "\nIn %,d places; this is the first.", count.number),
                count.first)));
        if (moreWarnings > 0) {
            list.add(Finding.warning(
                    FeedRule.UNKNOWN_FIELD,
                    String.format(Locale.ROOT, "and %,d more warnings of other kinds", moreWarnings),
                    Where.file(list.get(0).where().source())));
        }
        return list;
    }

    private record Same(FeedRule rule, String source, String field, String words) {}

    private static final class Count {
        private final Where first;
        private long number = 1;

        Count(Where first) {
            this.first = first;
        }
    }
}
