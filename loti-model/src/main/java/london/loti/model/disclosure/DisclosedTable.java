package london.loti.model.disclosure;

import java.util.List;

import london.loti.model.area.AreaTable;

/**
 * A table that has passed a disclosure rule. Nothing else can make one, so whatever takes a {@code DisclosedTable}
 * (a map, say) can't be handed raw counts. A file that comes back in goes through the rule again.
 */
public final class DisclosedTable {
    private final AreaTable table;
    private final DisclosureRule rule;
    private final boolean open;
    private final int suppressed;
    private final List<String> unchecked;

    DisclosedTable(AreaTable table, DisclosureRule rule, boolean open, int suppressed, List<String> unchecked) {
        this.table = table;
        this.rule = rule;
        this.open = open;
        this.suppressed = suppressed;
        this.unchecked = List.copyOf(unchecked);
    }

    /** {@return what may leave; a suppressed number is missing} */
    public AreaTable table() {
        return table;
    }

    /** {@return the rule that it passed} */
    public DisclosureRule rule() {
        return rule;
    }

    /** {@return whether every count and share in it was published under an open licence already} */
    public boolean isOpen() {
        return open;
    }

    /** {@return how many numbers were suppressed} */
    public int suppressedCount() {
        return suppressed;
    }

    /** {@return the ids of the shares that could not be checked, because the table does not hold their denominator} */
    public List<String> unchecked() {
        return unchecked;
    }

    /** {@return what was done, in a sentence or two for readers} */
    public String statement() {
        if (open) {
            return "All counts and shares come from sources under open licences; nothing was suppressed.";
        }
        String zeros = rule.zeros() == ZeroPolicy.SUPPRESS ? ", noughts among them," : "";
        String rounding = rule.rounding() == 1 ? "" : " Other counts are rounded to " + rule.rounding() + ".";
        String rest = unchecked.isEmpty()
                ? ""
                : " Not checked, because the table does not hold their denominators: " + String.join(", ", unchecked)
                        + ".";
        return "Disclosure rule " + rule.id() + " " + rule.version() + ": counts below " + rule.threshold() + zeros
                + " are suppressed" + count() + "." + rounding + rest;
    }

    private String count() {
        return switch (suppressed) {
            case 0 -> "";
            case 1 -> " (1 number)";
            default -> " (" + suppressed + " numbers)";
        };
    }
}
