package london.loti.model.finding;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown by those who ask for all or nothing when an input has errors; its message lists them. */
public final class FindingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<Finding> findings;

    /**
     * With the findings that stood in the way.
     *
     * @param findings all of them; the message shows the first 20
     */
    public FindingsException(List<Finding> findings) {
        super(text(findings));
        this.findings = List.copyOf(findings);
    }

    /**
     * {@return an exception with one error}
     *
     * @param code what is wrong
     * @param message the rule, the value, and what to do
     * @param where where it is wrong
     */
    public static FindingsException error(Finding.Code code, String message, Where where) {
        return new FindingsException(List.of(Finding.error(code, message, where)));
    }

    /** {@return all findings, those that the message leaves out among them} */
    public List<Finding> findings() {
        return findings;
    }

    private static String text(List<Finding> findings) {
        String shown = findings.stream().limit(SHOWN).map(Finding::toString).collect(Collectors.joining("\n"));
        return findings.size() <= SHOWN ? shown : shown + "\nand " + (findings.size() - SHOWN) + " more";
    }
}
