package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.persona.bank.Persona;
import london.loti.persona.bank.PersonaBank;
import london.loti.persona.match.BatchMatch;
import london.loti.persona.segment.AdjustedRand;
import london.loti.persona.segment.Segments;

/**
 * Who moves when the same people are matched with another bank, or with another version of it. Every count and share in
 * it has passed a disclosure rule.
 *
 * <p>A persona is the same in both banks if its id is. The adjusted Rand index does not look at ids: it asks whether
 * those who were together stay together, so it also tells of two banks that have no persona in common (see
 * {@link AdjustedRand}). It and {@code moved} are of those to whom both banks suggest a persona.
 *
 * @param before the title and version of the first bank
 * @param after the title and version of the second
 * @param adjustedRand 1 where the same people are together, about 0 where no more of them than by chance; {@code NaN}
 *     where both suggest a persona to fewer people than the rule lets show
 * @param moved how many are suggested a persona of another id, of those with a suggestion in both
 * @param lost how many are suggested none any more, of those with a suggestion in the first
 * @param gained how many are suggested one now, of those without a suggestion in the first
 * @param table how many people went from each persona to each, {@code old -> new}; {@value #NONE} is one of them
 */
public record BankMoves(
        String before,
        String after,
        double adjustedRand,
        DisclosedShare moved,
        DisclosedShare lost,
        DisclosedShare gained,
        DisclosedCounts table) {

    /** Stands for no persona in the table; no persona has such an id. */
    public static final String NONE = "no suggestion";

    /**
     * {@return who moves between two matches, under the bundled disclosure rule}
     *
     * @param before the matches with the first bank
     * @param after the matches of the same people, row for row, with the second
     * @throws IllegalArgumentException if they have not the same number of rows
     */
    public static BankMoves of(BatchMatch before, BatchMatch after) {
        return of(before, after, DisclosureRule.withDefaults());
    }

    /**
     * {@return who moves between two matches}
     *
     * @param before the matches with the first bank
     * @param after the matches of the same people, row for row, with the second
     * @param rule which counts may leave
     * @throws IllegalArgumentException if they have not the same number of rows
     */
    public static BankMoves of(BatchMatch before, BatchMatch after, DisclosureRule rule) {
        if (before.size() != after.size()) {
            throw new IllegalArgumentException("both matches must be of the same people, row for row, but have "
                    + before.size() + " and " + after.size() + " rows\nMaybe match one sample with both banks.");
        }
        List<String> from = ids(before.bank());
        List<String> to = ids(after.bank());
        int[] first = places(before, from.size() - 1);
        int[] second = places(after, to.size() - 1);
        long[][] people = new long[from.size()][to.size()];
        for (int row = 0; row < first.length; row++) {
            people[first[row]][second[row]]++;
        }
        IntPredicate hadOne = row -> first[row] < from.size() - 1;
        IntPredicate hasOne = row -> second[row] < to.size() - 1;
        int[] both = rows(first.length, hadOne.and(hasOne));
        long moved = count(both, row -> !from.get(first[row]).equals(to.get(second[row])));
        int[] had = rows(first.length, hadOne);
        int[] without = rows(first.length, hadOne.negate());
        return new BankMoves(
                name(before.bank()),
                name(after.bank()),
                both.length == 0 || both.length < rule.threshold()
                        ? Double.NaN
                        : AdjustedRand.of(segments(before, both), segments(after, both)),
                DisclosedShare.of(moved, both.length, rule),
                DisclosedShare.of(count(had, hasOne.negate()), had.length, rule),
                DisclosedShare.of(count(without, hasOne), without.length, rule),
                table(from, to, people, rule));
    }

    private static String name(PersonaBank bank) {
        return bank.title() + ", version " + bank.version();
    }

    private static List<String> ids(PersonaBank bank) {
        return Stream.concat(bank.personas().stream().map(Persona::id), Stream.of(NONE))
                .toList();
    }

    private static int[] places(BatchMatch match, int none) {
        return IntStream.range(0, match.size())
                .map(row -> match.suggested(row) < 0 ? none : match.suggested(row))
                .toArray();
    }

    private static int[] rows(int size, IntPredicate which) {
        return IntStream.range(0, size).filter(which).toArray();
    }

    private static long count(int[] rows, IntPredicate which) {
        return IntStream.of(rows).filter(which).count();
    }

    private static Segments segments(BatchMatch match, int[] rows) {
        PersonaBank bank = match.bank();
        return Segments.of(
                name(bank),
                bank.personas().size(),
                IntStream.of(rows).map(match::suggested).toArray());
    }

    private static DisclosedCounts table(List<String> from, List<String> to, long[][] people, DisclosureRule rule) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (int i = 0; i < people.length; i++) {
            for (int j = 0; j < people[i].length; j++) {
                cells.put(from.get(i) + " -> " + to.get(j), people[i][j]);
            }
        }
        return rule.apply(cells);
    }

    /** {@return who moves, in plain words, a line each; of the table the counts that are shown and not nought} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("From " + before + " to " + after + ".");
        lines.add("Suggested another persona, of those with a suggestion in both: " + moved.words());
        lines.add("No longer suggested one: " + lost.words());
        lines.add("Newly suggested one: " + gained.words());
        lines.add(
                Double.isNaN(adjustedRand)
                        ? "Whether the same people stay together can't be measured: too few have a suggestion in both"
                        : String.format(
                                Locale.ROOT,
                                "Adjusted Rand index: %.3f (1 is the same people together, 0 no more than by chance)",
                                adjustedRand));
        for (DisclosedCounts.Count row : table.rows()) {
            Long people = row.people();
            if (people != null && people > 0) {
                lines.add("  " + row.category() + ": " + people);
            }
        }
        lines.add(table.statement());
        return lines;
    }

    /** {@return who moves, in plain words} */
    public String words() {
        return String.join("\n", lines());
    }

    /** The same as {@link #words()}. */
    @Override
    public String toString() {
        return words();
    }
}
