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
        if (byPublic == null) {
            say("No public body bears a cost, so that there is no ratio to public costs.");
        } else {
            say(
                    "Benefits, less the costs that others bear, are %.2f times the public costs of %s.",
                    byPublic, pounds(result.publicCosts()));
        }
        if (byAll != null) {
            say("Benefits are %.2f times all costs.", byAll);
        }
    }

    private void uncertainty() {
        CostBenefitUncertainty found = account.uncertainty();
        if (found == null) {
            say("No input is uncertain in the model, so that nothing is said of how sure this is.");
            return;
        }
        say(
                "Benefits are above costs (a ratio above 1) in %.1f of 100 draws; 95 of 100 net present values lie from %s to"
                        + " %s.",
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
        Double fall = result.benefitFall();
        Double rise = result.costRise();
        if (fall != null && rise != null) {
            say(
                    "The net present value is nought if all benefits %s by %s, or all costs %s by %s.",
                    fall < 0 ? "rise" : "fall",
                    percent(Math.abs(fall)),
                    rise < 0 ? "fall" : "rise",
                    percent(Math.abs(rise)));
        }
        for (LineResult line : result.lines()) {
            Double change = line.switchingChange();
            String side = line.side() == Side.COST ? "cost" : "benefit";
            if (change == null) {
                say("The %s '%s' is nought.", side, line.name());
            } else {
                say(
                        "The %s '%s' of %s alone would have to %s by %s.",
                        side,
                        line.name(),
                        pounds(line.presentValue()),
                        change < 0 ? "fall" : "rise",
                        percent(Math.abs(change)) + (change < -1 ? ", which it can't" : ""));
            }
        }
    }

    private void tornado() {
        CostBenefitUncertainty found = account.uncertainty();
        if (found != null) {
            found.tornado()
                    .forEach(swing -> say(
                            "'%s' from %.4g to %.4g takes the net present value from %s to %s.",
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
