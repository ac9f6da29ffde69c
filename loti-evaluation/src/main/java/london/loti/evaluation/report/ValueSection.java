package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.economics.CostBenefitResult;
import london.loti.evaluation.economics.CostBenefitUncertainty;
import london.loti.evaluation.economics.Distribution;
import london.loti.evaluation.economics.Line;
import london.loti.evaluation.economics.Simulation;

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
        List<Block> blocks = new ArrayList<>(List.of(
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
        CostBenefitUncertainty uncertainty = input.uncertainty();
        if (uncertainty != null) {
            blocks.addAll(uncertain(uncertainty, value.netPresentValue()));
        }
        return new Section("value", "What it cost, and what it was worth", blocks);
    }

    private static List<Block> uncertain(CostBenefitUncertainty uncertainty, double netPresentValue) {
        List<Block> blocks = new ArrayList<>();
        Distribution net = uncertainty.netPresentValue();
        String draws = PlainNumber.text(net.draws());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Net present value", PlainNumber.pounds(net.mean()), ends(net, PlainNumber::pounds)));
        Distribution ratio = uncertainty.benefitCostRatio();
        rows.add(
                ratio == null
                        ? List.of(
                                "Benefits for each pound of cost",
                                PlainNumber.NONE,
                                "none: in some draws it cost nothing")
                        : List.of(
                                "Benefits for each pound of cost",
                                PlainNumber.text(ratio.mean()),
                                ends(ratio, PlainNumber::text)));
        blocks.add(new Block.Heading("How sure that is"));
        blocks.add(
                new Block.Paragraph(
                        "Every uncertain number was drawn " + draws + " times (seed " + uncertainty.seed()
                                + "). Benefits were above costs in "
                                + PlainNumber.percent(uncertainty.probabilityWorthIt())
                                + " of the draws, which is how likely the ratio is above 1. That counts only the doubt that was put in: what nobody thought of is not in it."));
        blocks.add(new Block.Table(
                "Over all draws", List.of("What", "Mean", PlainNumber.level(net.interval()) + " of draws"), rows));
        if (!uncertainty.tornado().isEmpty()) {
            blocks.add(tornado(uncertainty.tornado(), netPresentValue));
        }
        return blocks;
    }

    private static Block tornado(List<Simulation.Swing> swings, double netPresentValue) {
        List<List<String>> rows = swings.stream()
                .map(swing -> List.of(
                        swing.input(),
                        PlainNumber.text(swing.low()),
                        PlainNumber.text(swing.high()),
                        PlainNumber.pounds(swing.resultAtLow()),
                        PlainNumber.pounds(swing.resultAtHigh())))
                .toList();
        return new Block.Table(
                "What moves the net present value most: each input alone from its 5% to its 95% quantile. The dashed line is"
                        + " the net present value.",
                List.of("Input", "Low", "High", "Net present value at low", "At high"),
                rows,
                Plots.tornado(
                        "tornado-plot", "How far each input moves the net present value", swings, netPresentValue));
    }

    private static String ends(Distribution draws, DoubleFunction<String> text) {
        return "from " + text.apply(draws.interval().lower()) + " to "
                + text.apply(draws.interval().upper());
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
