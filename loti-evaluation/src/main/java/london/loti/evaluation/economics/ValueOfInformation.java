package london.loti.evaluation.economics;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.numeric.DoubleDouble;
import london.loti.evaluation.numeric.Sums;

/**
 * What it would be worth to know for certain before choosing (expected value of perfect information, EVPI). It is an
 * upper bound of what any further study is worth for the people whom the decision concerns.
 *
 * @param probabilityCostEffective how likely the option that is best on average is the best
 * @param evpi the expected value of perfect information for one decision, in pounds
 */
public record ValueOfInformation(double probabilityCostEffective, double evpi) {
    /**
     * {@return the value of information about a choice against doing nothing, where the net benefit is normal}
     * With mean m and deviation s it is s·φ(m/s) − |m|·Φ(−|m|/s). Source: Raiffa and Schlaifer 1961,
     * ISBN 978-0-471-38349-9.
     *
     * @param mean the mean of the incremental net benefit, in pounds
     * @param deviation its standard deviation, above 0
     * @throws IllegalArgumentException if the deviation is not above 0
     */
    public static ValueOfInformation normal(double mean, double deviation) {
        if (!(Amounts.finite("a deviation", deviation) > 0)) {
            throw new IllegalArgumentException("a deviation must be above 0, but was " + deviation);
        }
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double z = Math.abs(Amounts.finite("a mean", mean)) / deviation;
        double regret = standard.cumulativeProbability(-z);
        return new ValueOfInformation(1 - regret, deviation * standard.density(z) - Math.abs(mean) * regret);
    }

    /**
     * {@return the value of information about a choice between options, from draws} It is the mean of the best net
     * benefit in each draw, less the best of the mean net benefits.
     *
     * @param netBenefits {@code [option][draw]}, in pounds, drawn together; costs alone count as negative benefits
     * @throws IllegalArgumentException if there are fewer than two options, no draws, or unequal numbers of them
     */
    public static ValueOfInformation of(double[]... netBenefits) {
        if (netBenefits.length < 2 || netBenefits[0].length == 0) {
            throw new IllegalArgumentException(
                    "a choice needs two options or more with draws, but has " + netBenefits.length + " options");
        }
        int draws = netBenefits[0].length;
        int best = 0;
        double bestMean = Double.NEGATIVE_INFINITY;
        for (int option = 0; option < netBenefits.length; option++) {
            if (netBenefits[option].length != draws) {
                throw new IllegalArgumentException("every option must have " + draws + " draws, but option "
                        + (option + 1) + " has " + netBenefits[option].length);
            }
            double mean = Sums.sum(netBenefits[option]) / draws;
            if (mean > bestMean) {
                bestMean = mean;
                best = option;
            }
        }
        DoubleDouble gain = new DoubleDouble();
        int right = 0;
        for (int draw = 0; draw < draws; draw++) {
            double highest = netBenefits[best][draw];
            for (double[] option : netBenefits) {
                highest = Math.max(highest, option[draw]);
            }
            gain.add(highest - netBenefits[best][draw]);
            right += highest == netBenefits[best][draw] ? 1 : 0;
        }
        return new ValueOfInformation((double) right / draws, gain.value() / draws);
    }
}
