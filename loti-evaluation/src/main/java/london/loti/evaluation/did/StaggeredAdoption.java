package london.loti.evaluation.did;

import java.util.List;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.estimate.Inference;
import london.loti.model.finding.FindingsException;

/**
 * Units that begin at different times, after Callaway and Sant'Anna 2021 (doi:10.1016/j.jeconom.2020.12.001): the effect
 * on those who began in one period, in each period, against units that are not treated; then means of these by time
 * since the beginning, by group, by calendar, or over all. Standard errors come from influence functions, as in R's
 * package did with {@code bstrap = FALSE}. Immutable.
 *
 * <p>Units with a missing outcome or covariate in any period are left out and counted. Covariates are those of the
 * base period.
 */
public final class StaggeredAdoption {
    /** With whom treated units are compared. */
    public enum Comparison {
        /** With units that are never treated. */
        NEVER_TREATED,
        /** With units that are not treated yet, those never treated among them. */
        NOT_YET_TREATED
    }

    /** How covariates are allowed for; without covariates all three give the same. */
    public enum Adjustment {
        /** By a regression of the change in the comparison group. */
        OUTCOME_REGRESSION,
        /** By weights from the probability of being treated, summing to one (Hájek). */
        INVERSE_PROBABILITY,
        /** By both: right if either is (Sant'Anna and Zhao 2020, doi:10.1016/j.jeconom.2020.06.003). */
        DOUBLY_ROBUST
    }

    /** With which period one before the beginning is compared. */
    public enum Base {
        /** With the period just before it: a pre-test period by period. R's default. */
        VARYING,
        /** With the last period before the beginning. */
        UNIVERSAL
    }

    private final Panel panel;
    private final String outcome;
    private final String firstTreated;
    private final List<String> covariates;
    private final Comparison comparison;
    private final Adjustment adjustment;
    private final Base base;
    private final int anticipation;
    private final @Nullable String cluster;
    private final Inference inference;

    private StaggeredAdoption(
            Panel panel,
            String outcome,
            String firstTreated,
            List<String> covariates,
            Comparison comparison,
            Adjustment adjustment,
            Base base,
            int anticipation,
            @Nullable String cluster,
            Inference inference) {
        this.panel = panel;
        this.outcome = outcome;
        this.firstTreated = firstTreated;
        this.covariates = covariates;
        this.comparison = comparison;
        this.adjustment = adjustment;
        this.base = base;
        this.anticipation = anticipation;
        this.cluster = cluster;
        this.inference = inference;
    }

    /**
     * {@return the design against units never treated, doubly robust, without covariates, with varying base periods}
     *
     * @param panel units in periods
     * @param outcome the column of the outcome
     * @param firstTreated the column of the period in which a unit began; 0 or empty for never
     */
    public static StaggeredAdoption of(Panel panel, String outcome, String firstTreated) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                List.of(),
                Comparison.NEVER_TREATED,
                Adjustment.DOUBLY_ROBUST,
                Base.VARYING,
                0,
                null,
                Inference.usual());
    }

    /**
     * {@return the same with covariates}
     *
     * @param columns columns of numbers
     */
    public StaggeredAdoption withCovariates(String... columns) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                List.of(columns),
                comparison,
                adjustment,
                base,
                anticipation,
                cluster,
                inference);
    }

    /**
     * {@return the same against other units}
     *
     * @param newComparison with whom treated units are compared
     */
    public StaggeredAdoption against(Comparison newComparison) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                covariates,
                newComparison,
                adjustment,
                base,
                anticipation,
                cluster,
                inference);
    }

    /**
     * {@return the same with covariates allowed for in another way}
     *
     * @param newAdjustment how
     */
    public StaggeredAdoption with(Adjustment newAdjustment) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                covariates,
                comparison,
                newAdjustment,
                base,
                anticipation,
                cluster,
                inference);
    }

    /**
     * {@return the same with other base periods}
     *
     * @param newBase with which period one before the beginning is compared
     */
    public StaggeredAdoption with(Base newBase) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                covariates,
                comparison,
                adjustment,
                newBase,
                anticipation,
                cluster,
                inference);
    }

    /**
     * {@return the same where units may change before they begin}
     *
     * @param periods how many periods before, at least 0
     */
    public StaggeredAdoption withAnticipation(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("the periods of anticipation must be at least 0, but were " + periods);
        }
        return new StaggeredAdoption(
                panel, outcome, firstTreated, covariates, comparison, adjustment, base, periods, cluster, inference);
    }

    /**
     * {@return the same with errors that allow for clusters of units}
     *
     * @param column the column of the clusters, categories; a unit stays in its cluster
     */
    public StaggeredAdoption clusteredBy(String column) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                covariates,
                comparison,
                adjustment,
                base,
                anticipation,
                column,
                inference);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked of each effect
     */
    public StaggeredAdoption withInference(Inference newInference) {
        return new StaggeredAdoption(
                panel,
                outcome,
                firstTreated,
                covariates,
                comparison,
                adjustment,
                base,
                anticipation,
                cluster,
                newInference);
    }

    /**
     * {@return the effects on each group in each period, and their means}
     *
     * @throws FindingsException if nobody is treated, nobody is left to compare with, a unit is treated in every period, a
     *     unit's first treated period changes, or covariates tell treatment perfectly
     */
    public StaggeredEffects estimate() {
        StaggeredData data = StaggeredData.of(panel, outcome, firstTreated, covariates, cluster);
        GroupTimes made = new GroupTimes(data, comparison, adjustment, base, anticipation);
        return new StaggeredEffects(this, data, made.estimate());
    }

    Panel panel() {
        return panel;
    }

    Comparison comparison() {
        return comparison;
    }

    Adjustment adjustment() {
        return adjustment;
    }

    Base base() {
        return base;
    }

    int anticipation() {
        return anticipation;
    }

    Inference inference() {
        return inference;
    }

    List<String> covariates() {
        return covariates;
    }
}
