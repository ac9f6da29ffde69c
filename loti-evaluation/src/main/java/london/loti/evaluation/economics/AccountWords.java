package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostBenefitResult.LineResult;
import london.loti.evaluation.economics.Line.Side;

/** Says a cost-benefit account in plain words. */
final class AccountWords {
    private final CostBenefitAccount account;
    private final CostBenefitResult result;
    private final List<String> sentences = new ArrayList<>();

    AccountWords(CostBenefitAccount account) {
        this.account = account;
        this.result = account.result();
    }

    List<String> sentences() {
        say(
                "Net present value %s: benefits of %s, costs of %s.",
                pounds(result.netPresentValue()), pounds(result.benefits()), pounds(result.costs()));
        ratios();
        uncertainty();
        payback();
        switching();
        tornado();
        for (Claim claim : account.claims()) {
            say(
                    "Claimed by %s%s, and in no number: %s (%s)",
                    claim.by(), claim.verified() ? "" : ", not verified", claim.statement(), claim.source());
        }
        say("A ratio is no pass or fail: read it beside who gains and loses, and what could not be valued.");
        return List.copyOf(sentences);
    }

    private void ratios() {
        Double byPublic = result.publicBenefitCostRatio();
        Double byAll = result.benefitCostRatio();
        if (byPublic != null) {
            say(
                    "Benefits, less the costs that others bear, are %.2f times the public costs of %s.",
                    byPublic, pounds(result.publicCosts()));
        } else if (result.publicCosts() < 0) {
            say(
                    "Public bodies save more than they bear (costs of %s), so that there is no ratio to public costs.",
                    pounds(result.publicCosts()));
        } else {
            say("No public body bears a cost, so that there is no ratio to public costs.");
        }
        if (byAll != null) {
            say("Benefits are %.2f times all costs.", byAll);
        } else {
            say(
                    "All costs together are %s, not above nought, so that there is no ratio to them.",
                    pounds(result.costs()));
        }
    }

    private void uncertainty() {
        CostBenefitUncertainty found = account.uncertainty();
        if (found == null) {
            say("No input is uncertain in the model, so that nothing is said of how sure this is.");
            return;
        }
        say(
                "Benefits are above costs%s in %.1f of 100 draws; 95 of 100 net present values lie from %s to %s.",
                found.benefitCostRatio() == null ? "" : " (a ratio above 1)",
                100 * found.probabilityWorthIt(),
                pounds(found.netPresentValue().p025()),
                pounds(found.netPresentValue().p975()));
        say(
                "To know every input before choosing would be worth at most %s.",
                pounds(found.information().evpi()));
    }

    private void payback() {
        say("Paid back %s; discounted, %s.", years(result.payback()), years(result.discountedPayback()));
        InternalRate rate = result.internalRate();
        if (!rate.rates().isEmpty()) {
            say(
                    "Internal rate of return: %s.",
                    rate.rates().stream().map(AccountWords::percent).collect(Collectors.joining(" and ")));
        }
        String warning = rate.warning();
        if (warning != null) {
            sentences.add(warning);
        }
    }

    private void switching() {
        if (result.netPresentValue() == 0) {
            say("The net present value is nought as it is.");
            return;
        }
        say(
                "The net present value is nought if all benefits %s, or all costs %s.",
                move(result.benefits(), result.costs(), "which they can't"),
                move(result.costs(), result.benefits(), "which they can't"));
        for (LineResult line : result.lines()) {
            String side = line.side() == Side.COST ? "cost" : "benefit";
            if (line.switchingChange() == null) {
                say("The %s '%s' is nought.", side, line.name());
            } else {
                double missing = line.side() == Side.COST ? result.netPresentValue() : -result.netPresentValue();
                say(
                        "The %s '%s' of %s alone would have to %s.",
                        side,
                        line.name(),
                        pounds(line.presentValue()),
                        move(line.presentValue(), line.presentValue() + missing, "which it can't"));
            }
        }
    }

    /** How an amount gets elsewhere: a share where it is above nought, and else pounds, as a share would mislead. */
    private static String move(double from, double to, String impossible) {
        if (from > 0) {
            return (to < from ? "fall by " : "rise by ")
                    + percent(Math.abs(to / from - 1))
                    + (to < 0 ? ", " + impossible : "");
        }
        if (to > 0) {
            return (from < 0 ? "turn positive, to " : "rise from nought to ") + pounds(to);
        }
        return (to < from ? "fall from " : "rise from ") + pounds(from) + " to " + pounds(to);
    }

    private void tornado() {
        CostBenefitUncertainty found = account.uncertainty();
        if (found != null) {
            found.tornado()
                    .forEach(swing -> say(
                            "'%s' from %.4g to %.4g (its 5th and 95th percentiles) takes the net present value from %s to"
                                    + " %s.",
                            swing.input(),
                            swing.low(),
                            swing.high(),
                            pounds(swing.resultAtLow()),
                            pounds(swing.resultAtHigh())));
        }
    }

    private static String years(@Nullable Double years) {
        return years == null ? "never within these years" : String.format(Locale.ROOT, "after %.1f years", years);
    }

    private void say(String sentence, Object... parts) {
        sentences.add(String.format(Locale.ROOT, sentence, parts));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f per cent", 100 * share);
    }

    private static String pounds(double amount) {
        return String.format(Locale.ROOT, "%s£%,.0f", Math.round(amount) < 0 ? "-" : "", Math.abs(amount));
    }
}
