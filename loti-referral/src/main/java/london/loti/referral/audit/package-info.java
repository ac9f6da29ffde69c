/**
 * Whether what is kept is what happened. {@link london.loti.referral.audit.AuditTrail} goes over a whole store and tells
 * every change, gap and cut end; {@link london.loti.referral.audit.Checkpoint}s that are kept elsewhere make a cut end
 * and a rewritten chain show. {@link london.loti.referral.audit.AccessLog} keeps who looked at what.
 */
@NullMarked
package london.loti.referral.audit;

import org.jspecify.annotations.NullMarked;
