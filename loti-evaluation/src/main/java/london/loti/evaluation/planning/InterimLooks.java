package london.loti.evaluation.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

import london.loti.evaluation.numeric.Roots;

/**
 * Looks at a study while it runs, for those who test and learn: who looks five times at the usual level finds something in
 * one study of seven though nothing is there. Bounds that are further out early keep the level over all looks together.
 * They are found by integrating the path of the estimate from look to look (Armitage, McPherson and Rowe 1969,
 * doi:10.2307/2343787), for the shares of information that there really were. The same as {@code gsDesign(test.type = 2)}
 * of R's gsDesign with {@code sfLDOF} and {@code sfLDPocock}. Immutable.
 *
 * <pre>{@code
 * List<Look> looks = InterimLooks.at(0.25, 0.5, 0.75, 1).looks();
 * boolean stop = looks.get(0).isCrossed(effect.headline());
 * }</pre>
 */
public final class InterimLooks {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEAREST = 0.01;
    private static final double FARTHEST = 9;
    private static final double USUAL_ALPHA = 0.05;
    private static final int STEPS_A_DEVIATION = 50;

    private final double[] shares;
    private final double alpha;
    private final Spending spending;
    private final boolean oneSided;

    private InterimLooks(double[] shares, double alpha, Spending spending, boolean oneSided) {
        this.shares = shares;
        this.alpha = alpha;
        this.spending = spending;
        this.oneSided = oneSided;
    }

    /**
     * {@return looks when these shares of the information are in, two-sided at 0.05, spent as O'Brien and Fleming would}
     *
     * @param shares the share of people, events or, best, of the inverse variance that is in at each look: above 0, each at
     *     least 0.01 more than the one before, up to 1. The last need not be 1 while the study runs
     * @throws IllegalArgumentException if there is none, or they are not as told
     */
    public static InterimLooks at(double... shares) {
        double before = 0;
        for (double share : shares) {
            if (!(share - before >= NEAREST * (1 - 1e-9) && share <= 1)) {
                throw new IllegalArgumentException("looks must be at shares above 0 and up to 1, each at least "
                        + NEAREST + " more than the one before, but " + share + " follows " + before);
            }
            before = share;
        }
        if (shares.length == 0) {
            throw new IllegalArgumentException("there must be a look, but there is none");
        }
        return new InterimLooks(shares.clone(), USUAL_ALPHA, Spending.OBRIEN_FLEMING, false);
    }

    /**
     * {@return the same at another level of significance for all looks together}
     *
     * @param newAlpha above 0 and below 1
     * @throws IllegalArgumentException if it is not
     */
    public InterimLooks withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException(
                    "a level of significance must be above 0 and below 1, but was " + newAlpha);
        }
        return new InterimLooks(shares, newAlpha, spending, oneSided);
    }

    /**
     * {@return the same with the level spent otherwise}
     *
     * @param newSpending how
     */
    public InterimLooks withSpending(Spending newSpending) {
        return new InterimLooks(shares, alpha, newSpending, oneSided);
    }

    /** {@return the same for a test that only an estimate above nought can pass} */
    public InterimLooks oneSided() {
        return new InterimLooks(shares, alpha, spending, true);
    }

    /** {@return the looks with their bounds, in their order} */
    public List<Look> looks() {
        double tail = oneSided ? alpha : alpha / 2;
        double sides = oneSided ? 1 : 2;
        List<Look> looks = new ArrayList<>();
        Path path = new Path();
        double narrowest = Math.sqrt(nearest());
        double spentBefore = 0;
        for (double share : shares) {
            double spent = spending.spent(tail, share);
            double bound = path.bound(share, spent - spentBefore);
            path = path.inside(share, bound, narrowest / STEPS_A_DEVIATION);
            looks.add(new Look(
                    share, bound, sides * NORMAL.survivalProbability(bound), sides * spent, oneSided, 1 - alpha));
            spentBefore = spent;
        }
        return List.copyOf(looks);
    }

    private double nearest() {
        double nearest = shares[0];
        for (int k = 1; k < shares.length; k++) {
            nearest = Math.min(nearest, shares[k] - shares[k - 1]);
        }
        return nearest;
    }

    /**
     * Where the sum behind the estimate may be, at a look that has not stopped the study: points, and the chance of each.
     * The sum has a variance equal to the share.
     */
    private final class Path {
        private final double share;
        private final double[] points;
        private final double[] chances;

        /** Before the first look it is at nought. */
        Path() {
            this(0, new double[] {0}, new double[] {1});
        }

        private Path(double share, double[] points, double[] chances) {
            this.share = share;
            this.points = points;
            this.chances = chances;
        }

        /** The bound that is crossed above for the first time at a later share with this chance. */
        double bound(double later, double chance) {
            return Roots.between(z -> above(later, z) - chance, 0, FARTHEST);
        }

        private double above(double later, double z) {
            double deviation = Math.sqrt(later - share);
            double limit = z * Math.sqrt(later);
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                sum += chances[i] * NORMAL.survivalProbability((limit - points[i]) / deviation);
            }
            return sum;
        }

        /** At a later share, within the bound, by Simpson's rule in steps no wider than told. */
        Path inside(double later, double bound, double widest) {
            double deviation = Math.sqrt(later - share);
            double high = bound * Math.sqrt(later);
            double low = oneSided ? -FARTHEST * Math.sqrt(later) : -high;
            int half = (int) Math.ceil((high - low) / (2 * widest));
            double[] newPoints = new double[2 * half + 1];
            double step = (high - low) / (2 * half);
            Arrays.setAll(newPoints, j -> low + j * step);
            double[] newChances = new double[newPoints.length];
            for (int j = 0; j < newPoints.length; j++) {
                double density = 0;
                for (int i = 0; i < points.length; i++) {
                    double z = (newPoints[j] - points[i]) / deviation;
                    density += chances[i] * Math.exp(-z * z / 2);
                }
                double simpson = j == 0 || j == 2 * half ? 1 : j % 2 == 1 ? 4 : 2;
                newChances[j] = simpson * step / 3 * density / (deviation * Math.sqrt(2 * Math.PI));
            }
            return new Path(later, newPoints, newChances);
        }
    }
}
