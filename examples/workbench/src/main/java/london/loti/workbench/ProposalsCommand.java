package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti proposals}. */
@Command(
        name = "proposals",
        description =
                "What was learnt, as proposals for a recipe, a persona bank or a directory: people decide, and nothing"
                        + " is changed here.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ProposalsServicesCommand.class, ProposalsReviewCommand.class})
final class ProposalsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
