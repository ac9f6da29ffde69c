package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import london.loti.persona.evidence.Agreement;
import london.loti.persona.evidence.AgreementResult;
import london.loti.persona.evidence.KappaWeights;
import london.loti.persona.evidence.MeasurementLevel;
import london.loti.persona.evidence.Ratings;

/** {@code loti persona agree}. */
@Command(
        name = "agree",
        description =
                "Says how far staff agree who put the same cases into categories, for example personas or codes of"
                        + " a codebook, and which categories they confuse.",
        footer = {
            "",
            "A table of codings has one row a case (its id first) and one column a rater; empty cells are missing.",
            "",
            "Example: loti persona agree --codings codings.csv --level nominal"
        })
final class PersonaAgreeCommand implements Callable<Integer> {
    private static final int MOST_REPLICATES = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--codings",
            required = true,
            paramLabel = "CSV",
            description = "One row a case, its id first, then one column a rater.")
    private Path file;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "NOMINAL",
            description = "What ratings can be compared by: ${COMPLETION-CANDIDATES}. All but NOMINAL want numbers."
                    + " Default: ${DEFAULT-VALUE}.")
    private MeasurementLevel level;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the bootstrap; the same one gives the same report. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Bootstrap samples for the intervals; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int replicates;

    @Override
    public Integer call() {
        if (replicates < 0 || replicates > MOST_REPLICATES) {
            throw new ParameterException(
                    spec.commandLine(), "--replicates must be 0 to " + MOST_REPLICATES + ", but was " + replicates);
        }
        try (Progress progress = Progress.ofSteps("agreement", 3)) {
            progress.step("reading ratings");
            Ratings ratings =
                    BadInput.check(Ratings.read(file, level), spec.commandLine().getErr());
            Agreement agreement = Agreement.of(ratings).withSeed(seed).withReplicates(replicates);
            progress.step("estimating");
            List<AgreementResult> results = results(agreement, ratings.raterCount());
            progress.step("comparing categories");
            AgreementReport report = new AgreementReport(ratings, level, results, agreement);
            PrintWriter out = spec.commandLine().getOut();
            report.lines().forEach(out::println);
            return 0;
        }
    }

    /** Alpha at every level, AC1 of names; beside them the kappa that others may have published. */
    private List<AgreementResult> results(Agreement agreement, int raters) {
        List<AgreementResult> results = new ArrayList<>();
        results.add(agreement.raw());
        results.add(agreement.krippendorffAlpha(level));
        boolean names = level == MeasurementLevel.NOMINAL;
        if (names) {
            results.add(agreement.gwetAc1()); // where nearly all cases are of one category, alpha says little
        }
        if (raters == 2) {
            results.add(agreement.cohenKappa(names ? KappaWeights.UNWEIGHTED : KappaWeights.QUADRATIC));
        } else if (names) {
            results.add(agreement.fleissKappa());
        }
        return results;
    }
}
