package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Guards against an outcome that is valued twice: a gain in life satisfaction as WELLBYs, and the loneliness that it
 * came from by a proxy; or a year of health as a QALY and in a WELLBY.
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
        List<Finding> findings = find("benefits", benefits);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    static List<Finding> find(String source, Collection<? extends Valued> benefits) {
        Map<String, String> valuedBy = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Valued benefit : benefits) {
            for (String outcome : benefit.outcomes()) {
                String other = valuedBy.putIfAbsent(outcome, benefit.name());
                if (other != null) {
                    findings.add(Finding.error(
                            Code.VALUED_TWICE,
                            "the outcome '" + outcome + "' must be valued once, but '" + other + "' and '"
                                    + benefit.name() + "' both value it\nMaybe leave one out, or split the outcome.",
                            Where.file(source)));
                }
            }
        }
        return findings;
    }

    static SortedSet<String> copy(Collection<String> outcomes) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(outcomes));
    }
}
