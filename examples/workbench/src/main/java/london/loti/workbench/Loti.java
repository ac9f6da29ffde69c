package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

import london.loti.model.provenance.LibraryVersion;
import london.loti.referral.store.StoreException;

/** The command {@code loti}. */
@Command(
        name = "loti",
        description = "Digital exclusion by area: from published tables to an index, a map, and the means to recompute"
                + " both. And who is excluded, how, and what would help; and whether it did.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Loti.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppraiseCommand.class,
            AuditCommand.class,
            CostCommand.class,
            DemoCommand.class,
            DevicesCommand.class,
            DirectoryCommand.class,
            EvaluateCommand.class,
            ExampleCommand.class,
            FindCommand.class,
            IndexCommand.class,
            InstrumentCommand.class,
            MapCommand.class,
            PersonaCommand.class,
            ProposalsCommand.class,
            RecomputeCommand.class,
            RecipesCommand.class,
            ReferralsCommand.class
        },
        footer = {
            "",
            "Exit: 0 done, 1 an input is wrong (what and where is told), 2 the command is wrong.",
            "",
            "Example: loti demo --out demo"
        })
public final class Loti {
    private Loti() {}

    /** Runs a command and exits. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Loti());
        EvaluateCommand.addMethods(line);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, given) -> {
                    CommandLine command = e.getCommandLine();
                    command.getErr().println(e.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof BadInput bad) {
                        bad.print(err);
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    if (e instanceof StoreException failed) {
                        // Its words never repeat what is kept.
                        BadInput.because(BadInput.Code.NO_STORE, String.valueOf(failed.getMessage()), "--store")
                                .print(err);
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw e;
                });
        if (args.length == 0) {
            line.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(args);
    }

    /** Tells the library's version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"loti " + LibraryVersion.current()};
        }
    }
}
