/**
 * A referral takes a resident from a conversation to a service that helps, and comes back with what became of it. It
 * starts only with a permission, shares only what the permission covers, and keeps its whole history.
 */
@NullMarked
package london.loti.referral;

import org.jspecify.annotations.NullMarked;
