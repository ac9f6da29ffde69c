package london.loti.evaluation.economics;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import london.loti.model.finding.Require;

/**
 * One cost of an option over its life. It falls due in year {@code from} alone, or every {@code every} years from then on.
 *
 * @param name its name, each once in an option
 * @param stage the stage of life
 * @param amount pounds each time, for all councils together where it is shared, for one user where it goes by users; in
 *     the prices of the model and of year 0
 * @param source where the amount is from
 * @param from the first year
 * @param every after how many years it comes again, 1 for every year; null for once
 * @param to the last year; null for the last of the model
 * @param growth by which part it grows each year from year 0 on beyond general prices; null for none
 * @param users for how many users it is paid; null where it does not go by users
 * @param sharing among whom it is split; null for a cost of each council alone
 * @param kind {@code CASHABLE}, or {@code NON_CASHABLE} for staff time at its full cost; null for cashable
 * @param optimismBias by how much it is raised; null for nothing
 * @param uncertainty the distribution of the amount, or null where it is taken as known; the amount is its mean, its
 *     likeliest value or its median, within a hundredth. Present values are of the amount, draws of the distribution.
 */
public record CostLine(
        String name,
        Stage stage,
        double amount,
        String source,
        int from,
        @Nullable Integer every,
        @Nullable Integer to,
        @Nullable Double growth,
        @Nullable Users users,
        @Nullable Sharing sharing,
        @Nullable ValueKind kind,
        @Nullable OptimismBias optimismBias,
        @Nullable Uncertain uncertainty) {

    private static final double SAME = 0.01;

    /** Among whom a cost is split. */
    public enum Sharing {
        /** Each council pays its own. */
        LOCAL,
        /** The councils that take part in a year pay the same part each. */
        EQUALLY,
        /** They pay by their residents. */
        BY_POPULATION
    }

    /**
     * The users for whom a licence is paid.
     *
     * @param count how many people in year 0
     * @param growth by which part they grow each year; null for not at all
     */
    public record Users(double count, @Nullable Double growth) {
        /**
         * Checks both.
         *
         * @param count 0 or more
         * @param growth above -1, or null
         * @throws IllegalArgumentException if one is not
         */
        public Users {
            Amounts.notNegative("a count of users", count);
            Amounts.growth("a growth of users", growth == null ? 0 : growth);
        }

        double in(int year) {
            return count * Math.pow(1 + (growth == null ? 0 : growth), year);
        }
    }

    /**
     * Checks the parts.
     *
     * @param name its name
     * @param stage the stage of life
     * @param amount pounds each time
     * @param source where the amount is from
     * @param from the first year
     * @param every after how many years it comes again, or null
     * @param to the last year, or null
     * @param growth a share a year, or null
     * @param users for how many users it is paid, or null
     * @param sharing among whom it is split, or null
     * @param kind cashable or not, or null
     * @param optimismBias by how much it is raised, or null
     * @param uncertainty the distribution of the amount, or null
     * @throws IllegalArgumentException if one breaks its rule
     */
    public CostLine {
        Require.text(name, "a cost needs a 'name'");
        Objects.requireNonNull(stage, "a cost needs a 'stage'");
        Amounts.notNegative("an amount", amount);
        Require.text(source, "a cost needs a 'source'");
        Amounts.year("'from'", from);
        if (every != null && every < 1) {
            throw new IllegalArgumentException("'every' must be 1 or more, but was " + every);
        }
        if (to != null && (every == null || to < from)) {
            throw new IllegalArgumentException("'to' must not be before 'from' and needs 'every', but was " + to
                    + "\nMaybe leave it out for a cost that comes once.");
        }
        Amounts.growth("a growth", growth == null ? 0 : growth);
        if (kind == ValueKind.SOCIAL) {
            throw new IllegalArgumentException("a cost must be CASHABLE or NON_CASHABLE, but was SOCIAL");
        }
        if (uncertainty != null && uncertainty.quantile(0.001) < 0) {
            throw new IllegalArgumentException(
                    "an amount's uncertainty must not reach below 0, but does" + "\nMaybe PERT or LOGNORMAL is meant.");
        }
        if (uncertainty != null && !isNear(amount, uncertainty.mean()) && !isNear(amount, uncertainty.centre())) {
            throw new IllegalArgumentException("an 'amount' must be the mean, the likeliest value or the median of its"
                    + " 'uncertainty', but was " + amount + " beside a mean of " + uncertainty.mean()
                    + "\nMaybe one of them is of other units or prices.");
        }
    }

    /** Whether it falls due in a year. */
    boolean isDue(int year) {
        if (every == null) {
            return year == from;
        }
        return year >= from && (to == null || year <= to) && (year - from) % every == 0;
    }

    /** How much of the amount one council pays if it falls due in a year. */
    double unit(int year, Adopters adopters) {
        double grown = Math.pow(1 + (growth == null ? 0 : growth), year);
        double perUsers = users == null ? 1 : users.in(year);
        double bias = optimismBias == null ? 1 : optimismBias.factor();
        return grown * perUsers * bias * adopters.share(sharing, year);
    }

    /** A size that the line exceeds in no year up to the last one, and in no draw. */
    double furthest(int lastYear) {
        double once = uncertainty == null ? amount : Math.max(amount, uncertainty.furthest());
        double grown = Math.pow(1 + Math.max(0, growth == null ? 0 : growth), lastYear);
        double perUsers = users == null ? 1 : Math.max(users.in(0), users.in(lastYear));
        return once * grown * perUsers * (optimismBias == null ? 1 : optimismBias.factor());
    }

    /** Whether the mean of the draws is another amount than the one that present values are of. */
    boolean isOffItsMean() {
        return uncertainty != null && !isNear(amount, uncertainty.mean());
    }

    private static boolean isNear(double amount, double other) {
        return Math.abs(amount - other) <= SAME * Math.abs(other);
    }

    boolean isShared() {
        return sharing != null && sharing != Sharing.LOCAL;
    }

    boolean isStaffTime() {
        return kind == ValueKind.NON_CASHABLE;
    }
}
