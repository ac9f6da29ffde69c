package london.loti.evaluation.report;

import java.util.Locale;

import london.loti.evaluation.office.Xml;

/** Draws. Colours come from the page's classes; what matters is never told by colour alone. */
final class Svg {
    /** How wide every drawing is, in its own units. */
    static final int WIDTH = 640;

    private static final int LONGEST_LABEL = 38;

    private final StringBuilder out = new StringBuilder();
    private final String title;

    Svg(String id, String title, String description, int height) {
        this.title = title;
        out.append("<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id
                + "-d\" focusable=\"false\">");
        out.append("<title id=\"%s-t\">%s</title>".formatted(id, Xml.escape(title)));
        out.append("<desc id=\"%s-d\">%s</desc>".formatted(id, Xml.escape(description)));
    }

    Svg line(double x1, double y1, double x2, double y2, String look) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
                .formatted(at(x1), at(y1), at(x2), at(y2), look));
        return this;
    }

    /** A line through points. */
    Svg path(double[] x, double[] y, String look) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(at(x[i])).append(',').append(at(y[i]));
        }
        out.append("<polyline points=\"%s\" class=\"%s\"/>".formatted(points, look));
        return this;
    }

    Svg box(double x, double y, double width, double height, String look) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>"
                .formatted(at(x), at(y), at(width), at(height), look));
        return this;
    }

    Svg dot(double x, double y) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"5\" class=\"mark\"/>".formatted(at(x), at(y)));
        return this;
    }

    /** A text; the anchor is start, middle or end. */
    Svg text(double x, double y, String anchor, String look, String text) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>"
                .formatted(at(x), at(y), anchor, look, Xml.escape(text)));
        return this;
    }

    /** A label, cut where it is too long for its place; the table holds it in full. */
    Svg label(double x, double y, String anchor, String text) {
        int[] letters = text.codePoints().toArray();
        String cut = letters.length <= LONGEST_LABEL ? text : new String(letters, 0, LONGEST_LABEL - 1) + "…";
        return text(x, y, anchor, "label", cut);
    }

    Picture done() {
        return new Picture(title, out + "</svg>");
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
