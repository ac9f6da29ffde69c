package london.loti.evaluation.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.claims.PlainNumber;
import london.loti.evaluation.economics.Simulation;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** Pictures of estimates and of money. */
final class Plots {
    private static final int ROW = 34;
    private static final int LINE = 16;
    private static final int DASHES = 4;
    private static final int WIDEST_LABELS = 260;
    private static final double LETTER = 7.2;
    private static final int RIGHT = Svg.WIDTH - 20;

    private Plots() {}

    /** How much room labels need: as little as they fit in. */
    private static double left(Stream<String> labels) {
        int longest = labels.mapToInt(String::length).max().orElse(0);
        return Math.max(110, Math.min(WIDEST_LABELS, 24 + LETTER * longest));
    }

    /** One row of a plot; the estimate is null where it is not shown. */
    record Row(String label, @Nullable Estimate estimate) {}

    /** Estimates with their intervals below each other, and a line at the value that means no change, if there is one. */
    static Picture forest(String id, String title, List<Row> rows, double noChange) {
        int height = ROW * rows.size() + 44;
        double left = left(rows.stream().map(Row::label));
        Axis axis = Axis.over(
                DoubleStream.concat(rows.stream().flatMap(Plots::values).mapToDouble(v -> v), DoubleStream.of(noChange))
                        .toArray(),
                left,
                RIGHT);
        Svg svg = new Svg(
                id,
                title,
                "Each row has a dot at the estimate and a line over its interval. The table has them.",
                height);
        double bottom = height - 38.0;
        scale(svg, axis, bottom);
        if (!Double.isNaN(noChange)) {
            svg.line(axis.place(noChange), 4, axis.place(noChange), bottom, "zero");
        }
        double y = ROW / 2.0 + 4;
        for (Row row : rows) {
            svg.label(left - 14, y + 4, "end", row.label());
            Estimate estimate = row.estimate();
            if (estimate == null || (Double.isNaN(estimate.value()) && estimate.interval() == null)) {
                svg.text(left + 6, y + 4, "start", "none", estimate == null ? "not shown" : "not known");
            } else {
                mark(svg, axis, y, estimate);
            }
            y += ROW;
        }
        return svg.done();
    }

    /** An interval that goes on beyond the picture has an arrow there. */
    private static void mark(Svg svg, Axis axis, double y, Estimate estimate) {
        Interval interval = estimate.interval();
        if (interval != null) {
            double from = axis.place(interval.lower());
            double to = axis.place(interval.upper());
            svg.line(from, y, to, y, "whisker");
            if (Double.isInfinite(interval.lower())) {
                svg.line(from, y, from + 7, y - 5, "whisker").line(from, y, from + 7, y + 5, "whisker");
            }
            if (Double.isInfinite(interval.upper())) {
                svg.line(to, y, to - 7, y - 5, "whisker").line(to, y, to - 7, y + 5, "whisker");
            }
        }
        if (!Double.isNaN(estimate.value())) {
            svg.dot(axis.place(estimate.value()), y);
        }
    }

    /** Estimates in the order of time, with their intervals, and a line where the programme began. */
    static Picture series(String id, String title, List<Row> rows, List<Integer> times) {
        int height = 300;
        double bottom = height - 46.0;
        Axis up = Axis.over(
                DoubleStream.concat(rows.stream().flatMap(Plots::values).mapToDouble(v -> v), DoubleStream.of(0))
                        .toArray(),
                bottom,
                12);
        Axis along = Axis.over(times.stream().mapToDouble(t -> t).toArray(), 80, RIGHT - 20.0);
        Svg svg = new Svg(
                id, title, "A dot at each estimate and a line over its interval, by time. The table has them.", height);
        for (double tick : up.ticks()) {
            svg.line(64, up.place(tick), RIGHT, up.place(tick), "grid");
            svg.text(58, up.place(tick) + 4, "end", "tick", PlainNumber.text(tick));
        }
        svg.line(64, up.place(0), RIGHT, up.place(0), "zero");
        svg.line(along.place(-0.5), 12, along.place(-0.5), bottom, "start");
        for (int i = 0; i < rows.size(); i++) {
            double x = along.place(times.get(i));
            svg.text(x, bottom + 18, "middle", "tick", PlainNumber.text(times.get(i)));
            Estimate estimate = rows.get(i).estimate();
            if (estimate != null && !Double.isNaN(estimate.value())) {
                Interval interval = estimate.interval();
                if (interval != null) {
                    svg.line(x, up.place(interval.lower()), x, up.place(interval.upper()), "whisker");
                }
                svg.dot(x, up.place(estimate.value()));
            }
        }
        svg.text((80.0 + RIGHT) / 2, height - 8.0, "middle", "tick", "Periods since the start (dashed line)");
        return svg.done();
    }

    /** Values of something at places that are one apart. */
    record Curve(String label, List<Double> values) {}

    /** Lines over whole numbers, each with its own dashes and its name at its end. */
    static Picture curves(String id, String title, List<Curve> curves, int first, String along) {
        int height = 340;
        double bottom = height - 46.0;
        double right = RIGHT - left(curves.stream().map(Curve::label));
        Axis up = Axis.over(
                DoubleStream.concat(
                                curves.stream()
                                        .flatMap(c -> c.values().stream())
                                        .mapToDouble(v -> v),
                                DoubleStream.of(0))
                        .toArray(),
                bottom,
                12);
        int most = curves.stream().mapToInt(c -> c.values().size()).max().orElse(1);
        Axis across = Axis.over(new double[] {first, first + most - 1.0}, 90, right);
        Svg svg = new Svg(id, title, "A line for each name at its end. The table has the numbers.", height);
        for (double tick : up.ticks()) {
            svg.line(84, up.place(tick), right, up.place(tick), "grid");
            svg.text(78, up.place(tick) + 4, "end", "tick", PlainNumber.pounds(tick));
        }
        svg.line(84, up.place(0), right, up.place(0), "zero");
        for (double tick : across.ticks()) {
            if (tick >= first && tick <= first + most - 1.0 && tick == Math.rint(tick)) {
                svg.text(across.place(tick), bottom + 18, "middle", "tick", PlainNumber.text(tick));
            }
        }
        double[] ends = apart(curves.stream()
                .mapToDouble(c -> up.place(c.values().get(c.values().size() - 1)))
                .toArray());
        for (int c = 0; c < curves.size(); c++) {
            List<Double> values = curves.get(c).values();
            String look = "curve dashes-" + c % DASHES;
            svg.path(
                    IntStream.range(0, values.size())
                            .mapToDouble(i -> across.place(first + (double) i))
                            .toArray(),
                    values.stream().mapToDouble(up::place).toArray(),
                    look);
            double last = across.place(first + values.size() - 1.0);
            svg.line(last, up.place(values.get(values.size() - 1)), right + 6, ends[c], "grid");
            svg.label(right + 10, ends[c] + 4, "start", curves.get(c).label());
        }
        svg.text((90 + right) / 2, height - 8.0, "middle", "tick", along);
        return svg.done();
    }

    /** Places for names, moved down where two would lie on each other. */
    private static double[] apart(double[] places) {
        Integer[] order = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places[i]))
                .toArray(Integer[]::new);
        double[] moved = places.clone();
        for (int k = 1; k < order.length; k++) {
            moved[order[k]] = Math.max(moved[order[k]], moved[order[k - 1]] + LINE);
        }
        return moved;
    }

    /** Amounts as bars from nought, costs to the left. */
    static Picture bars(String id, String title, List<String> labels, List<Double> pounds) {
        int height = ROW * labels.size() + 44;
        double left = left(labels.stream());
        double bottom = height - 38.0;
        Axis axis = Axis.over(
                DoubleStream.concat(pounds.stream().mapToDouble(v -> v), DoubleStream.of(0))
                        .toArray(),
                left,
                RIGHT - 20.0);
        Svg svg = new Svg(id, title, "Bars to the left are costs, to the right benefits. The table has them.", height);
        money(svg, axis, bottom);
        svg.line(axis.place(0), 4, axis.place(0), bottom, "zero");
        for (int i = 0; i < labels.size(); i++) {
            double y = ROW * i + 4.0;
            double end = axis.place(pounds.get(i));
            svg.label(left - 14, y + ROW / 2.0 + 4, "end", labels.get(i));
            svg.box(
                    Math.min(end, axis.place(0)),
                    y + 6,
                    Math.abs(end - axis.place(0)),
                    ROW - 12.0,
                    pounds.get(i) < 0 ? "bar minus" : "bar");
        }
        return svg.done();
    }

    /** How far each input alone moves a result, the furthest first, as bars about the result in the middle. */
    static Picture tornado(String id, String title, List<Simulation.Swing> swings, double middle) {
        int height = ROW * swings.size() + 44;
        double left = left(swings.stream().map(Simulation.Swing::input));
        double bottom = height - 38.0;
        Axis axis = Axis.over(
                DoubleStream.concat(
                                swings.stream()
                                        .flatMapToDouble(s -> DoubleStream.of(s.resultAtLow(), s.resultAtHigh())),
                                DoubleStream.of(middle, 0))
                        .toArray(),
                left,
                RIGHT - 20.0);
        Svg svg = new Svg(
                id,
                title,
                "One bar an input, from the result at its low value to the result at its high value. The table has them.",
                height);
        money(svg, axis, bottom);
        svg.line(axis.place(0), 4, axis.place(0), bottom, "zero");
        for (int i = 0; i < swings.size(); i++) {
            Simulation.Swing swing = swings.get(i);
            double y = ROW * i + 4.0;
            double from = axis.place(Math.min(swing.resultAtLow(), swing.resultAtHigh()));
            double to = axis.place(Math.max(swing.resultAtLow(), swing.resultAtHigh()));
            svg.label(left - 14, y + ROW / 2.0 + 4, "end", swing.input());
            svg.box(from, y + 6, to - from, ROW - 12.0, "bar");
        }
        svg.line(axis.place(middle), 4, axis.place(middle), bottom, "start");
        return svg.done();
    }

    private static void money(Svg svg, Axis axis, double bottom) {
        for (double tick : axis.ticks()) {
            svg.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
            along(svg, axis.place(tick), bottom + 18, PlainNumber.pounds(tick));
        }
    }

    private static void scale(Svg svg, Axis axis, double bottom) {
        for (double tick : axis.ticks()) {
            svg.line(axis.place(tick), 4, axis.place(tick), bottom, "grid");
            along(svg, axis.place(tick), bottom + 18, PlainNumber.text(tick));
        }
    }

    /** A number below an axis; one at the right end stays within the picture. */
    private static void along(Svg svg, double x, double y, String text) {
        double reach = LETTER * text.length() / 2;
        double most = Svg.WIDTH - 2 - reach;
        svg.text(Math.min(x, most), y, "middle", "tick", text);
    }

    private static Stream<Double> values(Row row) {
        Estimate estimate = row.estimate();
        if (estimate == null) {
            return Stream.empty();
        }
        Interval interval = estimate.interval();
        return interval == null
                ? Stream.of(estimate.value())
                : Stream.of(estimate.value(), interval.lower(), interval.upper());
    }
}
