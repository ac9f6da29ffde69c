package london.loti.evaluation.instrument;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;

/**
 * One question of an instrument. Its answers are numbers in a range, or options.
 *
 * @param id a short name, also of its column in a file of responses: lower case letters, digits and underscores
 * @param wording the question, or null where its licence keeps it out of loti
 * @param lowest the lowest answer; null with options
 * @param highest the highest answer; null with options
 * @param options the answers to choose from; empty with a range
 * @param reversed whether it is turned round before it is scored, so that the lowest answer counts as the highest; null
 *     for no
 * @param decimals whether answers between whole numbers are allowed, as in a score from elsewhere; null for no
 * @param subscale the part of the instrument that it belongs to, or null
 */
public record Item(
        String id,
        @Nullable String wording,
        @Nullable Double lowest,
        @Nullable Double highest,
        List<AnswerOption> options,
        @Nullable Boolean reversed,
        @Nullable Boolean decimals,
        @Nullable String subscale) {

    /**
     * Checks that the answers are told in one way.
     *
     * @param id a short name
     * @param wording the question, or null
     * @param lowest the lowest answer, or null
     * @param highest the highest answer, or null
     * @param options the answers to choose from, each code and label once; or none
     * @param reversed whether it is turned round, or null for no
     * @param decimals whether answers between whole numbers are allowed, or null for no
     * @param subscale the part that it belongs to, or null
     * @throws IllegalArgumentException if there is neither a range nor options, or both, or one of them is broken
     */
    public Item {
        Require.id("an item", id);
        Require.optionalText(wording, "an item's 'wording' must not be blank: leave it out instead");
        Require.optionalText(subscale, "an item's 'subscale' must not be blank: leave it out instead");
        options = options == null ? List.of() : List.copyOf(options);
        if (options.isEmpty()) {
            requireRange(lowest, highest, Boolean.TRUE.equals(decimals));
        } else {
            if (lowest != null || highest != null || decimals != null) {
                throw new IllegalArgumentException(
                        "an item must have 'lowest' and 'highest' or 'options', but has both");
            }
            requireOptions(options, reversed);
        }
    }

    /**
     * {@return an item with whole numbers as answers}
     *
     * @param id a short name
     * @param wording the question, or null
     * @param lowest the lowest answer
     * @param highest the highest answer
     */
    public static Item of(String id, @Nullable String wording, int lowest, int highest) {
        return new Item(id, wording, (double) lowest, (double) highest, List.of(), null, null, null);
    }

    /**
     * {@return whether a number is one of the answers; {@code NaN} is none}
     *
     * @param answer a code
     */
    public boolean accepts(double answer) {
        if (!options.isEmpty()) {
            return options.stream().anyMatch(option -> option.code() == answer);
        }
        return answer >= low() && answer <= high() && (Boolean.TRUE.equals(decimals) || answer == Math.rint(answer));
    }

    /**
     * {@return what an answer counts for in a score: turned round where the item is reversed; {@code NaN} for
     * {@code NaN}}
     *
     * @param answer one of the answers, or {@code NaN} for none
     */
    public double coded(double answer) {
        if (Double.isNaN(answer)) {
            return Double.NaN;
        }
        double points = options.stream()
                .filter(option -> option.code() == answer)
                .mapToDouble(AnswerOption::points)
                .findFirst()
                .orElse(answer);
        return Boolean.TRUE.equals(reversed) ? low() + high() - points : points;
    }

    /** The answers without those that are missing; refuses every number that is no answer. */
    double[] given(double[] answers) {
        Findings findings = new Findings();
        for (int row = 0; row < answers.length; row++) {
            if (!Double.isNaN(answers[row]) && !accepts(answers[row])) {
                findings.error(ResponseProblem.NOT_AN_ANSWER, notAnAnswer(), new Where("answers", row + 1, id));
            }
        }
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
        return Arrays.stream(answers).filter(answer -> !Double.isNaN(answer)).toArray();
    }

    /** What is wrong where an answer is none; never the answer itself. */
    String notAnAnswer() {
        return "an answer must be " + answers() + ", but is not";
    }

    /** The least that an answer can count for. */
    double low() {
        return lowest == null
                ? options.stream().mapToInt(AnswerOption::points).min().orElseThrow()
                : lowest;
    }

    /** The most that an answer can count for. */
    double high() {
        return highest == null
                ? options.stream().mapToInt(AnswerOption::points).max().orElseThrow()
                : highest;
    }

    /** The option with these words; case does not count. */
    Optional<AnswerOption> labelled(String words) {
        return options.stream()
                .filter(option -> option.label().equalsIgnoreCase(words))
                .findFirst();
    }

    private String answers() {
        if (!options.isEmpty()) {
            return options.stream()
                    .map(option -> option.code() + " (" + option.label() + ")")
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return String.format(
                Locale.ROOT,
                Boolean.TRUE.equals(decimals) ? "from %g to %g" : "a whole number from %.0f to %.0f",
                low(),
                high());
    }

    private static void requireRange(@Nullable Double lowest, @Nullable Double highest, boolean decimals) {
        if (lowest == null || highest == null) {
            throw new IllegalArgumentException("an item must have 'lowest' and 'highest' or 'options', but lacks them");
        }
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "an item's 'lowest' must be below its 'highest', but they were " + lowest + " and " + highest);
        }
        if (!decimals && (lowest != Math.rint(lowest) || highest != Math.rint(highest))) {
            throw new IllegalArgumentException("an item's 'lowest' and 'highest' must be whole numbers, but were "
                    + lowest + " and " + highest + "\nMaybe it wants 'decimals'.");
        }
    }

    private static void requireOptions(List<AnswerOption> options, @Nullable Boolean reversed) {
        Set<Integer> codes = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (AnswerOption option : options) {
            if (!codes.add(option.code()) || !labels.add(option.label().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "an item's options must have a code and a label of their own, but two share one");
            }
        }
        long scored = options.stream().filter(option -> option.scored() != null).count();
        if (options.size() < 2 || (scored > 0 && scored < options.size())) {
            throw new IllegalArgumentException(
                    "an item must have two options or more, and all or none with 'scored', but has " + options.size()
                            + " and " + scored);
        }
        if (scored > 0 && reversed != null) {
            throw new IllegalArgumentException(
                    "an item must say what its options count for by 'scored' or 'reversed', but has both");
        }
    }
}
