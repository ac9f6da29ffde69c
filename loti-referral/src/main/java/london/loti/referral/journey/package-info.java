/**
 * A referral's way: from a draft to a service that helped, or did not, with its whole history.
 *
 * <p>A {@link london.loti.referral.journey.Referral} is what its {@link london.loti.referral.journey.ReferralEvent events}
 * make of it; nothing is written over. {@link london.loti.referral.journey.Transitions} is the one table that says which
 * event may happen in which state, and who may bring it about. Start with {@link
 * london.loti.referral.journey.Referrals}, which takes {@link london.loti.referral.journey.Command commands}.
 */
@NullMarked
package london.loti.referral.journey;

import org.jspecify.annotations.NullMarked;
