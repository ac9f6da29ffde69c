package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/**
 * What became of referrals in a period: how far they went, whether the loop was closed with the resident, who was never
 * contacted, which needs are unmet, and whether all had the same chance. Each resident is counted once in a figure; every
 * number has passed the disclosure rule.
 *
 * <p><b>Limits.</b> Whoever has several reports over periods that overlap, or under different rules, can subtract them: make
 * one, for periods that do not overlap. What is erased is counted without its area, groups and needs.
 */
public final class ReferralReport {
    private final Period period;
    private final DisclosureRule rule;
    private final List<String> policies;
    private final List<Breakdown> breakdowns;
    private final List<WaitingTime> waits;
    private final List<Comparison> comparisons;
    private final OrganisationAnswers organisations;

    ReferralReport(
            Period period,
            DisclosureRule rule,
            List<String> policies,
            List<Breakdown> breakdowns,
            List<WaitingTime> waits,
            List<Comparison> comparisons,
            OrganisationAnswers organisations) {
        this.period = period;
        this.rule = rule;
        this.policies = List.copyOf(policies);
        this.breakdowns = List.copyOf(breakdowns);
        this.waits = List.copyOf(waits);
        this.comparisons = List.copyOf(comparisons);
        this.organisations = organisations;
    }

    /** {@return the days that it is about} */
    public Period period() {
        return period;
    }

    /** {@return the rule that every number has passed} */
    public DisclosureRule rule() {
        return rule;
    }

    /** {@return the policies that say what the figures mean, each with its version} */
    public List<String> policies() {
        return policies;
    }

    /** {@return the figures about everybody} */
    public List<Breakdown> breakdowns() {
        return breakdowns;
    }

    /**
     * {@return a figure about everybody; empty where there is none}
     *
     * @param id {@code requests}, {@code routes}, {@code services}, {@code contact}, {@code loop}, {@code unmet} or
     *     {@code records}
     */
    public Optional<Breakdown> breakdown(String id) {
        return breakdowns.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /** {@return how long residents waited} */
    public List<WaitingTime> waits() {
        return waits;
    }

    /** {@return unmet need and equity of access: figures by area, group and need} */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /**
     * {@return a figure by area, group or need; empty where there is none}
     *
     * @param id {@code accepted}, {@code contacted}, {@code answered}, {@code helped} or {@code unmet}
     * @param dimension by what
     */
    public Optional<Comparison> comparison(String id, Comparison.Dimension dimension) {
        return comparisons.stream()
                .filter(figure -> figure.id().equals(id) && figure.dimension() == dimension)
                .findFirst();
    }

    /** {@return how often organisations say yes} */
    public OrganisationAnswers organisations() {
        return organisations;
    }

    /**
     * {@return the share of residents due to be asked who answered whether it helped, 0 to 100; null where it may not be
     * shown} The rest was not reached, or not asked.
     */
    public @Nullable Double loopClosurePercent() {
        return breakdown("loop").map(loop -> first(loop.counts())).orElse(null);
    }

    /** {@return the share of those who answered that it helped, 0 to 100; null where it may not be shown} */
    public @Nullable Double helpedPercent() {
        return breakdown("loop")
                .flatMap(loop -> loop.part("answers"))
                .map(answers -> first(answers.counts()))
                .orElse(null);
    }

    /** {@return the main figures in sentences; nothing is in them that is not in the figures} */
    public List<String> headlines() {
        List<String> lines = new ArrayList<>();
        lines.add(sentence("Loop closed", loopClosurePercent(), "of those due to be asked said whether it helped"));
        lines.add(sentence(
                "Helped", helpedPercent(), "of those who answered said that it helped; completed is not helped"));
        lines.add(sentence(
                "Never contacted",
                second("contact"),
                "of those whom a service said yes to, and whose first" + " contact was due"));
        lines.add(sentence(
                "Unmet",
                breakdown("unmet").map(unmet -> first(unmet.counts())).orElse(null),
                "of those" + " whose request came to its end, or who found no service, have a need that nobody met"));
        for (WaitingTime wait : waits) {
            lines.add(wait.title() + ": "
                    + (wait.median().isPresent()
                            ? "half had it within " + wait.median().getAsInt() + " " + wait.unit()
                                    + ", those still waiting counted"
                            : "not shown, or fewer than half had it"));
        }
        return lines;
    }

    private @Nullable Double second(String id) {
        return breakdown(id)
                .map(figure -> figure.counts().rows().get(1).percent())
                .orElse(null);
    }

    private static @Nullable Double first(DisclosedCounts counts) {
        return counts.rows().get(0).percent();
    }

    private static String sentence(String what, @Nullable Double percent, String ofWhom) {
        return percent == null
                ? what + ": not shown, because too few people are behind it"
                : String.format(Locale.ROOT, "%s: %.0f%% %s", what, percent, ofWhom);
    }

    /** {@return what was done with small numbers, and what to beware of} */
    public String statement() {
        String rounding = rule.rounding() == 1 ? "" : " Others are rounded to " + rule.rounding() + ".";
        return "Residents are counted, each once in a figure. Disclosure rule " + rule.id() + " " + rule.version()
                + ": counts below " + rule.threshold() + " are not shown, nor what would give them away." + rounding
                + " Shares are of the counts as shown.";
    }
}
