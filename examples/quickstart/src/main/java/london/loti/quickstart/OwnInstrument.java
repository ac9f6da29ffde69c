package london.loti.quickstart;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

import london.loti.evaluation.compare.PrePost;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.instrument.Instrument;
import london.loti.evaluation.instrument.PairedScores;
import london.loti.evaluation.instrument.ResponseReader;
import london.loti.evaluation.instrument.ScoredResponses;

/** A council's own questions, asked before and after, and how far people changed. */
public final class OwnInstrument {
    private OwnInstrument() {}

    /** Reads the instrument and its responses, and says the mean change of a score with its interval. */
    public static String run(Path instrumentJson, Path responsesCsv) {
        Instrument instrument = Instrument.read(instrumentJson).orElseThrow();
        ScoredResponses scored = ResponseReader.of(instrument)
                .withWaves("before", "after")
                .read(responsesCsv)
                .orElseThrow()
                .score();
        PairedScores pairs = scored.pair("confidence", "before", "after");
        Estimate change = PrePost.of(pairs.before(), pairs.after()).t().headline();
        Interval interval = Objects.requireNonNull(change.interval(), "people who all change alike have no interval");
        return String.format(
                Locale.ROOT,
                "%s: changed by %.2f points (95 %% from %.2f to %.2f). Nobody to compare with: not yet proof.",
                instrument.title(),
                change.value(),
                interval.lower(),
                interval.upper());
    }
}
