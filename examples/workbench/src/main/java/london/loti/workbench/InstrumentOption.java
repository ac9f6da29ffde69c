package london.loti.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import london.loti.evaluation.instrument.Instrument;
import london.loti.evaluation.instrument.InstrumentRegistry;
import london.loti.evaluation.instrument.LicenceAcknowledgement;

/** The instrument that a command works with: one that comes with loti, or one's own. */
final class InstrumentOption {
    @Option(
            names = "--instrument",
            required = true,
            paramLabel = "ID|FILE",
            description = "An instrument of 'loti instrument list', or a JSON file with one's own.")
    private String instrument;

    @Option(
            names = "--licence",
            paramLabel = "NUMBER",
            description = "The number or date of your licence, for instruments that need one.")
    private @Nullable String licence;

    @Option(names = "--licence-holder", paramLabel = "WHO", description = "Who holds the licence.")
    private @Nullable String holder;

    @Option(names = "--licence-date", paramLabel = "DATE", description = "The day on which the licence was given.")
    private @Nullable LocalDate date;

    Instrument open() {
        if (instrument.endsWith(".json") || Files.exists(Path.of(instrument))) {
            return BadInput.check(Instrument.read(Path.of(instrument)));
        }
        String id = instrument.toLowerCase(Locale.ROOT).replace('-', '_');
        InstrumentRegistry registry = InstrumentRegistry.bundled();
        if (licence == null && holder == null && date == null) {
            return registry.open(id);
        }
        if (licence == null || holder == null || date == null) {
            throw new IllegalArgumentException("--licence, --licence-holder and --licence-date come together");
        }
        return registry.open(id, new LicenceAcknowledgement(id, holder, date, licence));
    }
}
