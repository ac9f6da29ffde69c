package london.loti.workbench;

import java.io.PrintWriter;
import java.util.List;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;

/** An input was wrong: the findings are printed and the exit code is 1. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    private final transient List<Finding> findings;

    /** The rules of the command line itself. */
    enum Code implements Finding.Code {
        /** The folder for results can't be written. */
        NOT_WRITABLE,
        /** A result has the place of an input. */
        OVER_INPUT,
        /** A lock has been made already. */
        LOCKED_ALREADY,
        /** A file is not the one that a manifest describes. */
        OTHER_BYTES,
        /** A file is needed, and absent. */
        NO_FILE,
        /** A recomputed value differs from the file's. */
        OTHER_VALUE,
        /** A manifest lacks what its method needs, or names a method that loti does not have. */
        NOT_A_MANIFEST,
        /** A sample can't be divided as asked. */
        NOT_DIVISIBLE,
        /** A bank has no area proxies. */
        NO_PROXY,
        /** A store of referrals can't be opened, or has none. */
        NO_STORE,
        /** A key is absent, or opens nothing. */
        NO_KEY,
        /** A document is of none of the kinds that a command reads. */
        OTHER_KIND,
        /** A period ends before it begins. */
        NO_PERIOD,
        /** Floors can't hold together. */
        FLOORS_CONFLICT
    }

    BadInput(List<Finding> findings) {
        super(findings.toString());
        this.findings = findings;
    }

    static BadInput because(Code code, String message, String file) {
        return new BadInput(List.of(Finding.error(code, message, Where.file(file))));
    }

    /** The value, if there is no error. */
    static <T> T check(Checked<T> checked) {
        if (checked.hasErrors()) {
            throw new BadInput(checked.findings());
        }
        return checked.orElseThrow();
    }

    /** The value, if there is no error; warnings are printed. */
    static <T> T check(Checked<T> checked, PrintWriter err) {
        T value = check(checked);
        print(checked.findings(), err);
        return value;
    }

    void print(PrintWriter err) {
        print(findings, err);
        long errors = findings.stream().filter(Finding::isError).count();
        err.println(errors == 1 ? "1 error; nothing was written." : errors + " errors; nothing was written.");
    }

    /** Prints findings, the first fifty of them. */
    static void print(List<Finding> findings, PrintWriter err) {
        findings.stream()
                .limit(SHOWN)
                .map(f -> (f.isError() ? "error: " : "warning: ") + f.toString().replace("\n", "\n    "))
                .forEach(err::println);
        if (findings.size() > SHOWN) {
            err.println("and " + (findings.size() - SHOWN) + " more findings");
        }
    }
}
