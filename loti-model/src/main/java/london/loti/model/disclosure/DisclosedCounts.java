package london.loti.model.disclosure;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Counts of people by category that have passed a disclosure rule. Nothing else can make them.
 *
 * <p>Where the rule suppresses just one of them, or several that are below its threshold even together and it rounds
 * nothing, the smallest other one goes too: otherwise they could be worked out from the total.
 */
public final class DisclosedCounts {
    private final DisclosureRule rule;
    private final List<Count> rows;
    private final @Nullable Long total;
    private final int suppressed;

    DisclosedCounts(DisclosureRule rule, List<Count> rows, @Nullable Long total) {
        this.rule = rule;
        this.rows = List.copyOf(rows);
        this.total = total;
        this.suppressed =
                (int) rows.stream().filter(row -> row.people() == null).count();
    }

    /**
     * One category.
     *
     * @param category its name
     * @param people how many; null where it is suppressed
     * @param percent the share of the total as shown, 0 to 100; null where either is suppressed
     */
    public record Count(
            String category,
            @Nullable Long people,
            @Nullable Double percent) {
        /**
         * Checks that it has a name.
         *
         * @param category its name
         * @param people how many; null where it is suppressed
         * @param percent the share of the total as shown; null where either is suppressed
         */
        public Count {
            Objects.requireNonNull(category, "a count needs a 'category'");
        }
    }

    /** {@return the categories, in the order in which they were given} */
    public List<Count> rows() {
        return rows;
    }

    /** {@return the total as shown; null where it is suppressed} */
    public @Nullable Long total() {
        return total;
    }

    /** {@return the rule that they passed} */
    public DisclosureRule rule() {
        return rule;
    }

    /** {@return how many counts were suppressed} */
    public int suppressedCount() {
        return suppressed;
    }

    /** {@return what was done, in a sentence or two for readers} */
    public String statement() {
        String zeros = rule.zeros() == ZeroPolicy.SUPPRESS ? ", noughts among them," : "";
        String rounding = rule.rounding() == 1 ? "" : " Other counts are rounded to " + rule.rounding() + ".";
        return "Disclosure rule " + rule.id() + " " + rule.version() + ": counts below " + rule.threshold() + zeros
                + " are suppressed; of " + rows.size() + " counts " + suppressed + " are." + rounding;
    }
}
