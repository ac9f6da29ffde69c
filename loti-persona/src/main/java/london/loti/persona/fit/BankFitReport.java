package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import london.loti.model.disclosure.DisclosedCounts;

/**
 * How well a bank of personas fits a sample. Every count and share in it has passed a disclosure rule.
 *
 * @param bank the bank's title and version
 * @param coverage for how many of those of whom enough is known a persona is near enough
 * @param suggested to how many of all a persona is suggested
 * @param outcomes how many are suggested each persona, and how many none and why: each counts under the first reason
 * @param personas a line each persona, in the order of the bank
 * @param crowding a persona is crowded if it is suggested more than this many times as often as its fair share
 * @param duplicates the pairs of personas that hardly differ
 * @param groups a part each attribute that was asked for
 */
public record BankFitReport(
        String bank,
        DisclosedShare coverage,
        DisclosedShare suggested,
        DisclosedCounts outcomes,
        List<PersonaFit> personas,
        double crowding,
        List<Duplicate> duplicates,
        List<GroupFit> groups) {

    /**
     * Two personas that hardly differ.
     *
     * @param first the name of one
     * @param second the name of the other, which comes later in the bank
     * @param distance how far they are apart, from 0 to 1
     */
    public record Duplicate(String first, String second, double distance) {}

    /**
     * Copies the lists.
     *
     * @param bank the bank's title and version
     * @param coverage for how many of those of whom enough is known a persona is near enough
     * @param suggested to how many of all a persona is suggested
     * @param outcomes how many are suggested each persona, and how many none and why
     * @param personas a line each persona
     * @param crowding how many times its fair share makes a persona crowded
     * @param duplicates the pairs of personas that hardly differ
     * @param groups a part each attribute
     */
    public BankFitReport {
        personas = List.copyOf(personas);
        duplicates = List.copyOf(duplicates);
        groups = List.copyOf(groups);
    }

    /** {@return the personas that are suggested more often than their fair share, so many times} */
    public List<PersonaFit> crowded() {
        return personas.stream().filter(PersonaFit::crowded).toList();
    }

    /** {@return the personas that nobody, or hardly anybody, is near} */
    public List<PersonaFit> orphans() {
        return personas.stream().filter(PersonaFit::orphan).toList();
    }

    /** {@return the report in plain words, a line each} */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(bank + ", " + personas.size() + " personas.");
        lines.add("Near enough to a persona, of those of whom enough is known: " + coverage.words());
        lines.add("A persona is suggested: " + suggested.words());
        for (DisclosedCounts.Count row :
                outcomes.rows().subList(personas.size(), outcomes.rows().size())) {
            Double percent = row.percent();
            lines.add("  " + row.category() + ": "
                    + (percent == null ? "not shown" : row.people() + ", " + Percent.of(percent / 100) + " %"));
        }
        groups.forEach(group -> lines.addAll(group.lines(coverage)));
        lines.add(names("Suggested more than " + times() + " times as often as their fair share", crowded()));
        lines.add(names("Near to nobody, or to fewer people than may be shown", orphans()));
        for (Duplicate pair : duplicates) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s and %s hardly differ: their distance is %.3f",
                    pair.first(),
                    pair.second(),
                    pair.distance()));
        }
        personas.forEach(persona -> lines.add(persona.words()));
        lines.add(outcomes.statement());
        lines.add("All this is of the people in the sample; it does not tell of those who were not asked.");
        return lines;
    }

    private String times() {
        return Double.toString(crowding).replaceFirst("\\.0$", "");
    }

    private static String names(String what, List<PersonaFit> personas) {
        return what + ": "
                + (personas.isEmpty()
                        ? "none"
                        : String.join(
                                ", ", personas.stream().map(PersonaFit::name).toList()));
    }

    /** {@return the report in plain words} */
    public String words() {
        return String.join("\n", lines());
    }

    /** The same as {@link #words()}. */
    @Override
    public String toString() {
        return words();
    }
}
