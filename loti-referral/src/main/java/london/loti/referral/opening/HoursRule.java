package london.loti.referral.opening;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One schedule, compiled. Days are days since 1970, times seconds since midnight; an end beyond 86,400 is on the next
 * day.
 *
 * @param days on which weekdays it takes place, bit 0 for Monday; all of them where a recurrence decides
 * @param recurrence the days where they are not the same every week; null for a plain week
 * @param firstDay the first day on which it takes place
 * @param lastDay the last one
 * @param validFrom the first day on which the schedule says something
 * @param validTo the last one
 * @param opens when it opens
 * @param closes when it closes, later than it opens
 * @param certain whether what is published says all that is needed
 * @param offset the offset that is written after the times and matters; null for none
 * @param words what is published in words; null for nothing
 */
record HoursRule(
        int days,
        @Nullable Recurrence recurrence,
        long firstDay,
        long lastDay,
        long validFrom,
        long validTo,
        int opens,
        int closes,
        boolean certain,
        @Nullable ZoneOffset offset,
        @Nullable String words) {
    static final int NOT_IN_FORCE = -1;
    static final int CLOSED = 0;
    static final int MAYBE = 1;
    static final int OPEN = 2;

    static final int EVERY_DAY = 0x7f;

    /** Days on which hours don't hold as they are published. */
    record Exceptions(
            OpeningPolicy.BankHolidays bankHolidays,
            OpeningPolicy.Offsets offsets,
            List<Closure> closures,
            List<Closure> doubts) {}

    int at(Moment moment, Exceptions exceptions) {
        int onTheWall = offset != null && exceptions.offsets() == OpeningPolicy.Offsets.AS_WRITTEN
                ? CLOSED
                : at(moment.epochDay(), moment.secondOfDay(), moment, exceptions);
        int state = onTheWall;
        if (offset != null && exceptions.offsets() != OpeningPolicy.Offsets.WALL_CLOCK) {
            LocalDateTime there = moment.at(offset);
            int asWritten =
                    at(there.toLocalDate().toEpochDay(), there.toLocalTime().toSecondOfDay(), moment, exceptions);
            boolean both = exceptions.offsets() == OpeningPolicy.Offsets.EITHER;
            state = !both || asWritten == onTheWall ? asWritten : MAYBE;
        }
        if (state != CLOSED) {
            return state;
        }
        return moment.epochDay() < validFrom || moment.epochDay() > validTo ? NOT_IN_FORCE : CLOSED;
    }

    private int at(long day, int second, Moment moment, Exceptions exceptions) {
        int state = CLOSED;
        if (second >= opens && second < closes && covers(day)) {
            state = on(day, moment, exceptions);
        }
        if (state != OPEN && second < closes - Clock24.DAY && covers(day - 1)) {
            state = Math.max(state, on(day - 1, moment, exceptions));
        }
        return state;
    }

    /** What one of its days is worth. */
    private int on(long day, Moment moment, Exceptions exceptions) {
        if (covered(exceptions.closures(), day)) {
            return CLOSED;
        }
        boolean sure = certain && !covered(exceptions.doubts(), day);
        if (exceptions.bankHolidays() != OpeningPolicy.BankHolidays.AS_USUAL
                && !isForOneDay()
                && moment.isHoliday(day)) {
            if (exceptions.bankHolidays() == OpeningPolicy.BankHolidays.CLOSED) {
                return CLOSED;
            }
            sure = false;
        }
        return sure ? OPEN : MAYBE;
    }

    boolean covers(long day) {
        return day >= firstDay
                && day <= lastDay
                && day >= validFrom
                && day <= validTo
                && (days >> Moment.dayOfWeek(day) & 1) != 0
                && (recurrence == null || recurrence.occurs(LocalDate.ofEpochDay(day)));
    }

    /** A schedule for one day means that day, whatever day it is. */
    private boolean isForOneDay() {
        return Math.max(firstDay, validFrom) == Math.min(lastDay, validTo);
    }

    /** Whether every week is the same, for ever, and nothing is in doubt. */
    boolean isPlain() {
        return recurrence == null
                && certain
                && offset == null
                && firstDay == Long.MIN_VALUE
                && lastDay == Long.MAX_VALUE
                && validFrom == Long.MIN_VALUE
                && validTo == Long.MAX_VALUE
                && opens % 60 == 0
                && closes % 60 == 0;
    }

    /** Adds the seconds at which this schedule may change its mind because of one of its days; an even offset holds for all. */
    void addEdges(long day, ZoneId zone, @Nullable ZoneOffset even, Set<Long> edges) {
        if (!covers(day)) {
            return;
        }
        for (int second : new int[] {opens, closes}) {
            if (even != null && offset == null) {
                edges.add(day * Clock24.DAY + second - even.getTotalSeconds());
                continue;
            }
            LocalDateTime edge = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(second);
            if (offset != null) {
                edges.add(edge.toEpochSecond(offset));
            }
            for (ZoneOffset there : zone.getRules().getValidOffsets(edge)) {
                edges.add(edge.toEpochSecond(there));
            }
        }
    }

    static boolean covered(List<Closure> closures, long day) {
        for (Closure closure : closures) {
            if (closure.covers(day)) {
                return true;
            }
        }
        return false;
    }
}
