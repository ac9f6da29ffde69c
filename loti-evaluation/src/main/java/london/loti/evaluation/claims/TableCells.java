package london.loti.evaluation.claims;

import java.util.Set;
import java.util.stream.DoubleStream;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.disclosure.DisclosureRule;

/**
 * How few people a cell of a table of yes and no holds. Two sizes, a ratio and its interval leave one table only, so that
 * every number about a table tells its smallest cell.
 */
final class TableCells {
    static final String SMALLEST = "smallest_cell";

    private static final Set<String> METHODS =
            Set.of("two-proportions", "risk-and-odds-ratio", "fisher-exact", "number-needed", "mcnemar");

    /** A count that was worked out is whole but for rounding. */
    private static final double WHOLE = 1e-6;

    private TableCells() {}

    /** Whether a cell is below the rule's threshold, or could be, since nothing tells. */
    static boolean areFew(Effect effect, DisclosureRule rule) {
        if (!METHODS.contains(effect.method())) {
            return false;
        }
        // Where a rule shows noughts, the smallest cell may be one, and the next be few.
        Double told = effect.diagnostics().get(SMALLEST);
        double smallest = told == null ? smallest(effect) : told;
        return Double.isNaN(smallest) || Math.round(smallest) < rule.threshold();
    }

    /** The smallest cell, or NaN where it can't be worked out. */
    private static double smallest(Effect effect) {
        Long treated = effect.groups().get("treated");
        Long control = effect.groups().get("control");
        if (treated == null || control == null) {
            return Double.NaN;
        }
        return switch (effect.method()) {
            case "two-proportions" ->
                smallest(treated, value(effect, "share of treated"), control, value(effect, "share of control"));
            case "risk-and-odds-ratio" -> {
                double risk = value(effect, "risk ratio");
                double odds = value(effect, "odds ratio");
                double share = (odds - risk) / (risk * (odds - 1));
                yield smallest(treated, risk * share, control, share);
            }
            default -> Double.NaN;
        };
    }

    private static double smallest(long treated, double shareOfTreated, long control, double shareOfControl) {
        double[] yes = {treated * shareOfTreated, control * shareOfControl};
        boolean whole = DoubleStream.of(yes).allMatch(count -> Math.abs(count - Math.rint(count)) < WHOLE);
        // min() is NaN where one of them is.
        return whole
                ? DoubleStream.of(yes[0], treated - yes[0], yes[1], control - yes[1])
                        .min()
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private static double value(Effect effect, String term) {
        return effect.estimates().stream()
                .filter(estimate -> estimate.term().equals(term))
                .mapToDouble(Estimate::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
