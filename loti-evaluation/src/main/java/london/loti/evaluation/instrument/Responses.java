package london.loti.evaluation.instrument;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The answers of people to one instrument, each person perhaps in several waves, as {@link ResponseReader} reads them.
 * Persons are opaque tokens. Immutable.
 */
public final class Responses {
    /** One line of a file. */
    record Row(
            String person,
            String wave,
            @Nullable LocalDate date,
            @Nullable String mode,
            int line) {}

    private final Instrument instrument;
    private final List<Row> rows;
    private final List<String> waves;
    private final double[][] answers;

    /** Answers by item, then by row. */
    Responses(Instrument instrument, List<Row> rows, List<String> waves, double[][] answers) {
        this.instrument = instrument;
        this.rows = List.copyOf(rows);
        this.waves = List.copyOf(waves);
        this.answers = answers;
    }

    /** {@return the instrument that was answered} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return how many rows there are: one for each person and wave} */
    public int size() {
        return rows.size();
    }

    /** {@return the waves, in their order in time} */
    public List<String> waves() {
        return waves;
    }

    /**
     * {@return the person of a row, as an opaque token}
     *
     * @param row a row, from 0
     */
    public String person(int row) {
        return rows.get(row).person();
    }

    /**
     * {@return the wave of a row}
     *
     * @param row a row, from 0
     */
    public String wave(int row) {
        return rows.get(row).wave();
    }

    /**
     * {@return the day on which a row was asked, or null where it is not known}
     *
     * @param row a row, from 0
     */
    public @Nullable LocalDate date(int row) {
        return rows.get(row).date();
    }

    /**
     * {@return how a row was asked, for example on the telephone; null where it is not known}
     *
     * @param row a row, from 0
     */
    public @Nullable String mode(int row) {
        return rows.get(row).mode();
    }

    /**
     * {@return the answers to an item, one for each row, as they were given; {@code NaN} where there is none}
     *
     * @param item an item's id
     * @throws IllegalArgumentException if the instrument has none
     */
    public double[] answers(String item) {
        return answers[instrument.position(item)].clone();
    }

    /**
     * {@return what the answers to an item count for, one for each row, turned round where the item is reversed;
     * {@code NaN} where there is no answer} This is what reliability is computed from.
     *
     * @param item an item's id
     * @throws IllegalArgumentException if the instrument has none
     */
    public double[] coded(String item) {
        return Arrays.stream(answers(item)).map(instrument.item(item)::coded).toArray();
    }

    /** {@return every row's scores} */
    public ScoredResponses score() {
        return ScoredResponses.of(this);
    }

    /** Says how many rows there are, and of whom nothing. */
    @Override
    public String toString() {
        return "responses to " + instrument.id() + ": " + size() + " rows in " + waves.size() + " waves";
    }

    /** The answers of one row, in the order of the items. */
    double[] row(int row) {
        return Arrays.stream(answers).mapToDouble(column -> column[row]).toArray();
    }
}
