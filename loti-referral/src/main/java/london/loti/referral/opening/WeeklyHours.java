package london.loti.referral.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Hours that are the same every week, in the smallest form: where it opens and closes, in minutes since Monday 00:00 on
 * the clock on the wall. It is for indexes over many services: some 40 bytes a service, and an answer in nanoseconds.
 *
 * <p>It knows no bank holidays and no closures: on such a day ask {@link OpeningHours} ({@link Moment#isHoliday()} says
 * when). Immutable and thread-safe.
 */
public final class WeeklyHours {
    /** How many minutes a week has. */
    public static final int MINUTES = 7 * 24 * 60;

    private static final int DAY = 24 * 60;

    private final short[] edges;

    private WeeklyHours(short[] edges) {
        this.edges = edges;
    }

    static Optional<WeeklyHours> of(List<HoursRule> rules) {
        if (rules.isEmpty() || !rules.stream().allMatch(HoursRule::isPlain)) {
            return Optional.empty();
        }
        List<int[]> spans = new ArrayList<>();
        for (HoursRule rule : rules) {
            for (int day = 0; day < 7; day++) {
                if ((rule.days() >> day & 1) == 0) {
                    continue;
                }
                int from = day * DAY + rule.opens() / 60;
                int to = day * DAY + rule.closes() / 60;
                spans.add(new int[] {from, Math.min(to, MINUTES)});
                if (to > MINUTES) {
                    spans.add(new int[] {0, to - MINUTES});
                }
            }
        }
        return Optional.of(new WeeklyHours(united(spans)));
    }

    private static short[] united(List<int[]> spans) {
        spans.sort(Comparator.comparingInt(span -> span[0]));
        short[] edges = new short[2 * spans.size()];
        int used = 0;
        for (int[] span : spans) {
            if (used > 0 && span[0] <= edges[used - 1]) {
                edges[used - 1] = (short) Math.max(edges[used - 1], span[1]);
            } else {
                edges[used++] = (short) span[0];
                edges[used++] = (short) span[1];
            }
        }
        return Arrays.copyOf(edges, used);
    }

    /**
     * {@return whether it is open}
     *
     * @param minuteOfWeek minutes since Monday 00:00, 0 to 10,079: {@link Moment#minuteOfWeek()}
     */
    public boolean isOpen(int minuteOfWeek) {
        for (int i = 0; i < edges.length; i += 2) {
            if (minuteOfWeek < edges[i]) {
                return false;
            }
            if (minuteOfWeek < edges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Minutes until it next opens, or closes, but not now; -1 where it never does. */
    int minutesUntil(int minuteOfWeek, boolean opens) {
        int least = -1;
        for (int edge : edges) {
            int at = edge % MINUTES;
            if (isOpen(at) == opens && isOpen((at + MINUTES - 1) % MINUTES) != opens) {
                int wait = at > minuteOfWeek ? at - minuteOfWeek : at + MINUTES - minuteOfWeek;
                least = least < 0 ? wait : Math.min(least, wait);
            }
        }
        return least;
    }

    /** {@return opening and closing minutes of the week in turn, in order, the closing minute not open any more; a copy} */
    public int[] edges() {
        int[] copy = new int[edges.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = edges[i];
        }
        return copy;
    }

    /** {@return one bit a minute of the week, in 158 words: bit {@code m % 64} of word {@code m / 64}; a copy} */
    public long[] bits() {
        long[] bits = new long[(MINUTES + 63) / 64];
        for (int i = 0; i < edges.length; i += 2) {
            for (int minute = edges[i]; minute < edges[i + 1]; minute++) {
                bits[minute >> 6] |= 1L << (minute & 63);
            }
        }
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeeklyHours that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return Arrays.toString(edges);
    }
}
