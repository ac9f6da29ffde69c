package london.loti.mapping.index;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.model.area.AreaCode;
import london.loti.model.json.LotiJson;
import london.loti.model.metric.MetricUnit;

/**
 * Why an area has its score: contributions that add up to it, made by the code that made the score.
 *
 * <p>It speaks of an area, not of anybody who lives there.
 *
 * @param area the area
 * @param name its name
 * @param score the overall score; {@code NaN} where there is none
 * @param rank its rank, 1 for the highest estimated need; null where there is none
 * @param ranked how many areas have a rank
 * @param decile its tenth, 1 for the highest estimated need; null where there is none
 * @param contributions one an indicator, in the order of the recipe's tree
 */
public record AreaExplanation(
        AreaCode area,
        String name,
        double score,
        @Nullable Integer rank,
        int ranked,
        @Nullable Integer decile,
        List<Contribution> contributions) {

    /**
     * Copies the list.
     *
     * @param area the code of the area
     * @param name its name, or its code where no name is known
     * @param score higher for more estimated need; {@code NaN} where there is none
     * @param rank from 1, the highest estimated need; null where there is no score
     * @param ranked how many areas have a rank
     * @param decile 1 to 10, 1 for the highest estimated need; null where there is no score
     * @param contributions one an indicator; their points add up to the score
     */
    public AreaExplanation {
        contributions = List.copyOf(contributions);
    }

    /** {@return a few lines of plain words, the greatest contribution first; one sentence where there is no score} */
    public String words() {
        if (rank == null || decile == null) {
            return name + " (" + area + ") has no score, because too much about it is missing.";
        }
        String first = String.format(
                Locale.ROOT,
                "%s (%s): score %.2f, rank %d of %d, in tenth %d of 10 (1 is the highest estimated need).%n",
                name,
                area,
                score,
                rank,
                ranked,
                decile);
        return first.replace(System.lineSeparator(), "\n")
                + contributions.stream()
                        .sorted((a, b) -> Double.compare(b.points(), a.points()))
                        .map(AreaExplanation::line)
                        .collect(Collectors.joining("\n"));
    }

    private static String line(Contribution c) {
        if (Double.isNaN(c.value())) {
            return "  " + c.indicator().label() + ": missing";
        }
        String unit = c.indicator().unit() == MetricUnit.PERCENT ? " %" : "";
        return String.format(
                Locale.ROOT,
                "  %s: %s%s, adds %.2f",
                c.indicator().label(),
                LotiJson.number(c.value()),
                unit,
                c.points());
    }
}
