package london.loti.evaluation.planning;

/** From how many are needed at the end to how many to ask at the start. */
public final class Recruitment {
    private Recruitment() {}

    /**
     * {@return how many to recruit so that enough are left: n / (1 − share), rounded up}
     *
     * @param needed how many are needed at the end, 0 or above
     * @param leaving the share that is lost on the way, from 0 and below 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static long allowingForAttrition(double needed, double leaving) {
        if (!(leaving >= 0 && leaving < 1)) {
            throw new IllegalArgumentException("the share that leaves must be from 0 and below 1, but was " + leaving);
        }
        if (!(needed >= 0) || Double.isInfinite(needed)) {
            throw new IllegalArgumentException("the number needed must be 0 or above, but was " + needed);
        }
        return roundedUp(needed / (1 - leaving));
    }

    /** A number that is whole but for rounding is that whole number. */
    static long roundedUp(double number) {
        return (long) Math.ceil(number * (1 - 1e-12));
    }
}
