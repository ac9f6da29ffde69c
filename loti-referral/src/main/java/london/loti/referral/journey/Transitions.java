package london.loti.referral.journey;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which event may happen in which state, who may bring it about, and where it leads. Everything that loti allows stands
 * in the one table below; what is not in it is refused. States and who sets them follow the Gravity project's closed-loop
 * referral (HL7 SDOH Clinical Care 3.0.0); the waiting list, safeguarding and the resident's word are loti's.
 */
public final class Transitions {
    /**
     * Event, who, from, to. {@code -} is before the draft, {@code =} stays in the state; {@code OPEN} are the states from
     * REQUESTED on that have no end yet, {@code FINAL} those that have, {@code ALL} every one but ENTERED_IN_ERROR.
     */
    private static final String TABLE = """
            Drafted              | REFERRER LINK_WORKER RESIDENT                     | -                           | DRAFT
            Amended              | REFERRER LINK_WORKER RESIDENT                     | DRAFT                       | =
            PermissionRecorded   | REFERRER LINK_WORKER RESIDENT                     | DRAFT OPEN                  | =
            PermissionWithdrawn  | REFERRER LINK_WORKER PROVIDER RESIDENT            | ALL                         | =
            Requested            | REFERRER LINK_WORKER RESIDENT                     | DRAFT                       | REQUESTED
            WaitListed           | PROVIDER                                          | REQUESTED WAITING           | WAITING
            Accepted             | PROVIDER                                          | REQUESTED WAITING           | ACCEPTED
            Rejected             | PROVIDER                                          | REQUESTED WAITING           | REJECTED
            WaitExpired          | SYSTEM                                            | WAITING                     | REJECTED
            Started              | PROVIDER                                          | ACCEPTED                    | IN_PROGRESS
            Held                 | PROVIDER                                          | ACCEPTED IN_PROGRESS        | ON_HOLD
            Resumed              | PROVIDER                                          | ON_HOLD                     | IN_PROGRESS
            Completed            | PROVIDER                                          | ACCEPTED IN_PROGRESS ON_HOLD | COMPLETED
            Failed               | PROVIDER                                          | ACCEPTED IN_PROGRESS ON_HOLD | FAILED
            Cancelled            | REFERRER LINK_WORKER PROVIDER RESIDENT            | OPEN                        | CANCELLED
            EnteredInError       | REFERRER LINK_WORKER                              | ALL                         | ENTERED_IN_ERROR
            Split                | LINK_WORKER PROVIDER                              | ACCEPTED IN_PROGRESS        | IN_PROGRESS
            ContactAttempted     | LINK_WORKER PROVIDER                              | OPEN FINAL                  | =
            OutcomeReported      | REFERRER LINK_WORKER RESIDENT                     | OPEN FINAL                  | =
            SafeguardingRaised   | REFERRER LINK_WORKER PROVIDER RESIDENT SAFEGUARDING_LEAD SUPERVISOR | ALL       | =
            SafeguardingReleased | SAFEGUARDING_LEAD                                 | ALL                         | =
            DeadlineMissed       | SYSTEM                                            | DRAFT OPEN FINAL            | =
            HandedOver           | LINK_WORKER SUPERVISOR                            | DRAFT OPEN FINAL            | =
            LinkIssued           | REFERRER LINK_WORKER SYSTEM                       | OPEN                        | =
            LinkUsed             | PROVIDER                                          | OPEN                        | =
            LinkRevoked          | REFERRER LINK_WORKER SUPERVISOR SYSTEM            | ALL                         | =
            MessageQueued        | SYSTEM                                            | ALL ENTERED_IN_ERROR        | =
            MessageSent          | SYSTEM                                            | ALL ENTERED_IN_ERROR        | =
            MessageFailed        | SYSTEM                                            | ALL ENTERED_IN_ERROR        | =
            MessageWithheld      | SYSTEM                                            | ALL ENTERED_IN_ERROR        | =
            MessageHandled       | REFERRER LINK_WORKER SUPERVISOR                   | ALL ENTERED_IN_ERROR        | =
            LegalHoldPlaced      | SUPERVISOR                                        | ALL ENTERED_IN_ERROR        | =
            LegalHoldLifted      | SUPERVISOR                                        | ALL ENTERED_IN_ERROR        | =
            PersonalDataErased   | SUPERVISOR SYSTEM                                 | DRAFT FINAL ENTERED_IN_ERROR | =
            """;

    private static final Map<String, Line> ROWS = parse();

    private Transitions() {}

    /**
     * One line of the table.
     *
     * @param type the event's name
     * @param roles who may bring it about
     * @param beginning whether it begins a referral
     * @param from the states in which it may happen; empty where it begins a referral
     * @param to the state that it leads to; null where the state stays
     */
    public record Line(
            String type,
            Set<Role> roles,
            boolean beginning,
            Set<ReferralState> from,
            @Nullable ReferralState to) {
        /**
         * Copies the sets.
         *
         * @param type the event's name
         * @param roles who may bring it about
         * @param beginning whether it begins a referral
         * @param from the states in which it may happen
         * @param to the state that it leads to; null where the state stays
         */
        public Line {
            roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
            from = from.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(from));
        }
    }

    /** {@return every line of the table, in its order} */
    public static List<Line> rows() {
        return List.copyOf(ROWS.values());
    }

    /**
     * {@return the state after an event; empty where the table does not allow it}
     *
     * @param state the state before; null before the draft
     * @param type the event's name
     * @param role who would bring it about
     */
    public static Optional<ReferralState> next(@Nullable ReferralState state, String type, Role role) {
        Line row = ROWS.get(type);
        return row != null && row.roles().contains(role) && isFrom(row, state)
                ? Optional.of(after(row, state))
                : Optional.empty();
    }

    /**
     * {@return why the table does not allow an event, in plain words}
     *
     * @param state the state before; null before the draft
     * @param type the event's name
     * @param role who would bring it about
     */
    public static String why(@Nullable ReferralState state, String type, Role role) {
        Line row = ROWS.get(type);
        if (row == null) {
            return "there is no event '" + type + "'";
        }
        if (!isFrom(row, state)) {
            return type + " can't happen "
                    + (state == null ? "before there is a referral" : "to a referral that is " + state)
                    + (row.beginning() ? ", only to a new one" : ", only to one that is " + row.from());
        }
        return type + " is for " + row.roles() + ", but was asked for by " + role;
    }

    /** {@return the state after an event that happened, whoever brought it about; for rebuilding what is kept} */
    static ReferralState after(@Nullable ReferralState state, String type) {
        Line row = ROWS.get(type);
        if (row == null || !isFrom(row, state)) {
            throw new IllegalStateException("what is kept breaks the table of transitions: " + type + " "
                    + (state == null ? "before the draft" : "when " + state));
        }
        return after(row, state);
    }

    private static boolean isFrom(Line row, @Nullable ReferralState state) {
        return state == null ? row.beginning() : row.from().contains(state);
    }

    private static ReferralState after(Line row, @Nullable ReferralState state) {
        ReferralState to = row.to() == null ? state : row.to();
        if (to == null) {
            throw new IllegalStateException("a row that begins a referral must lead to a state");
        }
        return to;
    }

    private static Map<String, Line> parse() {
        Map<String, Line> rows = new LinkedHashMap<>();
        for (String line : TABLE.lines().toList()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
            Set<Role> roles = EnumSet.noneOf(Role.class);
            words(cells.get(1)).forEach(role -> roles.add(Role.valueOf(role)));
            Set<ReferralState> from = EnumSet.noneOf(ReferralState.class);
            boolean beginning = "-".equals(cells.get(2));
            if (!beginning) {
                words(cells.get(2)).forEach(word -> from.addAll(states(word)));
            }
            ReferralState to = "=".equals(cells.get(3)) ? null : ReferralState.valueOf(cells.get(3));
            rows.put(cells.get(0), new Line(cells.get(0), roles, beginning, from, to));
        }
        return Collections.unmodifiableMap(rows);
    }

    private static Set<ReferralState> states(String word) {
        return EnumSet.copyOf(Arrays.stream(ReferralState.values())
                .filter(state -> switch (word) {
                    case "OPEN" -> state.isOpen();
                    case "FINAL" -> state.isFinal() && state != ReferralState.ENTERED_IN_ERROR;
                    case "ALL" -> state != ReferralState.ENTERED_IN_ERROR;
                    default -> state == ReferralState.valueOf(word);
                })
                .toList());
    }

    private static List<String> words(String cell) {
        return Arrays.asList(cell.split(" +", -1));
    }
}
