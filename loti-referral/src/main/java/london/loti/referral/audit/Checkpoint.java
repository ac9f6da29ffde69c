package london.loti.referral.audit;

import java.time.Instant;
import java.util.Objects;

import london.loti.referral.store.Chain;
import london.loti.referral.store.ReferralStore;

/**
 * The end of a chain at a time. A chain alone can't show that its end was cut off, or that all of it was written anew:
 * keep checkpoints where whoever runs the database can't write, sign them, or print them.
 *
 * @param sequence the place of the last event
 * @param hash its hash
 * @param at when the checkpoint was taken
 */
public record Checkpoint(long sequence, String hash, Instant at) {
    /**
     * Checks the form.
     *
     * @param sequence the place of the last event, at least 0
     * @param hash its hash, 64 hexadecimal digits
     * @param at when the checkpoint was taken
     * @throws IllegalArgumentException if a part has another form
     */
    public Checkpoint {
        Objects.requireNonNull(at, "a checkpoint needs its time 'at'");
        if (sequence < 0 || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a checkpoint needs a 'sequence' that is not below 0 and a 'hash' of 64 hexadecimal digits");
        }
    }

    /**
     * {@return a checkpoint of a store as it is now}
     *
     * @param store a store
     * @param at what it is now
     */
    public static Checkpoint of(ReferralStore store, Instant at) {
        Chain.Head head = store.head();
        return new Checkpoint(head.sequence(), head.hash(), at);
    }
}
