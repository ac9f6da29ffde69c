package london.loti.evaluation.economics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import london.loti.evaluation.economics.CostLine.Sharing;
import london.loti.model.finding.Require;

/**
 * One option of a whole-life cost. Options must do the same job; where they do not, an options appraisal says what the
 * difference is worth.
 *
 * @param id its short name
 * @param name its name for readers
 * @param kind what kind of option it is
 * @param lines its costs
 * @param coordination pounds a year times the natural logarithm of the number of councils, for agreeing with each other;
 *     null for none
 * @param lockIn the yearly probability that the council must leave early and pay the exit cost then; null for none. The
 *     costs of what follows are taken to be those of staying.
 * @param maintainerRisk what it costs if those who maintain it stop, or null
 * @param grants what others pay towards it; null for nothing
 * @param dataAccess which clauses of the data access checklist its contract has; null where that was not looked at
 */
public record WholeLifeOption(
        String id,
        String name,
        Kind kind,
        List<CostLine> lines,
        @Nullable Double coordination,
        @Nullable Double lockIn,
        @Nullable MaintainerRisk maintainerRisk,
        @Nullable List<Grant> grants,
        @Nullable SortedMap<String, Boolean> dataAccess) {

    /** What kind of option it is. */
    public enum Kind {
        /** Going on as now, with what that costs. */
        DO_NOTHING,
        /** Open source software, alone or shared. */
        OPEN_SOURCE,
        /** A supplier's product. */
        PROPRIETARY,
        /** Anything else. */
        OTHER
    }

    /**
     * What it costs if those who maintain it stop: once, in the year in which that happens.
     *
     * @param probability the yearly probability, from year 1 on
     * @param forkCost pounds to take it over, for all councils together where it is shared
     * @param sharing among whom that is split; null for each council alone
     */
    public record MaintainerRisk(
            double probability, double forkCost, @Nullable Sharing sharing) {
        /**
         * Checks both numbers.
         *
         * @param probability from 0 to 1
         * @param forkCost 0 or more
         * @param sharing among whom that is split, or null
         * @throws IllegalArgumentException if one is not
         */
        public MaintainerRisk {
            Amounts.share("a yearly probability", probability);
            Amounts.notNegative("a fork cost", forkCost);
        }
    }

    /**
     * What somebody else pays. It lowers what the council pays, and not what the option costs.
     *
     * @param name its name
     * @param funder who pays
     * @param amounts pounds of the years 0, 1, 2 and so on, to the council
     */
    public record Grant(String name, String funder, List<Double> amounts) {
        /**
         * Copies the amounts.
         *
         * @param name its name
         * @param funder who pays
         * @param amounts pounds by year
         * @throws IllegalArgumentException if a text is blank or an amount no number
         */
        public Grant {
            Require.text(name, "a grant needs a 'name'");
            Require.text(funder, "a grant needs a 'funder'");
            amounts = Amounts.byYear("a grant", amounts);
        }
    }

    /**
     * Copies the parts.
     *
     * @param id its short name
     * @param name its name for readers
     * @param kind what kind of option it is
     * @param lines its costs
     * @param coordination pounds a year times the logarithm, or null
     * @param lockIn a yearly probability, or null
     * @param maintainerRisk what it costs if the maintainers stop, or null
     * @param grants what others pay, or null
     * @param dataAccess which clauses its contract has, or null
     * @throws IllegalArgumentException if one breaks its rule
     */
    public WholeLifeOption {
        Require.code("an option", "id", id);
        Require.text(name, "an option needs a 'name'");
        Objects.requireNonNull(kind, "an option needs a 'kind'");
        lines = List.copyOf(
                Objects.requireNonNull(lines, "an option needs 'lines'; an empty list if it costs nothing"));
        Amounts.notNegative("a coordination cost", coordination == null ? 0 : coordination);
        Amounts.share("a yearly probability of lock-in", lockIn == null ? 0 : lockIn);
        grants = List.copyOf(Objects.requireNonNullElse(grants, List.of()));
        dataAccess = dataAccess == null ? null : new TreeMap<>(Map.copyOf(dataAccess));
    }

    /** {@return what others pay towards it; empty for nothing} */
    @Override
    public List<Grant> grants() {
        return Objects.requireNonNullElse(grants, List.of());
    }

    /** {@return a copy of the clauses, or null} */
    @Override
    public @Nullable SortedMap<String, Boolean> dataAccess() {
        return dataAccess == null ? null : new TreeMap<>(dataAccess);
    }

    /** Whether what a council pays depends on how many take part. */
    boolean isShared() {
        return lines.stream().anyMatch(CostLine::isShared)
                || (coordination != null && coordination > 0)
                || (maintainerRisk != null
                        && maintainerRisk.sharing() != null
                        && maintainerRisk.sharing() != Sharing.LOCAL);
    }
}
