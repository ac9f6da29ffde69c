package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;
import london.loti.model.disclosure.ZeroPolicy;
import london.loti.referral.feedback.Comparison.Dimension;
import london.loti.referral.feedback.Comparison.Line;

/** A yes or no for each of some residents, on its way to the disclosure rule. */
final class Measure {
    private final String id;
    private final String title;
    private final String meaning;
    private final String yes;
    private final String no;
    private final Map<String, Boolean> everybody = new TreeMap<>();
    private final Map<String, String> areaOf = new TreeMap<>();
    private final Map<String, Map<String, Boolean>> labelsOf = new TreeMap<>();

    Measure(String id, String title, String meaning, String yes, String no) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.yes = yes;
        this.no = no;
    }

    /** A resident who is there already is counted as they are now. */
    void put(String resident, boolean answer, String area, Set<String> groups) {
        Map<String, Boolean> labels = new TreeMap<>();
        groups.forEach(group -> labels.put(group, answer));
        put(resident, answer, area, labels);
    }

    /** Likewise, with an answer of its own for every label. */
    void put(String resident, boolean answer, String area, Map<String, Boolean> labels) {
        everybody.put(resident, answer);
        areaOf.put(resident, area);
        labelsOf.put(resident, labels);
    }

    /** By area: each resident in one. Only areas that are allowed have a row of their own. */
    Comparison byArea(DisclosureRule rule, Set<String> allowed) {
        Map<String, Map<String, Boolean>> areas = new TreeMap<>();
        everybody.forEach((resident, answer) -> areas.computeIfAbsent(
                        String.valueOf(areaOf.get(resident)), area -> new TreeMap<>())
                .put(resident, answer));
        Map<String, Map<String, Boolean>> shown = new TreeMap<>(areas);
        if (!passes(rule, everybody)) {
            shown.clear();
        }
        shown.entrySet().removeIf(area -> !allowed.contains(area.getKey()) || !passes(rule, area.getValue()));
        Map<String, Boolean> pooled = new TreeMap<>();
        areas.forEach((area, residents) -> {
            if (!shown.containsKey(area)) {
                pooled.putAll(residents);
            }
        });
        while (!pooled.isEmpty() && !passes(rule, pooled) && !shown.isEmpty()) {
            Map.Entry<String, Map<String, Boolean>> smallest = bySize(shown).get(0);
            pooled.putAll(smallest.getValue());
            shown.remove(smallest.getKey());
        }
        int together = areas.size() - shown.size();
        List<Line> rows = rows(rule, shown);
        if (!pooled.isEmpty() && !rows.isEmpty()) {
            rows.add(new Line("All other areas together (" + together + ")", disclosed(rule, pooled)));
        }
        return comparison(Dimension.AREA, rule, rows, together);
    }

    /** By labels of which a resident may have several. Only labels that are allowed have a row. */
    Comparison byLabel(DisclosureRule rule, Dimension dimension, Set<String> allowed) {
        Map<String, Map<String, Boolean>> labels = new TreeMap<>();
        labelsOf.forEach((resident, own) -> own.forEach((label, answer) ->
                labels.computeIfAbsent(label, l -> new TreeMap<>()).put(resident, answer)));
        Map<String, Map<String, Boolean>> shown = new TreeMap<>(labels);
        shown.entrySet()
                .removeIf(label -> !allowed.contains(label.getKey())
                        || !passes(rule, label.getValue())
                        || !passes(rule, everybody)
                        || !passesBetween(rule, everybody, label.getValue()));
        hideWhatIsLearntFromNesting(rule, shown);
        return comparison(dimension, rule, rows(rule, shown), labels.size() - shown.size());
    }

    /** Where one lies within another, what the outer has more must pass too, or else the inner goes. */
    private static void hideWhatIsLearntFromNesting(DisclosureRule rule, Map<String, Map<String, Boolean>> shown) {
        for (Map.Entry<String, Map<String, Boolean>> inner : bySize(shown)) {
            Set<String> inside = inner.getValue().keySet();
            boolean learnt = shown.entrySet().stream()
                    .filter(outer -> !outer.getKey().equals(inner.getKey()))
                    .filter(outer -> !outer.getValue().equals(inner.getValue()))
                    .filter(outer -> outer.getValue().keySet().containsAll(inside))
                    .anyMatch(outer -> !passesBetween(rule, outer.getValue(), inner.getValue()));
            if (learnt) {
                shown.remove(inner.getKey());
            }
        }
    }

    /** The labels that have a row of their own. */
    static Set<String> shown(Comparison comparison) {
        return comparison.rows().stream().map(Line::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every label and area that residents have, so that none is forbidden. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(areaOf.values());
        labelsOf.values().forEach(labels -> all.addAll(labels.keySet()));
        return all;
    }

    private List<Line> rows(DisclosureRule rule, Map<String, Map<String, Boolean>> shown) {
        List<Line> rows = new ArrayList<>();
        shown.forEach((label, residents) -> rows.add(new Line(label, disclosed(rule, residents))));
        return rows;
    }

    private Comparison comparison(Dimension dimension, DisclosureRule rule, List<Line> rows, int notShown) {
        return new Comparison(id, title, meaning, dimension, disclosed(rule, everybody), rows, notShown);
    }

    private DisclosedCounts disclosed(DisclosureRule rule, Map<String, Boolean> residents) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(yes, yeses(residents));
        counts.put(no, residents.size() - yeses(residents));
        return rule.apply(counts);
    }

    /** Whether the rule would show both counts as they are. */
    private static boolean passes(DisclosureRule rule, Map<String, Boolean> residents) {
        return passes(rule, yeses(residents)) && passes(rule, residents.size() - yeses(residents));
    }

    /** Whether what one has more than the other would be shown, for who subtracts them. */
    private static boolean passesBetween(DisclosureRule rule, Map<String, Boolean> more, Map<String, Boolean> fewer) {
        long yeses = yeses(more) - yeses(fewer);
        long noes = more.size() - fewer.size() - yeses;
        return passes(rule, Math.abs(yeses)) && passes(rule, Math.abs(noes));
    }

    static boolean passes(DisclosureRule rule, long count) {
        return count == 0 ? rule.zeros() == ZeroPolicy.SHOW : count >= rule.threshold();
    }

    private static long yeses(Map<String, Boolean> residents) {
        return residents.values().stream().filter(answer -> answer).count();
    }

    /** The smallest first; among those as large, by label. */
    private static List<Map.Entry<String, Map<String, Boolean>>> bySize(Map<String, Map<String, Boolean>> shown) {
        return shown.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Map<String, Boolean>> entry) ->
                                entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
