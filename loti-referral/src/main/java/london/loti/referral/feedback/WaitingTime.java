package london.loti.referral.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/**
 * How long residents waited for something. Those who still wait, or whose wait ended without it, are not left out: they
 * count as having waited at least so long (Kaplan and Meier, 1958). A median without them would praise those who leave
 * people waiting.
 *
 * <p>A quartile is the first day by which so many had it. It is shown only where at least as many residents as the
 * disclosure rule's threshold had it by then, and as many were still waiting after.
 */
public final class WaitingTime {
    private static final double TOLERANCE = 1e-9;

    private final String id;
    private final String title;
    private final String meaning;
    private final String unit;
    private final DisclosedCounts counts;
    private final @Nullable Integer quarter;
    private final @Nullable Integer median;
    private final @Nullable Integer threeQuarters;

    private WaitingTime(Raw raw, DisclosureRule rule) {
        this.id = raw.id;
        this.title = raw.title;
        this.meaning = raw.meaning;
        this.unit = raw.unit;
        Map<String, Long> people = new LinkedHashMap<>();
        people.put(raw.happened, raw.waits.values().stream().filter(Wait::over).count());
        people.put(
                raw.open,
                raw.waits.values().stream().filter(wait -> !wait.over()).count());
        this.counts = rule.apply(people);
        List<Wait> waits = new ArrayList<>(raw.waits.values());
        this.quarter = shown(waits, quantile(waits, 0.25), rule);
        this.median = shown(waits, quantile(waits, 0.5), rule);
        this.threeQuarters = shown(waits, quantile(waits, 0.75), rule);
    }

    /** How long one resident waited, and whether that was all. */
    record Wait(int days, boolean over) {}

    /** Waits on their way to the rule. */
    static final class Raw {
        private final String id;
        private final String title;
        private final String meaning;
        private final String unit;
        private final String happened;
        private final String open;
        private final Map<String, Wait> waits = new LinkedHashMap<>();

        Raw(String id, String title, String meaning, String unit, String happened, String open) {
            this.id = id;
            this.title = title;
            this.meaning = meaning;
            this.unit = unit;
            this.happened = happened;
            this.open = open;
        }

        /** A resident's first wait counts. */
        void add(String resident, Wait wait) {
            waits.putIfAbsent(resident, wait);
        }

        WaitingTime disclose(DisclosureRule rule) {
            return new WaitingTime(this, rule);
        }
    }

    /** The first day by which a share of them had it, by the product-limit estimate; null where there is none. */
    static @Nullable Integer quantile(List<Wait> waits, double share) {
        List<Wait> sorted =
                waits.stream().sorted(Comparator.comparingInt(Wait::days)).toList();
        double waiting = 1;
        int at = 0;
        while (at < sorted.size()) {
            int day = sorted.get(at).days();
            int atRisk = sorted.size() - at;
            int had = 0;
            while (at < sorted.size() && sorted.get(at).days() == day) {
                had += sorted.get(at).over() ? 1 : 0;
                at++;
            }
            waiting *= 1 - (double) had / atRisk;
            if (had > 0 && waiting <= 1 - share + TOLERANCE) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable Integer shown(List<Wait> waits, @Nullable Integer day, DisclosureRule rule) {
        if (day == null) {
            return null;
        }
        long had =
                waits.stream().filter(wait -> wait.over() && wait.days() <= day).count();
        long longer = waits.stream().filter(wait -> wait.days() > day).count();
        return Math.min(had, longer) >= rule.threshold() ? day : null;
    }

    /** {@return a short name, for files} */
    public String id() {
        return id;
    }

    /** {@return what it is called} */
    public String title() {
        return title;
    }

    /** {@return who is counted, and from when to when} */
    public String meaning() {
        return meaning;
    }

    /** {@return in what it is measured, for example working days} */
    public String unit() {
        return unit;
    }

    /** {@return how many residents had it, and for how many it was still open} */
    public DisclosedCounts counts() {
        return counts;
    }

    /** {@return by when a quarter had it; empty where too few had, or where it may not be shown} */
    public OptionalInt quarter() {
        return optional(quarter);
    }

    /** {@return by when half of them had it; empty where too few had, or where it may not be shown} */
    public OptionalInt median() {
        return optional(median);
    }

    /** {@return by when three quarters had it; empty where too few had, or where it may not be shown} */
    public OptionalInt threeQuarters() {
        return optional(threeQuarters);
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
