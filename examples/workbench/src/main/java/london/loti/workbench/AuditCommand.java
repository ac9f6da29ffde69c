package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti audit}. */
@Command(
        name = "audit",
        description = "Whether what is kept is what happened.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditVerifyCommand.class,
        footer = {"", "Example: loti audit verify --store jdbc:h2:file:./referrals"})
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
