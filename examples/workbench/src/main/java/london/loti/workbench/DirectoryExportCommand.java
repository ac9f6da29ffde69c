package london.loti.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import london.loti.model.service.Service;
import london.loti.referral.directory.DirectoryFiles;
import london.loti.referral.directory.openreferral.FeedForm;
import london.loti.referral.directory.openreferral.Loss;
import london.loti.referral.directory.openreferral.OpenReferralWriter;
import london.loti.referral.directory.openreferral.Standard;

/** {@code loti directory export}. */
@Command(
        name = "export",
        description =
                "Publishes a directory as a feed, tells what the standard has no place for, and hides confidential"
                        + " locations.",
        footer = {"", "Example: loti directory export --directory directory --to oruk3 --out feed.ndjson"})
final class DirectoryExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** What can be written. */
    enum Target {
        ORUK3(Standard.ORUK_3_0, FeedForm.NDJSON),
        HSDS3(Standard.HSDS_3_0, FeedForm.NDJSON),
        HSDS31(Standard.HSDS_3_1, FeedForm.NDJSON),
        ORUK1(Standard.ORUK_1_0, FeedForm.NDJSON),
        CSV(Standard.HSDS_3_1, FeedForm.CSV);

        private final Standard standard;
        private final FeedForm form;

        Target(Standard standard, FeedForm form) {
            this.standard = standard;
            this.form = form;
        }
    }

    @Option(names = "--directory", paramLabel = "DIR", required = true, description = "Folder of the directory.")
    private Path directory;

    @Option(names = "--to", paramLabel = "WHAT", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Target target;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "One of ${COMPLETION-CANDIDATES}. Default: a service a line; tables for csv.")
    private @Nullable FeedForm form;

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "File, or empty folder.")
    private Path to;

    @Option(
            names = "--internal",
            description = "Also tell where confidential locations are. The files must not leave the house.")
    private boolean internal;

    @Option(names = "--strict", description = "Leave out every field that the standard does not have.")
    private boolean strict;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Service> services = BadInput.check(
                DirectoryFiles.read(directory), spec.commandLine().getErr());
        requireElsewhere();
        OpenReferralWriter writer = OpenReferralWriter.to(target.standard);
        if (strict) {
            writer = writer.withoutExtensions();
        }
        if (internal) {
            writer = writer.asInternalCopy();
        }
        try {
            List<Loss> losses = writer.write(services, form == null ? target.form : form, to);
            losses.forEach(loss -> out.println(loss));
            out.printf(
                    Locale.ROOT,
                    "%s: %,d services as %s; %s%n",
                    name(),
                    services.size(),
                    target.standard.title(),
                    losses.isEmpty() ? "nothing was left out" : losses.size() + " fields were left out");
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw BadInput.because(BadInput.Code.NOT_WRITABLE, "the feed can't be written here", name());
        }
    }

    /** A feed in the folder of the directory could take the place of what the directory is made of. */
    private void requireElsewhere() {
        Path folder = real(directory);
        Path target = real(to);
        if (target.startsWith(folder)) {
            throw BadInput.because(
                    BadInput.Code.OVER_INPUT,
                    "a feed must not be written into the folder of the directory\nMaybe name another folder with --out.",
                    name());
        }
    }

    /** The path without links, as far as it is there. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        for (Path there = absolute; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(absolute));
            } catch (IOException e) {
                // It is not there yet, and its parent may be.
            }
        }
        return absolute;
    }

    private String name() {
        return String.valueOf(to.getFileName() == null ? to : to.getFileName());
    }
}
