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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import london.loti.evaluation.json.DecisionsFile;
import london.loti.evaluation.json.ProposalsFile;
import london.loti.evaluation.proposal.Decision;
import london.loti.evaluation.proposal.Patch;
import london.loti.evaluation.proposal.Proposals;
import london.loti.evaluation.proposal.Review;
import london.loti.evaluation.proposal.Subject;

/** {@code loti proposals review}. */
@Command(
        name = "review",
        description =
                "Shows proposals with what speaks for and against each, and what was decided. Of what is accepted it"
                        + " writes a JSON Patch for each document, which refuses a document that has changed since.",
        footer = {"", "Example: loti proposals review proposals.json --decisions decisions.json --out patches"})
final class ProposalsReviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROPOSALS", description = "The proposals (JSON).")
    private Path file;

    @Option(names = "--decisions", paramLabel = "JSON", description = "Who decided what, by role.")
    private @Nullable Path decisionsFile;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Writes the patches there. Needs --decisions.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (out != null && decisionsFile == null) {
            throw new ParameterException(
                    spec.commandLine(), "--out needs --decisions: only what is accepted has a patch");
        }
        Proposals proposals = BadInput.check(ProposalsFile.read(file));
        List<Decision> decisions =
                decisionsFile == null ? List.of() : BadInput.check(DecisionsFile.read(decisionsFile));
        Review review = BadInput.check(
                Review.of(proposals, decisions), spec.commandLine().getErr());
        PrintWriter said = spec.commandLine().getOut();
        review.open().forEach(each -> ProposalLines.of(each, "open").forEach(said::println));
        review.accepted().forEach(each -> ProposalLines.of(each, "accepted").forEach(said::println));
        review.rejected().forEach(each -> ProposalLines.of(each, "rejected").forEach(said::println));
        said.println(ProposalLines.count(proposals) + "; " + review.open().size() + " open, "
                + review.accepted().size() + " accepted, " + review.rejected().size() + " rejected");
        if (out != null && decisionsFile != null) {
            Outputs outputs = new Outputs(out, List.of(file, decisionsFile));
            for (Patch patch : review.patches()) {
                outputs.add(nameOf(patch.document()), patch.json());
                said.println("patch: " + nameOf(patch.document()));
            }
            outputs.write();
        }
        return 0;
    }

    private static String nameOf(Subject document) {
        return (document.target().name() + "-" + document.id() + "-" + document.version())
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.-]", "_")
                + ".patch.json";
    }
}
