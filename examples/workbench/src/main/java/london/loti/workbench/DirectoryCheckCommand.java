package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.model.finding.Finding;
import london.loti.referral.directory.openreferral.FeedCheck;
import london.loti.referral.directory.openreferral.FeedReport;
import london.loti.referral.directory.openreferral.Richness;
import london.loti.referral.directory.openreferral.Standard;

/** {@code loti directory check}. */
@Command(
        name = "check",
        description = "Tells whether a feed keeps the rules of its standard, what it breaks, and how much it tells."
                + " Exit 1 where it breaks a rule.",
        footer = {"", "Example: loti directory check feed/ --standard ORUK_3_0"})
final class DirectoryCheckCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FEED", description = "A file or a folder.")
    private Path feed;

    @Option(
            names = "--standard",
            paramLabel = "STANDARD",
            description = "One of ${COMPLETION-CANDIDATES}. Default: the one that has all fields of the feed.")
    private @Nullable Standard standard;

    @Override
    public Integer call() {
        FeedCheck check = standard == null ? FeedCheck.detecting() : FeedCheck.against(standard);
        FeedReport report = check.check(feed)
                .value()
                .orElseThrow(() -> new BadInput(check.check(feed).findings()));
        PrintWriter out = spec.commandLine().getOut();
        print(report.findings(), out);
        out.println(feed.toAbsolutePath().normalize().getFileName() + ": "
                + report.standard().title() + ", "
                + report.form() + ", records " + report.records());
        print(report.richness(), out);
        out.println(report.isValid() ? "valid" : "not valid: " + report.errorCount() + " errors");
        return report.isValid() ? 0 : 1;
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        findings.stream()
                .limit(SHOWN)
                .map(f -> (f.isError() ? "error: " : "warning: ")
                        + f.code().name() + " "
                        + f.toString().replace("\n", "\n    "))
                .forEach(out::println);
        if (findings.size() > SHOWN) {
            out.println("and " + (findings.size() - SHOWN) + " more findings");
        }
    }

    private static void print(Richness richness, PrintWriter out) {
        if (richness.services() == 0) {
            return;
        }
        out.printf(Locale.ROOT, "richness %.0f of 100; of %,d services%n", richness.score(), richness.services());
        for (Richness.Part part : richness.parts()) {
            out.printf(
                    Locale.ROOT,
                    "  %3.0f%% tell %s (weight %d)%n",
                    100.0 * part.services() / richness.services(),
                    part.words(),
                    part.weight());
        }
    }
}
