package london.loti.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import london.loti.evaluation.instrument.XlsForm;

/** {@code loti instrument form}. */
@Command(
        name = "form",
        description = "Writes an instrument as an XLSForm, which KoboToolbox, ODK and others make a form of.",
        footer = {"", "Example: loti instrument form --instrument ons_4 --out ons4.xlsx"})
final class InstrumentFormCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private InstrumentOption instrument;

    @Option(names = "--out", required = true, paramLabel = "XLSX", description = "Writes the form there.")
    private Path out;

    @Override
    public Integer call() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XlsForm.of(instrument.open()).write(bytes);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outputs outputs = Outputs.besides(out, List.of());
        outputs.add(Outputs.nameOf(out), bytes.toByteArray());
        outputs.write();
        return 0;
    }
}
