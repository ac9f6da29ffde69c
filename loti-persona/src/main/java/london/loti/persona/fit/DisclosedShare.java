package london.loti.persona.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import london.loti.model.disclosure.DisclosedCounts;
import london.loti.model.disclosure.DisclosureRule;

/**
 * A share of people that has passed a disclosure rule. Nothing outside this package can make one.
 *
 * <p>The people that it counts and those that it does not are two categories: where either is suppressed, so is the
 * share. Where it is shown, count, total, estimate and interval are all worked out from the counts as the rule shows
 * them, so that nothing leads back to the exact ones. Immutable and thread-safe.
 */
public final class DisclosedShare {
    private final @Nullable Proportion share;
    private final String words;

    private DisclosedShare(@Nullable Proportion share, String words) {
        this.share = share;
        this.words = words;
    }

    static DisclosedShare of(long count, long total, DisclosureRule rule) {
        Map<String, Long> people = new LinkedHashMap<>();
        people.put("counted", count);
        people.put("others", total - count);
        DisclosedCounts counts = rule.apply(people);
        Long all = counts.total();
        if (all == null) {
            return new DisclosedShare(null, "not shown, because it is of fewer than " + rule.threshold() + " people");
        }
        if (all == 0) {
            return new DisclosedShare(null, "not shown, because it is of nobody");
        }
        Long counted = counts.rows().get(0).people();
        Long others = counts.rows().get(1).people();
        if (counted == null || others == null) {
            String but = count < rule.threshold() ? "" : "all but ";
            return new DisclosedShare(null, but + "fewer than " + rule.threshold() + " of " + all);
        }
        Proportion share = Proportion.of(Math.toIntExact(counted), Math.toIntExact(counted + others));
        return new DisclosedShare(share, share.words());
    }

    /** A group that is too small for its share to say anything. */
    static DisclosedShare tooFew(int smallest) {
        return new DisclosedShare(null, "nothing is concluded from fewer than " + smallest + " people");
    }

    /** A share that would tell another one. */
    static DisclosedShare withheld() {
        return new DisclosedShare(null, "not shown, so that another share can't be worked out from it");
    }

    /** {@return the share, of counts as the rule shows them; empty where it must not be shown} */
    public Optional<Proportion> shown() {
        return Optional.ofNullable(share);
    }

    /** The estimate, or {@code NaN}. */
    double estimate() {
        return share == null ? Double.NaN : share.estimate();
    }

    /** {@return the share with its interval, or what may be said instead: {@code fewer than 10 of 400}} */
    public String words() {
        return words;
    }

    /** The same as {@link #words()}. */
    @Override
    public String toString() {
        return words;
    }
}
