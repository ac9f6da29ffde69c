package london.loti.evaluation.claims;

import org.jspecify.annotations.Nullable;

/**
 * How well a study went: facts, not judgements. What nobody has looked at is null, and counts against the study where the
 * policy says so.
 *
 * @param n how many people were analysed
 * @param attrition which part of those who began was lost, from 0 to 1; or null
 * @param differentialAttrition by how much that part differs between the groups, from 0 to 1; or null
 * @param clustersPerArm how many clusters the smaller group has, or null where there are none
 * @param largestImbalance the largest standardised difference between the groups before the start, without its sign; or null
 * @param preTrendP the p value of the test that the groups went the same way before the start, or null
 * @param selectedOnLowScores whether people were chosen because they scored badly, or null
 * @param planLocked whether the plan was locked before the results were seen
 * @param outcomeNamed whether that plan names the outcome
 */
public record StudyQuality(
        long n,
        @Nullable Double attrition,
        @Nullable Double differentialAttrition,
        @Nullable Integer clustersPerArm,
        @Nullable Double largestImbalance,
        @Nullable Double preTrendP,
        @Nullable Boolean selectedOnLowScores,
        boolean planLocked,
        boolean outcomeNamed) {

    /**
     * Checks the ranges.
     *
     * @param n 0 or more
     * @param attrition from 0 to 1, or null
     * @param differentialAttrition from 0 to 1, or null
     * @param clustersPerArm 0 or more, or null
     * @param largestImbalance 0 or more, or null
     * @param preTrendP from 0 to 1, or null
     * @param selectedOnLowScores whether people were chosen because they scored badly, or null
     * @param planLocked whether the plan was locked before the results were seen
     * @param outcomeNamed whether that plan names the outcome
     * @throws IllegalArgumentException if a number is out of its range
     */
    public StudyQuality {
        atLeastNought("n", (double) n);
        share("attrition", attrition);
        share("differentialAttrition", differentialAttrition);
        atLeastNought("clustersPerArm", clustersPerArm == null ? null : (Double) (double) clustersPerArm);
        atLeastNought("largestImbalance", largestImbalance);
        share("preTrendP", preTrendP);
    }

    /**
     * {@return a study of which only its size is known}
     *
     * @param n how many people were analysed, 0 or more
     */
    public static StudyQuality of(long n) {
        return new StudyQuality(n, null, null, null, null, null, null, false, false);
    }

    /**
     * {@return the same with what is known of people who were lost}
     *
     * @param overall which part of those who began was lost, from 0 to 1
     * @param differential by how much that part differs between the groups, from 0 to 1; 0 where there is one group
     */
    public StudyQuality withAttrition(double overall, double differential) {
        return new StudyQuality(
                n,
                overall,
                differential,
                clustersPerArm,
                largestImbalance,
                preTrendP,
                selectedOnLowScores,
                planLocked,
                outcomeNamed);
    }

    /**
     * {@return the same with a number of clusters}
     *
     * @param smaller how many clusters the smaller group has
     */
    public StudyQuality withClustersPerArm(int smaller) {
        return new StudyQuality(
                n,
                attrition,
                differentialAttrition,
                smaller,
                largestImbalance,
                preTrendP,
                selectedOnLowScores,
                planLocked,
                outcomeNamed);
    }

    /**
     * {@return the same with what is known of balance}
     *
     * @param standardisedDifference the largest standardised difference before the start, without its sign
     */
    public StudyQuality withLargestImbalance(double standardisedDifference) {
        return new StudyQuality(
                n,
                attrition,
                differentialAttrition,
                clustersPerArm,
                standardisedDifference,
                preTrendP,
                selectedOnLowScores,
                planLocked,
                outcomeNamed);
    }

    /**
     * {@return the same with a test of the time before}
     *
     * @param pValue the p value of the test that the groups went the same way
     */
    public StudyQuality withPreTrend(double pValue) {
        return new StudyQuality(
                n,
                attrition,
                differentialAttrition,
                clustersPerArm,
                largestImbalance,
                pValue,
                selectedOnLowScores,
                planLocked,
                outcomeNamed);
    }

    /**
     * {@return the same with how people were chosen}
     *
     * @param low whether they were chosen because they scored badly
     */
    public StudyQuality withSelectionOnLowScores(boolean low) {
        return new StudyQuality(
                n,
                attrition,
                differentialAttrition,
                clustersPerArm,
                largestImbalance,
                preTrendP,
                low,
                planLocked,
                outcomeNamed);
    }

    /**
     * {@return the same with what is known of the plan}
     *
     * @param locked whether it was locked before the results were seen
     * @param named whether it names the outcome
     */
    public StudyQuality withPlan(boolean locked, boolean named) {
        return new StudyQuality(
                n,
                attrition,
                differentialAttrition,
                clustersPerArm,
                largestImbalance,
                preTrendP,
                selectedOnLowScores,
                locked,
                named);
    }

    @Nullable
    Double fact(Fact fact) {
        return switch (fact) {
            case N -> (Double) (double) n;
            case ATTRITION -> attrition;
            case DIFFERENTIAL_ATTRITION -> differentialAttrition;
            case CLUSTERS_PER_ARM -> clustersPerArm == null ? null : (Double) (double) clustersPerArm;
            case LARGEST_IMBALANCE -> largestImbalance;
            case PRE_TREND_P -> preTrendP;
            case COMPARABILITY_LOOKED_AT -> yes(largestImbalance != null || preTrendP != null);
            case SELECTED_ON_LOW_SCORES -> selectedOnLowScores == null ? null : yes(selectedOnLowScores);
            case OUTCOME_IN_LOCKED_PLAN -> yes(planLocked && outcomeNamed);
        };
    }

    private static Double yes(boolean value) {
        return value ? 1.0 : 0.0;
    }

    private static void atLeastNought(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a study's '" + name + "' must be 0 or more, but was " + value);
        }
    }

    private static void share(String name, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a study's '" + name + "' must be from 0 to 1, but was " + value
                    + "\nMaybe 0.2 was meant for 20 per cent.");
        }
    }
}
