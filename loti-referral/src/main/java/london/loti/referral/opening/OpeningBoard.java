package london.loti.referral.opening;

import java.util.BitSet;
import java.util.List;

/**
 * The hours of many services side by side, for asking all of them about one time: the plain weeks lie in one array, so
 * that a search over a whole directory reads memory in a row. It says the same as {@link OpeningHours#stateAt(Moment)} of
 * each. Immutable and thread-safe.
 */
public final class OpeningBoard {
    private final List<OpeningHours> hours;
    private final int[] starts;
    private final short[] edges;
    private final BitSet plain;

    private OpeningBoard(List<OpeningHours> hours) {
        this.hours = List.copyOf(hours);
        this.starts = new int[hours.size() + 1];
        this.plain = new BitSet(hours.size());
        int total = 0;
        for (int i = 0; i < hours.size(); i++) {
            starts[i] = total;
            total += hours.get(i).weekly().map(WeeklyHours::length).orElse(0);
        }
        starts[hours.size()] = total;
        this.edges = new short[total];
        for (int i = 0; i < hours.size(); i++) {
            int at = starts[i];
            hours.get(i).weekly().ifPresent(week -> week.copyTo(edges, at));
            plain.set(i, hours.get(i).weekly().isPresent());
        }
    }

    /**
     * The states of all services at one time, by their place in the list. Immutable.
     */
    public static final class Snapshot {
        private final BitSet open;
        private final BitSet unknown;
        private final int size;

        private Snapshot(BitSet open, BitSet unknown, int size) {
            this.open = open;
            this.unknown = unknown;
            this.size = size;
        }

        /**
         * {@return the state of one service}
         *
         * @param index its place in the list, from 0
         * @throws IndexOutOfBoundsException if there is none
         */
        public OpenState state(int index) {
            java.util.Objects.checkIndex(index, size);
            if (open.get(index)) {
                return OpenState.OPEN;
            }
            return unknown.get(index) ? OpenState.UNKNOWN : OpenState.CLOSED;
        }

        /** {@return how many are surely open} */
        public int countOpen() {
            return open.cardinality();
        }

        /** {@return of how many nobody can tell} */
        public int countUnknown() {
            return unknown.cardinality();
        }
    }

    /**
     * {@return a board}
     *
     * @param hours the hours, all under one policy and calendar
     */
    public static OpeningBoard of(List<OpeningHours> hours) {
        return new OpeningBoard(hours);
    }

    /** {@return how many services there are} */
    public int size() {
        return hours.size();
    }

    /**
     * {@return the states of all of them}
     *
     * @param moment the time, worked out with the same policy and calendar
     */
    public Snapshot at(Moment moment) {
        int size = hours.size();
        BitSet open = new BitSet(size);
        BitSet unknown = new BitSet(size);
        boolean usual = !moment.isHoliday() && !moment.isHoliday(moment.epochDay() - 1);
        int minute = moment.minuteOfWeek();
        for (int i = 0; i < size; i++) {
            if (usual && plain.get(i)) {
                int end = starts[i + 1];
                int edge = starts[i];
                while (edge < end && minute >= edges[edge + 1]) {
                    edge += 2;
                }
                if (edge < end && minute >= edges[edge]) {
                    open.set(i);
                }
                continue;
            }
            OpenState state = hours.get(i).stateAt(moment);
            open.set(i, state == OpenState.OPEN);
            unknown.set(i, state == OpenState.UNKNOWN);
        }
        return new Snapshot(open, unknown, size);
    }
}
