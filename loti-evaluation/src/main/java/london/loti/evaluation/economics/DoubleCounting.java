package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Require;
import london.loti.model.finding.Where;

/**
 * Guards against an outcome that is valued twice: a gain in life satisfaction as WELLBYs, and the loneliness that it
 * came from by a proxy; or a year of health as a QALY and in a WELLBY.
 *
 * <p>Outcomes are compared by their names alone, without regard to case and spaces. What it cannot find: one outcome
 * under two names ({@code work} and {@code employment}); an outcome that is a part of another ({@code health} in
 * {@code life satisfaction}); one that a benefit values without naming it; and people who are counted by two programmes.
 * Those who value must agree on names, and name every outcome that a value holds.
 */
public final class DoubleCounting {
    /** The rule. */
    public enum Code implements Finding.Code {
        /** Two lines value one outcome. */
        VALUED_TWICE
    }

    private DoubleCounting() {}

    /**
     * Checks that every outcome is valued once.
     *
     * @param benefits all benefits that are added up, of whatever kind
     * @throws FindingsException with each outcome that is valued twice, and the names of both lines
     */
    public static void check(Collection<? extends Valued> benefits) {
        List<Finding> findings = find(List.copyOf(benefits), benefit -> Where.file("benefits"));
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    static List<Finding> find(List<? extends Valued> benefits, IntFunction<Where> where) {
        Map<String, String> valuedBy = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < benefits.size(); i++) {
            Valued benefit = benefits.get(i);
            Set<String> own = new HashSet<>();
            for (String outcome : benefit.outcomes()) {
                String folded = folded(outcome);
                String other = own.add(folded) ? valuedBy.putIfAbsent(folded, benefit.name()) : null;
                if (other != null) {
                    findings.add(Finding.error(
                            Code.VALUED_TWICE,
                            "the outcome '" + outcome + "' must be valued once, but '" + other + "' and '"
                                    + benefit.name() + "' both value it\nMaybe leave one out, or split the outcome.",
                            where.apply(i)));
                }
            }
        }
        return findings;
    }

    /** Upper case first, because two letters can share one capital. */
    private static String folded(String outcome) {
        return outcome.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static SortedSet<String> copy(Collection<String> outcomes) {
        outcomes.forEach(outcome -> Require.text(outcome, "an outcome needs a name"));
        return Collections.unmodifiableSortedSet(new TreeSet<>(outcomes));
    }
}
