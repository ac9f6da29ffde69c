package london.loti.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Interval;

/** An effect as lines to read; the exact numbers are in the result's file. */
final class EffectLines {
    private static final int DIGITS = 5;
    private static final int SHOWN = 40;

    private EffectLines() {}

    static List<String> of(Effect effect) {
        List<String> lines = new ArrayList<>();
        lines.add(effect.method() + ", n = " + effect.n()
                + (effect.groups().isEmpty()
                        ? ""
                        : " ("
                                + effect.groups().entrySet().stream()
                                        .map(group -> group.getKey() + " " + group.getValue())
                                        .collect(Collectors.joining(", "))
                                + ")")
                + (effect.clusters() == null ? "" : ", " + effect.clusters() + " clusters"));
        if (!effect.convention().isEmpty()) {
            lines.add("convention: " + pairs(effect.convention()));
        }
        int wide = effect.estimates().stream()
                .mapToInt(estimate -> estimate.term().length())
                .max()
                .orElse(0);
        effect.estimates().stream()
                .limit(SHOWN)
                .map(estimate -> "  " + estimate.term()
                        + " ".repeat(wide - estimate.term().length()) + "  " + words(estimate))
                .forEach(lines::add);
        if (effect.estimates().size() > SHOWN) {
            lines.add("  and " + (effect.estimates().size() - SHOWN) + " more; --out writes all");
        }
        if (!effect.diagnostics().isEmpty()) {
            lines.add("also: "
                    + effect.diagnostics().entrySet().stream()
                            .map(each -> each.getKey() + " " + number(each.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        effect.assumptions().forEach(sentence -> lines.add("taken for granted: " + sentence));
        return lines;
    }

    private static String pairs(Map<String, String> convention) {
        return convention.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String words(Estimate estimate) {
        StringBuilder words = new StringBuilder(number(estimate.value()));
        add(words, "se", estimate.standardError());
        Interval interval = estimate.interval();
        if (interval != null) {
            words.append(", ")
                    .append(number(100 * interval.level()))
                    .append(" % from ")
                    .append(end(interval.lower()))
                    .append(" to ")
                    .append(end(interval.upper()));
        }
        add(words, "statistic", estimate.statistic());
        add(words, "df", estimate.degreesOfFreedom());
        add(words, "p", estimate.pValue());
        return words.toString();
    }

    private static void add(StringBuilder words, String name, double value) {
        if (!Double.isNaN(value)) {
            words.append(", ").append(name).append(' ').append(number(value));
        }
    }

    private static String end(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "no upper end" : "no lower end") : number(value);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "minus infinite";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9 ? rounded.toPlainString() : rounded.toString();
    }
}
