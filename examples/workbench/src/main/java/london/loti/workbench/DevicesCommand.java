package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti devices}: who is offered which device. */
@Command(
        name = "devices",
        description = "Refurbished devices: propose who is offered which when there are too few.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DevicesAllocateCommand.class,
        footer = {"", "Example: loti devices allocate --stock stock.csv --needs needs.csv --seed 1"})
final class DevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
