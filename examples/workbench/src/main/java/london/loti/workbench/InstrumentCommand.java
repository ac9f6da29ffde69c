package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti instrument}. */
@Command(
        name = "instrument",
        description = "Survey instruments: which there are, forms for them, and their scores.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InstrumentFormCommand.class, InstrumentListCommand.class, InstrumentScoreCommand.class})
final class InstrumentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
