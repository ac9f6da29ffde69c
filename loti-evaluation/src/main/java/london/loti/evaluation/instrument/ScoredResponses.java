package london.loti.evaluation.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import london.loti.model.table.CsvWriter;

/** Responses with their scores, row by row. Immutable. */
public final class ScoredResponses {
    /** A score in a wave. */
    record At(String score, String wave) {}

    private final Responses responses;
    private final List<Scores> scores;

    private ScoredResponses(Responses responses, List<Scores> scores) {
        this.responses = responses;
        this.scores = scores;
    }

    static ScoredResponses of(Responses responses) {
        return new ScoredResponses(
                responses,
                IntStream.range(0, responses.size())
                        .mapToObj(row -> responses.instrument().score(responses.row(row)))
                        .toList());
    }

    /** {@return the answers that the scores are of} */
    public Responses responses() {
        return responses;
    }

    /**
     * {@return the scores and flags of a row}
     *
     * @param row a row, from 0
     */
    public Scores scores(int row) {
        return scores.get(row);
    }

    /**
     * {@return one score for each row; {@code NaN} where it is missing}
     *
     * @param score a score's id
     * @throws IllegalArgumentException if the instrument has none
     */
    public double[] values(String score) {
        responses.instrument().scoringRule(score);
        return scores.stream().mapToDouble(row -> row.score(score).value()).toArray();
    }

    /**
     * {@return one score for each row of a wave; {@code NaN} where it is missing}
     *
     * @param score a score's id
     * @param wave a wave
     * @throws IllegalArgumentException if there is no such score or wave
     */
    public double[] values(String score, String wave) {
        requireWave(wave);
        double[] all = values(score);
        return IntStream.range(0, all.length)
                .filter(row -> responses.wave(row).equals(wave))
                .mapToDouble(row -> all[row])
                .toArray();
    }

    /** {@return the rows, from 0, that somebody must act on} */
    public List<Integer> flaggedRows() {
        return IntStream.range(0, scores.size())
                .filter(row -> !scores.get(row).flags().isEmpty())
                .boxed()
                .toList();
    }

    /**
     * {@return one score of the people who have it in both of two waves}
     *
     * @param score a score's id
     * @param before the earlier wave
     * @param after the later wave
     * @throws IllegalArgumentException if there is no such score or wave
     */
    public PairedScores pair(String score, String before, String after) {
        double[][] both = complete(List.of(new At(score, before), new At(score, after)));
        return new PairedScores(both[0], both[1]);
    }

    /**
     * {@return the scores as a CSV document, a line for each row and score} Lines of a row with a safeguarding flag name
     * it, whether or not the score is missing.
     *
     * <pre>{@code
     * person,wave,instrument,version,score,value,band,flag
     * t1,pre,phq_9,2026-11,total,10,moderate,
     * t2,pre,phq_9,2026-11,total,,,self_harm
     * t2,post,phq_9,2026-11,total,4,none,
     * }</pre>
     */
    public String toCsv() {
        CsvWriter csv =
                new CsvWriter(List.of("person", "wave", "instrument", "version", "score", "value", "band", "flag"));
        for (int row = 0; row < scores.size(); row++) {
            String flags =
                    scores.get(row).flags().stream().map(SafeguardingRule::id).collect(Collectors.joining(" "));
            for (Score score : scores.get(row).scores()) {
                csv.text(responses.person(row))
                        .text(responses.wave(row))
                        .text(responses.instrument().id())
                        .text(responses.instrument().version())
                        .text(score.id())
                        .number(score.value())
                        .text(score.band() == null ? "" : score.band())
                        .text(flags)
                        .endRow();
            }
        }
        return csv.toString();
    }

    /** The scores wanted, each by person, of the people who have them all; people in the order of the rows. */
    double[][] complete(List<At> wanted) {
        Map<String, double[]> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            At at = wanted.get(i);
            requireWave(at.wave());
            double[] all = values(at.score());
            for (int row = 0; row < all.length; row++) {
                if (responses.wave(row).equals(at.wave())) {
                    byPerson.computeIfAbsent(responses.person(row), person -> missing(wanted.size()))[i] = all[row];
                }
            }
        }
        List<double[]> complete = new ArrayList<>(byPerson.values());
        complete.removeIf(values -> Arrays.stream(values).anyMatch(Double::isNaN));
        return IntStream.range(0, wanted.size())
                .mapToObj(
                        i -> complete.stream().mapToDouble(values -> values[i]).toArray())
                .toArray(double[][]::new);
    }

    private static double[] missing(int length) {
        double[] missing = new double[length];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private void requireWave(String wave) {
        if (!responses.waves().contains(wave)) {
            throw new IllegalArgumentException(
                    "a wave must be one of the " + responses.waves().size()
                            + " that the responses are in, but is not\nMaybe see Responses.waves().");
        }
    }
}
