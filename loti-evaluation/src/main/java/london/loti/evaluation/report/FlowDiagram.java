package london.loti.evaluation.report;

import java.util.List;

import london.loti.model.disclosure.DisclosedCounts;

/** Boxes from those who began to those who were analysed, one column a group, losses between. */
final class FlowDiagram {
    private static final int BOX = 40;
    private static final int STEP = 58;

    private FlowDiagram() {}

    static Picture draw(String id, List<String> arms, List<DisclosedCounts> counts) {
        int most = counts.stream().mapToInt(c -> c.rows().size()).max().orElse(1);
        int height = STEP * (most + 1) + 10;
        Svg svg = new Svg(
                id,
                "From the start to the analysis",
                "One column a group: who began, who was lost at each step, who was analysed. The table has the numbers.",
                height);
        double column = (double) Svg.WIDTH / arms.size();
        for (int a = 0; a < arms.size(); a++) {
            double left = column * a + 8;
            double width = column - 16;
            double middle = left + width / 2;
            DisclosedCounts arm = counts.get(a);
            box(svg, left, 4, width, arms.get(a), "began: " + Shown.count(arm.total()), "step");
            for (int r = 0; r < arm.rows().size(); r++) {
                DisclosedCounts.Count row = arm.rows().get(r);
                double top = STEP * (r + 1) + 4.0;
                svg.line(middle, top - STEP + BOX, middle, top, "arrow");
                boolean last = r == arm.rows().size() - 1;
                box(
                        svg,
                        left + (last ? 0 : 24),
                        top,
                        width - (last ? 0 : 48),
                        row.category(),
                        (last ? "" : "lost: ") + Shown.count(row.people()),
                        last ? "step" : "step lost");
            }
        }
        return svg.done();
    }

    private static void box(Svg svg, double x, double y, double width, String first, String second, String look) {
        svg.box(x, y, width, BOX, look);
        svg.label(x + width / 2, y + 17, "middle", first);
        svg.text(x + width / 2, y + 33, "middle", "label", second);
    }
}
