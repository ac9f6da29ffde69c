package london.loti.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Where;
import london.loti.model.provenance.Dataset;
import london.loti.model.service.Service;
import london.loti.referral.directory.DirectoryFiles;
import london.loti.referral.directory.openreferral.Feed;
import london.loti.referral.directory.openreferral.FeedRule;
import london.loti.referral.directory.openreferral.OpenReferralReader;

/** {@code loti directory import}. */
@Command(
        name = "import",
        description =
                "Reads feeds into a directory, in the place of the one that was there. A run that is stopped leaves"
                        + " the old one as it was; running again from the same feeds gives the same directory.",
        footer = {"", "Example: loti directory import council.ndjson charity/ --out directory"})
final class DirectoryImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FEED",
            arity = "1..*",
            description = "Files or folders. Of services with one id, the first is kept.")
    private List<Path> feeds;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the directory.")
    private Path folder;

    @Option(names = "--strict", description = "Take nothing where anything is an error, rather than what is good.")
    private boolean strict;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        try (DirectoryFiles.Draft draft = DirectoryFiles.draft(folder);
                Progress progress = Progress.ofSteps("reading", feeds.size())) {
            Set<String> ids = new HashSet<>();
            List<Dataset> sources = new ArrayList<>();
            boolean allRead = true;
            for (Path feed : feeds) {
                progress.step(String.valueOf(feed.getFileName()));
                Checked<Feed> read = read(feed, draft, ids, findings);
                findings.addAll(read.findings());
                read.value().ifPresent(value -> sources.addAll(value.sources()));
                allRead &= read.value().isPresent();
            }
            // A feed that is not there must not take its services out of the directory.
            boolean refused = !allRead || (strict && findings.stream().anyMatch(Finding::isError));
            if (ids.isEmpty() || refused) {
                throw new BadInput(
                        findings.stream().anyMatch(Finding::isError)
                                ? findings
                                : List.of(Finding.error(
                                        FeedRule.EMPTY,
                                        "the feeds must have services, but have none",
                                        Where.file("feeds"))));
            }
            DirectoryFiles.Header header = draft.finish(sources);
            BadInput.print(findings, err);
            out.printf(Locale.ROOT, "%s: %,d services from %d files%n", folder, header.count(), sources.size());
            return findings.stream().anyMatch(Finding::isError) ? 1 : 0;
        } catch (IOException | UncheckedIOException e) {
            throw notWritten(e instanceof UncheckedIOException ? e.getCause() : e);
        }
    }

    private BadInput notWritten(@Nullable Throwable e) {
        // The system's own words only: those of a file system's exception begin with the path.
        String words = e instanceof FileSystemException f ? f.getReason() : e == null ? null : e.getMessage();
        return BadInput.because(
                BadInput.Code.NOT_WRITABLE,
                "the directory can't be written to this folder; the old one is as it was"
                        + (words == null ? "" : " (" + words + ")")
                        + "\nRun it again when that is mended: the same feeds give the same directory.",
                String.valueOf(folder.getFileName()));
    }

    private static Checked<Feed> read(Path feed, DirectoryFiles.Draft draft, Set<String> ids, List<Finding> findings) {
        long[] repeated = new long[1];
        Checked<Feed> read = OpenReferralReader.withDefaults().read(feed, service -> {
            if (ids.add(service.id())) {
                add(draft, service);
            } else {
                repeated[0]++;
            }
        });
        if (repeated[0] > 0) {
            findings.add(Finding.warning(
                    FeedRule.REPEATED_RECORD,
                    repeated[0] + " services have ids that an earlier feed has; the earlier ones are kept",
                    Where.file(String.valueOf(feed.getFileName()))));
        }
        return read;
    }

    private static void add(DirectoryFiles.Draft draft, Service service) {
        try {
            draft.add(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
