package london.loti.evaluation.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.Alternative;
import london.loti.evaluation.estimate.DataHash;
import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.evaluation.estimate.Inference;
import london.loti.evaluation.numeric.Matrices;
import london.loti.evaluation.study.Categories;
import london.loti.evaluation.study.StudyProblem;

/**
 * Who moved between bands: a row a band before, a column the same band after, from the lowest band to the highest.
 * Immutable and thread-safe.
 */
public final class BandTable {
    private final double[][] counts;
    private final int n;
    private final Inference inference;

    private BandTable(double[][] counts, Inference inference) {
        this.counts = counts;
        this.n = (int) Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
        this.inference = inference;
    }

    /**
     * {@return a table of counts}
     *
     * @param counts people by band before and band after, lowest first
     * @throws IllegalArgumentException if a count is below 0, or there are not as many rows as columns, at least two
     * @throws london.loti.model.finding.FindingsException if there is nobody
     */
    public static BandTable of(int[][] counts) {
        double[][] table = Tables.counts(counts);
        if (table.length != table[0].length || table.length < 2) {
            throw new IllegalArgumentException(
                    "a table of bands must have as many rows as columns, at least 2, but has "
                            + table.length + " and " + table[0].length
                            + "\nMaybe a band that nobody was in after was left out: give it a column of noughts.");
        }
        BandTable bands = new BandTable(table, Inference.usual());
        new Screening().atLeast(1, "person", "bands", bands.n).done();
        return bands;
    }

    /**
     * {@return the table of two columns of bands}
     *
     * @param before a band a person, labels from lowest to highest; people without one are left out
     * @param after a band a person, with the same labels
     * @throws IllegalArgumentException if labels or lengths differ, or there are fewer than two labels
     * @throws london.loti.model.finding.FindingsException if nobody has both
     */
    public static BandTable of(Categories before, Categories after) {
        Screening.sameLength("before", before.size(), "after", after.size());
        if (!before.labels().equals(after.labels())) {
            throw new IllegalArgumentException("bands before and after must have the same labels in the same order"
                    + "\nMaybe make both with Categories.of(codes, labels).");
        }
        return of(Tables.cross(before, after));
    }

    /**
     * {@return the same with intervals of another level}
     *
     * @param level above 0 and below 1
     */
    public BandTable withLevel(double level) {
        return new BandTable(counts, inference.withLevel(level));
    }

    /**
     * {@return the net share who moved up, with Bowker's test that moves either way between any two bands balance} Bowker
     * 1948, doi:10.1080/01621459.1948.10483284, as R's {@code mcnemar.test}; but two bands between which nobody moved take
     * no degree of freedom. Where nobody moved there is no test.
     */
    public Effect bowker() {
        double statistic = 0;
        int df = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < i; j++) {
                double moved = counts[i][j] + counts[j][i];
                if (moved > 0) {
                    double balance = counts[i][j] - counts[j][i];
                    statistic += balance * balance / moved;
                    df++;
                }
            }
        }
        Estimate net = net();
        return described("bowker-symmetry", df == 0 ? net : tested(net, statistic, df))
                .convention("test", "symmetry: moves either way between any two bands balance")
                .build();
    }

    /**
     * {@return the net share who moved up, with the test of Stuart and Maxwell that as many are in each band after as
     * before} Stuart 1955, doi:10.1093/biomet/42.3-4.412; Maxwell 1970, doi:10.1192/bjp.116.535.651. Bands that nobody
     * joined or left tell nothing and are left out.
     *
     * @throws london.loti.model.finding.FindingsException if bands fall apart into sets between which nobody moved
     */
    public Effect stuartMaxwell() {
        int[] used = IntStream.range(0, counts.length)
                .filter(i -> IntStream.range(0, counts.length).anyMatch(j -> j != i && counts[i][j] + counts[j][i] > 0))
                .toArray();
        if (used.length == 0) {
            return margins(net());
        }
        double[][] moved = Tables.select(counts, used, used);
        requireConnected(moved);
        int df = used.length - 1;
        double[] change = new double[df];
        double[][] variance = new double[df][df];
        for (int i = 0; i < df; i++) {
            for (int j = 0; j <= df; j++) {
                if (j != i) {
                    change[i] += moved[j][i] - moved[i][j];
                    variance[i][i] += moved[j][i] + moved[i][j];
                    if (j < df) {
                        variance[i][j] = -moved[i][j] - moved[j][i];
                    }
                }
            }
        }
        double[] solved = Matrices.solve(Matrices.cholesky(variance), change);
        double statistic = 0;
        for (int i = 0; i < df; i++) {
            statistic += change[i] * solved[i];
        }
        return margins(tested(net(), statistic, df));
    }

    private Effect margins(Estimate headline) {
        return described("stuart-maxwell", headline)
                .convention("test", "marginal homogeneity: as many in each band after as before")
                .build();
    }

    private static void requireConnected(double[][] moved) {
        boolean[] reached = new boolean[moved.length];
        reached[0] = true;
        for (int round = 0; round < moved.length; round++) {
            for (int i = 0; i < moved.length; i++) {
                for (int j = 0; j < moved.length; j++) {
                    reached[i] |= reached[j] && moved[i][j] + moved[j][i] > 0;
                }
            }
        }
        boolean all = IntStream.range(0, reached.length).allMatch(i -> reached[i]);
        new Screening()
                .that(
                        all,
                        StudyProblem.COLLINEAR,
                        "people must have moved between all bands, directly or by way of others, but bands fall apart"
                                + "\nMaybe join neighbouring bands, or use bowker().",
                        "bands")
                .done();
    }

    private Estimate tested(Estimate estimate, double statistic, int df) {
        return estimate.withTest(statistic, df, ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }

    private Estimate net() {
        double difference = (double) (up() - down()) / n;
        double error = Math.sqrt(((double) (up() + down()) / n - difference * difference) / n);
        double reach = inference.normalReach() * error;
        if (error == 0) { // nobody moved, or everybody the same way: Wald's error says nothing
            return Estimate.of("net share moved up", difference).withStandardError(0);
        }
        return Estimate.of("net share moved up", difference)
                .withStandardError(error)
                .withInterval(Shares.difference(difference - reach, difference + reach, inference));
    }

    private int up() {
        return beside(1);
    }

    private int down() {
        return beside(-1);
    }

    private int beside(int side) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                sum += Integer.signum(j - i) == side ? counts[i][j] : 0;
            }
        }
        return (int) sum;
    }

    private Effect.Builder described(String method, Estimate headline) {
        return Effect.builder(method, n)
                .estimate(headline)
                .estimate(share("share moved up", up()))
                .estimate(share("share moved down", down()))
                .convention("difference", "moved up less moved down; row before, column after")
                .convention("interval", "of the net share wald, of a share wilson")
                .convention("p", "chi-squared, of the test named; not of the net share")
                .convention("alternative", Alternative.TWO_SIDED.words())
                .dataHash(DataHash.of(counts))
                .assumes("People are independent of each other.");
    }

    private Estimate share(String term, int moved) {
        return Estimate.of(term, (double) moved / n).withInterval(ProportionInterval.WILSON.of(moved, n, inference));
    }
}
