package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti evaluate plan}. */
@Command(
        name = "plan",
        description = "Analysis plans: lock one before the data come, and see later whether it is the same.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlanLockCommand.class, PlanCheckCommand.class},
        footer = {"", "Example: loti evaluate plan lock plan.json --on 2026-11-26"})
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
