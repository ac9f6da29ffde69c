package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.economics.Claim;
import london.loti.evaluation.economics.Distribution;
import london.loti.evaluation.economics.Stage;
import london.loti.evaluation.economics.WholeLifeComparison;
import london.loti.evaluation.economics.WholeLifeComparison.ByCouncils;
import london.loti.evaluation.economics.WholeLifeComparison.OptionResult;
import london.loti.evaluation.economics.WholeLifeComparison.Pair;
import london.loti.evaluation.estimate.Estimate;

/**
 * What options cost over their whole lives as a page for people: without a script or a network, a table beside every
 * picture, and a section on when open source is not best.
 */
public final class CostPage {
    private static final List<String> NUMBERS = List.of("Councils", "Each pays", "Cheapest then");

    private static final int FEWEST_SHOWN = 12;

    private final WholeLifeComparison found;

    private CostPage(WholeLifeComparison found) {
        this.found = found;
    }

    /**
     * {@return the page, as HTML}
     *
     * @param comparison what was found
     */
    public static String html(WholeLifeComparison comparison) {
        CostPage page = new CostPage(comparison);
        String byline = comparison.council().name() + ". Pounds of " + comparison.priceYear() + ", "
                + comparison.years() + " years, discounted by " + comparison.schedule() + ".";
        List<Section> sections = new ArrayList<>(List.of(page.inShort(), page.options(), page.stages()));
        if (!comparison.byCouncils().isEmpty()) {
            sections.add(page.whenNotBest());
        }
        if (!comparison.pairs().isEmpty()) {
            sections.add(page.overTime());
        }
        if (!comparison.claims().isEmpty()) {
            sections.add(page.claims());
        }
        return HtmlPage.html(comparison.title(), byline, null, sections);
    }

    private Section inShort() {
        return new Section("short", "In short", List.of(new Block.Bullets(found.words())));
    }

    private Section options() {
        List<Plots.Row> plot = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (OptionResult option : found.options()) {
            Distribution draws = found.uncertainty().presentValues().get(option.id());
            Double cheapest = found.uncertainty().probabilityCheapest().get(option.id());
            Estimate cost = Estimate.of(option.name(), option.presentValue());
            plot.add(new Plots.Row(option.name(), draws == null ? cost : cost.withInterval(draws.interval())));
            rows.add(List.of(
                    option.name(),
                    PlainNumber.pounds(option.presentValue()),
                    draws == null
                            ? PlainNumber.NONE
                            : "from " + PlainNumber.pounds(draws.interval().lower()) + " to "
                                    + PlainNumber.pounds(draws.interval().upper()),
                    cheapest == null ? PlainNumber.NONE : PlainNumber.percent(cheapest),
                    PlainNumber.pounds(option.equivalentAnnualCost()),
                    PlainNumber.pounds(option.perResident()),
                    PlainNumber.pounds(option.staffTime())));
        }
        return new Section(
                "options",
                "What each option costs",
                List.of(new Block.Table(
                        "Costs of one council at present value, in pounds, with the middle 95% of draws",
                        List.of(
                                "Option",
                                "Present value",
                                "95% of draws",
                                "Cheapest in",
                                "A year",
                                "A resident",
                                "of which staff time"),
                        rows,
                        Plots.forest("options-plot", "What each option costs", plot, Double.NaN))));
    }

    private Section stages() {
        List<String> header = new ArrayList<>(List.of("Stage"));
        found.options().forEach(option -> header.add(option.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<String> row = new ArrayList<>(List.of(OpeningSections.word(stage)));
            found.options()
                    .forEach(option ->
                            row.add(PlainNumber.pounds(option.byStage().getOrDefault(stage, 0.0))));
            rows.add(row);
        }
        rows.add(row("agreeing with others", OptionResult::coordination));
        rows.add(row("maintainers who stop, as expected", OptionResult::maintainerRisk));
        rows.add(row("all together", OptionResult::presentValue));
        rows.add(row("of exit, for leaving early", OptionResult::lockIn));
        rows.add(row("grants, not taken off", OptionResult::grants));
        return new Section(
                "stages", "From search to exit", List.of(new Block.Table("Present value of each stage", header, rows)));
    }

    private List<String> row(String name, ToDoubleFunction<OptionResult> value) {
        List<String> row = new ArrayList<>(List.of(name));
        found.options().forEach(option -> row.add(PlainNumber.pounds(value.applyAsDouble(option))));
        return row;
    }

    private Section whenNotBest() {
        List<Block> blocks = new ArrayList<>();
        for (ByCouncils curve : found.byCouncils()) {
            OptionResult option = found.option(curve.option());
            blocks.add(new Block.Heading(option.name()));
            blocks.add(new Block.Paragraph(numbers(curve, option)));
            List<ByCouncils.Point> points = curve.points().subList(0, shown(curve));
            List<Plots.Curve> curves = new ArrayList<>();
            curves.add(new Plots.Curve(
                    option.name(),
                    points.stream().map(ByCouncils.Point::presentValue).toList()));
            found.options().stream()
                    .filter(other -> !other.id().equals(option.id()))
                    .forEach(other -> curves.add(new Plots.Curve(
                            other.name(),
                            points.stream().map(point -> other.presentValue()).toList())));
            blocks.add(new Block.Table(
                    "What " + option.name()
                            + " costs each council, by how many take part. Other options as in the model.",
                    NUMBERS,
                    points.stream()
                            .map(point -> List.of(
                                    Integer.toString(point.councils()),
                                    PlainNumber.pounds(point.presentValue()),
                                    found.option(point.cheapest()).name()))
                            .toList(),
                    Plots.curves(
                            "councils-" + option.id(),
                            "Cost by the number of councils: " + option.name(),
                            curves,
                            1,
                            "Councils that take part")));
        }
        return new Section("when", "When open source is not best", blocks);
    }

    /** As many councils as the model has, twice over, and those about which the answer changes. */
    private int shown(ByCouncils curve) {
        int from = curve.bestFrom() == null ? 0 : curve.bestFrom();
        int to = curve.bestTo() == null ? 0 : curve.bestTo();
        int wanted = Math.max(Math.max(FEWEST_SHOWN, 2 * found.councils()), Math.max(from, to) + 2);
        return Math.min(curve.points().size(), wanted);
    }

    private String numbers(ByCouncils curve, OptionResult option) {
        int most = curve.points().size();
        Integer from = curve.bestFrom();
        Integer to = curve.bestTo();
        Double probability = found.uncertainty().probabilityCheapest().get(option.id());
        String sure = probability == null
                ? ""
                : " In " + PlainNumber.percent(1 - probability) + " of the draws another option costs less.";
        if (from == null) {
            return "It is not the cheapest for any number of councils from 1 to " + most + "." + sure;
        }
        String lower = from == 1
                ? "It is the cheapest for one council too"
                : "It is not the cheapest below " + from + " councils; from there it is";
        return lower + ", up to " + (to == null ? "the " + most + " that were looked at" : to.toString()) + "." + sure;
    }

    private Section overTime() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                "Open source against each other option",
                List.of("Option", "Against", "Saves", "Ahead from year", "Councils needed"),
                found.pairs().stream()
                        .map(pair -> List.of(
                                name(pair.option()),
                                name(pair.against()),
                                PlainNumber.pounds(pair.saving()),
                                year(pair),
                                pair.councilsNeeded() == null
                                        ? "see the picture"
                                        : pair.councilsNeeded().toString()))
                        .toList()));
        List<String> header = new ArrayList<>(List.of("Year"));
        found.pairs().forEach(pair -> header.add(name(pair.option()) + " against " + name(pair.against())));
        blocks.add(new Block.Table(
                "What was saved up to each year, discounted; below nought more was spent",
                header,
                IntStream.range(0, found.years()).mapToObj(this::saved).toList(),
                Plots.curves(
                        "saving-plot",
                        "What was saved up to each year",
                        found.pairs().stream()
                                .map(pair -> new Plots.Curve(
                                        name(pair.option()) + " against " + name(pair.against()),
                                        pair.cumulativeSaving()))
                                .toList(),
                        0,
                        "Year")));
        return new Section("time", "From which year it pays", blocks);
    }

    private List<String> saved(int year) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(year)));
        found.pairs()
                .forEach(pair ->
                        row.add(PlainNumber.pounds(pair.cumulativeSaving().get(year))));
        return row;
    }

    private static String year(Pair pair) {
        @Nullable Integer year = pair.breakEvenYear();
        return year == null ? PlainNumber.NONE : year + (pair.staysAhead() ? "" : ", and falls behind again");
    }

    private String name(String id) {
        return found.option(id).name();
    }

    private Section claims() {
        return new Section(
                "claims",
                "What proponents claim",
                List.of(
                        new Block.Paragraph("None of this enters a number."),
                        new Block.Table(
                                "Claims with their source",
                                List.of("Claim", "By", "Source", "Checked"),
                                found.claims().stream().map(CostPage::claim).toList())));
    }

    private static List<String> claim(Claim claim) {
        return List.of(claim.statement(), claim.by(), claim.source(), claim.verified() ? "yes" : "no");
    }
}
