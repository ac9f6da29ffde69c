package london.loti.evaluation.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.disclosure.DisclosureRule;

/** What proposals to look at a recipe say. */
final class AreaWords {
    private static final int NAMED = 5;
    private static final double SMALL_EXPECTED = 5;
    private static final String REACH =
            "Few people seen can mean few people reached: a referral needs somebody who refers, a"
                    + " service within reach, and trust. It does not show that need is low.";
    private static final String SEEN =
            "The index is about all residents; only those who asked for help, and of whom it was"
                    + " recorded, are counted.";

    private final AreaGaps gaps;
    private final DisclosureRule rule;
    private final Map<String, List<GroupCounts>> groups;
    private final boolean rates;
    private final double least;

    AreaWords(AreaGaps gaps, DisclosureRule rule, Map<String, List<GroupCounts>> groups, boolean rates, double least) {
        this.gaps = gaps;
        this.rule = rule;
        this.groups = groups;
        this.rates = rates;
        this.least = least;
    }

    String farReason() {
        List<AreaRatio> far = gaps.farOut();
        StringBuilder words = new StringBuilder();
        words.append("In ")
                .append(far.size())
                .append(" of ")
                .append(gaps.areas().size());
        words.append(
                        " areas the people in need who were seen are further from what the index expects than 99.8% of areas")
                .append(" would be by chance, with φ ")
                .append(PlainNumber.text(gaps.phi()))
                .append(" for many small causes.");
        far.stream().limit(NAMED).forEach(area -> words.append(" ").append(words(area)));
        if (far.size() > NAMED) {
            words.append(" The evidence lists ").append(far.size() - NAMED).append(" more.");
        }
        return words.toString();
    }

    private static String words(AreaRatio area) {
        Interval interval = area.ratio().interval();
        return area.area() + ": " + PlainNumber.text(area.ratio().value()) + " times as many as expected"
                + (interval == null
                        ? "."
                        : " (" + PlainNumber.level(interval) + " interval " + PlainNumber.ends(interval) + ").");
    }

    Effect farEvidence() {
        Effect all = gaps.effect();
        Effect.Builder evidence = Effect.builder(all.method(), all.n()).dataHash(all.dataHash());
        all.convention().forEach(evidence::convention);
        all.diagnostics().forEach(evidence::diagnostic);
        all.assumptions().forEach(evidence::assumes);
        gaps.farOut().forEach(area -> evidence.estimate(area.ratio()));
        return evidence.build();
    }

    List<String> farSpeaksAgainst() {
        List<AreaRatio> far = gaps.farOut();
        List<String> doubts = new ArrayList<>(Doubts.numbers(rule, gaps.effect().n()));
        if (far.stream().anyMatch(area -> area.ratio().value() < 1)) {
            doubts.add(REACH);
        }
        if (far.stream().anyMatch(area -> area.ratio().value() > 1)) {
            doubts.add(
                    "Many people seen can mean good outreach, or an organisation that refers everybody; it does not show"
                            + " that need is higher than elsewhere.");
        }
        doubts.add(SEEN);
        doubts.add("By chance alone, 2 of 1,000 areas lie so far out.");
        if (far.stream().anyMatch(area -> area.expected() < SMALL_EXPECTED)) {
            doubts.add("In an area where fewer than 5 people are expected, the limits are only roughly right.");
        }
        addNotShown(doubts);
        if (groups.isEmpty()) {
            doubts.add(Doubts.groups(List.of(), rule));
        }
        for (AreaRatio area : far) {
            List<GroupCounts> own = groups.getOrDefault(area.area(), List.of());
            if (!own.isEmpty()) {
                doubts.add("Who of a group lives in " + area.area() + ": " + Doubts.groups(own, rule));
            }
        }
        return doubts;
    }

    String orderReason(Interval interval) {
        Estimate ranking = gaps.ranking();
        return "Over " + gaps.areas().size() + " areas the rank correlation between what the index expects and the "
                + (rates ? "rate" : "number") + " of people in need who were seen is "
                + PlainNumber.text(ranking.value())
                + " (" + PlainNumber.level(interval) + " interval " + PlainNumber.ends(interval)
                + "). The whole interval is below " + PlainNumber.text(least) + ".";
    }

    List<String> orderSpeaksAgainst() {
        List<String> doubts = new ArrayList<>(Doubts.numbers(rule, gaps.effect().n()));
        doubts.add(REACH);
        doubts.add(SEEN);
        doubts.add("Rates of small areas are mostly chance, which lowers the correlation of an index that is right.");
        if (!rates) {
            doubts.add("Numbers of people are compared, not rates: how large areas are decides part of the order.");
        }
        addNotShown(doubts);
        doubts.add(Doubts.groups(List.of(), rule));
        return doubts;
    }

    private void addNotShown(List<String> doubts) {
        if (gaps.notShown() > 0) {
            doubts.add(
                    gaps.notShown() + " areas are left out because too few people were seen there for their count to be"
                            + " shown: the index may be furthest from right in them.");
        }
    }
}
