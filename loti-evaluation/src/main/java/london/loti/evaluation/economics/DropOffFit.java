package london.loti.evaluation.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.estimate.Interval;
import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * Fits a·exp(−rate·t) by weighted least squares. For a given rate the best a has a closed form, so that one dimension is
 * left: it is searched on a grid, and the least of it bisected to the last bit.
 */
final class DropOffFit {
    enum Code implements Finding.Code {
        NO_DECAY_FITS
    }

    /** Between the first and the last follow-up the curve may fall to exp(−12) of itself, or rise as much. */
    private static final double STEEPEST = 12;

    private static final int CELLS = 600;
    private static final double DOUBTFUL = 0.05;

    private final double[] since;
    private final double[] effects;
    private final double[] weights;
    private final double span;

    DropOffFit(double[] years, double[] effects, double[] standardErrors) {
        if (years.length < 2 || effects.length != years.length || standardErrors.length != years.length) {
            throw new IllegalArgumentException(
                    "a drop-off needs two follow-ups or more, each with its year, its effect and"
                            + " its standard error, but has " + years.length + ", " + effects.length + " and "
                            + standardErrors.length);
        }
        double first = Arrays.stream(years).min().orElseThrow();
        this.since = new double[years.length];
        this.effects = effects.clone();
        this.weights = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            since[i] = Amounts.finite("a year of follow-up", years[i]) - first;
            Amounts.finite("an effect", effects[i]);
            if (!(Amounts.finite("a standard error", standardErrors[i]) > 0)) {
                throw new IllegalArgumentException("a standard error must be above 0, but was " + standardErrors[i]);
            }
            weights[i] = 1 / (standardErrors[i] * standardErrors[i]);
        }
        if (Arrays.stream(years).distinct().count() < years.length) {
            throw new IllegalArgumentException(
                    "every follow-up must have its own year, but two have the same\nMaybe pool those first.");
        }
        this.span = Arrays.stream(since).max().orElseThrow();
    }

    DropOff fit() {
        double rate = rate();
        double first = level(rate);
        double error = standardError(rate, first);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.USUAL_LEVEL) / 2);
        Interval interval = new Interval(rate - z * error, rate + z * error, Interval.USUAL_LEVEL);
        double misfit = since.length == 2 ? 0 : squares(rate);
        return new DropOff(
                since.length,
                rate,
                error,
                interval,
                DropOff.lost(rate),
                new Interval(DropOff.lost(interval.lower()), DropOff.lost(interval.upper()), Interval.USUAL_LEVEL),
                first,
                misfit,
                words(rate, interval, misfit));
    }

    private double rate() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= CELLS; i++) {
            double squares = squares(at(i));
            if (squares < least) {
                least = squares;
                best = i;
            }
        }
        if (best == 0 || best == CELLS || level(at(best)) == 0) {
            throw new FindingsException(List.of(Finding.error(
                    Code.NO_DECAY_FITS,
                    "effects must keep their sign for an exponential decay, but these vanish or turn between the first and"
                            + " the last follow-up\nMaybe the benefit ends there: give its amounts year by year.",
                    Where.file("follow-ups"))));
        }
        double low = at(best - 1);
        double high = at(best + 1);
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (slope(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    private double at(int cell) {
        return STEEPEST * (2.0 * cell / CELLS - 1) / span;
    }

    /** The best effect at the first follow-up for a rate. */
    private double level(double rate) {
        DoubleDouble above = new DoubleDouble();
        DoubleDouble below = new DoubleDouble();
        for (int i = 0; i < since.length; i++) {
            double curve = Math.exp(-rate * since[i]);
            above.add(weights[i] * effects[i] * curve);
            below.add(weights[i] * curve * curve);
        }
        return above.value() / below.value();
    }

    private double squares(double rate) {
        double level = level(rate);
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < since.length; i++) {
            double residual = effects[i] - level * Math.exp(-rate * since[i]);
            sum.add(weights[i] * residual * residual);
        }
        return sum.value();
    }

    /** Half the derivative of the squares by the rate; that by the level is nought. */
    private double slope(double rate) {
        double level = level(rate);
        DoubleDouble sum = new DoubleDouble();
        for (int i = 0; i < since.length; i++) {
            double fitted = level * Math.exp(-rate * since[i]);
            sum.add(weights[i] * (effects[i] - fitted) * fitted * since[i]);
        }
        return sum.value();
    }

    /** From the inverse of the 2 × 2 information at the fit. */
    private double standardError(double rate, double level) {
        DoubleDouble levels = new DoubleDouble();
        DoubleDouble both = new DoubleDouble();
        DoubleDouble rates = new DoubleDouble();
        for (int i = 0; i < since.length; i++) {
            double byLevel = Math.exp(-rate * since[i]);
            double byRate = -level * since[i] * byLevel;
            levels.add(weights[i] * byLevel * byLevel);
            both.add(weights[i] * byLevel * byRate);
            rates.add(weights[i] * byRate * byRate);
        }
        return Math.sqrt(levels.value() / (levels.value() * rates.value() - both.value() * both.value()));
    }

    private List<String> words(double rate, Interval interval, double misfit) {
        List<String> words = new ArrayList<>();
        if (rate < 0) {
            words.add("The effect grew between follow-ups: it is no drop-off, and growth beyond them is not assumed.");
        } else if (interval.lower() < 0) {
            words.add("The follow-ups do not exclude that the effect grows; draws that do count as no drop-off.");
        }
        if (since.length == 2) {
            words.add("Two follow-ups fit any curve: that the decay is exponential is taken for granted.");
        } else {
            double p = ChiSquaredDistribution.of(since.length - 2).survivalProbability(misfit);
            if (p < DOUBTFUL) {
                words.add(
                        String.format(Locale.ROOT, "The follow-ups do not lie on an exponential curve (p = %.3f).", p));
            }
        }
        words.add("Years after the last follow-up are beyond what was seen.");
        return words;
    }
}
