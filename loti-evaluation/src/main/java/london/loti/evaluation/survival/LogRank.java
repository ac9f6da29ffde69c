package london.loti.evaluation.survival;

import java.util.List;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import london.loti.evaluation.estimate.Effect;
import london.loti.evaluation.estimate.Estimate;
import london.loti.model.finding.Finding;
import london.loti.model.finding.FindingsException;
import london.loti.model.finding.Where;

/**
 * The log-rank test of whether groups wait equally long, within strata where the data have some.
 *
 * <pre>{@code
 * double p = LogRank.withDefaults().of(waits).headline().pValue();
 * }</pre>
 *
 * <p>Agrees with R's {@code survdiff}: {@code rho = 0}, or {@code rho = 1} for {@link #petoPeto()}, which gives early
 * events more weight. The test says nothing of the size of the difference; read
 * {@link SurvivalCurves#restrictedMeans(double)} beside it. It is weak where curves cross. Sources: Mantel 1966, Cancer
 * Chemotherapy Reports 50, 163–170; Harrington and Fleming 1982,
 * <a href="https://doi.org/10.1093/biomet/69.3.553">doi:10.1093/biomet/69.3.553</a>. Immutable and thread-safe.
 */
public final class LogRank {
    private final boolean petoPeto;

    private LogRank(boolean petoPeto) {
        this.petoPeto = petoPeto;
    }

    /** {@return the test in which all events weigh the same} */
    public static LogRank withDefaults() {
        return new LogRank(false);
    }

    /** {@return the test of Peto and Peto: an event weighs the share, in all groups together, that still waited} */
    public LogRank petoPeto() {
        return new LogRank(true);
    }

    /**
     * {@return the test: first the statistic, a χ² with its degrees of freedom and p value; then for each group how many
     * events were observed and how many expected if all waited alike, both weighted}
     *
     * @param data the times to an event, with groups
     * @throws FindingsException if there is one group only, or no two groups wait at the time of an event
     */
    public Effect of(TimeToEvent data) {
        List<String> groups = data.groups();
        if (groups.size() < 2) {
            throw refused(SurvivalProblem.ONE_GROUP, "2 groups or more must be compared, but there is 1");
        }
        LogRankSums sums = new LogRankSums(groups.size(), petoPeto);
        RiskSet[] cells = RiskSet.byStratum(data);
        for (int s = 0; s < data.strata().size(); s++) {
            sums.addStratum(cells, s * groups.size());
        }
        int degrees = sums.degreesOfFreedom();
        if (degrees == 0) {
            throw refused(
                    SurvivalProblem.NO_OVERLAP,
                    "2 groups must wait at the time of an event, but there is no such time");
        }
        double statistic = sums.statistic();
        double p = ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
        Effect.Builder effect = data.effect("log-rank")
                .convention("weights", petoPeto ? "peto-peto (rho 1)" : "equal (rho 0)")
                .convention("strata", Integer.toString(data.strata().size()))
                .estimate(Estimate.of("chi squared", statistic).withTest(statistic, degrees, p));
        for (int g = 0; g < groups.size(); g++) {
            effect.estimate(Estimate.of("observed, " + groups.get(g), sums.observed(g)));
            effect.estimate(Estimate.of("expected, " + groups.get(g), sums.expected(g)));
        }
        return effect.build();
    }

    private static FindingsException refused(SurvivalProblem problem, String message) {
        return new FindingsException(
                List.of(Finding.error(problem, message, Where.column(TimeToEventBuilder.SOURCE, "group"))));
    }
}
