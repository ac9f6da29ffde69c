package london.loti.evaluation.claims;

/** What a rule of the policy looks at. A yes is 1, a no 0. */
public enum Fact {
    /** How many people were analysed. */
    N,
    /** Which part of those who began was lost. */
    ATTRITION,
    /** By how much that part differs between the groups. */
    DIFFERENTIAL_ATTRITION,
    /** How many clusters the smaller group has. */
    CLUSTERS_PER_ARM,
    /** The largest standardised difference before the start. */
    LARGEST_IMBALANCE,
    /** The p value of the test that the groups went the same way before the start. */
    PRE_TREND_P,
    /** Whether anybody looked at balance or at the time before. */
    COMPARABILITY_LOOKED_AT,
    /** Whether people were chosen because they scored badly. */
    SELECTED_ON_LOW_SCORES,
    /** Whether a plan that was locked in time names the outcome. */
    OUTCOME_IN_LOCKED_PLAN
}
