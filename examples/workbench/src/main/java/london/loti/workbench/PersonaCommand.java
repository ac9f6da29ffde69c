package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti persona}: who is excluded, how, and what would help. */
@Command(
        name = "persona",
        description = "Persona banks: check, compare, print, match samples, see whether a bank fits, make segments.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PersonaAgreeCommand.class,
            PersonaBoundsCommand.class,
            PersonaCardsCommand.class,
            PersonaDiffCommand.class,
            PersonaFitCommand.class,
            PersonaLintCommand.class,
            PersonaMatchCommand.class,
            PersonaSegmentCommand.class
        },
        footer = {
            "",
            "A BANK is a JSON document, or the word 'london' for the invented bank that comes with loti.",
            "",
            "Example: loti persona lint london"
        })
final class PersonaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
