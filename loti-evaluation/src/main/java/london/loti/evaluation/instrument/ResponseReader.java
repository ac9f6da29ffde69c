package london.loti.evaluation.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Checked;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;
import london.loti.model.table.CsvReader;

/**
 * Reads answers to an instrument from a CSV file, a line for each person and wave. Columns have the items' ids as names,
 * or are told by {@link #withColumn}; answers are codes or the words of options.
 *
 * <pre>{@code
 * person,wave,date,mode,satisfied,worthwhile,happy,anxious
 * t1,pre,2026-01-12,telephone,6,7,5,4
 * t1,post,2026-04-20,telephone,7,8,,2
 * t2,pre,2026-01-13,online,3,4,4,8
 * }</pre>
 *
 * <p>{@code person} (an opaque token), {@code wave}, {@code date} (a day as {@code 2026-01-12}) and {@code mode} may be
 * absent: then every line is a person of its own, and all are in one wave. An empty cell and {@code NA} are a missing
 * answer. An answer that the item does not have is an error, and never moved into its range. Findings name lines and
 * columns, never people or answers. Immutable.
 */
public final class ResponseReader {
    /** The wave of all rows where a file names none. */
    public static final String ONLY_WAVE = "1";

    static final String PERSON = "person";
    static final String WAVE = "wave";
    static final String DATE = "date";
    static final String MODE = "mode";

    /** The columns that are no item's. */
    static final List<String> ABOUT = List.of(PERSON, WAVE, DATE, MODE);

    private final Instrument instrument;
    private final Map<String, String> columns;
    private final List<String> waves;
    private final Set<String> missing;

    private ResponseReader(
            Instrument instrument, Map<String, String> columns, List<String> waves, Set<String> missing) {
        this.instrument = instrument;
        this.columns = columns;
        this.waves = waves;
        this.missing = missing;
    }

    /**
     * {@return a reader of answers to an instrument}
     *
     * @param instrument the instrument
     */
    public static ResponseReader of(Instrument instrument) {
        return new ResponseReader(instrument, Map.of(), List.of(), Set.of("", "NA"));
    }

    /**
     * {@return a reader that finds something in another column}
     *
     * @param field an item's id, {@code person}, {@code wave}, {@code date} or {@code mode}
     * @param column the column's name in the header; now it must be there
     * @throws IllegalArgumentException if the field is none of these
     */
    public ResponseReader withColumn(String field, String column) {
        if (!ABOUT.contains(field)) {
            instrument.item(field);
        }
        Map<String, String> more = new TreeMap<>(columns);
        more.put(field, column);
        return new ResponseReader(instrument, more, waves, missing);
    }

    /**
     * {@return a reader that knows the waves} Otherwise waves are in the order of their numbers, or where one is no
     * number, in the order in which they first come.
     *
     * @param inOrder the waves in their order in time; another in the file is an error
     */
    public ResponseReader withWaves(String... inOrder) {
        return new ResponseReader(instrument, columns, List.of(inOrder), missing);
    }

    /**
     * {@return a reader that takes more texts for a missing answer}
     *
     * @param texts for example {@code Prefer not to say}
     */
    public ResponseReader withMissing(String... texts) {
        Set<String> more = new TreeSet<>(missing);
        more.addAll(Arrays.asList(texts));
        return new ResponseReader(instrument, columns, waves, more);
    }

    /**
     * Reads a file.
     *
     * @param file a CSV file in UTF-8
     * @return the responses, or every problem that was found, see {@link ResponseProblem} and {@link CsvReader.Code}
     */
    public Checked<Responses> read(Path file) {
        return read(CsvReader.open(file));
    }

    /**
     * Reads a stream.
     *
     * @param source a name for findings
     * @param in a CSV document in UTF-8; closed here
     * @return the responses, or every problem that was found
     */
    public Checked<Responses> read(String source, InputStream in) {
        return read(CsvReader.open(source, in));
    }

    private Checked<Responses> read(CsvReader csv) {
        try (csv) {
            int[] itemColumns = itemColumns(csv);
            int person = optional(csv, PERSON);
            int wave = optional(csv, WAVE);
            int date = optional(csv, DATE);
            int mode = optional(csv, MODE);
            List<Responses.Row> rows = new ArrayList<>();
            List<double[]> answers = new ArrayList<>();
            while (csv.next()) {
                String token = person < 0 ? "line " + csv.line() : filled(csv, person);
                String inWave = wave < 0 ? ONLY_WAVE : filled(csv, wave);
                String how = csv.text(mode);
                rows.add(new Responses.Row(token, inWave, day(csv, date), how.isEmpty() ? null : how, csv.line()));
                answers.add(answers(csv, itemColumns));
            }
            List<String> inOrder = new WaveCheck(
                            csv,
                            instrument.interval(),
                            waves,
                            columns.getOrDefault(WAVE, WAVE),
                            columns.getOrDefault(DATE, DATE))
                    .check(rows);
            return csv.check(new Responses(instrument, rows, inOrder, byItem(answers)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] itemColumns(CsvReader csv) {
        int[] found = instrument.items().stream()
                .mapToInt(item -> optional(csv, item.id()))
                .toArray();
        if (csv.header().isEmpty()) {
            return found;
        }
        if (Arrays.stream(found).allMatch(column -> column < 0)) {
            csv.error(
                    ResponseProblem.NO_ITEM_COLUMN,
                    "a column must be an item's, but none is\nMaybe name the columns "
                            + instrument.items().get(0).id() + " and so on, or tell their names.",
                    Where.line(csv.source(), 1));
            return found;
        }
        Set<String> others = new LinkedHashSet<>(csv.header());
        instrument.items().forEach(item -> others.remove(item.id()));
        others.removeAll(ABOUT);
        for (int i = 0; i < found.length; i++) {
            String id = instrument.items().get(i).id();
            if (found[i] < 0 && !columns.containsKey(id)) {
                csv.warning(
                        ResponseProblem.ABSENT_ITEM,
                        "the item has no column, so that all its answers are missing" + Nearest.hint(id, others),
                        Where.column(csv.source(), id));
            }
        }
        return found;
    }

    /** The column of a field; -1 where it is absent, which is an error only for one that was told by name. */
    private int optional(CsvReader csv, String field) {
        String told = columns.get(field);
        if (told != null) {
            return csv.column(told);
        }
        return csv.header().contains(field) ? csv.column(field) : -1;
    }

    private static String filled(CsvReader csv, int column) {
        String text = csv.text(column);
        if (text.isEmpty()) {
            csv.error(ResponseProblem.BLANK, "every line needs this, but the cell is empty", csv.where(column));
        }
        return text;
    }

    private static @Nullable LocalDate day(CsvReader csv, int column) {
        String text = csv.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            csv.error(
                    ResponseProblem.NOT_A_DATE,
                    "a date must be a day such as 2026-01-12, but is not\nMaybe the spreadsheet changed it:"
                            + " the year comes first, then the month.",
                    csv.where(column));
            return null;
        }
    }

    private double[] answers(CsvReader csv, int[] itemColumns) {
        double[] answers = new double[itemColumns.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = itemColumns[i] < 0
                    ? Double.NaN
                    : answer(csv, instrument.items().get(i), itemColumns[i]);
        }
        return answers;
    }

    private double answer(CsvReader csv, Item item, int column) {
        String text = csv.text(column);
        if (missing.contains(text)) {
            return Double.NaN;
        }
        double answer =
                item.labelled(text).map(option -> (double) option.code()).orElseGet(() -> number(text));
        if (!item.accepts(answer)) {
            csv.error(ResponseProblem.NOT_AN_ANSWER, item.notAnAnswer(), csv.where(column));
            return Double.NaN;
        }
        return answer;
    }

    /** Plain decimals only; anything else is no answer. */
    private static double number(String text) {
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : Double.NaN;
    }

    private double[][] byItem(List<double[]> rows) {
        double[][] byItem = new double[instrument.items().size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int item = 0; item < byItem.length; item++) {
                byItem[item][row] = rows.get(row)[item];
            }
        }
        return byItem;
    }
}
