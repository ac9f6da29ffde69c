package london.loti.model.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings while an input is read. It keeps the first {@value #KEPT} and counts the rest, so that a file
 * that is wrong in every line can't fill the memory. Not thread-safe.
 */
public final class Findings {
    /** How many findings are kept; the rest are counted. */
    public static final int KEPT = 1_000;

    private enum Code implements Finding.Code {
        MORE_FINDINGS
    }

    private final List<Finding> kept = new ArrayList<>();
    private int leftOut;
    private boolean errors;
    private boolean errorsLeftOut;

    /** Starts with no finding. */
    public Findings() {}

    /** Adds a finding. */
    public void add(Finding finding) {
        errors |= finding.isError();
        if (kept.size() < KEPT) {
            kept.add(finding);
        } else {
            leftOut++;
            errorsLeftOut |= finding.isError();
        }
    }

    /** Adds an error. */
    public void error(Finding.Code code, String message, Where where) {
        add(Finding.error(code, message, where));
    }

    /** Adds a warning. */
    public void warning(Finding.Code code, String message, Where where) {
        add(Finding.warning(code, message, where));
    }

    /** Adds several findings. */
    public void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Whether further findings are only counted, so that their words need not be made. */
    public boolean isFull() {
        return kept.size() == KEPT;
    }

    /** Whether an error was added. */
    public boolean hasErrors() {
        return errors;
    }

    /** The findings in the order in which they were added; where some were left out, the last one counts them. */
    public List<Finding> toList() {
        if (leftOut == 0) {
            return List.copyOf(kept);
        }
        List<Finding> all = new ArrayList<>(kept);
        all.add(new Finding(
                errorsLeftOut ? Severity.ERROR : Severity.WARNING,
                Code.MORE_FINDINGS,
                "and " + leftOut + (leftOut == 1 ? " more finding" : " more findings"),
                Where.file(kept.get(KEPT - 1).where().source())));
        return List.copyOf(all);
    }

    /** The value with these findings, or only the findings where one of them is an error. */
    public <T> Checked<T> check(T value) {
        return errors ? Checked.failed(toList()) : Checked.of(value, toList());
    }
}
