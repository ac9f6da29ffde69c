package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.IntFunction;

import london.loti.evaluation.economics.CostBenefit.Code;
import london.loti.model.finding.Finding;
import london.loti.model.finding.Nearest;
import london.loti.model.finding.Where;

/** The rules that the lines of an account keep together, wherever the lines are from. */
final class LineRules {
    private static final double LEAST = 0x1.0p-53; // no draw has a smaller probability

    private LineRules() {}

    static List<Finding> check(int priceYear, List<Line> lines, IntFunction<Where> where) {
        List<Finding> findings = new ArrayList<>(DoubleCounting.find(lines, where));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!names.add(line.name())) {
                findings.add(Finding.error(
                        Code.DUPLICATE_NAME,
                        "a name must come once, but '" + line.name() + "' comes twice",
                        where.apply(i)));
            }
            if (line.priceYear() != priceYear) {
                findings.add(Finding.error(
                        Code.OTHER_PRICE_YEAR,
                        "every line must be in prices of " + priceYear + ", but '" + line.name() + "' is in those of "
                                + line.priceYear() + "\nMaybe convert it by a deflator.",
                        where.apply(i)));
            }
        }
        return findings;
    }

    static List<Finding> checkInputs(List<Line> lines, SortedMap<String, Uncertain> inputs, IntFunction<Where> where) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double largest =
                    line.amounts().stream().mapToDouble(Math::abs).max().orElse(0);
            for (String input : line.inputs()) {
                Uncertain quantity = inputs.get(input);
                largest *= quantity == null ? 1 : quantity.furthest();
            }
            if (!(largest <= Amounts.LARGEST_PRODUCT)) {
                findings.add(Finding.error(
                        Code.TOO_LARGE,
                        "the amounts of a line times its inputs must be at most 1e100 in every draw, but those of '"
                                + line.name() + "' need not",
                        where.apply(i)));
            }
            for (String input : used(line)) {
                Uncertain quantity = inputs.get(input);
                if (quantity == null) {
                    findings.add(Finding.error(
                            Code.UNKNOWN_INPUT,
                            "the input '" + input + "' of '" + line.name() + "' must be given, but the inputs are "
                                    + inputs.keySet() + Nearest.hint(input, inputs.keySet()),
                            where.apply(i)));
                } else if (input.equals(line.dropOffInput())
                        && !(quantity.quantile(LEAST) >= 0 && quantity.quantile(1 - LEAST) <= 1)) {
                    findings.add(Finding.error(
                            Code.DROP_OFF_OUT_OF_RANGE,
                            "a drop-off must lie between 0 and 1 in every draw, but '" + input + "' of '" + line.name()
                                    + "' need not\nMaybe a beta, a triangle or a fitted drop-off is meant.",
                            where.apply(i)));
                }
            }
        }
        return findings;
    }

    /** Every input that a line refers to. */
    static List<String> used(Line line) {
        List<String> used = new ArrayList<>(line.inputs());
        String dropOff = line.dropOffInput();
        if (dropOff != null) {
            used.add(dropOff);
        }
        return used;
    }
}
