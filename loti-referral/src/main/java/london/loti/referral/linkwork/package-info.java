/**
 * Link work is what happens between the referrals: somebody accompanies a resident, tries to reach them, agrees with them on
 * what to aim for, looks whether it was done, and hands all that over without the resident telling the story again.
 *
 * <p>Start with {@link london.loti.referral.linkwork.Caseload} for what a link worker has to do today and why in this order,
 * and with {@link london.loti.referral.linkwork.SupportPlans} for what was agreed.
 */
@NullMarked
package london.loti.referral.linkwork;

import org.jspecify.annotations.NullMarked;
