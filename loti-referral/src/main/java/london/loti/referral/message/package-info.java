/**
 * Messages about a referral: what leaves, to whom, by which channel, in which words, and what is kept back.
 *
 * <p>A message is queued with the event that it follows from, and looked at again when it is sent: by then a permission may
 * have been withdrawn, a safeguarding concern raised, or the hour not be a safe one. Start with {@link
 * london.loti.referral.message.Outbox}; the adapter to the council's own way of sending is a {@link
 * london.loti.referral.message.MessageSender}. {@link london.loti.referral.message.ProviderLinks} are for providers without
 * a system, {@link london.loti.referral.message.ResidentView} is what a resident may read, and {@link
 * london.loti.referral.message.EmergencyAdvice} is what staff must do now.
 */
@NullMarked
package london.loti.referral.message;

import org.jspecify.annotations.NullMarked;
