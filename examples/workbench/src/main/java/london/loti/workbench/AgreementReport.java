package london.loti.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import london.loti.persona.evidence.AdviceThresholds;
import london.loti.persona.evidence.Agreement;
import london.loti.persona.evidence.AgreementResult;
import london.loti.persona.evidence.Confusions;
import london.loti.persona.evidence.MeasurementLevel;
import london.loti.persona.evidence.Ratings;

/**
 * What {@code loti persona agree} prints: numbers of cases and names of categories, no id and no rater.
 *
 * @param ratings what was read
 * @param level what ratings were compared by
 * @param results the coefficients, raw agreement first
 * @param agreement compares the categories
 */
record AgreementReport(Ratings ratings, MeasurementLevel level, List<AgreementResult> results, Agreement agreement) {
    private static final int MOST_PAIRS = 5;
    private static final int MOST_CATEGORIES = 20;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ratings.unitCount() + " cases, " + ratings.raterCount() + " raters, "
                + ratings.categories().size() + " categories; compared as "
                + level.name().toLowerCase(Locale.ROOT) + ".");
        lines.add("");
        for (AgreementResult result : results) {
            AgreementResult.Counts counts = result.counts();
            lines.add(result.words());
            lines.add("    from " + counts.values() + " ratings of " + counts.units() + " cases"
                    + (counts.unitsLeftOut() == 0 ? "" : ", " + counts.unitsLeftOut() + " left out") + "; "
                    + result.method().convention());
        }
        if (level == MeasurementLevel.NOMINAL) {
            addCategories(lines);
        }
        addPairs(lines);
        if (level == MeasurementLevel.NOMINAL) {
            addAdvice(lines);
        }
        lines.add("");
        lines.add("How to read this:");
        lines.add(
                "  1 is perfect. 0 is what chance would bring, save for raw agreement, which chance alone can make high.");
        lines.add(
                "  Krippendorff asks for an alpha of .800, and .667 where conclusions are tentative: customs, not laws.");
        lines.add("  An interval tells what other cases might have given, not what other raters would.");
        lines.add("  Agreement is not correctness: raters can agree on a mistake.");
        lines.add("  Small numbers can point at a case: keep this report in the team.");
        return lines;
    }

    private void addCategories(List<String> lines) {
        Map<String, AgreementResult> all = agreement.withReplicates(0).alphaByCategory();
        if (all.size() < 3) {
            return; // with two categories both have the alpha of the whole
        }
        lines.add("");
        lines.add("Agreement on each category (alpha of it against all others):");
        all.entrySet().stream()
                .limit(MOST_CATEGORIES)
                .map(entry -> "  " + entry.getKey() + ": "
                        + entry.getValue()
                                .<String>fold(
                                        there -> String.format(Locale.ROOT, "%.2f", there.estimate()),
                                        none -> "not defined"))
                .forEach(lines::add);
        if (all.size() > MOST_CATEGORIES) {
            lines.add("  and " + (all.size() - MOST_CATEGORIES) + " more");
        }
    }

    private void addAdvice(List<String> lines) {
        lines.add("");
        lines.add("Merge, or define better:");
        agreement.withReplicates(0).advice(AdviceThresholds.DEFAULTS).stream()
                .limit(MOST_CATEGORIES)
                .map(advice -> "  " + advice.words())
                .forEach(lines::add);
    }

    private void addPairs(List<String> lines) {
        List<Confusions.Pair> pairs = agreement.confusions().pairs();
        lines.add("");
        lines.add(
                pairs.isEmpty()
                        ? "No two categories were confused."
                        : "Most confused (near 1 or more: raters do not tell the two apart):");
        pairs.stream()
                .limit(MOST_PAIRS)
                .map(pair -> String.format(
                        Locale.ROOT,
                        "  %s / %s: in %d %s; %.2f times what chance would bring",
                        pair.first(),
                        pair.second(),
                        pair.units(),
                        pair.units() == 1 ? "case" : "cases",
                        pair.ratio()))
                .forEach(lines::add);
    }
}
