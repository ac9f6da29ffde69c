package london.loti.evaluation.monitor;

import java.time.LocalDate;
import java.util.List;

import london.loti.model.finding.Findings;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/** Collects what is wrong with a series of dates and numbers; rows are counted from 1. */
final class SeriesCheck {
    static final int FEWEST = 2;

    private final String source;
    private final Findings findings = new Findings();

    SeriesCheck(String source) {
        this.source = source;
    }

    static void requireSameLength(String what, int length, String other, int otherLength) {
        if (length != otherLength) {
            throw new IllegalArgumentException(
                    what + " and " + other + " must have the same length, but had " + length + " and " + otherLength);
        }
    }

    void dates(List<LocalDate> dates) {
        if (dates.size() < FEWEST) {
            whole(ChartProblem.TOO_FEW_POINTS, "a chart must have 2 points or more, but has " + dates.size());
        }
        for (int i = 1; i < dates.size(); i++) {
            int order = dates.get(i).compareTo(dates.get(i - 1));
            if (order < 0) {
                row(
                        ChartProblem.DATE_ORDER,
                        i,
                        "date",
                        "dates must rise, but one is before the date above it\nMaybe sort the rows by their dates.");
            } else if (order == 0) {
                row(
                        ChartProblem.DUPLICATE_DATE,
                        i,
                        "date",
                        "a date must come once, but is that of the row above\nMaybe add up the rows of one date.");
            }
        }
    }

    void finite(String column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                row(
                        ChartProblem.NO_NUMBER,
                        i,
                        column,
                        "a value must be a number, but is missing or not finite\nMaybe leave the row out.");
            }
        }
    }

    /** Checks counts beside their denominators; {@code cases} where a count is a part of its denominator. */
    void counts(double[] counts, double[] denominators, boolean cases) {
        for (int i = 0; i < counts.length; i++) {
            double size = denominators[i];
            boolean sized = size > 0 && Double.isFinite(size);
            if (!sized || (cases && !isWhole(size))) {
                String rule = cases ? "a denominator must be a whole number above 0" : "an exposure must be above 0";
                row(ChartProblem.DENOMINATOR, i, "denominator", rule + ", but was " + size);
            }
            if (!(counts[i] >= 0) || !isWhole(counts[i])) {
                row(
                        ChartProblem.COUNT,
                        i,
                        "count",
                        "a count must be a whole number of 0 or more, but was " + counts[i]);
            } else if (cases && sized && counts[i] > size) {
                row(
                        ChartProblem.COUNT,
                        i,
                        "count",
                        "a count must not be above its denominator, but they were " + counts[i] + " and " + size);
            }
        }
    }

    void row(ChartProblem problem, int index, String column, String message) {
        findings.error(problem, message, Where.cell(source, index + 1, column));
    }

    void whole(ChartProblem problem, String message) {
        findings.error(problem, message, Where.file(source));
    }

    void orElseThrow() {
        if (findings.hasErrors()) {
            throw new FindingsException(findings.toList());
        }
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Double.isFinite(value);
    }
}
