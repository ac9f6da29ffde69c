package london.loti.referral.linkwork;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.referral.journey.Role;

/** Which event may happen to a support plan in which state, who may bring it about, and where it leads. */
public final class PlanTransitions {
    /** Event, who, from, to. {@code -} is before the plan, {@code =} stays in the state. */
    private static final String TABLE = """
            PlanStarted    | LINK_WORKER RESIDENT            | -                   | DRAFT
            GoalSet        | LINK_WORKER RESIDENT            | DRAFT AGREED        | DRAFT
            ActionSet      | LINK_WORKER RESIDENT            | DRAFT AGREED        | DRAFT
            PlanAgreed     | LINK_WORKER RESIDENT            | DRAFT               | AGREED
            ActionUpdated  | LINK_WORKER RESIDENT            | DRAFT AGREED        | =
            GoalReviewed   | LINK_WORKER RESIDENT SUPERVISOR | DRAFT AGREED        | =
            PlanClosed     | LINK_WORKER RESIDENT            | DRAFT AGREED        | CLOSED
            PlanHeld       | SUPERVISOR                      | DRAFT AGREED CLOSED | =
            PlanHoldLifted | SUPERVISOR                      | DRAFT AGREED CLOSED | =
            PlanErased     | SUPERVISOR SYSTEM               | DRAFT CLOSED        | =
            """;

    private static final Map<String, List<String>> ROWS = parse();

    private PlanTransitions() {}

    /**
     * {@return the state after an event; empty where the table does not allow it}
     *
     * @param state the state before; null before the plan
     * @param type the event's name
     * @param role who would bring it about
     */
    public static Optional<PlanState> next(@Nullable PlanState state, String type, Role role) {
        List<String> row = ROWS.get(type);
        return row != null && words(row.get(1)).contains(role.name()) && isFrom(row, state)
                ? Optional.of(to(row, state))
                : Optional.empty();
    }

    /** The state after an event that happened, whoever brought it about. */
    static PlanState after(PlanState state, String type) {
        List<String> row = ROWS.get(type);
        if (row == null || !isFrom(row, state)) {
            throw new IllegalStateException("what is kept breaks the table of transitions: " + type + " when " + state);
        }
        return to(row, state);
    }

    private static boolean isFrom(List<String> row, @Nullable PlanState state) {
        return words(row.get(2)).contains(state == null ? "-" : state.name());
    }

    private static PlanState to(List<String> row, @Nullable PlanState state) {
        String to = row.get(3);
        return to.equals("=") && state != null ? state : PlanState.valueOf(to);
    }

    private static List<String> words(String cell) {
        return Arrays.asList(cell.split(" +", -1));
    }

    private static Map<String, List<String>> parse() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
            rows.put(cells.get(0), cells);
        });
        return rows;
    }
}
