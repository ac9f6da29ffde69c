package london.loti.workbench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import london.loti.evaluation.instrument.Instrument;
import london.loti.evaluation.instrument.ResponseReader;
import london.loti.evaluation.instrument.ScoredResponses;

/** {@code loti instrument score}. */
@Command(
        name = "score",
        description = "Scores the responses to an instrument. Answers out of range are told, never moved into it.",
        footer = {
            "",
            "Responses, one row a person and wave; person, wave, date and mode may be left out:",
            "  person,wave,companionship,left_out,isolated",
            "",
            "Example: loti instrument score --instrument ucla_3 --responses responses.csv --out scores.csv"
        })
final class InstrumentScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InstrumentOption instrument;

    @Option(names = "--responses", required = true, paramLabel = "CSV", description = "The responses.")
    private Path responses;

    @Option(
            names = "--waves",
            split = ",",
            paramLabel = "WAVE",
            description = "The waves in the order of time, where their names do not tell it.")
    private List<String> waves = new ArrayList<>();

    @Option(names = "--out", paramLabel = "CSV", description = "Writes the scores there, a row a score.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter said = spec.commandLine().getOut();
        Instrument opened;
        try {
            opened = instrument.open();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        ResponseReader reader = ResponseReader.of(opened);
        reader = waves.isEmpty() ? reader : reader.withWaves(waves.toArray(String[]::new));
        ScoredResponses scored = BadInput.check(
                        reader.read(responses), spec.commandLine().getErr())
                .score();
        said.println(opened.title() + ", version " + opened.version() + ": "
                + scored.responses().size() + " responses");
        int flagged = scored.flaggedRows().size();
        if (flagged > 0) {
            said.println("SAFEGUARDING: " + flagged + (flagged == 1 ? " response needs" : " responses need")
                    + " a person's attention today; the scores tell which.");
        }
        if (out == null) {
            said.print(scored.toCsv());
            said.flush();
        } else {
            Outputs outputs = Outputs.besides(out, List.of(responses));
            outputs.add(Outputs.nameOf(out), scored.toCsv());
            outputs.write();
        }
        return 0;
    }
}
