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

    /**
     * Adds a finding.
     *
     * @param finding an error or a warning; only counted once {@value #KEPT} are kept
     */
    public void add(Finding finding) {
        errors |= finding.isError();
        if (kept.size() < KEPT) {
            kept.add(finding);
        } else {
            leftOut++;
            errorsLeftOut |= finding.isError();
        }
    }

    /**
     * Adds an error.
     *
     * @param code the rule that is broken
     * @param message what is wrong in plain words; never personal data
     * @param where the place
     */
    public void error(Finding.Code code, String message, Where where) {
        add(Finding.error(code, message, where));
    }

    /**
     * Adds a warning.
     *
     * @param code the rule that is broken
     * @param message what somebody should look at, in plain words; never personal data
     * @param where the place
     */
    public void warning(Finding.Code code, String message, Where where) {
        add(Finding.warning(code, message, where));
    }

    /**
     * Adds several findings.
     *
     * @param findings errors and warnings, which keep their order
     */
    public void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    /** {@return whether further findings are only counted, so that their words need not be made} */
    public boolean isFull() {
        return kept.size() == KEPT;
    }

    /** {@return whether an error was added, be it kept or only counted} */
    public boolean hasErrors() {
        return errors;
    }

    /**
     * {@return the findings in the order in which they were added; where some were left out, the last one counts them}
     */
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

    /**
     * {@return the value with these findings, or only the findings where one of them is an error}
     *
     * @param <T> what is read
     * @param value what could be read; dropped where there is an error
     */
    public <T> Checked<T> check(T value) {
        return errors ? Checked.failed(toList()) : Checked.of(value, toList());
    }
}
