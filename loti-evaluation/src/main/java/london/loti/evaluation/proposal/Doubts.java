package london.loti.evaluation.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.compare.ContingencyTable;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/** Sentences that speak against a proposal, whoever makes it. */
final class Doubts {
    private static final int FEW = 100;
    private static final double SIGNIFICANT = 0.05;

    private Doubts() {}

    /** How few people a proposal rests on, where they are few, and that they are rounded. */
    static List<String> numbers(DisclosureRule rule, long people) {
        List<String> doubts = new ArrayList<>();
        if (people < FEW) {
            doubts.add("It rests on " + people + " people only.");
        }
        if (rule.rounding() > 1) {
            doubts.add("All counts are rounded to " + rule.rounding() + " before anything is worked out from them.");
        }
        return doubts;
    }

    /**
     * Whether it differs between groups, by the chi-squared test of one share for all. A group whose counts are not shown is
     * left out.
     */
    static String groups(List<GroupCounts> groups, DisclosureRule rule) {
        if (groups.isEmpty()) {
            return "Whether it differs between groups of people was not looked at.";
        }
        List<ShownGroup> shown = shown(groups, rule);
        int[][] table =
                shown.stream().map(group -> new int[] {group.yes(), group.no()}).toArray(int[][]::new);
        boolean varies = IntStream.range(0, 2)
                .allMatch(column -> IntStream.range(0, table.length).anyMatch(row -> table[row][column] > 0));
        if (table.length < 2 || !varies) {
            return "Whether it differs between groups of people is not known: too few of them can be shown.";
        }
        double p = ContingencyTable.of(table).cramersV().headline().pValue();
        String words = " (chi-squared test over " + shown.size() + " groups, p " + PlainNumber.pValue(p) + ")";
        if (p >= SIGNIFICANT) {
            return "No difference between groups of people was found" + words
                    + "; that does not show that there is none.";
        }
        ShownGroup lowest = shown.stream().min(Comparator.naturalOrder()).orElseThrow();
        ShownGroup highest = shown.stream().max(Comparator.naturalOrder()).orElseThrow();
        return "It differs between groups of people" + words + ": from " + PlainNumber.percent(lowest.share()) + " of '"
                + lowest.label() + "' to " + PlainNumber.percent(highest.share()) + " of '" + highest.label()
                + "'. What holds for all together may be wrong for some.";
    }

    /**
     * Those of whom it is so, and the others, each pass the rule by themselves: else the small group could be worked out
     * from what all groups together have.
     */
    private static List<ShownGroup> shown(List<GroupCounts> groups, DisclosureRule rule) {
        Map<String, Long> yes = new LinkedHashMap<>();
        Map<String, Long> no = new LinkedHashMap<>();
        for (GroupCounts group : groups) {
            yes.merge(group.group(), (long) group.yes(), Long::sum);
            no.merge(group.group(), (long) group.people() - group.yes(), Long::sum);
        }
        List<DisclosedCounts.Count> shownYes = rule.apply(yes).rows();
        List<DisclosedCounts.Count> shownNo = rule.apply(no).rows();
        List<ShownGroup> shown = new ArrayList<>();
        for (int i = 0; i < shownYes.size(); i++) {
            Long own = shownYes.get(i).people();
            Long others = shownNo.get(i).people();
            if (own != null && others != null && own + others > 0) {
                shown.add(new ShownGroup(shownYes.get(i).category(), Math.toIntExact(own), Math.toIntExact(others)));
            }
        }
        return shown;
    }

    private record ShownGroup(String label, int yes, int no) implements Comparable<ShownGroup> {
        double share() {
            return (double) yes / (yes + no);
        }

        @Override
        public int compareTo(ShownGroup other) {
            int order = Double.compare(share(), other.share());
            return order != 0 ? order : other.label.compareTo(label);
        }
    }
}
