package london.loti.evaluation.instrument;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import london.loti.model.json.LotiJson;

/**
 * An instrument as an XLSForm: the workbook from which ODK, KoboToolbox and their like make a form for a telephone or a
 * browser. What they export again is what {@link ResponseReader} reads. The same instrument gives the same bytes.
 *
 * <p>Where loti may not have the wording, items are called {@code item 1} and so on: enough to key in paper forms, no use
 * for asking. Whoever holds the wording by right hands it in with {@link #withWording}. An instrument for import only
 * has no form at all: its owner's terms are that it is asked with the owner's own. Immutable.
 *
 * @see <a href="https://xlsform.org/en/">XLSForm</a>
 */
public final class XlsForm {
    private static final String REQUIRED = "yes";

    private final Instrument instrument;
    private final Map<String, String> wording;

    private XlsForm(Instrument instrument, Map<String, String> wording) {
        this.instrument = instrument;
        this.wording = wording;
    }

    /**
     * {@return a form of an instrument}
     *
     * @param instrument the instrument
     * @throws IllegalArgumentException if it is for import only
     */
    public static XlsForm of(Instrument instrument) {
        if (instrument.gate() == LicenceGate.LICENSED_IMPORT_ONLY) {
            throw new IllegalArgumentException(
                    "a form must be of an instrument that may be asked with forms of one's own, but '" + instrument.id()
                            + "' is for import only\n" + instrument.acknowledgement());
        }
        return new XlsForm(instrument, Map.of());
    }

    /**
     * {@return a form that asks with these words}
     *
     * @param questions the question by the item's id; items that are not named keep theirs
     * @throws IllegalArgumentException if the instrument lacks one of the items
     */
    public XlsForm withWording(Map<String, String> questions) {
        Map<String, String> more = new TreeMap<>(wording);
        new TreeMap<>(questions).forEach((item, question) -> {
            instrument.item(item);
            more.put(item, question);
        });
        return new XlsForm(instrument, more);
    }

    /**
     * Writes the workbook (.xlsx) with its sheets {@code survey}, {@code choices} and {@code settings}.
     *
     * @param out where to; left open
     * @throws IOException if it can't be written
     */
    public void write(OutputStream out) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        Map<List<AnswerOption>, String> lists = choiceLists();
        sheets.put("survey", survey(lists));
        sheets.put("choices", choices(lists));
        sheets.put(
                "settings",
                List.of(
                        List.of("form_title", "form_id", "version"),
                        List.of(instrument.title(), instrument.id(), instrument.version())));
        Workbook.write(sheets, out);
    }

    private List<List<String>> survey(Map<List<AnswerOption>, String> lists) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("type", "name", "label", "required", "constraint", "constraint_message"));
        rows.add(List.of("text", ResponseReader.PERSON, "Reference code (never a name)", REQUIRED, "", ""));
        rows.add(List.of("text", ResponseReader.WAVE, "Wave, for example pre or post", REQUIRED, "", ""));
        rows.add(List.of("date", ResponseReader.DATE, "Date", REQUIRED, "", ""));
        if (instrument.acknowledgement() != null) {
            rows.add(List.of("note", "licence_note", instrument.acknowledgement(), "", "", ""));
        }
        for (Item item : instrument.items()) {
            String label = wording.getOrDefault(item.id(), instrument.label(item.id()));
            if (item.options().isEmpty()) {
                String lowest = LotiJson.number(item.low());
                String highest = LotiJson.number(item.high());
                rows.add(List.of(
                        Boolean.TRUE.equals(item.decimals()) ? "decimal" : "integer",
                        item.id(),
                        label,
                        "",
                        ". >= " + lowest + " and . <= " + highest,
                        "From " + lowest + " to " + highest));
            } else {
                rows.add(List.of("select_one " + lists.get(item.options()), item.id(), label, "", "", ""));
            }
        }
        return rows;
    }

    private static List<List<String>> choices(Map<List<AnswerOption>, String> lists) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("list_name", "name", "label"));
        lists.forEach((options, name) ->
                options.forEach(option -> rows.add(List.of(name, String.valueOf(option.code()), option.label()))));
        return rows;
    }

    /** Items with the same codes and labels share a list, named after the first of them. */
    private Map<List<AnswerOption>, String> choiceLists() {
        Map<List<AnswerOption>, String> lists = new LinkedHashMap<>();
        for (Item item : instrument.items()) {
            if (!item.options().isEmpty()) {
                lists.putIfAbsent(item.options(), item.id() + "_answers");
            }
        }
        return lists;
    }
}
