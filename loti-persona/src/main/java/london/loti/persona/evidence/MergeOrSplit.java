package london.loti.persona.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.persona.evidence.AgreementResult.Estimated;
import london.loti.persona.evidence.CategoryAdvice.Verdict;
import london.loti.persona.evidence.Confusions.Pair;

/** The rule that turns agreement and confusions into advice. */
final class MergeOrSplit {
    private final Agreement agreement;
    private final List<Pair> pairs;
    private final AdviceThresholds thresholds;
    private final List<String> categories;
    private final int[] cases;

    MergeOrSplit(Agreement agreement, Ratings ratings, AdviceThresholds thresholds) {
        this.agreement = agreement;
        this.pairs = agreement.confusions().pairs();
        this.thresholds = thresholds;
        this.categories = ratings.categories();
        this.cases = new int[categories.size()];
        for (int[] unit : UsedUnits.withRatings(ratings, 2).allCodes()) {
            Arrays.stream(unit).distinct().forEach(code -> cases[code]++);
        }
    }

    List<CategoryAdvice> advice() {
        return categories.stream().map(this::of).toList();
    }

    private CategoryAdvice of(String category) {
        AgreementResult alpha = agreement.onCategory(category).krippendorffAlpha(MeasurementLevel.NOMINAL);
        int chosen = cases[categories.indexOf(category)];
        if (chosen < thresholds.fewestCases()) {
            String words = "no advice on '" + category + "': it was chosen for " + chosen
                    + (chosen == 1 ? " case" : " cases") + " that two people rated, and " + thresholds.fewestCases()
                    + " are wanted";
            return new CategoryAdvice(category, Verdict.TOO_LITTLE_KNOWN, null, chosen, alpha, words);
        }
        if (!(alpha instanceof Estimated estimated)) {
            String words = "no advice on '" + category + "': " + alpha.words();
            return new CategoryAdvice(category, Verdict.TOO_LITTLE_KNOWN, null, chosen, alpha, words);
        }
        double value = estimated.estimate();
        if (value >= thresholds.tentative()) {
            boolean firm = value >= thresholds.firm();
            String words = "keep '" + category + "'" + (firm ? "" : " for now") + ": alpha on it is " + number(value)
                    + (firm ? "" : ", below " + number(thresholds.firm()) + ", so draw tentative conclusions only");
            return advice(category, firm ? Verdict.KEEP : Verdict.KEEP_FOR_NOW, null, estimated, words);
        }
        String low = "alpha on it is " + number(value) + ", below " + number(thresholds.tentative());
        Optional<Pair> confused = pairs.stream()
                .filter(pair -> pair.first().equals(category) || pair.second().equals(category))
                .filter(pair -> pair.ratio() >= thresholds.confusedFrom())
                .findFirst();
        if (confused.isEmpty()) {
            String words = "split '" + category + "' or define it better: " + low
                    + ", although raters take it for no one other category as often as by chance";
            return advice(category, Verdict.SPLIT_OR_DEFINE, null, estimated, words);
        }
        Pair pair = confused.get();
        String other = pair.first().equals(category) ? pair.second() : pair.first();
        String words = String.format(
                Locale.ROOT,
                "merge '%s' and '%s', or say what sets them apart: raters confuse them as often as chance would"
                        + " (%.1f times, by chance %.1f), and %s",
                category,
                other,
                pair.observed(),
                pair.expected(),
                low);
        return advice(category, Verdict.MERGE, other, estimated, words);
    }

    private CategoryAdvice advice(
            String category, Verdict verdict, @Nullable String with, Estimated alpha, String words) {
        return new CategoryAdvice(category, verdict, with, cases[categories.indexOf(category)], alpha, words);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
