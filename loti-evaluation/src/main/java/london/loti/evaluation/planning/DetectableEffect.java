package london.loti.evaluation.planning;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The least effect, in standard deviations of the outcome, that a study would find with a power: the multiplier M =
 * t(1 − α/2) + t(power) times the standard error. Source: Dong and Maynard 2013 (PowerUp!),
 * doi:10.1080/19345747.2012.673143, designs IRA (people allocated) and CRA2 (clusters allocated). Immutable.
 */
public final class DetectableEffect {
    private final double power;
    private final double treated;
    private final int covariates;
    private final double explained;
    private final double explainedBetween;
    private final Planned planned;

    private DetectableEffect(
            double power, double treated, int covariates, double explained, double explainedBetween, Planned planned) {
        this.power = power;
        this.treated = treated;
        this.covariates = covariates;
        this.explained = explained;
        this.explainedBetween = explainedBetween;
        this.planned = planned;
    }

    /** {@return a calculator for a power of 0.8, two-sided at 0.05, half of the units treated, no covariates} */
    public static DetectableEffect withDefaults() {
        return new DetectableEffect(0.8, 0.5, 0, 0, 0, Planned.USUAL);
    }

    /**
     * {@return the same for another power}
     *
     * @param newPower above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public DetectableEffect withPower(double newPower) {
        return new DetectableEffect(
                Planned.requireShare("power", newPower), treated, covariates, explained, explainedBetween, planned);
    }

    /**
     * {@return the same with another share of units treated}
     *
     * @param share above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public DetectableEffect withTreated(double share) {
        return new DetectableEffect(
                power,
                Planned.requireShare("the share treated", share),
                covariates,
                explained,
                explainedBetween,
                planned);
    }

    /**
     * {@return the same at another level of significance}
     *
     * @param alpha above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public DetectableEffect withAlpha(double alpha) {
        return new DetectableEffect(power, treated, covariates, explained, explainedBetween, planned.withAlpha(alpha));
    }

    /** {@return the same for a test on the side of the effect} */
    public DetectableEffect oneSided() {
        return new DetectableEffect(power, treated, covariates, explained, explainedBetween, planned.oneSided());
    }

    /**
     * {@return the same with covariates}
     *
     * @param number how many, each of which costs a degree of freedom; with clusters those of clusters only
     * @param share the share of the variance (within clusters) that covariates explain, from 0 and below 1
     * @param shareBetween the share of the variance between clusters that they explain, from 0 and below 1; not used
     *     without clusters
     * @throws IllegalArgumentException if a number is out of its range
     */
    public DetectableEffect withCovariates(int number, double share, double shareBetween) {
        if (number < 0 || !(share >= 0 && share < 1) || !(shareBetween >= 0 && shareBetween < 1)) {
            throw new IllegalArgumentException("covariates must be 0 or more and explain shares from 0 and below 1, but"
                    + " were " + number + " and explained " + share + " and " + shareBetween);
        }
        return new DetectableEffect(power, treated, number, share, shareBetween, planned);
    }

    /**
     * {@return M, with given degrees of freedom}
     *
     * @param degreesOfFreedom above 0
     */
    public double multiplier(double degreesOfFreedom) {
        TDistribution t = TDistribution.of(degreesOfFreedom);
        return t.inverseSurvivalProbability(planned.tail()) + t.inverseCumulativeProbability(power);
    }

    /**
     * {@return the least detectable effect where people are allocated; df = n − covariates − 2}
     *
     * @param people how many, more than the covariates and 2
     * @throws IllegalArgumentException if there are too few
     */
    public double ofPeople(double people) {
        double freedom = requireFreedom(people, "people");
        return multiplier(freedom) * Math.sqrt((1 - explained) / (split() * people));
    }

    /**
     * {@return the least detectable effect where clusters are allocated; df = clusters − covariates − 2}
     *
     * @param clusters how many, more than the covariates and 2
     * @param design their size and how far people in them are alike; where sizes vary, the variance between clusters is
     *     multiplied by 1 + cv², as their design effect has it (PowerUp! takes equal sizes)
     * @throws IllegalArgumentException if there are too few clusters
     */
    public double ofClusters(double clusters, ClusterDesign design) {
        double freedom = requireFreedom(clusters, "clusters");
        double correlation = design.intraclassCorrelation();
        double between = correlation * (1 - explainedBetween) / (split() * clusters);
        double within = (1 - correlation) * (1 - explained) / (split() * clusters * design.clusterSize());
        double unequal = 1 + design.variationOfSizes() * design.variationOfSizes();
        return multiplier(freedom) * Math.sqrt(between * unequal + within);
    }

    /**
     * {@return the least number of people with whom an effect is detectable}
     *
     * @param effect the effect in standard deviations, above 0
     * @throws IllegalArgumentException if it is not above 0, or no number will do
     */
    public long people(double effect) {
        requirePositive(effect);
        return least(people -> -ofPeople(people), -effect);
    }

    /**
     * {@return the least number of clusters with which an effect is detectable}
     *
     * @param effect the effect in standard deviations, above 0
     * @param design the clusters' size and how far people in them are alike
     * @throws IllegalArgumentException if the effect is not above 0, or no number will do
     */
    public long clusters(double effect, ClusterDesign design) {
        requirePositive(effect);
        return least(clusters -> -ofClusters(clusters, design), -effect);
    }

    private long least(DoubleUnaryOperator rising, double value) {
        double from = covariates + 3;
        double found = Solve.rising(rising, value, from, Planned.MOST_UNITS);
        return Recruitment.roundedUp(Planned.requireReached(found, power));
    }

    private double split() {
        return treated * (1 - treated);
    }

    private double requireFreedom(double units, String what) {
        double freedom = units - covariates - 2;
        if (!(freedom > 0)) {
            throw new IllegalArgumentException("a study with " + covariates + " covariates needs more than "
                    + (covariates + 2) + " " + what + ", but has " + units);
        }
        return freedom;
    }

    private static void requirePositive(double effect) {
        if (!(effect > 0)) {
            throw new IllegalArgumentException("an effect must be above 0, but was " + effect);
        }
    }
}
