package london.loti.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;
import london.loti.model.outcome.OutcomeMeasure;

/** How much a finding hangs on how it was made, and what it would take for it to go. */
final class RobustSection {
    private final ReportContent content;

    RobustSection(ReportContent content) {
        this.content = content;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "Each finding again, made in other ways. Where all lie on the same side, the finding"
                        + " does not hang on one choice. That is no proof: all may share a fault."));
        for (Shown main : outcomes()) {
            List<Shown> others = content.effects(Role.SENSITIVITY).stream()
                    .filter(other -> isOf(other, main.measure()))
                    .toList();
            if (!others.isEmpty()) {
                outcome(main, others, blocks);
            }
        }
        return new Section("robust", "What it would take for the finding to go", blocks);
    }

    /** Where an outcome is analysed twice, the first is the finding. */
    private List<Shown> outcomes() {
        List<Shown> outcomes = new ArrayList<>();
        Stream.of(Role.PRIMARY, Role.SECONDARY)
                .flatMap(role -> content.effects(role).stream())
                .filter(one -> outcomes.stream().noneMatch(earlier -> isOf(earlier, one.measure())))
                .forEach(outcomes::add);
        return outcomes;
    }

    private static boolean isOf(Shown shown, @Nullable OutcomeMeasure measure) {
        OutcomeMeasure own = shown.measure();
        return own != null && measure != null && own.id().equals(measure.id());
    }

    private void outcome(Shown main, List<Shown> others, List<Block> blocks) {
        String id = "robust-plot-" + (blocks.size() + 1);
        blocks.add(new Block.Heading(main.label()));
        List<EstimateTable.Row> rows = new ArrayList<>();
        List<Shown> tabled = new ArrayList<>(List.of(main));
        rows.add(new EstimateTable.Row("As reported above", Shown.count(main.n()), main.headline()));
        List<String> words = new ArrayList<>();
        for (Shown other : others) {
            switch (other.effect().method()) {
                case Leavers.LEE -> {
                    rows.add(lee(other));
                    words.add(leeWords(other));
                }
                case Leavers.TIPPING_POINT -> words.add(tippingWords(other));
                default -> {
                    if (OutcomeSections.unit(other).equals(OutcomeSections.unit(main))) {
                        rows.add(EstimateTable.Row.of(other));
                        tabled.add(other);
                    }
                    words.add(otherWords(main, other));
                }
            }
        }
        if (rows.size() > 1) {
            EstimateTable table = new EstimateTable("Made how", rows);
            String title = main.label() + ", made in other ways";
            blocks.add(new Block.Table(
                    title + ". Unit: " + OutcomeSections.unit(main) + ". " + OutcomeSections.noChange(tabled),
                    table.header(),
                    table.cells(),
                    Plots.forest(id, title, table.plotted(), main.isRatio() ? 1 : 0)));
        }
        blocks.add(new Block.Bullets(words));
        others.stream()
                .filter(other -> other.effect().method().equals(Leavers.TIPPING_POINT))
                .forEach(other -> blocks.add(tipping(other)));
    }

    private static EstimateTable.Row lee(Shown shown) {
        return new EstimateTable.Row(shown.label(), Shown.count(shown.n()), shown.hidden() ? null : between(shown));
    }

    /** The middle of the bounds stands for nothing: only the interval is shown. */
    private static Estimate between(Shown shown) {
        return Estimate.of("effect", Double.NaN)
                .withInterval(shown.effect().estimate("effect").interval());
    }

    private static String leeWords(Shown shown) {
        if (shown.hidden()) {
            return tooFew(shown);
        }
        double lower = shown.effect().estimate("lower bound").value();
        double upper = shown.effect().estimate("upper bound").value();
        Interval interval = shown.effect().estimate("effect").interval();
        String bounds = shown.label() + ": if those by whom one group lost more than the other were the most extreme,"
                + " the effect on those who would stay either way lies between " + PlainNumber.text(lower) + " and "
                + PlainNumber.text(upper)
                + (interval == null
                        ? ". "
                        : "; with chance allowed for (" + PlainNumber.level(interval) + " interval) "
                                + PlainNumber.ends(interval) + ". ");
        boolean holds = interval == null ? lower <= 0 && upper >= 0 : interval.contains(0);
        return bounds
                + (holds
                        ? "That holds “no change”: who left could be all there is to the finding."
                        : "That leaves out “no change”: who left can't be all there is to the finding.");
    }

    private static String tippingWords(Shown shown) {
        if (shown.hidden()) {
            return tooFew(shown);
        }
        Estimate estimate = shown.effect().estimate("shift to no significance");
        if (estimate.value() == 0) {
            return shown.label() + ": the interval holds “no change” as it is, so there is nothing to undo.";
        }
        return shown.label() + ": for the interval to hold “no change”, those who left the group that took part would"
                + " have to be, on average, " + shift(estimate, shown) + " than those of it who stayed; for the"
                + " difference to be nought, "
                + shift(shown.effect().estimate("shift to no difference"), shown)
                + ". Whoever thinks that too much to be true may believe that leavers do not undo the finding.";
    }

    private static String shift(Estimate estimate, Shown shown) {
        return PlainNumber.text(Math.abs(estimate.value())) + " (" + shown.unit() + ") "
                + (estimate.value() < 0 ? "lower" : "higher")
                + (isBeyondScale(estimate, shown.measure()) ? ", which is more than the scale is long," : "");
    }

    private static boolean isBeyondScale(Estimate shift, @Nullable OutcomeMeasure measure) {
        Double lowest = measure == null ? null : measure.lowest();
        Double highest = measure == null ? null : measure.highest();
        return lowest != null && highest != null && Math.abs(shift.value()) > highest - lowest;
    }

    private static Block tipping(Shown shown) {
        List<EstimateTable.Row> rows = shown.effect().estimates().stream()
                .map(estimate -> new EstimateTable.Row(estimate.term(), null, shown.shown(estimate)))
                .toList();
        EstimateTable table = new EstimateTable("What", rows);
        return new Block.Table(
                shown.label() + ". Unit: " + shown.unit()
                        + ". A shift is how much the mean of those who left differs from"
                        + " that of those who stayed.",
                table.header(),
                table.cells());
    }

    private static String otherWords(Shown main, Shown other) {
        Estimate reported = main.headline();
        Estimate found = other.headline();
        if (found == null) {
            return tooFew(other);
        }
        Interval interval = found.interval();
        double noChange = other.isRatio() ? 1 : 0;
        String side = reported == null || other.isRatio() != main.isRatio()
                ? ""
                : (found.value() - noChange) * (reported.value() - noChange) > 0
                        ? "on the same side as the finding; "
                        : "not on the side of the finding; ";
        return other.label() + ": " + side
                + (interval == null
                        ? "it has no interval."
                        : interval.contains(noChange)
                                ? "its interval holds “no change”."
                                : "its interval leaves out “no change”.");
    }

    private static String tooFew(Shown shown) {
        return shown.label() + ": not shown, since too few people are behind it.";
    }
}
