package london.loti.referral.curation;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what to a record in which state, and what becomes of it: the whole table, for readers and for the code. What
 * is not in it is refused. Whoever wrote a record doesn't publish it: a provider submits, a reviewer publishes.
 */
public final class ReviewTable {
    private static final Set<CuratorRole> PROVIDER = EnumSet.of(CuratorRole.PROVIDER);
    private static final Set<CuratorRole> REVIEWER = EnumSet.of(CuratorRole.REVIEWER);
    private static final Set<CuratorRole> EITHER = EnumSet.of(CuratorRole.PROVIDER, CuratorRole.REVIEWER);

    /**
     * One line of the table.
     *
     * @param from the state before
     * @param action what is done
     * @param by who may do it
     * @param to the state after
     * @param checks whether it counts as a check of the record, from which its freshness starts anew
     */
    public record Line(ReviewState from, ReviewAction action, Set<CuratorRole> by, ReviewState to, boolean checks) {
        /**
         * Copies the roles.
         *
         * @param from the state before
         * @param action what is done
         * @param by who may do it
         * @param to the state after
         * @param checks whether it counts as a check
         */
        public Line {
            by = java.util.Collections.unmodifiableSet(EnumSet.copyOf(by));
        }
    }

    private record Key(ReviewState from, ReviewAction action) {}

    private static final List<Line> ROWS = List.of(
            row(ReviewState.DRAFT, ReviewAction.SUBMIT, EITHER, ReviewState.AWAITING_REVIEW, false),
            row(ReviewState.DRAFT, ReviewAction.RETIRE, EITHER, ReviewState.RETIRED, false),
            row(ReviewState.AWAITING_REVIEW, ReviewAction.WITHDRAW, PROVIDER, ReviewState.DRAFT, false),
            row(ReviewState.AWAITING_REVIEW, ReviewAction.PUBLISH, REVIEWER, ReviewState.PUBLISHED, true),
            row(ReviewState.AWAITING_REVIEW, ReviewAction.REJECT, REVIEWER, ReviewState.REJECTED, false),
            row(ReviewState.AWAITING_REVIEW, ReviewAction.RETIRE, EITHER, ReviewState.RETIRED, false),
            row(ReviewState.PUBLISHED, ReviewAction.CONFIRM, EITHER, ReviewState.PUBLISHED, true),
            row(ReviewState.PUBLISHED, ReviewAction.CHANGE, EITHER, ReviewState.AWAITING_REVIEW, false),
            row(
                    ReviewState.PUBLISHED,
                    ReviewAction.ASK_TO_REVERIFY,
                    EnumSet.of(CuratorRole.REVIEWER, CuratorRole.CLOCK),
                    ReviewState.AWAITING_REVERIFICATION,
                    false),
            row(ReviewState.PUBLISHED, ReviewAction.RETIRE, EITHER, ReviewState.RETIRED, false),
            row(ReviewState.AWAITING_REVERIFICATION, ReviewAction.CONFIRM, EITHER, ReviewState.PUBLISHED, true),
            row(ReviewState.AWAITING_REVERIFICATION, ReviewAction.CHANGE, EITHER, ReviewState.AWAITING_REVIEW, false),
            row(ReviewState.AWAITING_REVERIFICATION, ReviewAction.RETIRE, EITHER, ReviewState.RETIRED, false),
            row(ReviewState.REJECTED, ReviewAction.REVIVE, EITHER, ReviewState.DRAFT, false),
            row(ReviewState.REJECTED, ReviewAction.RETIRE, EITHER, ReviewState.RETIRED, false),
            row(ReviewState.RETIRED, ReviewAction.REVIVE, REVIEWER, ReviewState.DRAFT, false));

    private static final Map<Key, Line> BY_KEY = byKey();

    private ReviewTable() {}

    private static Line row(
            ReviewState from, ReviewAction action, Set<CuratorRole> by, ReviewState to, boolean checks) {
        return new Line(from, action, by, to, checks);
    }

    private static Map<Key, Line> byKey() {
        Map<Key, Line> rows = new LinkedHashMap<>();
        for (Line row : ROWS) {
            if (rows.put(new Key(row.from(), row.action()), row) != null) {
                throw new IllegalStateException("a state and an action must have one row, but have two");
            }
        }
        return Map.copyOf(rows);
    }

    /** {@return the whole table} */
    public static List<Line> rows() {
        return ROWS;
    }

    /**
     * {@return the line that allows an action; empty where it is refused}
     *
     * @param from the state before
     * @param action what is done
     * @param by who does it
     */
    public static Optional<Line> find(ReviewState from, ReviewAction action, CuratorRole by) {
        return Optional.ofNullable(BY_KEY.get(new Key(from, action)))
                .filter(row -> row.by().contains(by));
    }
}
