package london.loti.referral.directory.openreferral;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import london.loti.model.finding.Severity;

/**
 * What is wrong with one record, told once: what the rules say and what could not be used are often the same. It is an
 * error where something could not be used as it was published, and a warning where it could.
 */
final class RecordFindings implements RecordCodec.Told {
    private final FeedItem item;
    private final FeedProblems problems;
    private final Map<String, Problem> broken = new LinkedHashMap<>();

    RecordFindings(FeedItem item, FeedProblems problems) {
        this.item = item;
        this.problems = problems;
    }

    /** Holds the record against the rules of its family of standards, and leaves those that may have made it. */
    void check(boolean shallow, Set<Standard> possible) {
        RuleCheck check = new RuleCheck(
                null, (severity, rule, path, words) -> broken.putIfAbsent(path, new Problem(rule, words, false)));
        if (shallow) {
            check.shallow();
        }
        check.check(item.kind(), item.node(), item.path());
        possible.retainAll(check.possible());
    }

    @Override
    public void unusable(String path, FeedRule rule, String words) {
        Problem before = broken.get(path);
        broken.put(
                path,
                before == null ? new Problem(rule, words, true) : new Problem(before.rule(), before.words(), true));
    }

    @Override
    public void changed(String path, FeedRule rule, String words) {
        broken.put(path, new Problem(rule, words, false));
    }

    /** Tells all of it. */
    void tell() {
        broken.forEach((path, problem) -> problems.add(
                problem.isError() ? Severity.ERROR : Severity.WARNING,
                problem.rule(),
                item.source(),
                item.line(),
                path.isEmpty() ? null : path,
                problem.words()));
    }

    private record Problem(FeedRule rule, String words, boolean isError) {}
}
