package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.plan.MeasuredEffect;
import london.loti.evaluation.plan.PrimaryOutcome;
import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.outcome.Direction;
import london.loti.model.outcome.OutcomeMeasure;

/** Whom it reached, and what changed. */
final class OutcomeSections {
    private static final Pattern PERIOD = Pattern.compile("(?:^|.*\\s)(-?\\d{1,6})$");

    private final ReportContent content;
    private final ReportInput input;

    OutcomeSections(ReportContent content) {
        this.content = content;
        this.input = content.input();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (!input.reach().isEmpty()) {
            sections.add(reach());
        }
        if (!input.flow().isEmpty()) {
            sections.add(flow());
        }
        ReportInput.Balance balance = input.balance();
        if (balance != null) {
            sections.add(balance(balance));
        }
        if (!input.primary().isEmpty()) {
            sections.add(results(
                    "primary",
                    "Primary outcomes",
                    Role.PRIMARY,
                    input.primary().stream().map(PrimaryOutcome::measure).toList()));
        }
        if (!input.secondary().isEmpty()) {
            sections.add(results(
                    "secondary",
                    input.primary().isEmpty() ? "Outcomes" : "Other outcomes",
                    Role.SECONDARY,
                    input.secondary().stream().map(MeasuredEffect::measure).toList()));
        }
        if (!input.sensitivity().isEmpty()) {
            sections.add(new RobustSection(content).section());
        }
        if (!input.means().isEmpty() || !input.overTime().isEmpty()) {
            sections.add(overTime());
        }
        if (!input.subgroups().isEmpty()) {
            sections.add(subgroups());
        }
        if (input.value() != null) {
            sections.add(new ValueSection(input).section(input.value()));
        }
        return sections;
    }

    private Section reach() {
        List<Block> blocks = new ArrayList<>();
        List<DisclosedCounts> shown = content.reach();
        for (int i = 0; i < shown.size(); i++) {
            ReportInput.Reach reach = input.reach().get(i);
            DisclosedCounts counts = shown.get(i);
            List<List<String>> rows = counts.rows().stream()
                    .map(row -> List.of(
                            row.category(),
                            Shown.count(row.people()),
                            row.percent() == null ? Shown.NOT_SHOWN : PlainNumber.percent(row.percent() / 100)))
                    .toList();
            blocks.add(new Block.Heading(reach.title()));
            blocks.add(new Block.Paragraph(reach.meaning()));
            blocks.add(new Block.Table(
                    reach.title() + ": people. All together: " + Shown.count(counts.total()) + ".",
                    List.of("Category", "People", "Share"),
                    rows));
            blocks.add(new Block.Paragraph(counts.statement()));
        }
        return new Section("reach", "Whom it reached", blocks);
    }

    private Section flow() {
        List<List<String>> rows = new ArrayList<>();
        List<DisclosedCounts> shown = content.flow();
        for (int i = 0; i < shown.size(); i++) {
            String arm = input.flow().get(i).name();
            DisclosedCounts counts = shown.get(i);
            rows.add(List.of(arm, "Began", Shown.count(counts.total())));
            for (DisclosedCounts.Count count : counts.rows()) {
                boolean analysed = count.category().equals(FlowArm.ANALYSED);
                rows.add(List.of(arm, (analysed ? "" : "Lost: ") + count.category(), Shown.count(count.people())));
                if (analysed && count.percent() != null) {
                    rows.add(List.of(arm, "Share lost", PlainNumber.percent(Math.max(0, 1 - count.percent() / 100))));
                }
            }
        }
        Picture picture = FlowDiagram.draw(
                "flow-plot", input.flow().stream().map(FlowArm::name).toList(), shown);
        return new Section(
                "flow",
                "Who took part, and who was lost",
                List.of(new Block.Table(
                        "People from the start to the analysis", List.of("Group", "Step", "People"), rows, picture)));
    }

    private Section balance(ReportInput.Balance balance) {
        Shown before = content.balance("before", balance.before());
        Shown after = balance.after() == null ? null : content.balance("after", balance.after());
        List<List<String>> rows = new ArrayList<>();
        for (Estimate estimate : balance.before().estimates()) {
            List<String> row = new ArrayList<>(
                    List.of(estimate.term(), before.hidden() ? Shown.NOT_SHOWN : PlainNumber.text(estimate.value())));
            if (after != null) {
                double matched = after.effect().estimates().stream()
                        .filter(e -> e.term().equals(estimate.term()))
                        .mapToDouble(Estimate::value)
                        .findFirst()
                        .orElse(Double.NaN);
                row.add(after.hidden() ? Shown.NOT_SHOWN : PlainNumber.text(matched));
            }
            rows.add(row);
        }
        List<String> header = after == null
                ? List.of("Before the start", "Difference")
                : List.of("Before the start", "Difference", "After matching or weighting");
        return new Section(
                "balance",
                "Were the groups alike?",
                List.of(
                        new Block.Paragraph("Differences between the groups before the start, in standard deviations."
                                + " Nought is no difference; more than about 0.25 either way is a lot."),
                        new Block.Table("Standardised differences", header, rows)));
    }

    private Section results(String id, String title, Role role, List<OutcomeMeasure> measures) {
        List<Shown> shown = content.effects(role);
        List<Block> blocks = new ArrayList<>();
        if (content.outcomes().size() > 1) {
            blocks.add(new Block.Paragraph(
                    input.multiplicity() != null
                            ? input.multiplicity()
                            : "No allowance was made for looking at "
                                    + content.outcomes().size()
                                    + " outcomes: the more intervals, the more miss the truth by chance."));
        }
        for (List<Shown> scale : scales(shown)) {
            blocks.add(forest(id + "-plot-" + (blocks.size() + 1), title, "Outcome", scale));
        }
        measures.forEach(measure -> blocks.add(new Block.Paragraph(
                measure.label() + ": " + sentence(measure.definition()) + " " + direction(measure.direction()))));
        return new Section(id, title, blocks);
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "Higher is better.";
            case LOWER_IS_BETTER -> "Lower is better.";
            case NEITHER -> "Neither way is better by itself.";
        };
    }

    /** Ratios and differences, and different units, do not belong on one scale. */
    static List<List<Shown>> scales(List<Shown> shown) {
        Map<String, List<Shown>> scales = new LinkedHashMap<>();
        shown.forEach(one -> scales.computeIfAbsent(one.isRatio() + one.unit(), unit -> new ArrayList<>())
                .add(one));
        return List.copyOf(scales.values());
    }

    /** Effects on one scale, as a table and a picture. */
    static Block forest(String id, String title, String first, List<Shown> scale) {
        boolean ratio = scale.get(0).isRatio();
        EstimateTable table = new EstimateTable(
                first, scale.stream().map(EstimateTable.Row::of).toList());
        String counts =
                scale.stream().map(shown -> shown.unitOfN().words()).distinct().collect(Collectors.joining(", or "));
        return new Block.Table(
                title + ". Unit: " + unit(scale.get(0)) + ". " + noChange(scale) + " n counts " + counts + ".",
                table.header(),
                table.cells(),
                Plots.forest(id, title + ", " + unit(scale.get(0)), table.plotted(), ratio ? 1 : 0));
    }

    /** What no change is on a scale, and where a p value is against something else. */
    static String noChange(List<Shown> scale) {
        return "No change is " + (scale.get(0).isRatio() ? "1." : "0.")
                + scale.stream().map(Shown::underTest).collect(Collectors.joining());
    }

    static String unit(Shown shown) {
        return shown.isRatio() ? "ratio" : shown.unit();
    }

    private Section overTime() {
        List<Block> blocks = new ArrayList<>();
        for (Shown one : content.effects(Role.MEANS)) {
            List<Estimate> all = one.effect().estimates();
            List<Estimate> means = all.size() > 1 ? all.subList(1, all.size()) : all;
            blocks.add(estimates(
                    one,
                    means,
                    rows -> Plots.forest("means-plot-" + (blocks.size() + 1), one.label(), rows, Double.NaN)));
        }
        for (Shown one : content.effects(Role.OVER_TIME)) {
            List<Estimate> periods = one.effect().estimates().stream()
                    .filter(e -> PERIOD.matcher(e.term()).matches())
                    .toList();
            List<Integer> times = periods.stream().map(OutcomeSections::period).toList();
            blocks.add(estimates(
                    one, periods, rows -> Plots.series("time-plot-" + (blocks.size() + 1), one.label(), rows, times)));
        }
        return new Section("time", "Before, after, and over time", blocks);
    }

    private static Block estimates(Shown one, List<Estimate> estimates, Function<List<Plots.Row>, Picture> picture) {
        List<EstimateTable.Row> rows = new ArrayList<>();
        for (Estimate estimate : estimates) {
            Estimate shown = one.shown(estimate);
            if (shown != null && one.role() == Role.MEANS) {
                // That a mean is not nought is no news: means have no p value.
                shown = shown.withTest(Double.NaN, Double.NaN, Double.NaN);
            }
            rows.add(new EstimateTable.Row(estimate.term(), null, shown));
        }
        EstimateTable table = new EstimateTable("What", rows);
        return new Block.Table(
                one.label() + ". Unit: " + one.unit() + "; n = " + Shown.count(one.n())
                        + (one.n() == null ? "" : " " + one.unitOfN().words()) + ".",
                table.header(),
                table.cells(),
                picture.apply(table.plotted()));
    }

    private static int period(Estimate estimate) {
        Matcher matcher = PERIOD.matcher(estimate.term());
        if (!matcher.matches()) {
            throw new IllegalStateException("a period must be a whole number, but is none");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Section subgroups() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Paragraph("A difference between groups is a question to ask and no answer: groups are small,"
                        + " and intervals that overlap do not show that groups fared alike. Compare groups by a test of their"
                        + " difference, never by which of them has a small p value."));
        content.subgroups()
                .forEach((title, rows) ->
                        blocks.add(forest("groups-plot-" + (blocks.size() + 1), title, "Group", rows)));
        return new Section("groups", "Whom it helped", blocks);
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
