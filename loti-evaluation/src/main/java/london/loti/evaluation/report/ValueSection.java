package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.economics.CostBenefitResult;
import london.loti.evaluation.economics.Line;

/** What it cost and was worth. */
final class ValueSection {
    private final ReportInput input;

    ValueSection(ReportInput input) {
        this.input = input;
    }

    Section section(CostBenefitResult value) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Costs", PlainNumber.pounds(value.costs())));
        rows.add(List.of("of which public", PlainNumber.pounds(value.publicCosts())));
        rows.add(List.of("Benefits", PlainNumber.pounds(value.benefits())));
        value.benefitsByKind()
                .forEach((kind, amount) ->
                        rows.add(List.of("of which " + OpeningSections.word(kind), PlainNumber.pounds(amount))));
        rows.add(List.of("Net present value", PlainNumber.pounds(value.netPresentValue())));
        rows.add(List.of("Benefits for each pound of cost", number(value.benefitCostRatio())));
        rows.add(List.of("Years until it has paid back", number(value.payback())));
        rows.add(List.of(
                "By how much benefits may fall before it is not worth it",
                value.benefitFall() == null ? PlainNumber.NONE : PlainNumber.percent(value.benefitFall())));
        rows.add(List.of("People who took part", Shown.count(participants())));
        rows.add(List.of("Cost for each of them", costPerParticipant(value)));
        List<String> labels = new ArrayList<>();
        List<Double> pounds = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        for (CostBenefitResult.LineResult line : value.lines()) {
            boolean cost = line.side() == Line.Side.COST;
            labels.add(line.name());
            pounds.add(cost ? -line.presentValue() : line.presentValue());
            lines.add(List.of(line.name(), OpeningSections.word(line.side()), PlainNumber.pounds(line.presentValue())));
        }
        labels.add("Net present value");
        pounds.add(value.netPresentValue());
        lines.add(List.of("Net present value", "benefits less costs", PlainNumber.pounds(value.netPresentValue())));
        return new Section(
                "value",
                "What it cost, and what it was worth",
                List.of(
                        new Block.Paragraph("In prices of " + value.priceYear() + ", over " + value.years()
                                + " years, discounted by schedule " + value.schedule() + " (health: "
                                + value.healthSchedule()
                                + "). A ratio alone is no pass or fail: read it beside the net present value, who gains"
                                + " and who pays, and what could not be valued in pounds."),
                        new Block.Table("Costs and benefits at present value", List.of("What", "Amount"), rows),
                        new Block.Table(
                                "What each line adds",
                                List.of("Line", "Side", "Present value"),
                                lines,
                                Plots.bars("value-plot", "Costs and benefits by line", labels, pounds))));
    }

    /** By the number as shown, so that the number itself can't be worked out. */
    private String costPerParticipant(CostBenefitResult value) {
        Long people = participants();
        return people == null || people == 0 ? Shown.NOT_SHOWN : PlainNumber.pounds(value.costs() / people);
    }

    private @Nullable Long participants() {
        Long people = input.participants();
        return people == null ? null : Shown.count(input.rule(), people);
    }

    private static String number(@Nullable Double value) {
        return value == null ? PlainNumber.NONE : PlainNumber.text(value);
    }
}
