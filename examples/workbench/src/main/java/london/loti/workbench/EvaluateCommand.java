package london.loti.workbench;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti evaluate}: one command a method. */
@Command(
        name = "evaluate",
        description = "Did it help? Estimates with their intervals, from a CSV file with one row a person, a person and"
                + " wave, or an area and period.",
        synopsisSubcommandLabel = "METHOD",
        subcommands = PlanCommand.class,
        footer = {
            "",
            "loti evaluate METHOD --help tells what a method needs.",
            "",
            "Example: loti evaluate did --data areas.csv --outcome contacts --group treated --time after --cluster area"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** All methods, in the order of their names. */
    static List<EvaluationMethod> methods() {
        return Stream.of(
                        ChangeMethods.all(),
                        ComparabilityMethods.all(),
                        GroupMethods.all(),
                        ModelMethods.all(),
                        MonitorMethods.all(),
                        PopulationMethods.all())
                .flatMap(List::stream)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    /** Adds a command for each method to this one, which is a part of the whole line. */
    static void addMethods(CommandLine loti) {
        CommandLine evaluate = Objects.requireNonNull(loti.getSubcommands().get("evaluate"), "evaluate");
        for (EvaluationMethod method : methods()) {
            CommandLine command = new CommandLine(new MethodCommand(method));
            command.getCommandSpec()
                    .usageMessage()
                    .description(method.description())
                    .footer(method.usage().toArray(String[]::new));
            evaluate.addSubcommand(method.name(), command);
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
