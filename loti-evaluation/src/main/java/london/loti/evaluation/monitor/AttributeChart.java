package london.loti.evaluation.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;

/**
 * A chart of shares (p chart) or of rates (u chart), whose limits are the wider the smaller the denominator is.
 *
 * <pre>{@code
 * AttributeResult chart = AttributeChart.ofShares().withLaney().of(dates, attended, invited);
 * }</pre>
 *
 * <p><b>Limits:</b> centre ± 3 standard errors, √(p(1 − p)/n) for shares and √(u/n) for rates, cut off at 0 and, for
 * shares, at 1; the centre is that of all points together. <b>Laney's adjustment</b> (p′ and u′) multiplies the standard
 * errors by σ<sub>z</sub>, the mean distance of neighbouring z scores divided by 1.128: take it where denominators are
 * large, since there plain limits are so narrow that nearly every point lies outside. Source: Laney 2002,
 * <a href="https://doi.org/10.1081/QEN-120006555">doi:10.1081/QEN-120006555</a>. Immutable and thread-safe.
 */
public final class AttributeChart {
    private static final double WIDTH = 3;
    /** The mean distance of two draws from a normal distribution, in standard deviations. */
    private static final double D2 = 1.128;

    private final boolean shares;
    private final boolean laney;

    private AttributeChart(boolean shares, boolean laney) {
        this.shares = shares;
        this.laney = laney;
    }

    /** {@return a p chart: each unit of the denominator is a case or not} */
    public static AttributeChart ofShares() {
        return new AttributeChart(true, false);
    }

    /** {@return a u chart: events for an exposure, for example calls for an hour} */
    public static AttributeChart ofRates() {
        return new AttributeChart(false, false);
    }

    /** {@return the same with limits that are adjusted for variation beyond chance} */
    public AttributeChart withLaney() {
        return new AttributeChart(shares, true);
    }

    /**
     * {@return the chart of a series}
     *
     * @param dates when each count was taken, rising
     * @param counts how many cases or events there were, whole numbers, one a date
     * @param denominators how many people there were (whole numbers), or how much exposure; one a date
     * @throws IllegalArgumentException if the lengths differ
     * @throws london.loti.model.finding.FindingsException with every date that does not rise, every count and
     *     denominator that is none, fewer than 2 points, or counts that are all nought (or, of shares, all complete)
     */
    public AttributeResult of(List<LocalDate> dates, double[] counts, double[] denominators) {
        SeriesCheck.requireSameLength("dates", dates.size(), "counts", counts.length);
        SeriesCheck.requireSameLength("dates", dates.size(), "denominators", denominators.length);
        SeriesCheck check = new SeriesCheck("chart");
        check.dates(dates);
        check.counts(counts, denominators, shares);
        double cases = Arrays.stream(counts).sum();
        double all = Arrays.stream(denominators).sum();
        if (cases == 0 || (shares && cases == all)) {
            check.whole(ChartProblem.NO_VARIATION, "counts must vary, but no unit or every unit is a case");
        }
        check.orElseThrow();

        double centre = cases / all;
        double[] errors = new double[counts.length];
        double sigmaZ = 0;
        double before = 0;
        for (int i = 0; i < counts.length; i++) {
            errors[i] = Math.sqrt((shares ? centre * (1 - centre) : centre) / denominators[i]);
            double z = (counts[i] / denominators[i] - centre) / errors[i];
            sigmaZ += i == 0 ? 0 : Math.abs(z - before) / (counts.length - 1);
            before = z;
        }
        sigmaZ /= D2;

        List<AttributePoint> points = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            double half = WIDTH * errors[i] * (laney ? sigmaZ : 1);
            double value = counts[i] / denominators[i];
            double lower = Math.max(0, centre - half);
            double upper = shares ? Math.min(1, centre + half) : centre + half;
            boolean outside = value < lower || value > upper;
            points.add(new AttributePoint(dates.get(i), counts[i], denominators[i], value, lower, upper, outside));
        }
        return new AttributeResult(points, centre, sigmaZ, effect(dates, counts, denominators, points, centre, sigmaZ));
    }

    private Effect effect(
            List<LocalDate> dates,
            double[] counts,
            double[] denominators,
            List<AttributePoint> points,
            double centre,
            double sigmaZ) {
        double[] days =
                dates.stream().mapToDouble(date -> (double) date.toEpochDay()).toArray();
        return Effect.builder(shares ? "p-chart" : "u-chart", counts.length)
                .convention("limits", "3 standard errors")
                .convention("overdispersion", laney ? "laney" : "none")
                .dataHash(DataHash.of(days, counts, denominators))
                .estimate(Estimate.of(shares ? "share" : "rate", centre))
                .diagnostic("sigma z", sigmaZ)
                .diagnostic("points outside", (double)
                        points.stream().filter(AttributePoint::outside).count())
                .assumes(
                        laney
                                ? "Points vary beyond chance by the same factor at all times."
                                : "Points differ by chance only as long as nothing changed.")
                .build();
    }
}
