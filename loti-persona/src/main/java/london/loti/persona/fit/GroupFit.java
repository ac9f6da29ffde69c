package london.loti.persona.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a bank of personas fits the groups of one attribute alike.
 *
 * <p>Those whose group is not recorded are a group of their own: they may be the ones whom the bank fits worst.
 *
 * @param attribute the attribute's name for readers
 * @param coverage of how many of those of whom enough is known a persona is near enough, a line each group that has
 *     somebody
 * @param suggested to how many of all a persona is suggested, a line each group that has somebody
 * @param audit the rates of suggestion compared, over the groups whose share is shown
 * @param cramersV how far the suggested persona and the group go together, from 0 to 1; {@code NaN} where it can't be
 *     measured; in small samples it is well above 0 by chance alone
 * @param correctedV Cramér's V with Bergsma's correction of that bias; {@code NaN} where it can't be measured
 * @param pValue how often chance alone would bring as much; {@code NaN} where it can't be measured
 */
public record GroupFit(
        String attribute,
        List<GroupShare> coverage,
        List<GroupShare> suggested,
        FairnessReport audit,
        double cramersV,
        double correctedV,
        double pValue) {

    /**
     * Copies the lists.
     *
     * @param attribute the attribute's name for readers
     * @param coverage the coverage, a line each group
     * @param suggested the share with a suggestion, a line each group
     * @param audit the rates of suggestion compared
     * @param cramersV how far persona and group go together; {@code NaN} where it can't be measured
     * @param correctedV the same, corrected; {@code NaN} where it can't be measured
     * @param pValue how often chance alone would bring as much; {@code NaN} where it can't be measured
     */
    public GroupFit {
        coverage = List.copyOf(coverage);
        suggested = List.copyOf(suggested);
    }

    /**
     * {@return the group with the lowest coverage, the first of equal ones; empty where the coverage of fewer than two
     * groups is shown, or all are covered alike}
     */
    public Optional<GroupShare> worstCovered() {
        List<GroupShare> shown = coverage.stream()
                .filter(line -> line.share().shown().isPresent())
                .toList();
        Comparator<GroupShare> byShare =
                Comparator.comparingDouble(line -> line.share().estimate());
        Optional<GroupShare> lowest = shown.stream().min(byShare);
        Optional<GroupShare> highest = shown.stream().max(byShare);
        return lowest.filter(
                line -> line.share().estimate() < highest.orElse(line).share().estimate());
    }

    /** The result in plain words, a line each. */
    List<String> lines(DisclosedShare everybody) {
        List<String> lines = new ArrayList<>();
        lines.add("By " + attribute + ", near enough to a persona:");
        coverage.forEach(
                line -> lines.add("  " + line.group() + ": " + line.share().words()));
        lines.add("  "
                + worstCovered()
                        .map(worst -> "Worst covered, of the groups shown: " + worst.group() + chance(worst, everybody))
                        .orElse("No group can be called the worst covered"));
        lines.add("  "
                + audit.selection()
                        .fold(
                                compared -> "A persona is suggested to "
                                        + Percent.of(compared.low().estimate()) + " % ("
                                        + compared.lowest() + ") to "
                                        + Percent.of(compared.high().estimate()) + " % ("
                                        + compared.highest() + ")"
                                        + (compared.isBelowFourFifths()
                                                ? "; the lower is below four fifths of the higher"
                                                : ""),
                                tooFew ->
                                        "How often a persona is suggested is not compared, because fewer than two groups are large"
                                                + " enough to be shown"));
        lines.add("  "
                + (Double.isNaN(cramersV)
                        ? "Whether the suggested persona goes with the group can't be measured"
                        : String.format(
                                Locale.ROOT,
                                "Suggested persona and group: Cramér's V is %.2f (%.2f with bias correction), %s",
                                cramersV,
                                correctedV,
                                pValue < 0.001 ? "p below 0.001" : String.format(Locale.ROOT, "p %.3f", pValue))));
        return lines;
    }

    private static String chance(GroupShare worst, DisclosedShare everybody) {
        boolean beyond = worst.share()
                .shown()
                .filter(share -> share.high() < everybody.estimate())
                .isPresent();
        return beyond ? ", and its interval lies below the share of all" : "; but that may be chance";
    }
}
