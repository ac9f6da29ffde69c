package london.loti.workbench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.persona.bank.BankDiff;

/** {@code loti persona diff}. */
@Command(
        name = "diff",
        description = "Tells every difference between two banks, down to the single claim.",
        footer = {"", "Example: loti persona diff london my-bank.json"})
final class PersonaDiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = BankArgument.DESCRIPTION)
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The other bank.")
    private String after;

    @Override
    public Integer call() {
        BankDiff diff = BankDiff.between(BankArgument.read(before), BankArgument.read(after));
        PrintWriter out = spec.commandLine().getOut();
        diff.changes().forEach(change -> out.println(change.words()));
        out.println(diff.changes().size() + (diff.changes().size() == 1 ? " difference" : " differences")
                + ", in personas " + diff.personas() + ".");
        return 0;
    }
}
