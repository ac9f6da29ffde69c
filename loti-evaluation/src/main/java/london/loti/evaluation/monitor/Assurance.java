package london.loti.evaluation.monitor;

/** Whether a process that goes on as it is will reach its target. */
public enum Assurance {
    /** The whole band between the limits is on the good side of the target. */
    CONSISTENTLY_PASS,
    /** The whole band between the limits is on the bad side of the target. */
    CONSISTENTLY_FAIL,
    /** The target lies between the limits: it will be hit at one time and missed at another, by chance. */
    HIT_AND_MISS;

    static Assurance of(double target, double lowerLimit, double upperLimit, Improvement improvement) {
        boolean moreIsBetter = improvement == Improvement.INCREASE;
        if (target > upperLimit) {
            return moreIsBetter ? CONSISTENTLY_FAIL : CONSISTENTLY_PASS;
        }
        if (target < lowerLimit) {
            return moreIsBetter ? CONSISTENTLY_PASS : CONSISTENTLY_FAIL;
        }
        return HIT_AND_MISS;
    }
}
