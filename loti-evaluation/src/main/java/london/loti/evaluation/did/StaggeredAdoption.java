package london.loti.evaluation.did;

import java.util.List;
import java.util.function.Consumer;

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

    private final Draft chosen;

    private StaggeredAdoption(Draft chosen) {
        this.chosen = chosen;
    }

    /** Everything that can be chosen, while it is; a design never changes its own. */
    private static final class Draft {
        private final Panel panel;
        private final String outcome;
        private final String firstTreated;
        private List<String> covariates = List.of();
        private Comparison comparison = Comparison.NEVER_TREATED;
        private Adjustment adjustment = Adjustment.DOUBLY_ROBUST;
        private Base base = Base.VARYING;
        private int anticipation;
        private @Nullable String cluster;
        private Inference inference = Inference.usual();

        Draft(Panel panel, String outcome, String firstTreated) {
            this.panel = panel;
            this.outcome = outcome;
            this.firstTreated = firstTreated;
        }

        Draft(Draft other) {
            this(other.panel, other.outcome, other.firstTreated);
            covariates = other.covariates;
            comparison = other.comparison;
            adjustment = other.adjustment;
            base = other.base;
            anticipation = other.anticipation;
            cluster = other.cluster;
            inference = other.inference;
        }
    }

    private StaggeredAdoption changed(Consumer<Draft> change) {
        Draft copy = new Draft(chosen);
        change.accept(copy);
        return new StaggeredAdoption(copy);
    }

    /**
     * {@return the design against units never treated, doubly robust, without covariates, with varying base periods}
     *
     * @param panel units in periods
     * @param outcome the column of the outcome
     * @param firstTreated the column of the period in which a unit began; 0 or empty for never
     */
    public static StaggeredAdoption of(Panel panel, String outcome, String firstTreated) {
        return new StaggeredAdoption(new Draft(panel, outcome, firstTreated));
    }

    /**
     * {@return the same with covariates}
     *
     * @param columns columns of numbers
     */
    public StaggeredAdoption withCovariates(String... columns) {
        List<String> names = List.of(columns);
        return changed(draft -> draft.covariates = names);
    }

    /**
     * {@return the same against other units}
     *
     * @param newComparison with whom treated units are compared
     */
    public StaggeredAdoption against(Comparison newComparison) {
        return changed(draft -> draft.comparison = newComparison);
    }

    /**
     * {@return the same with covariates allowed for in another way}
     *
     * @param newAdjustment how
     */
    public StaggeredAdoption with(Adjustment newAdjustment) {
        return changed(draft -> draft.adjustment = newAdjustment);
    }

    /**
     * {@return the same with other base periods}
     *
     * @param newBase with which period one before the beginning is compared
     */
    public StaggeredAdoption with(Base newBase) {
        return changed(draft -> draft.base = newBase);
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
        return changed(draft -> draft.anticipation = periods);
    }

    /**
     * {@return the same with errors that allow for clusters of units}
     *
     * @param column the column of the clusters, categories; a unit stays in its cluster
     */
    public StaggeredAdoption clusteredBy(String column) {
        return changed(draft -> draft.cluster = column);
    }

    /**
     * {@return the same with another side, level or value under test}
     *
     * @param newInference what is asked of each effect
     */
    public StaggeredAdoption withInference(Inference newInference) {
        return changed(draft -> draft.inference = newInference);
    }

    /**
     * {@return the effects on each group in each period, and their means}
     *
     * @throws FindingsException if nobody is treated, nobody is left to compare with, a unit is treated in every period, a
     *     unit's first treated period changes, or covariates tell treatment perfectly
     */
    public StaggeredEffects estimate() {
        StaggeredData data =
                StaggeredData.of(chosen.panel, chosen.outcome, chosen.firstTreated, chosen.covariates, chosen.cluster);
        GroupTimes made = new GroupTimes(data, chosen.comparison, chosen.adjustment, chosen.base, chosen.anticipation);
        return new StaggeredEffects(this, data, made.estimate());
    }

    Panel panel() {
        return chosen.panel;
    }

    Comparison comparison() {
        return chosen.comparison;
    }

    Adjustment adjustment() {
        return chosen.adjustment;
    }

    Base base() {
        return chosen.base;
    }

    int anticipation() {
        return chosen.anticipation;
    }

    Inference inference() {
        return chosen.inference;
    }

    List<String> covariates() {
        return chosen.covariates;
    }
}
