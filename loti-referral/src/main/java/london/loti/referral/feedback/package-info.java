/**
 * Feedback is what is learnt when the loop closes with the resident: whether it helped, who was never contacted, which
 * needs nobody met, and whether some people get less of all this than others.
 *
 * <p>People are counted, and not events: a {@link london.loti.referral.feedback.ReferralReport} counts each resident once in
 * a figure, and every number in it has passed a {@link london.loti.model.disclosure.DisclosureRule}; there is no way to the
 * raw counts. Start with {@link london.loti.referral.feedback.ReferralReports}.
 */
@NullMarked
package london.loti.referral.feedback;

import org.jspecify.annotations.NullMarked;
