package london.loti.workbench;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code loti directory}: what there is for residents. */
@Command(
        name = "directory",
        description =
                "Directories of services: check a feed of Open Referral, take feeds into a directory, publish one.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DirectoryCheckCommand.class, DirectoryExportCommand.class, DirectoryImportCommand.class},
        footer = {
            "",
            "A feed is a file (a record, a page, a list, a record a line) or a folder (pages, or the tables of HSDS).",
            "",
            "Example: loti directory import feed.ndjson --out directory"
        })
final class DirectoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
