package london.loti.evaluation.economics;

/**
 * Which part of a change is the programme's own. What is left in year k after the first is
 * (1 − deadweight)·(1 − displacement)·(1 − attribution)·(1 − drop-off)<sup>k</sup>. Source: The SROI Network 2012, A
 * Guide to Social Return on Investment.
 *
 * @param deadweight which part would have come anyway, from 0 to 1
 * @param displacement which part took the place of something good elsewhere
 * @param attribution which part others brought about
 * @param dropOff which part of the rest is lost in each year after the first
 */
public record Additionality(double deadweight, double displacement, double attribution, double dropOff) {
    /** Where the change is the programme's own and lasts, for example as an effect with a comparison group. */
    public static final Additionality FULL = new Additionality(0, 0, 0, 0);

    /**
     * Checks the shares.
     *
     * @param deadweight from 0 to 1
     * @param displacement from 0 to 1
     * @param attribution from 0 to 1
     * @param dropOff from 0 to 1
     * @throws IllegalArgumentException if one is not
     */
    public Additionality {
        Amounts.share("a deadweight", deadweight);
        Amounts.share("a displacement", displacement);
        Amounts.share("an attribution", attribution);
        Amounts.share("a drop-off", dropOff);
    }

    /**
     * {@return which part is the programme's own in a year}
     *
     * @param later years after the first, from 0
     */
    public double share(int later) {
        return (1 - deadweight) * (1 - displacement) * (1 - attribution) * Math.pow(1 - dropOff, later);
    }

    /**
     * {@return the same with another drop-off}
     *
     * @param newDropOff from 0 to 1, for example one that {@link DropOff} found
     */
    public Additionality withDropOff(double newDropOff) {
        return new Additionality(deadweight, displacement, attribution, newDropOff);
    }

    /** The same without deadweight. */
    Additionality gross() {
        return new Additionality(0, displacement, attribution, dropOff);
    }
}
