package london.loti.evaluation.instrument;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import london.loti.model.finding.Checked;

/** What several tests of instruments need. */
final class Samples {
    private static final InstrumentRegistry BUNDLED = InstrumentRegistry.bundled();

    private Samples() {}

    /** A bundled instrument, opened as a council that holds the licence opens it. */
    static Instrument bundled(String id) {
        return BUNDLED.open(
                id, new LicenceAcknowledgement(id, "Exampleton Council", LocalDate.of(2026, 11, 1), "EX-1"));
    }

    static Checked<Responses> read(ResponseReader reader, String csv) {
        return reader.read("answers.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
