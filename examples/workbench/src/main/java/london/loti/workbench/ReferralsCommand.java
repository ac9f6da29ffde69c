package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti referrals}. */
@Command(
        name = "referrals",
        description = "What became of referrals, and whether they helped.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ReferralsReportCommand.class,
        footer = {"", "Example: loti referrals report --store jdbc:h2:file:./referrals --key master.key"})
final class ReferralsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
