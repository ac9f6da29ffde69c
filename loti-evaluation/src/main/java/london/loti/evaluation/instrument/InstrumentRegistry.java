package london.loti.evaluation.instrument;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import london.loti.model.finding.Nearest;
import london.loti.model.json.LotiJson;

/**
 * The instruments that are at hand. Those that are somebody's property open only with a
 * {@link LicenceAcknowledgement}. Immutable.
 */
public final class InstrumentRegistry {
    private static final List<String> BUNDLED = List.of(
            "csat",
            "djg_11",
            "djg_6",
            "eds_foundation",
            "eds_work",
            "gad_7",
            "gse_10",
            "mycaw",
            "nps",
            "ons_4",
            "ons_loneliness",
            "outcomes_star",
            "pam",
            "phq_2",
            "phq_9",
            "staff_confidence",
            "sus",
            "swemwbs",
            "ucla_3",
            "wemwbs",
            "who_5");

    private final SortedMap<String, Instrument> instruments;

    private InstrumentRegistry(SortedMap<String, Instrument> instruments) {
        this.instruments = instruments;
    }

    /** {@return the instruments that come with loti} */
    public static InstrumentRegistry bundled() {
        return new InstrumentRegistry(BUNDLED.stream()
                .map(InstrumentRegistry::read)
                .collect(Collectors.toMap(Instrument::id, Function.identity(), (a, b) -> a, TreeMap::new)));
    }

    /**
     * {@return these instruments and one more}
     *
     * @param instrument an instrument of one's own, see {@link Instrument#read}
     * @throws IllegalArgumentException if there is one with its id
     */
    public InstrumentRegistry with(Instrument instrument) {
        SortedMap<String, Instrument> more = new TreeMap<>(instruments);
        if (more.put(instrument.id(), instrument) != null) {
            throw new IllegalArgumentException("an instrument's id must be new, but there is a '" + instrument.id()
                    + "' already\nMaybe put the council's name in front.");
        }
        return new InstrumentRegistry(more);
    }

    /** {@return the ids of all instruments, in alphabetical order} */
    public List<String> ids() {
        return List.copyOf(instruments.keySet());
    }

    /**
     * {@return what somebody must do before they use an instrument}
     *
     * @param id an instrument's id
     * @throws IllegalArgumentException if there is none
     */
    public LicenceGate gate(String id) {
        return find(id).gate();
    }

    /**
     * {@return an instrument that may be used without more ado}
     *
     * @param id an instrument's id
     * @throws IllegalArgumentException if there is none
     * @throws IllegalStateException if its owner wants something first; the message says what
     */
    public Instrument open(String id) {
        Instrument instrument = find(id);
        if (instrument.gate().needsAcknowledgement()) {
            throw new IllegalStateException("the instrument '" + id
                    + "' must be opened with a licence acknowledgement, but there is none\n"
                    + instrument.acknowledgement());
        }
        return instrument;
    }

    /**
     * {@return an instrument, to somebody who says under which licence they use it}
     *
     * @param id an instrument's id
     * @param acknowledgement their word, for this very instrument
     * @throws IllegalArgumentException if there is none, or if the acknowledgement is for another one
     */
    public Instrument open(String id, LicenceAcknowledgement acknowledgement) {
        Instrument instrument = find(id);
        if (!acknowledgement.instrument().equals(id)) {
            throw new IllegalArgumentException("an acknowledgement must be for the instrument that is opened, '" + id
                    + "', but was for '" + acknowledgement.instrument() + "'");
        }
        return instrument;
    }

    private Instrument find(String id) {
        Instrument found = instruments.get(id);
        if (found == null) {
            throw new IllegalArgumentException("an instrument must be one of " + instruments.keySet() + ", but was '"
                    + id + "'" + Nearest.hint(id, instruments.keySet()));
        }
        return found;
    }

    private static Instrument read(String id) {
        String file = id + ".json";
        return LotiJson.bundled(file, InstrumentRegistry.class.getResourceAsStream(file), Instrument.class);
    }
}
