/**
 * What is about a person is encrypted before it reaches a store, and can be made unreadable for good.
 *
 * <p>Every resident has a data key of their own. The store keeps it wrapped: encrypted with a master key that only the
 * council's key management knows. {@link london.loti.referral.seal.Sealer} seals and opens with it (AES-256 in Galois
 * counter mode). An erasure destroys the data key; then no copy of what was sealed can be opened any more, not even one
 * in a backup that still has the rows. What a backup must not outlive is the wrapped key in it: after the council's period
 * for backups has passed, and no sooner, an erasure is complete.
 *
 * <p>Start with {@link london.loti.referral.seal.Sealer}. {@link london.loti.referral.seal.KeyWrapper} is the way to a
 * council's own key management.
 */
@NullMarked
package london.loti.referral.seal;

import org.jspecify.annotations.NullMarked;
