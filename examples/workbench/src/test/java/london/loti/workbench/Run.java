package london.loti.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * One run of the command line.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it printed as errors and warnings
 */
record Run(int exit, String out, String err) {
    static Run loti(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Loti.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }
}
