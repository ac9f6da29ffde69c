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

import london.loti.evaluation.options.AppraisalResult;
import london.loti.evaluation.options.AppraisalResult.Dominance;
import london.loti.evaluation.options.AppraisalResult.OptionResult;
import london.loti.evaluation.options.AppraisalResult.Sensitivity;
import london.loti.evaluation.options.OptionsAppraisal;
import london.loti.model.json.LotiJson;

/** {@code loti appraise}. */
@Command(
        name = "appraise",
        description =
                "Which of several options is best by weighted criteria, which is never best, and at which weights the"
                        + " first place changes.",
        footer = {"", "Example: loti appraise options.json --out appraisal.json"})
final class AppraiseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "OPTIONS", description = "The options, criteria and weights (JSON).")
    private Path options;

    @Option(names = "--out", paramLabel = "JSON", description = "Writes the appraisal there.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        OptionsAppraisal read = BadInput.check(
                OptionsAppraisal.read(options), spec.commandLine().getErr());
        AppraisalResult result = read.appraise();
        said.println(result.title());
        for (OptionResult option : result.options()) {
            said.printf(
                    Locale.ROOT,
                    "  %d. %-32s %.1f of 100; first under %.0f %% of random weights%s%n",
                    option.rank(),
                    option.name(),
                    option.total(),
                    100 * option.rankAcceptability().get(0),
                    option.failed().isEmpty() ? "" : "; fails " + String.join(", ", option.failed()));
        }
        said.println(result.preferred() == null ? "No option is preferred." : "Preferred: " + result.preferred() + ".");
        for (Dominance dominance : result.dominances()) {
            said.println("No weights put " + dominance.dominated() + " before " + dominance.option() + ".");
        }
        for (Sensitivity change : result.sensitivities()) {
            if (change.lower() != null) {
                said.println("Below a weight of " + EffectLines.number(change.lower()) + " for " + change.criterion()
                        + ", " + change.firstBelow() + " is first.");
            }
            if (change.upper() != null) {
                said.println("Above a weight of " + EffectLines.number(change.upper()) + " for " + change.criterion()
                        + ", " + change.firstAbove() + " is first.");
            }
        }
        result.warnings().forEach(warning -> said.println("Look at this: " + warning));
        if (out != null) {
            Outputs outputs = Outputs.besides(out, List.of(options));
            outputs.add(Outputs.nameOf(out), LotiJson.write(result));
            outputs.write();
        }
        return 0;
    }
}
